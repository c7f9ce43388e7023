//! The edition in one file, alone in a folder and opened from there without any server.

use std::fs;

use dak_so::chart::ChartId;
use dak_so::embedded::DATASET;
use dak_so::i18n::{messages, spoken};
use dak_so::model::{Language, Slug};
use dak_so::query::{Query, words_of};
use e2e::{Key, Options, Page, Result, Screen};
use thirtyfour::By;

use crate::card::card;
use crate::chart::{bring, centre, scene};
use crate::failures::break_memory;
use crate::pages::{ONE_FILE as NAME, file, folder, language, live_addresses, still_addresses};
use crate::seen::look;
use crate::visit::{Visit, visit_as};

const VISITS: [Visit; 2] = [Visit::IN_CHROMIUM, Visit::IN_FIREFOX];

/// Opens the file in some way. At the end, nothing but what it made itself may have been loaded.
#[track_caller]
fn visit_file(how: Visit, test: impl AsyncFnOnce(&Page) -> Result<()>) {
    visit_as(how, async |page, _| {
        let alone = tempfile::tempdir()?;
        fs::copy(folder().join(NAME), alone.path().join(NAME))?;
        let page = page.elsewhere(format!("file://{}", alone.path().display()));
        page.show_on(Screen::DESKTOP).await?;
        test(&page).await?;
        let loaded = "return performance.getEntriesByType('resource')
            .map(entry => entry.name).filter(name => !name.startsWith('blob:'))";
        let loaded: Vec<String> = page.ask(loaded).await?;
        assert!(loaded.is_empty(), "{loaded:?}");
        assert_eq!(page.complaints().await?, [""; 0]);
        Ok(())
    });
}

/// Opens a page by its address alone, as from a link in a message.
async fn deep_link(page: &Page, address: &str) -> Result<()> {
    // From one place in a file to another, a browser would not load it.
    page.driver().goto("about:blank").await?;
    page.go(&format!("{NAME}#/{address}")).await?;
    until_shown(page, address).await
}

/// Waits until a page is shown, and lives if it can.
async fn until_shown(page: &Page, address: &str) -> Result<()> {
    let script = format!(
        "const {{ dataset, hidden }} = document.documentElement;
        const still = !document.getElementById('start-failed');
        return dataset.path === '{address}' && !hidden && document.readyState === 'complete'
            && (still || dataset.app === 'ready')"
    );
    page.until(&format!("{address:?} is shown"), &script).await?;
    page.settle().await
}

/// Clicks on a link to another page. Unlike [`Page::click`] it leaves the present page no time, because
/// it goes away.
async fn follow(page: &Page, selector: &str, address: &str) -> Result<()> {
    page.driver().find(By::Css(selector)).await?.click().await?;
    until_shown(page, address).await
}

#[test]
fn the_start_page_lives_and_its_marks_show_their_evidence() {
    for visit in VISITS {
        visit_file(visit, async |page| {
            page.open(NAME).await?;
            let seen = look(page).await?;
            seen.assert_has_its_content("");
            seen.assert_has_live_charts("");
            assert_eq!((seen.charts(), seen.message), (1, None));
            let chart = ChartId::Pair;
            let mark = &scene(page, Language::Vi, chart).await?.marks[0];
            page.point(bring(page, chart, centre(mark.shape)).await?).await?;
            page.press_mouse().await?;
            card(page).await?.unwrap().assert_shows(Language::Vi, mark.observation);
            page.click(".open .close").await?;
            page.click("#like-for-like .source a").await?;
            page.until("the source is asked for", "return location.hash.startsWith('#source-')")
                .await?;
            let in_view =
                "const { top } = document.querySelector(location.hash).getBoundingClientRect();
                return top > -1 && top < innerHeight";
            assert!(page.ask(in_view).await?);
            Ok(())
        });
    }
}

