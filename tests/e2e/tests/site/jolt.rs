//! Nothing on the page jumps when the app takes the place of the static pictures.

use e2e::{Environment, Page, Result, Screen, Server};
use serde_json::{Value, json};

use crate::pages::live_addresses;
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

/// The sum of all shifts of the layout that the browser has seen since the page began to load.
const SHIFTS: &str = "const done = arguments[arguments.length - 1];
    new PerformanceObserver(list => {
        done(list.getEntries().map(entry => [entry.value, String(entry.sources?.[0]?.node?.outerHTML).slice(0, 80)]))
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done([]), 500)";

#[test]
fn nothing_shifts_while_a_page_loads_and_comes_to_life() {
    visit_as(IN_CHROMIUM, async |page, _| {
        let mut faults = Vec::new();
        for screen in SCREENS {
            page.show_on(screen).await?;
            for address in live_addresses() {
                let server = held(IN_CHROMIUM).await?;
                let page = page.elsewhere(server.site());
                page.go(&address).await?;
                page.settle().await?;
                server.release();
                page.until_ready().await?;
                let shifts: Vec<(f64, String)> = page.ask_later(SHIFTS, ()).await?;
                if !shifts.is_empty() {
                    faults.push(format!("{address} on {screen:?}: {shifts:?}"));
                }
            }
        }
        assert!(faults.is_empty(), "{faults:#?}");
        Ok(())
    });
}

/// A server that holds the Wasm back. What was released stays released, so each takeover has one of
/// its own.
async fn held(visit: Visit) -> Result<Server> {
    Server::start(&Environment::detect()?.site, visit.folder, HELD).await
}

/// Where everything lies on the page, charts by what is shown of them.
const PLACES: &str =
    "return [...document.querySelectorAll('h1, h2, p, li, .plot, table tr, footer *')]
    .map(element => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y + scrollY, width, height].map(length => Math.round(length * 4) / 4);
    })";

/// Takes away what is meant to appear: how the live charts are used.
const WITHOUT_HINTS: &str = "const style = document.createElement('style');
    style.textContent = '.hint { opacity: 0 } * { caret-color: transparent !important }';
    document.head.append(style)";

/// What the window shows at the top of the page, where the first chart is, and at every other chart of
/// the rest.
async fn pictures(page: &Page) -> Result<Vec<Picture>> {
    let tops = "return [0, ...[...document.querySelectorAll('.plot')]
        .filter((_, index) => index % 2 === 1)
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

async fn assert_no_jolt(visit: Visit, page: &Page, screen: Screen, dark: bool) -> Result<()> {
    let server = held(visit).await?;
    let page = page.elsewhere(server.site());
    page.show_on(screen).await?;
    page.prefer_dark(dark).await?;
    page.go("").await?;
    page.ask::<()>(WITHOUT_HINTS).await?;
    let before = (pictures(&page).await?, page.ask::<Vec<Value>>(PLACES).await?);
    look(&page).await?.assert_has_static_charts("");
    server.release();
    page.until_ready().await?;
    look(&page).await?.assert_has_live_charts("");
    let after = (pictures(&page).await?, page.ask::<Vec<Value>>(PLACES).await?);
    assert_eq!(before.1, after.1, "{screen:?}");
    for (index, (before, after)) in before.0.iter().zip(&after.0).enumerate() {
        let reach = screen.pixel_ratio.ceil() as u32;
        let found = difference(&page, before, after, reach).await?;
        if found.most > ANTIALIASING {
            let kept = keep(before, after);
            panic!("{screen:?}, dark {dark}, view {index}: {found:?}; see {}", kept.display());
        }
    }
    Ok(())
}

#[test]
fn chromium_shows_the_same_before_and_after() {
    visit_as(IN_CHROMIUM, async |page, _| {
        hide_scroll_bars(page).await?;
        for screen in SCREENS {
            for dark in [false, true] {
                assert_no_jolt(IN_CHROMIUM, page, screen, dark).await?;
            }
        }
        Ok(())
    });
}

#[test]
fn firefox_shows_the_same_before_and_after() {
    visit_as(Visit::IN_FIREFOX, async |page, _| {
        for (screen, dark) in [(SCREENS[1], false), (SCREENS[4], true)] {
            assert_no_jolt(Visit::IN_FIREFOX, page, screen, dark).await?;
        }
        Ok(())
    });
}
