//! One app: from the first link on, views are rendered in place, by the functions that wrote the files.

use dak_so::embedded::DATASET;
use dak_so::i18n::found;
use dak_so::model::{Field, Language, ObservationId};
use dak_so::state::{Route, View};
use dak_so::views::title_of;
use e2e::{Engine, Into, Key, Page, Result};
use thirtyfour::By;

use crate::card::plain;
use crate::everyone::media::prefer;
use crate::failures::break_memory;
use crate::offline::until_kept;
use crate::rendered::{begin, render};
use crate::seen::look;
use crate::visit::{Visit, in_both, nothing_went_wrong_unseen, visit, visit_as};

/// Counts the programs that a document starts.
const COUNT_STARTS: &str = "(() => {
    window.starts = 0;
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const start = WebAssembly[name];
        WebAssembly[name] = (...rest) => {
            // Of bytes that are no stream, the script asks a second time.
            window.starts += 1;
            return start.apply(WebAssembly, rest);
        };
    }
})()";

/// Follows a link as a reader does, and waits for the view.
async fn follow(page: &Page, selector: &str, view: View) -> Result<()> {
    page.driver().find(By::Css(selector)).await?.click().await?;
    until_at(page, view).await
}

/// Waits until a view is shown, and checks what the document says of it.
async fn until_at(page: &Page, view: View) -> Result<()> {
    let path = view.path(&DATASET);
    let script = format!("return document.documentElement.dataset.path === '{path}'");
    page.until(&format!("{path:?} is shown"), &script).await?;
    page.until_ready().await?;
    let says = "const { lang } = document.documentElement;
        return [document.title, lang, location.href, String(document.querySelectorAll('h1').length),
            document.querySelector('.languages [aria-current]').lang,
            document.querySelector('.routes [aria-current]')?.href ?? '']";
    let says: Vec<String> = page.ask(says).await?;
    let language = if view.language == Language::Vi { "vi" } else { "en" };
    assert_eq!(says[..2], [title_of(view, &DATASET), language.to_owned()], "{path}");
    let address = format!("{}/{path}", page.site());
    assert!(says[2].split(['?', '#']).next() == Some(&*address), "{} is not {address}", says[2]);
    assert_eq!(says[3..5], ["1", language], "{path}");
    if !matches!(view.route, Route::Figure(_)) {
        assert_eq!(says[5], address, "the menu knows where it is");
    }
    Ok(())
}

fn at(route: Route) -> View {
    View { language: Language::Vi, route }
}

async fn rows(page: &Page) -> Result<usize> {
    page.count("[data-row]").await
}

async fn choose(page: &Page, selector: &str, value: &str) -> Result<()> {
    page.ask_about::<()>(
        "const [selector, value] = arguments[0];
        const field = document.querySelector(selector);
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }))",
        (selector, value),
    )
    .await?;
    page.settle().await
}