#[test]
fn a_card_leads_to_the_page_of_its_figure() {
    visit_file(Visit::IN_CHROMIUM, async |page| {
        deep_link(page, "en/").await?;
        let chart = ChartId::Pair;
        let mark = &scene(page, Language::En, chart).await?.marks[0];
        page.point(bring(page, chart, centre(mark.shape)).await?).await?;
        page.press_mouse().await?;
        let own_page: String = page
            .ask("return document.querySelector('.open .card-foot a').getAttribute('href')")
            .await?;
        follow(page, ".open .card-foot a", own_page.trim_start_matches("#/")).await
    });
}

#[test]
fn every_kind_of_page_opens_by_its_address() {
    for visit in VISITS {
        visit_file(visit, async |page| {
            for address in live_addresses().iter().chain(&still_addresses()) {
                deep_link(page, address).await?;
                let seen = look(page).await?;
                seen.assert_has_its_content(address);
                seen.assert_has_live_charts(address);
                let written = fs::read_to_string(folder().join(file(address)))?;
                let title = format!("<title>{}</title>", page.driver().title().await?);
                assert!(written.contains(&title), "{title}");
                let shown = "return [document.documentElement.lang, scrollY]";
                let expected = (language(address).slug().to_owned(), 0.0);
                assert_eq!(page.ask::<(String, f64)>(shown).await?, expected, "{address}");
            }
            deep_link(page, "").await?;
            page.driver().goto("about:blank").await?;
            page.go(&format!("{NAME}#/khong-co/")).await?;
            until_shown(page, "").await?;
            look(page).await?.assert_has_its_content("");
            Ok(())
        });
    }
}

#[test]
fn links_languages_and_the_way_back_lead_to_pages() {
    for visit in VISITS {
        visit_file(visit, async |page| {
            page.open(NAME).await?;
            follow(page, ".languages a[hreflang=en]", "en/").await?;
            follow(page, ".routes a[href='#/en/figures/']", "en/figures/").await?;
            let row = "[data-group]:last-of-type tr:last-child a";
            let target: String = page
                .ask_about("return document.querySelector(arguments[0]).getAttribute('href')", row)
                .await?;
            let figure = target.trim_start_matches("#/");
            follow(page, row, figure).await?;
            look(page).await?.assert_has_its_content(figure);
            let focus = "return document.activeElement.tagName";
            assert_eq!(page.ask::<String>(focus).await?, "H1");

            page.driver().back().await?;
            until_shown(page, "en/figures/").await?;
            assert!(page.ask::<f64>("return scrollY").await? > 0.0, "where the reader was");
            page.driver().back().await?;
            until_shown(page, "en/").await?;
            page.driver().back().await?;
            until_shown(page, "").await?;
            page.driver().forward().await?;
            until_shown(page, "en/").await?;
            page.driver().refresh().await?;
            until_shown(page, "en/").await?;
            look(page).await?.assert_has_live_charts("en/");
            Ok(())
        });
    }
}

#[test]
fn a_place_on_a_page_is_found() {
    for visit in VISITS {
        visit_file(visit, async |page| {
            let top = "return document.getElementById('source-5').getBoundingClientRect().top < innerHeight
                && scrollY > 0";
            for address in ["nguon/", "en/sources/"] {
                page.driver().goto("about:blank").await?;
                page.go(&format!("{NAME}#/{address}#source-5")).await?;
                until_shown(page, address).await?;
                assert!(page.ask(top).await?, "{address}");
                page.ask::<()>("scrollTo(0, 0)").await?;
                page.ask::<()>(
                    "location.hash += '-none'; location.hash = location.hash.replace('-none', '')",
                )
                .await?;
                page.until("the place is found again", top).await?;
                until_shown(page, address).await?;
            }
            Ok(())
        });
    }
}

/// The figures of the rows that are not hidden, by name.
const FOUND: &str = "return [...document.querySelectorAll('[data-row]')]
    .filter(row => row.checkVisibility())
    .map(row => row.querySelector('[data-figure]').dataset.figure).sort()";

