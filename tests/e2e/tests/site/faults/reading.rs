//! Whatever reader, browser and address bring with them.

use dak_so::chart::ChartId;
use dak_so::i18n::messages;
use dak_so::model::{Language, Slug};
use e2e::{Engine, Into, Key, Options, Page, Result};

use crate::card::{card, plain};
use crate::chart::canvas;
use crate::everyone::reflow::{ADD_STYLE, CUT_OFF, SPACING, TWICE};
use crate::offline::until_kept;
use crate::pages::address_of;
use crate::visit::{Visit, visit_as};

#[test]
fn fault_36_damaged_addresses_open_the_page_as_it_is_by_default() {
    let addresses = [
        "?lang=%00",
        "?lang=<script>alert(1)</script>",
        "?lang=%3Cscript%3Ealert(1)%3C/script%3E",
        "?lang=%FF%FE",
        "?lang=en%20",
        "?&&==&lang",
        "?lang=vi&lang=en",
        "?constructor=__proto__&lang[]=en",
        "?tab=%E2%80%AEelbat&province=__proto__&figure=NaN",
        "?tab=constructor&tab=%00&figure=%FF",
        "#\"><img src=x onerror=alert(1)>",
        "#%00",
        "#__proto__",
    ];
    for visit in Visit::IN_EACH {
        visit_as(visit, async |page, _| {
            for address in addresses {
                page.open(address).await?;
                let shown: String = address.chars().take(60).collect();
                let lang: String = page.ask("return document.documentElement.lang").await?;
                assert_eq!(lang, Language::Vi.slug(), "{shown}");
                let heading = plain(&page.text("h1").await?);
                assert_eq!(heading, plain(messages(Language::Vi).heading), "{shown}");
                assert_eq!(page.count("figure canvas").await?, 1, "{shown}");
                assert_eq!(page.count("img, main script").await?, 0, "{shown}");
            }
            // A megabyte, once it is encoded.
            let long = "location.assign('?x#' + 'đ'.repeat(170_000))";
            page.ask::<()>(long).await?;
            page.until("it is open", "return location.hash.length > 1e6").await?;
            page.until_ready().await?;
            assert_eq!(page.count("figure canvas").await?, 1);
            // Of a list, all rows are there.
            page.open("muc-tieu/").await?;
            let all = page.count("[data-row]").await?;
            assert!(all > 10);
            for query in ["?year=NaN", "?year=%00&status=__proto__", "?sort=%FF%FE&topic=<b>"] {
                page.open(&format!("muc-tieu/{query}")).await?;
                assert_eq!(page.count("[data-row]").await?, all, "{query}");
            }
            Ok(())
        });
    }
}

#[test]
fn fault_41_who_comes_back_finds_the_page_as_they_left_it() {
    for visit in Visit::IN_EACH {
        visit_as(visit, async |page, _| {
            page.open("so-lieu/").await?;
            // A page that still loads something is held by no browser.
            until_kept(page).await?;
            page.click("#search").await?;
            page.type_text("4g").await?;
            page.ask::<()>("scrollTo({ top: 300, behavior: 'instant' })").await?;
            page.settle().await?;
            let state = "return [document.querySelector('#search').value, location.search,
                String(Math.round(scrollY / 50)),
                String(document.querySelectorAll('[data-row]').length)]";
            let left: Vec<String> = page.ask(state).await?;
            assert_eq!(left[0], "4g");
            page.ask::<()>(
                "window.kept = true;
                addEventListener('pageshow', ({ persisted }) => { window.persisted = persisted })",
            )
            .await?;
            let lead_on =
                "location.href = document.querySelector('.routes li:nth-child(2) a').href";
            page.ask::<()>(lead_on).await?;
            page.until("the next page is open", "return !document.querySelector('#search')")
                .await?;
            page.until_ready().await?;
            page.driver().back().await?;
            page.until_ready().await?;
            let kept = "return [window.kept === true, window.persisted === true]";
            let kept: [bool; 2] = page.ask(kept).await?;
            // Firefox lets go of pages that its driver has typed into: then all of it comes from the
            // address.
            let is_held = page.engine() != Engine::Firefox;
            assert!(kept == [true; 2] || !is_held, "{:?} holds no page", page.engine());
            assert_eq!(page.ask::<Vec<String>>(state).await?, left);
            // It still listens.
            page.click("#search").await?;
            page.type_text("zzz").await?;
            assert_eq!(page.count("[data-row]").await?, 0);
            Ok(())
        });
    }
}

#[test]
fn fault_41_who_loads_a_page_again_at_its_foot_stays_there() {
    for visit in Visit::IN_EACH {
        visit_as(visit, async |page, _| {
            page.open("").await?;
            let last = "const last = document.querySelector('footer section:last-of-type h2')";
            page.ask::<()>(&format!("{last}; last.scrollIntoView({{ behavior: 'instant' }})"))
                .await?;
            page.settle().await?;
            let place = format!("{last}; return Math.round(last.getBoundingClientRect().top)");
            let left: i32 = page.ask(&place).await?;
            // The drivers have ways of their own to do it, by which Firefox begins at the top.
            page.ask::<()>("window.left = true; location.reload()").await?;
            page.until("the page is loaded again", "return !window.left").await?;
            page.until_ready().await?;
            let found: i32 = page.ask(&place).await?;
            assert!((found - left).abs() <= 1, "{:?}: {left}, then {found}", page.engine());
            Ok(())
        });
    }
}