#[test]
fn a_visit_goes_through_views_without_a_server() {
    for engine in Engine::SETTABLE {
        visit_as(Visit { engine, ..Visit::IN_CHROMIUM }, async |page, server| {
            server.inject(Into::Pages, COUNT_STARTS);
            page.open("").await?;
            until_kept(page).await?;
            server.cut();
            page.ask::<()>("performance.clearResourceTimings(); window.film = true").await?;

            let coverage = at(Route::Field(Field::Coverage));
            follow(page, ".routes a[href$='phu-song/']", coverage).await?;
            let focused = "return document.activeElement.tagName";
            assert_eq!(page.ask::<String>(focused).await?, "H1");
            assert_eq!(page.count("figure canvas").await?, 1);
            let subscriptions = at(Route::Field(Field::Subscriptions));
            follow(page, ".routes a[href$='thue-bao/']", subscriptions).await?;
            assert_eq!(page.count("figure canvas").await?, 2);
            follow(page, ".routes a[href$='muc-tieu/']", at(Route::Targets)).await?;
            page.ask::<()>("scrollTo({ top: 900, behavior: 'instant' })").await?;
            let top: f64 = page.ask("return scrollY").await?;
            // A driver scrolls to what it clicks.
            let press = "document.querySelector(\".routes a[href$='so-lieu/']\").click()";
            page.ask::<()>(press).await?;
            until_at(page, at(Route::Figures)).await?;
            assert!(page.ask::<f64>("return scrollY").await? < 1.0, "a view begins at its top");
            let all = rows(page).await?;
            assert_eq!(all, DATASET.observations.len());

            choose(page, "#by-province", "dak-lak").await?;
            let narrowed = rows(page).await?;
            assert!(narrowed > 0 && narrowed < all);
            let said = plain(&page.text("#found").await?);
            assert_eq!(said, found(Language::Vi, false, narrowed));
            let first = "[data-row] a.value";
            let name = "return document.querySelector(arguments[0]).dataset.figure";
            let name: String = page.ask_about(name, first).await?;
            let figure: Option<ObservationId> = DATASET.observation_named(&name);
            follow(page, first, at(Route::Figure(figure.expect("a figure")))).await?;

            page.driver().back().await?;
            until_at(page, at(Route::Figures)).await?;
            assert_eq!(rows(page).await?, narrowed);
            let set: String =
                page.ask("return document.querySelector('#by-province').value").await?;
            assert_eq!(set, "dak-lak");
            page.driver().back().await?;
            until_at(page, at(Route::Figures)).await?;
            page.until(
                "the list is whole again",
                &format!("return document.querySelectorAll('[data-row]').length === {all}"),
            )
            .await?;
            page.driver().back().await?;
            until_at(page, at(Route::Targets)).await?;
            let back: f64 = page.ask("return scrollY").await?;
            assert!((back - top).abs() < 2.0, "{back} is not where the reader was, {top}");

            let story = "return [window.film === true, window.starts === 1]";
            assert_eq!(page.ask::<[bool; 2]>(story).await?, [true; 2], "one document, one start");
            // A browser looks again at the icon of a page that changes its address; it has it.
            let asked = "return performance.getEntriesByType('resource').map(({ name }) => name)
                .filter(name => !name.includes('/assets/icon-'))";
            assert_eq!(page.ask::<Vec<String>>(asked).await?, [""; 0], "nothing is asked for");
            // Firefox's driver passes the worker by when it loads a page again; a reader does not.
            page.go("muc-tieu/").await?;
            until_at(page, at(Route::Targets)).await?;
            assert!(page.ask::<bool>("return !window.film").await?, "a document of its own");
            follow(page, ".languages a[lang=en]", at(Route::Targets).in_language(Language::En))
                .await
        });
    }
}

/// The document as readers and scripts see it: every element with the attributes that mean something, and every
/// text, without what differs between a file and the app by design: what stands in the place of a chart, the
/// cards of its marks, and what controls say once somebody listens.
const OUTLINE: &str = "const lines = [];
    const skipped = 'template, .plot > *, script, #start-failed';
    const live = ['role', 'tabindex', 'aria-selected', 'aria-pressed', 'disabled'];
    const walk = (node, depth) => {
        if (node.nodeType === 3) {
            const text = node.data.replace(/\\\\s+/g, ' ');
            if (text.trim()) lines.push(' '.repeat(depth) + text.trim());
        } else if (node.nodeType === 1 && !node.matches(skipped)) {
            const is_control = node.matches('[data-value], .tabs, #scheme, h1, main');
            const attributes = [...node.attributes].filter(({ name }) => !is_control || !live.includes(name))
                .filter(({ name }) => name !== 'data-alive' && name !== 'hidden')
                .map(({ name, value }) => `${name}=${value}`).sort();
            lines.push(' '.repeat(depth) + node.localName + ' ' + attributes.join(' '));
            for (const child of node.childNodes) walk(child, depth + 1);
        }
    };
    // What stands in several nodes is one text to a reader.
    const body = document.body.cloneNode(true);
    body.normalize();
    for (const child of body.children) walk(child, 0);
    return [...lines, document.title, document.documentElement.lang, document.documentElement.dataset.path]";

