//! Nothing on the page jumps when the app takes the place of the static pictures.

use std::time::Duration;

use dak_so::model::Language;
use e2e::{Behaviour, Environment, Into, Page, Result, Screen, Server};
use serde::Deserialize;
use serde_json::json;

use crate::pages::{chart_addresses, live_addresses};
use crate::picture::{Picture, difference, keep};
use crate::seen::look;
use crate::takeover::{HELD, IN_CHROMIUM};
use crate::visit::{Visit, visit_as};

const SCREENS: [Screen; 5] = [
    Screen::PHONE,
    Screen { pixel_ratio: 2.625, ..Screen::PHONE },
    Screen { width: 412, height: 915, pixel_ratio: 2.625, touch: true },
    Screen::new(768, 1024, 1.0),
    Screen::new(1280, 800, 1.0),
];

/// Out of 255: how far two pixels may differ after each was mixed with its eight neighbours, and where
/// it may have moved by one CSS pixel. A browser fits the letters of an SVG to the pixels of the screen;
/// a canvas is drawn at a whole number of pixels to a CSS pixel and then scaled. A bar, a line or a word
/// that moves further, or another colour, differs by more.
const ANTIALIASING: u8 = 80;

/// All shifts of the layout that the browser has seen since the page began to load.
const SHIFTS: &str = "const [, done] = arguments;
    new PerformanceObserver(list => done(list.getEntries().map(entry => ({
        score: entry.value,
        after: entry.startTime,
        what: entry.sources.map(({ node, previousRect: from, currentRect: to }) =>
            `${node?.outerHTML?.slice(0, 80)} from ${from.x}, ${from.y} to ${to.x}, ${to.y}`).join('; '),
    })))).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done([]), 500)";

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "a failed test prints it")]
struct Shift {
    score: f64,
    after: f64,
    what: String,
}

/// Each screen has a browser of its own. Chromium shows phones no scroll bar, and for as long as a page
/// that it showed on a phone may come back, no other page of the same process either: the bar would come,
/// and all would move, when that page is given up.
#[test]
fn nothing_shifts_while_a_page_loads_and_comes_to_life() {
    for screen in SCREENS {
        visit_as(IN_CHROMIUM, async |page, _| {
            page.show_on(screen).await?;
            let mut faults = Vec::new();
            for address in live_addresses() {
                let server = held(IN_CHROMIUM).await?;
                let page = page.elsewhere(server.site());
                page.go(&address).await?;
                page.settle().await?;
                server.release();
                page.until_ready().await?;
                let shifts: Vec<Shift> = page.ask_later(SHIFTS, ()).await?;
                if !shifts.is_empty() {
                    faults.push(format!("{address}: {shifts:?}"));
                }
            }
            assert!(faults.is_empty(), "{screen:?}: {faults:#?}");
            Ok(())
        });
    }
}

/// A line that breaks off for a while within the header, where a part of it would be in its place only
/// until the next part has come.
#[test]
fn nothing_shifts_when_the_network_pauses_in_the_header() {
    visit_as(IN_CHROMIUM, async |page, _| {
        page.show_on(Screen::PHONE).await?;
        for part in ["</span></p>", "Tiếng Việt</a></li>", "English</a></li>"] {
            for address in ["", "en/"] {
                let paused = Behaviour::Paused(part, Duration::from_millis(500));
                let server = served(IN_CHROMIUM, paused).await?;
                let page = page.elsewhere(server.site());
                page.go(address).await?;
                let shifts: Vec<Shift> = page.ask_later(SHIFTS, ()).await?;
                assert!(shifts.is_empty(), "{address}, after {part}: {shifts:?}");
            }
        }
        Ok(())
    });
}

/// The first frame of the start page waits for its chart, but not for a line that breaks off within it.
#[test]
fn words_are_there_when_the_network_pauses_in_the_first_chart() {
    visit_as(IN_CHROMIUM, async |page, _| {
        for address in ["", "en/"] {
            let paused = Behaviour::Paused("<svg class=\"w640\"", Duration::from_secs(3));
            let server = served(IN_CHROMIUM, paused).await?;
            let page = page.elsewhere(server.site());
            page.go(address).await?;
            let moments = "const [page] = performance.getEntriesByType('navigation');
                const [paint] = performance.getEntriesByName('first-contentful-paint');
                return [paint.startTime, page.responseEnd]";
            let [words, all]: [f64; 2] = page.ask(moments).await?;
            assert!(
                words < all,
                "{address}: words after {words} ms, all of the page after {all} ms"
            );
        }
        Ok(())
    });
}

/// What waits long waits for good.
const NEVER: &str = "const wait = setTimeout;
    setTimeout = (act, time, ...given) => time > 10_000 || wait(act, time, ...given)";

/// The first frame of the start page leaves out what follows its chart, but for that frame alone: the rest of
/// the page may be long in coming, and its scripts too.
#[test]
fn what_follows_the_first_chart_is_seen_before_all_has_come() {
    let visit = Visit { behaviour: Behaviour::Held("assets/start"), ..IN_CHROMIUM };
    visit_as(visit, async |page, server| {
        server.inject(Into::Pages, NEVER);
        page.go("404.html").await?;
        for address in ["./", "en/"] {
            // From around, since the driver of a browser waits for a page that is never read to its end.
            let frame = "const frame = document.createElement('iframe');
                frame.src = arguments[0];
                document.body.replaceChildren(frame)";
            page.ask_about::<()>(frame, address).await?;
            let seen = "const page = document.querySelector('iframe').contentDocument;
                return page.querySelector('.part')?.offsetHeight > 0";
            page.until("what follows the chart is seen", seen).await?;
        }
        Ok(())
    });
}