/// Shows a page in a frame of a width, which any engine can have, and goes into it.
async fn narrow(page: &Page, address: &str, width: u32) -> Result<()> {
    page.go("404.html").await?;
    let frame = "const [[address, width], done] = arguments;
        const frame = document.createElement('iframe');
        frame.style = `position: fixed; inset: 0; width: ${width}px; height: 800px; border: 0`;
        frame.onload = () => done();
        frame.src = `./${address}`;
        document.body.append(frame)";
    page.ask_later::<()>(frame, (address, width)).await?;
    page.driver().enter_frame(0).await?;
    page.until_ready().await
}

#[test]
fn fault_43_narrow_screens_and_large_or_wide_text_lose_nothing() {
    for visit in Visit::IN_EACH {
        visit_as(visit, async |page, _| {
            let settings = [(320, ""), (360, TWICE), (360, SPACING), (1280, TWICE)];
            for address in ["", "phu-song/", "en/targets/", "so-lieu/"] {
                for (width, style) in settings {
                    narrow(page, address, width).await?;
                    page.ask_about::<()>(ADD_STYLE, style).await?;
                    page.settle().await?;
                    let told: Vec<String> = page.ask(CUT_OFF).await?;
                    assert!(told.is_empty(), "{address} at {width}, {style}: {told:#?}");
                    page.driver().enter_default_frame().await?;
                }
            }
            Ok(())
        });
    }
}

/// A script that has the browser speak a language.
fn speak(locale: &str) -> &'static str {
    match locale {
        "ar" => "Object.defineProperty(navigator, 'language', { value: 'ar' })",
        _ => "Object.defineProperty(navigator, 'language', { value: 'de' })",
    }
}

#[test]
fn fault_44_the_language_of_the_browser_changes_neither_numbers_nor_search() {
    for locale in ["de", "ar"] {
        for visit in Visit::IN_EACH {
            let options = Options { locale: Some(locale), ..Options::USUAL };
            visit_as(Visit { options, ..visit }, async |page, server| {
                // Its language is that of the machine, which need not have another one.
                if page.engine() == Engine::WebKit {
                    server.inject(Into::Pages, speak(locale));
                }
                page.open("").await?;
                let of_browser: String = page.ask("return navigator.language").await?;
                assert!(of_browser.starts_with(locale), "{of_browser}");
                page.ask::<()>("document.querySelector('.marks').focus()").await?;
                page.press(Key::Right).await?;
                let card = card(page).await?.expect("a card is open");
                assert!(card.value.contains("16,36"), "{}", card.value);
                page.open("so-lieu/").await?;
                let mut found = Vec::new();
                // In one letter each, in two, and without marks.
                for typed in ["băng rộng", "ba\u{306}ng ro\u{323}\u{302}ng", "bang rong"] {
                    let type_it = "const field = document.querySelector('#search');
                        field.value = arguments[0];
                        field.dispatchEvent(new Event('input', { bubbles: true }))";
                    page.ask_about::<()>(type_it, typed).await?;
                    page.settle().await?;
                    found.push(page.count("[data-row]").await?);
                }
                assert!(found[0] > 3, "{found:?}");
                assert_eq!(found, [found[0]; 3]);
                Ok(())
            });
        }
    }
}

#[test]
fn fault_45_colours_and_motion_as_the_reader_wants_them() {
    visit_as(Visit::IN_FIREFOX, async |page, _| {
        page.open(&address_of(ChartId::Coverage, Language::Vi)).await?;
        let ground = "const canvas = document.querySelector(arguments[0]);
            const probe = document.body.appendChild(document.createElement('i'));
            probe.style = 'forced-color-adjust: none; color: LinkText';
            const [red, green, blue] = getComputedStyle(probe).color.match(/\\d+/g).map(Number);
            probe.remove();
            const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
            let count = 0;
            for (let at = 0; at < data.length; at += 4) {
                count += data[at] === red && data[at + 1] === green && data[at + 2] === blue;
            }
            return count";
        let of_chart = canvas(ChartId::Coverage);
        let is = "return [matchMedia('(forced-colors: active)').matches,
            matchMedia('(prefers-reduced-motion: reduce)').matches]";
        assert_eq!(page.ask::<[bool; 2]>(is).await?, [false; 2]);
        let settings = [("browser.display.document_color_use", 2), ("ui.prefersReducedMotion", 1)];
        page.set_preferences(&settings).await?;
        let hold = "return matchMedia('(forced-colors: active)').matches
            && matchMedia('(prefers-reduced-motion: reduce)').matches";
        page.until("the reader's settings hold", hold).await?;
        page.settle().await?;
        let pixels: u32 = page.ask_about(ground, &of_chart).await?;
        assert!(pixels > 100, "the chart has {pixels} pixels in the reader's colours");
        let moving = "return [...document.querySelectorAll('*')].filter(element => {
            const style = getComputedStyle(element);
            return parseFloat(style.transitionDuration) > 0 || style.animationName !== 'none';
        }).length";
        assert_eq!(page.ask::<usize>(moving).await?, 0);
        Ok(())
    });
}