#[test]
fn every_view_is_rendered_as_it_is_written() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        let views = || View::all(&DATASET).filter(|view| view.route.is_listed());
        let mut written: Vec<Vec<String>> = Vec::new();
        for view in views() {
            page.open(&view.path(&DATASET)).await?;
            written.push(page.ask(OUTLINE).await?);
        }
        begin(page).await?;
        for (view, written) in views().zip(&written) {
            let address = view.path(&DATASET);
            render(page, &address).await?;
            until_at(page, view).await?;
            let rendered: Vec<String> = page.ask(OUTLINE).await?;
            let differs = rendered.iter().zip(written).find(|(a, b)| a != b);
            assert!(differs.is_none(), "{address}: {differs:#?}");
            assert_eq!(rendered.len(), written.len(), "{address}");
        }
        nothing_went_wrong_unseen(page).await
    });
}

#[test]
fn a_link_with_more_to_it_is_the_browsers() {
    in_both(&async |page| {
        page.open("").await?;
        page.ask::<()>("window.film = true").await?;
        // Counted where a browser would follow the link.
        let left = "const events = [
                { ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 },
            ];
            const left = [];
            addEventListener('click', event => {
                left.push(!event.defaultPrevented);
                event.preventDefault();
            });
            const press = (link, how) =>
                link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...how }));
            const route = document.querySelector('.routes a[href$=\"phu-song/\"]');
            for (const how of events) press(route, how);
            press(document.querySelector('a[download$=\".csv\"]'));
            route.target = '_blank';
            press(route);
            const away = Object.assign(document.createElement('a'), { href: 'https://example.vn/' });
            document.body.append(away);
            press(away);
            return left";
        let left: Vec<bool> = page.ask(left).await?;
        assert_eq!(left, [true; 8]);
        assert!(page.ask::<bool>("return window.film").await?);
        Ok(())
    });
}

#[test]
fn links_that_follow_each_other_quickly_lead_to_the_last() {
    for engine in Engine::SETTABLE {
        visit_as(Visit { engine, ..Visit::IN_CHROMIUM }, async |page, server| {
            server.inject(Into::Pages, "Date.now = () => 0");
            page.open("").await?;
            let press = "for (const end of ['phu-song/', 'thue-bao/', 'nguon/', 'so-lieu/']) {
                    document.querySelector(`.routes a[href$=\"${end}\"]`).click();
                }";
            page.ask::<()>(press).await?;
            until_at(page, at(Route::Figures)).await?;
            assert_eq!(page.count("body > header, body > main, body > footer").await?, 3);
            nothing_went_wrong_unseen(page).await
        });
    }
}

#[test]
fn a_view_that_comes_late_does_not_overtake_the_next_one() {
    for engine in Engine::SETTABLE {
        visit_as(Visit { engine, ..Visit::IN_CHROMIUM }, async |page, server| {
            // By its clock, the device is quick at the start, and slow from the first view on: some of the views
            // come in a transition, which takes its time, and some at once.
            server.inject(Into::Pages, "Date.now = () => 0");
            page.open("").await?;
            let press = "const done = arguments[arguments.length - 1];
                let now = 0;
                Date.now = () => now += 1000;
                const ends = ['phu-song/', 'thue-bao/', 'nguon/', 'so-lieu/'];
                const press = () => {
                    const end = ends.shift();
                    if (!end) return done();
                    document.querySelector(`.routes a[href$=\"${end}\"]`).click();
                    setTimeout(press);
                };
                press()";
            page.ask_later::<()>(press, ()).await?;
            until_at(page, at(Route::Figures)).await?;
            assert_eq!(page.count("body > header, body > main, body > footer").await?, 3);
            nothing_went_wrong_unseen(page).await
        });
    }
}