#[test]
fn the_search_finds_with_and_without_marks() {
    let query = Query::new("băng rộng");
    let expected = DATASET.observations();
    let expected = expected.filter(|(id, _)| query.fits(&words_of(&DATASET, *id, spoken)));
    let expected = expected.map(|(_, figure)| figure.slug);
    let mut expected: Vec<&str> = expected.collect();
    expected.sort_unstable();
    assert!(expected.len() > 3 && expected.len() < DATASET.observations.len());
    for visit in VISITS {
        visit_file(visit, async |page| {
            for address in ["so-lieu/", "en/figures/"] {
                deep_link(page, address).await?;
                assert_eq!(page.ask::<Vec<String>>(FOUND).await?.len(), DATASET.observations.len());
                page.click("#search").await?;
                page.type_text("bang rong").await?;
                let found: Vec<String> = page.ask(FOUND).await?;
                assert_eq!(found, expected, "{address}");
            }
            Ok(())
        });
    }
}

#[test]
fn tabs_and_lists_work_as_on_the_site() {
    for visit in VISITS {
        visit_file(visit, async |page| {
            deep_link(page, "muc-tieu/").await?;
            let shown = "return [...document.querySelectorAll('.side')]
                .filter(side => side.checkVisibility()).map(side => side.dataset.sides)";
            assert_eq!(page.ask::<Vec<String>>(shown).await?, ["chart"]);
            page.click(".tabs a:nth-child(2)").await?;
            assert_eq!(page.ask::<Vec<String>>(shown).await?, ["table"]);
            let all = page.count("[data-row]").await?;
            let choose = "const list = document.querySelector('#by-status');
                list.value = 'met_later';
                list.dispatchEvent(new Event('input', { bubbles: true }))";
            page.ask::<()>(choose).await?;
            page.settle().await?;
            let left = page.count("[data-row]").await?;
            assert!(left > 0 && left < all, "{left} of {all}");
            // The page can still be left for another one.
            let leave = "const link = document.querySelector('.languages a:not([aria-current])');
                setTimeout(() => link.click())";
            page.ask::<()>(leave).await?;
            until_shown(page, "en/targets/").await
        });
    }
}

/// Keeps what is handed to the reader, in place of saving it.
const INTERCEPT: &str = "window.saved = [];
    const address = URL.createObjectURL;
    const made = new Map();
    URL.createObjectURL = blob => {
        const result = address.call(URL, blob);
        made.set(result, blob);
        return result;
    };
    HTMLAnchorElement.prototype.click = function () {
        window.saved.push([this.download, made.get(this.href)]);
    }";

#[test]
fn files_are_handed_out_as_they_are_on_the_site() {
    for visit in VISITS {
        visit_file(visit, async |page| {
            let figures = "so/dn-fixed-broadband-2024-08/";
            for (address, name, path) in [
                ("", "observations.csv", "data/observations.csv"),
                ("en/", "datapackage.json", "data/datapackage.json"),
                ("muc-tieu/", "dak-so-targets-vi.csv", "charts/vi/targets.csv"),
                ("en/coverage/", "dak-so-coverage-en.svg", "charts/en/coverage.svg"),
                (figures, "targets.csv", "data/targets.csv"),
            ] {
                deep_link(page, address).await?;
                page.ask::<()>(INTERCEPT).await?;
                page.click(&format!("a[download='{name}']")).await?;
                page.until("it is saved", "return window.saved.length === 1").await?;
                let saved = "const [[name, blob]] = window.saved;
                    const done = arguments[arguments.length - 1];
                    blob.arrayBuffer().then(buffer => done([name, blob.type, [...new Uint8Array(buffer)]]))";
                let (saved, kind, bytes): (String, String, Vec<u8>) =
                    page.ask_later(saved, ()).await?;
                assert_eq!(saved, name);
                assert!(["text/csv", "application/json", "image/svg+xml"].contains(&&*kind));
                assert!(bytes == fs::read(folder().join(path))?, "{path} is another one");
            }
            Ok(())
        });
    }
}

