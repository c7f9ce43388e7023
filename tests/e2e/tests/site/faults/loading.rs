//! The app does not arrive, or not as it was sent.

use std::time::Duration;

use dak_so::chart::ChartId;
use dak_so::i18n::messages;
use dak_so::model::Language;
use e2e::{Behaviour, Engine, Into, Link, Options, Page, Result, StatusCode};
use serde_json::json;

use crate::chart::canvas;
use crate::failures::assert_says_so;
use crate::pages::address_of;
use crate::seen::look;
use crate::visit::{Visit, visit_as};

const WASM: &str = ".wasm";

/// A page of each language in turn. A second page of a visit may come from what the first one has kept.
fn an_address(page: &Page) -> String {
    match page.engine() {
        Engine::Chromium | Engine::WebKit => address_of(ChartId::Coverage, Language::Vi),
        Engine::Firefox => address_of(ChartId::Targets, Language::En),
    }
}

#[test]
fn fault_01_without_scripts_the_page_has_its_charts_and_tables() {
    for visit in Visit::IN_EACH {
        let visit = Visit { options: Options::WITHOUT_SCRIPTS, ..visit };
        visit_as(visit, async |page, _| {
            let address = an_address(page);
            page.go(&address).await?;
            let seen = look(page).await?;
            seen.assert_has_its_content(&address);
            seen.assert_has_static_charts(&address);
            assert_eq!((seen.message, seen.controls), (None, 0), "{address}");
            page.click("details:not([open]) > summary").await?;
            assert!(page.is_shown("details[open] > :not(summary)").await?);
            Ok(())
        });
    }
}

/// Checks that the page is whole and says what it lacks, where a script runs before its own.
fn is_told(behaviour: Behaviour, injected: &'static str) {
    for visit in Visit::IN_EACH {
        visit_as(Visit { behaviour, ..visit }, async |page, server| {
            server.inject(Into::Pages, injected);
            let address = an_address(page);
            page.go(&address).await?;
            assert_says_so(page, &address).await
        });
    }
}

#[test]
fn fault_02_without_webassembly_the_page_is_whole_and_says_so() {
    is_told(Behaviour::Faithful, "delete window.WebAssembly");
}

#[test]
fn fault_03_a_policy_that_forbids_webassembly_leaves_the_page_whole() {
    is_told(Behaviour::Csp("script-src 'self' 'unsafe-inline'"), "");
}

#[test]
fn fault_04_webassembly_that_is_said_to_be_text_starts() {
    for visit in Visit::IN_EACH {
        let behaviour = Behaviour::Typed(WASM, "text/plain");
        visit_as(Visit { behaviour, ..visit }, async |page, _| {
            let address = an_address(page);
            page.open(&address).await?;
            look(page).await?.assert_has_live_charts(&address);
            Ok(())
        });
    }
}

/// Checks that the page says what it lacks, and that the way that it offers helps when the fault is over.
fn is_told_and_tried_again(behaviour: Behaviour) {
    for visit in Visit::IN_EACH {
        visit_as(Visit { behaviour, ..visit }, async |page, server| {
            let address = an_address(page);
            server.behave(behaviour);
            page.go(&address).await?;
            assert_says_so(page, &address).await?;
            server.behave(Behaviour::Faithful);
            page.ask::<()>("document.querySelector('#start-failed a').click()").await?;
            page.until_ready().await?;
            let seen = look(page).await?;
            seen.assert_has_live_charts(&address);
            assert_eq!(seen.message, None, "{address} after {behaviour:?}");
            Ok(())
        });
    }
}

#[test]
fn fault_05_webassembly_that_is_refused_is_asked_for_again() {
    for status in [StatusCode::NOT_FOUND, StatusCode::FORBIDDEN, StatusCode::INTERNAL_SERVER_ERROR]
    {
        is_told_and_tried_again(Behaviour::Refused(WASM, status));
    }
}

#[test]
fn fault_06_webassembly_with_other_bytes_does_not_run() {
    is_told_and_tried_again(Behaviour::Garbage(WASM));
}

#[test]
fn fault_07_webassembly_that_ends_before_its_length_is_asked_for_again() {
    is_told_and_tried_again(Behaviour::BrokenOff(WASM));
}

#[test]
fn fault_08_webassembly_that_ends_early_and_tells_no_length_is_asked_for_again() {
    is_told_and_tried_again(Behaviour::InChunks(WASM));
}

/// Time goes twenty times as fast for what waits.
const HASTE: &str = "const wait = setTimeout;
    setTimeout = (act, time, ...given) => wait(act, time / 20, ...given)";

/// What a page in a frame says of itself: seen from around, since a page that is never read to its end
/// holds up the driver of a browser.
const IN_FRAME: &str = "const page = document.querySelector('iframe').contentDocument;
    const said = page.getElementById('start-failed');
    if (!said) return ['nothing yet'];
    return [said.hidden ? '' : said.innerText, page.documentElement.dataset.app ?? '',
        String(page.querySelectorAll('figure .still svg').length > 0)]";

#[test]
fn fault_11_what_hangs_is_told_and_forgotten_when_it_comes() {
    for visit in Visit::IN_EACH {
        for held in ["assets/start", "assets/dak-so", WASM] {
            let behaviour = Behaviour::Held(held);
            visit_as(Visit { behaviour, ..visit }, async |page, server| {
                server.inject(Into::Pages, HASTE);
                page.go("404.html").await?;
                let frame = "const frame = document.createElement('iframe');
                    frame.src = arguments[0];
                    document.body.append(frame)";
                page.ask_about::<()>(frame, "phu-song/").await?;
                let late = format!("{IN_FRAME}[0] !== ''");
                page.until("the page says that something hangs", &late).await?;
                let seen: [String; 3] = page.ask(IN_FRAME).await?;
                let text = messages(Language::Vi).start_failed;
                assert!(seen[0].starts_with(text), "{held}: {seen:?}");
                let expected = if held == "assets/start" { "" } else { "starting" };
                assert_eq!((seen[1].as_str(), seen[2].as_str()), (expected, "true"), "{held}");
                server.release();
                let ready = format!("{IN_FRAME}.join() === ',ready,true'");
                page.until("it comes after all", &ready).await
            });
        }
    }
}