/// Counts the transitions, and lets a clock that `tick` moves at each look tell how quick the device is.
const COUNT_TRANSITIONS: &str = "
    window.transitions = 0;
    const start = document.startViewTransition;
    document.startViewTransition = function (...rest) {
        window.transitions++;
        return start.apply(this, rest);
    };
    let now = 0;
    Date.now = () => now += TICK;";

/// How many transitions two clicks bring on a device that needs so many milliseconds for everything.
async fn transitions(page: &Page, tick: u32) -> Result<u32> {
    page.before_each_page(&COUNT_TRANSITIONS.replace("TICK", &tick.to_string())).await?;
    page.open("").await?;
    follow(page, ".routes a[href$='phu-song/']", at(Route::Field(Field::Coverage))).await?;
    follow(page, ".routes a[href$='muc-tieu/']", at(Route::Targets)).await?;
    page.ask("return window.transitions").await
}

#[test]
fn views_fade_into_each_other_where_the_device_is_quick_and_the_reader_wants_motion() {
    visit(async |page| {
        assert_eq!(transitions(page, 1).await?, 2, "a quick device");
        Ok(())
    });
    visit(async |page| {
        assert_eq!(transitions(page, 1000).await?, 0, "a slow device");
        Ok(())
    });
    visit(async |page| {
        prefer(page, &[("prefers-reduced-motion", "reduce")]).await?;
        assert_eq!(transitions(page, 1).await?, 0, "a reader who wants stillness");
        Ok(())
    });
}

#[test]
fn what_is_below_the_first_screen_follows_whatever_the_reader_does() {
    in_both(&async |page| {
        for (hastily, expected) in [
            ("", "muc-tieu/"),
            ("history.back()", ""),
            ("document.querySelector(\".routes a[href$='so-lieu/']\").click()", "so-lieu/"),
            (
                "addEventListener('popstate', () => history.forward(), { once: true });
                history.back()",
                "muc-tieu/",
            ),
        ] {
            page.open("").await?;
            // No idle moment comes until the reader has acted.
            let press = format!(
                "const done = arguments[arguments.length - 1];
                const {{ requestIdleCallback }} = window;
                const waiting = [];
                window.requestIdleCallback = task => waiting.push(task);
                document.querySelector(\".routes a[href$='muc-tieu/']\").click();
                const look = () => {{
                    if (document.documentElement.dataset.path !== 'muc-tieu/' || !waiting.length) {{
                        return requestAnimationFrame(look);
                    }}
                    const begun = document.querySelectorAll('footer').length;
                    {hastily};
                    setTimeout(() => {{
                        window.requestIdleCallback = requestIdleCallback;
                        for (const task of waiting) requestIdleCallback(task);
                        done(begun);
                    }}, 100);
                }};
                look()"
            );
            assert_eq!(page.ask_later::<usize>(&press, ()).await?, 0, "the foot is not seen first");
            page.until(
                &format!("{expected:?} is whole"),
                &format!(
                    "const {{ path, arriving }} = document.documentElement.dataset;
                    return path === '{expected}' && arriving === undefined"
                ),
            )
            .await?;
            page.until_ready().await?;
            assert_eq!(page.count("body > header, body > main, body > footer").await?, 3);
        }
        Ok(())
    });
}

#[test]
fn fault_40_a_trap_in_a_rendered_view_loads_it_as_a_document() {
    for visit in Visit::IN_EACH {
        visit_as(visit, async |page, _| {
            page.open("").await?;
            let coverage = at(Route::Field(Field::Coverage));
            follow(page, ".routes a[href$='phu-song/']", coverage).await?;
            page.ask::<()>("window.film = true").await?;
            break_memory(page).await?;
            page.ask::<()>("document.querySelector('.marks').focus()").await?;
            page.press_away(Key::Right).await?;
            page.until("it is another document", "return !window.film").await?;
            until_at(page, coverage).await?;
            // Once, and it stays.
            page.ask::<()>("window.film = true").await?;
            page.settle().await?;
            look(page).await?.assert_has_live_charts("phu-song/");
            assert!(page.ask::<bool>("return window.film === true").await?);
            Ok(())
        });
    }
}

#[test]
fn fault_41_who_comes_back_to_a_rendered_view_finds_it_as_they_left_it() {
    for visit in Visit::IN_EACH {
        visit_as(visit, async |page, _| {
            page.open("nguon/").await?;
            follow(page, ".routes a[href$='so-lieu/']", at(Route::Figures)).await?;
            page.click("#search").await?;
            page.type_text("4g").await?;
            page.ask::<()>("scrollTo({ top: 300, behavior: 'instant' })").await?;
            let state = "return [document.querySelector('#search').value, location.search,
                String(Math.round(scrollY / 50)),
                String(document.querySelectorAll('[data-row]').length)]";
            let left: Vec<String> = page.ask(state).await?;
            assert_eq!(left[0], "4g");
            let targets = at(Route::Targets);
            let press = "document.querySelector(\".routes a[href$='muc-tieu/']\").click()";
            page.ask::<()>(press).await?;
            until_at(page, targets).await?;
            page.driver().back().await?;
            until_at(page, at(Route::Figures)).await?;
            assert_eq!(page.ask::<Vec<String>>(state).await?, left);
            page.driver().forward().await?;
            until_at(page, targets).await?;
            page.driver().back().await?;
            until_at(page, at(Route::Figures)).await?;
            assert_eq!(page.ask::<Vec<String>>(state).await?, left);
            page.driver().refresh().await?;
            until_at(page, at(Route::Figures)).await?;
            let [typed, asked, _, rows]: [String; 4] =
                page.ask::<Vec<String>>(state).await?.try_into().expect("four");
            assert_eq!([&typed, &asked, &rows], [&left[0], &left[1], &left[3]]);
            Ok(())
        });
    }
}