/// What has arrived of a page may fit the screen; then comes the rest, and a scroll bar.
#[test]
fn a_page_that_fits_the_screen_is_as_wide_as_one_that_does_not() {
    for visit in [Visit::IN_CHROMIUM, Visit::IN_FIREFOX] {
        visit_as(visit, async |page, _| {
            page.show_on(Screen::new(1280, 1200, 1.0)).await?;
            let width =
                "const { clientWidth, scrollHeight, clientHeight } = document.documentElement;
                return [clientWidth, scrollHeight - clientHeight]";
            page.go("404.html").await?;
            let [short, beyond]: [i32; 2] = page.ask(width).await?;
            assert_eq!(beyond, 0);
            page.go("").await?;
            let [long, beyond]: [i32; 2] = page.ask(width).await?;
            assert!(beyond > 0);
            assert_eq!(short, long, "{:?}", page.engine());
            Ok(())
        });
    }
}

/// A server that holds the Wasm back. What was released stays released, so each takeover has one of
/// its own.
async fn held(visit: Visit) -> Result<Server> {
    served(visit, HELD).await
}

/// A server of its own, of which no browser keeps anything yet.
async fn served(visit: Visit, behaviour: Behaviour) -> Result<Server> {
    Server::start(&Environment::detect()?.site, visit.folder, behaviour).await
}

/// Where everything lies on the page: left, top, width and height in quarters of a CSS pixel. The
/// app keeps cards ready that nobody sees; the pictures would show one that is seen.
const PLACES: &str =
    "return [...document.querySelectorAll('h1, h2, p, li, .plot, table tr, footer *')]
    .filter(element => !element.closest('.card:not(.open)'))
    .map(element => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y + scrollY, width, height].map(length => Math.round(length * 4));
    })";

/// What the window shows at the top of the page and at every chart.
async fn pictures(page: &Page) -> Result<Vec<Picture>> {
    let tops = "return [0, ...[...document.querySelectorAll('.plot')]
        .map(plot => Math.round(plot.getBoundingClientRect().top + scrollY))]";
    let tops: Vec<f64> = page.ask(tops).await?;
    let mut pictures = Vec::with_capacity(tops.len());
    for top in tops {
        let script = "scrollTo({ top: arguments[0], behavior: 'instant' })";
        page.ask_about::<()>(script, top).await?;
        page.settle().await?;
        pictures.push(Picture::take(page).await?);
    }
    page.ask::<()>("scrollTo({ top: 0, behavior: 'instant' })").await?;
    Ok(pictures)
}

/// The bar at the side of a phone's page comes and goes by itself.
async fn hide_scroll_bars(page: &Page) -> Result<()> {
    page.command("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await.map(drop)
}

async fn assert_no_jolt(
    visit: Visit,
    page: &Page,
    address: &str,
    screen: Screen,
    dark: bool,
) -> Result<()> {
    let server = held(visit).await?;
    let page = page.elsewhere(server.site());
    page.show_on(screen).await?;
    page.prefer_dark(dark).await?;
    page.go(address).await?;
    let before = (pictures(&page).await?, page.ask::<Vec<[i32; 4]>>(PLACES).await?);
    look(&page).await?.assert_has_static_charts(address);
    server.release();
    page.until_ready().await?;
    look(&page).await?.assert_has_live_charts(address);
    let after = (pictures(&page).await?, page.ask::<Vec<[i32; 4]>>(PLACES).await?);
    for (index, (before, after)) in before.0.iter().zip(&after.0).enumerate() {
        let reach = screen.pixel_ratio.ceil() as u32;
        let found = difference(&page, before, after, reach).await?;
        if found.most > ANTIALIASING {
            let kept = keep(before, after);
            panic!(
                "{address} on {screen:?}, dark {dark}, view {index}: {found:?}; see {}",
                kept.display()
            );
        }
    }
    assert_eq!(before.1.len(), after.1.len(), "{screen:?}");
    let pairs = before.1.iter().zip(&after.1);
    let moved: Vec<_> = pairs.filter(|(before, after)| before != after).collect();
    assert!(moved.is_empty(), "{screen:?}: {} have moved: {:?}", moved.len(), moved.last());
    Ok(())
}

#[test]
fn chromium_shows_the_same_before_and_after() {
    visit_as(IN_CHROMIUM, async |page, _| {
        hide_scroll_bars(page).await?;
        let addresses = chart_addresses(Language::Vi);
        for (screen, turn) in SCREENS.into_iter().zip(0..) {
            for dark in [false, true] {
                // The start page on every screen, the others in turn.
                let other = &addresses[1 + (turn * 2 + usize::from(dark)) % (addresses.len() - 1)];
                for address in [&addresses[0], other] {
                    assert_no_jolt(IN_CHROMIUM, page, address, screen, dark).await?;
                }
            }
        }
        Ok(())
    });
}

#[test]
fn firefox_shows_the_same_before_and_after() {
    visit_as(Visit::IN_FIREFOX, async |page, _| {
        for (screen, dark) in [(SCREENS[1], false), (SCREENS[4], true)] {
            for address in chart_addresses(Language::Vi) {
                assert_no_jolt(Visit::IN_FIREFOX, page, &address, screen, dark).await?;
            }
        }
        Ok(())
    });
}