#[test]
fn a_poster_is_drawn_as_a_picture() {
    for visit in VISITS {
        visit_file(visit, async |page| {
            deep_link(page, "phu-song/").await?;
            page.ask::<()>(INTERCEPT).await?;
            page.click("a[download='dak-so-coverage-vi.png']").await?;
            page.until("it is saved", "return window.saved.length === 1").await?;
            let look = "const [[name, blob]] = window.saved;
                const done = arguments[arguments.length - 1];
                createImageBitmap(blob).then(picture => {
                    const canvas = document.createElement('canvas');
                    canvas.width = picture.width;
                    canvas.height = picture.height;
                    const context = canvas.getContext('2d');
                    context.drawImage(picture, 0, 0);
                    const { data } = context.getImageData(0, 0, picture.width, picture.height);
                    const colors = new Set(new Uint32Array(data.buffer));
                    done([name, blob.type, picture.width, picture.height, colors.size]);
                })";
            let (name, kind, width, height, colors): (String, String, u32, u32, usize) =
                page.ask_later(look, ()).await?;
            assert_eq!((&*name, &*kind), ("dak-so-coverage-vi.png", "image/png"));
            let poster = fs::read_to_string(folder().join("charts/vi/coverage.svg"))?;
            let size = format!("width=\"{}\" height=\"{}\"", width / 2, height / 2);
            assert!(poster.contains(&size), "{size}");
            assert!(colors > 20, "{colors}");
            Ok(())
        });
    }
}

#[test]
fn without_scripts_the_start_page_is_whole_and_says_what_is_missing() {
    for visit in VISITS {
        let visit = Visit { options: Options::WITHOUT_SCRIPTS, ..visit };
        visit_file(visit, async |page| {
            for screen in [Screen::DESKTOP, Screen::new(360, 740, 2.0)] {
                page.show_on(screen).await?;
                page.go(NAME).await?;
                let seen = look(page).await?;
                seen.assert_has_its_content("");
                seen.assert_has_static_charts("");
                assert_eq!((seen.charts(), seen.controls, seen.hints), (1, 0, 0));
                for language in Language::ALL {
                    let sentence =
                        page.text(&format!("noscript [lang={}]", language.slug())).await?;
                    assert_eq!(sentence, messages(*language).one_file_scripts);
                }
            }
            Ok(())
        });
    }
}

#[test]
fn an_app_that_fails_later_opens_the_same_view_once_more() {
    for visit in VISITS {
        visit_as(visit, async |page, _| {
            let page = page.elsewhere(format!("file://{}", folder().canonicalize()?.display()));
            deep_link(&page, "en/coverage/").await?;
            page.ask::<()>("window.before = true").await?;
            break_memory(&page).await?;
            page.ask::<()>("document.querySelector('#coverage .marks').focus()").await?;
            page.press(Key::Right).await?;
            page.until("it is another document", "return !window.before").await?;
            until_shown(&page, "en/coverage/").await?;
            look(&page).await?.assert_has_live_charts("en/coverage/");
            Ok(())
        });
    }
}

#[test]
fn in_a_browser_that_unpacks_nothing_the_start_page_remains() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        page.before_each_page("delete window.DecompressionStream").await?;
        let page = page.elsewhere(format!("file://{}", folder().canonicalize()?.display()));
        for address in [NAME.to_owned(), format!("{NAME}#/en/figures/")] {
            page.driver().goto("about:blank").await?;
            page.go(&address).await?;
            let failed = "return document.documentElement.dataset.app === 'failed'";
            page.until("it gives up", failed).await?;
            let seen = look(&page).await?;
            seen.assert_has_its_content("");
            seen.assert_has_static_charts("");
            let message = seen.message.unwrap_or_default();
            assert!(message.starts_with(messages(Language::Vi).start_failed), "{message}");
        }
        Ok(())
    });
}
