//! A tour of views: by click, which the app renders in place, and then as documents.

use std::fs;
use std::path::Path;

use e2e::{Behaviour, Browser, Engine, Options, Page, Server};
use serde::Deserialize;
use serde_json::json;
use tokio::time::sleep;

use crate::conditions;
use crate::error::{Error, Result};
use crate::visit::{CALM, UNASKED};

/// Runs in each document before its own scripts.
const INSTRUMENT: &str = concat!(include_str!("frames.js"), include_str!("tour.js"));

/// The paths of the views, in the order of the menu: one chart, two charts, a chart of many marks, and the
/// longest list.
pub(crate) const VIEWS: [&str; 4] = ["phu-song/", "thue-bao/", "muc-tieu/", "so-lieu/"];

/// What was taken down of a view. Times are milliseconds since the click, or since the navigation to the
/// document began.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Seen {
    /// When the frame with the heading had been painted.
    pub(crate) painted: f64,
    /// When the frame had been painted with the card that a key opened; no time without a chart.
    pub(crate) reacts: Option<f64>,
    /// When the transition to the view was over; none for a document.
    pub(crate) settled: Option<f64>,
    /// When the document had cards on its pictures.
    pub(crate) listening: Option<f64>,
    path: String,
    /// Whether the document came from the worker.
    is_kept: bool,
}

/// One view, both ways.
#[derive(Clone, Debug)]
pub(crate) struct Pair {
    pub(crate) view: &'static str,
    pub(crate) by_click: Seen,
    pub(crate) as_document: Seen,
}

/// What a tour tells.
#[derive(Clone, Debug)]
pub(crate) struct Tour {
    pub(crate) pairs: Vec<Pair>,
    /// How many times slower a loop ran in the page that was toured by click, and in the last document.
    pub(crate) slowdowns: [f64; 2],
    /// The programs that ran or wanted to, on average over the minute before, where the machine tells.
    pub(crate) load: Option<f64>,
    /// The day, as the browser has it.
    pub(crate) day: String,
}

/// Takes a tour of the site with a fresh browser, which keeps all of it before the tour begins.
pub(crate) async fn take(site: &Path) -> Result<Tour> {
    let load = load();
    let server = Server::start(site, "", Behaviour::Far(conditions::LINK)).await?;
    let browser = Browser::start(Engine::Chromium, Options::default()).await?;
    let page = browser.page(server.site());
    let seen = tour(&page).await;
    let ended = browser.quit().await;
    let (pairs, slowdowns, day) = seen?;
    ended?;
    Ok(Tour { pairs, slowdowns, load, day })
}

async fn tour(page: &Page) -> Result<(Vec<Pair>, [f64; 2], String)> {
    page.before_each_page(INSTRUMENT).await?;
    conditions::impose(page).await?;
    sleep(CALM).await;
    page.go("").await?;
    let () = page.ask_later(KEPT, ()).await?;
    page.go("").await?;
    read(page, "").await?;
    let mut by_click = Vec::new();
    for view in VIEWS {
        sleep(CALM).await;
        click(page, page.ask_about(AWAIT_CLICK, view).await?).await?;
        sleep(UNASKED).await;
        by_click.push(read(page, view).await?);
    }
    let clicked = conditions::slowdown(page).await?;
    let mut pairs = Vec::new();
    for (view, by_click) in VIEWS.into_iter().zip(by_click) {
        sleep(CALM).await;
        let () = page.ask_about(LOAD, view).await?;
        sleep(UNASKED).await;
        pairs.push(Pair { view, by_click, as_document: read(page, view).await? });
    }
    let loaded = conditions::slowdown(page).await?;
    Ok((pairs, [clicked, loaded], page.ask(DAY).await?))
}

/// What was taken down of the view that is shown. The card that was opened for it is closed again.
async fn read(page: &Page, view: &'static str) -> Result<Seen> {
    let seen: Seen = page.ask_later(READ, ()).await?;
    let () = page.ask("window.bench.tidy()").await?;
    if seen.path != view {
        return Err(Error::OtherView { asked: view, shown: seen.path });
    }
    if seen.is_kept { Ok(seen) } else { Err(Error::NotKept(view)) }
}

/// Presses the mouse, and asks the page for nothing, which would cost it time.
async fn click(page: &Page, (x, y): (f64, f64)) -> Result<()> {
    for kind in ["mousePressed", "mouseReleased"] {
        let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1 });
        page.command("Input.dispatchMouseEvent", event).await?;
    }
    Ok(())
}

/// As Linux tells it.
fn load() -> Option<f64> {
    fs::read_to_string("/proc/loadavg").ok()?.split(' ').next()?.parse().ok()
}

/// An installed worker has all that it keeps.
const KEPT: &str = "const done = arguments[arguments.length - 1];
    navigator.serviceWorker.ready.then(() => done())";

const READ: &str = "window.bench.read(arguments[arguments.length - 1])";

const AWAIT_CLICK: &str = "return window.bench.awaitClick(arguments[0])";

const LOAD: &str = "window.bench.load(arguments[0])";

const DAY: &str = "return new Date().toISOString().slice(0, 10)";