#[test]
fn fault_13_a_file_that_is_missing_is_not_answered_with_a_page_of_the_site() {
    for visit in Visit::IN_EACH {
        visit_as(visit, async |page, _| {
            page.go("").await?;
            let answer = "const [name, done] = arguments;
                fetch(name).then(answer => answer.text().then(text => done([answer.status, text])))";
            for name in ["assets/dak-so-0000000000000000.js", "assets/dak-so-0000000000000000.wasm"]
            {
                let (status, text): (u16, String) = page.ask_later(answer, name).await?;
                assert_eq!(status, 404, "{name}");
                assert!(!text.contains("app-wasm") && !text.contains("data-chart"), "{name}");
            }
            Ok(())
        });
    }
}

/// Notes when the app is there.
const NOTE_READY: &str = "new MutationObserver(() => {
    if (document.documentElement.dataset.app === 'ready') window.readyAt ??= performance.now();
}).observe(document, { subtree: true, attributeFilter: ['data-app'] })";

#[test]
fn fault_14_on_a_slow_line_the_content_is_there_before_the_app() {
    let link = Link { latency: Duration::from_millis(150), bytes_per_second: 200_000 };
    for visit in Visit::IN_EACH {
        let visit = Visit { behaviour: Behaviour::Far(link), ..visit };
        visit_as(visit, async |page, server| {
            if page.engine() == Engine::Chromium {
                page.command("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
            }
            server.inject(Into::Pages, NOTE_READY);
            page.open("").await?;
            let (painted, ready): (f64, f64) = page
                .ask(
                    "const [paint] = performance.getEntriesByName('first-contentful-paint');
                    return [paint.startTime, window.readyAt]",
                )
                .await?;
            assert!(painted < ready, "painted at {painted} ms, the app was ready at {ready} ms");
            Ok(())
        });
    }
}

#[test]
fn fault_38_without_a_canvas_the_pictures_and_the_tables_remain() {
    for visit in Visit::IN_EACH {
        visit_as(visit, async |page, server| {
            server.inject(Into::Pages, "HTMLCanvasElement.prototype.getContext = () => null");
            let address = address_of(ChartId::Coverage, Language::Vi);
            page.go(&address).await?;
            assert_says_so(page, &address).await?;
            let sides = [(1, ".still"), (2, "table [data-figure]"), (3, ".cite"), (1, ".still")];
            for (tab, shown) in sides {
                page.click(&format!("#coverage .tabs a:nth-child({tab})")).await?;
                assert!(page.is_shown(&format!("#coverage {shown}")).await?, "{shown}");
            }
            Ok(())
        });
    }
}

/// How many pixels of a canvas are of the colour that its first one has not.
const DRAWN: &str = "const canvas = document.querySelector(arguments[0]);
    const { width, height } = canvas;
    const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
    let drawn = 0;
    for (let at = 0; at < data.length; at += 4) drawn += data[at + 3] && data[at] !== data[0] ? 1 : 0;
    return [width * height, drawn]";

async fn drawn(page: &Page, chart: ChartId) -> Result<(f64, f64)> {
    page.ask_about(DRAWN, canvas(chart)).await
}

#[test]
fn fault_37_no_zoom_and_no_screen_makes_a_canvas_larger_than_phones_can_hold() {
    /// What Safari on iOS shows at most, in pixels.
    const MOST: f64 = 16_777_216.0;
    for visit in Visit::IN_EACH {
        visit_as(visit, async |page, server| {
            server.inject(
                Into::Pages,
                "Object.defineProperty(window, 'devicePixelRatio', { get: () => 60 })",
            );
            for chart in [ChartId::Coverage, ChartId::Targets] {
                page.open(&address_of(chart, Language::Vi)).await?;
                let (pixels, drawn) = drawn(page, chart).await?;
                assert!(pixels <= MOST && pixels > MOST / 16.0, "{pixels}");
                assert!(drawn > pixels / 200.0, "{drawn} of {pixels}");
            }
            Ok(())
        });
    }
}

#[test]
fn fault_39_what_a_canvas_has_lost_is_drawn_again() {
    for visit in Visit::IN_EACH {
        visit_as(visit, async |page, _| {
            let chart = ChartId::Coverage;
            page.open(&address_of(chart, Language::Vi)).await?;
            // A browser loses it, and says so when it can be drawn again. More than once.
            for _ in 0..2 {
                // On a busy machine, what the size of the screen brings may come late.
                page.settle().await?;
                let before = drawn(page, chart).await?;
                assert!(before.1 > 0.0);
                let lose = "const canvas = document.querySelector(arguments[0]);
                    canvas.width = canvas.width;
                    for (const name of ['contextlost', 'contextrestored']) {
                        canvas.dispatchEvent(new Event(name));
                    }";
                page.ask_about::<()>(lose, canvas(chart)).await?;
                let (pixels, colored) = before;
                let of_chart = DRAWN.replace("arguments[0]", &format!("{:?}", canvas(chart)));
                let again = format!(
                    "const seen = (() => {{ {of_chart} }})();
                    return seen[0] === {pixels} && seen[1] === {colored} || seen.join()"
                );
                page.until("all of it is drawn again", &again).await?;
            }
            Ok(())
        });
    }
}