#[test]
fn fault_70_a_translated_page_goes_on() {
    for visit in Visit::IN_EACH {
        visit_as(visit, async |page, _| go_through_a_translated_page(page).await);
    }
}

async fn go_through_a_translated_page(page: &Page) -> Result<()> {
    page.open("").await?;
    // What Chrome does to every text that it translates.
    let translate = "const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            const texts = [];
            while (walker.nextNode()) texts.push(walker.currentNode);
            for (const text of texts) {
                if (!text.data.trim() || text.parentElement.closest('script, style, template')) continue;
                const [outer, inner] = ['font', 'font'].map(name => document.createElement(name));
                inner.textContent = `<${text.data}>`;
                outer.append(inner);
                text.replaceWith(outer);
            }";
    page.ask::<()>(translate).await?;
    follow(page, ".routes a[href$='so-lieu/']", at(Route::Figures)).await?;
    page.ask::<()>(translate).await?;
    choose(page, "#by-province", "dak-lak").await?;
    let narrowed = rows(page).await?;
    assert!(narrowed > 0 && narrowed < DATASET.observations.len());
    let said = plain(&page.text("#found").await?);
    assert_eq!(said, found(Language::Vi, false, narrowed));
    choose(page, "#by-sort", "newest").await?;
    assert_eq!(rows(page).await?, narrowed);
    page.ask::<()>(translate).await?;
    choose(page, "#by-sort", "").await?;
    page.click("[data-control=all]").await?;
    assert_eq!(rows(page).await?, DATASET.observations.len());
    page.ask::<()>(translate).await?;
    follow(page, ".routes a[href$='phu-song/']", at(Route::Field(Field::Coverage))).await?;
    page.ask::<()>(translate).await?;
    page.ask::<()>("document.querySelector('.marks').focus()").await?;
    page.press(Key::Right).await?;
    assert_eq!(page.count(".card.open").await?, 1);
    page.press(Key::Right).await?;
    assert_eq!(page.count(".card.open").await?, 1);
    page.driver().back().await?;
    until_at(page, at(Route::Figures)).await
}
