//! One visit to a page with a fresh browser: nothing is cached, nothing is compiled.

use std::path::Path;
use std::time::Duration;

use e2e::{Behaviour, Browser, Engine, Options, Page, Server};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::conditions;
use crate::error::{Error, Result};
use crate::statistics::Spread;
use crate::subjects::Subject;

/// Runs in each page before its own scripts.
const INSTRUMENT: &str = concat!(include_str!("frames.js"), include_str!("instrument.js"));

/// A browser that has just started is busy with itself.
pub(crate) const CALM: Duration = Duration::from_millis(1_500);

/// How long the page is left alone before it is asked, which costs it time.
pub(crate) const UNASKED: Duration = Duration::from_millis(1_500);

/// How long a tooltip may take; no page needs a tenth of it.
const REACTION: Duration = Duration::from_millis(700);

/// How often the pointer comes back to the mark.
const RETURNS: usize = 10;

/// How long a tooltip that nobody points at may take to go.
const DEPARTURE: Duration = Duration::from_millis(250);

/// Where no page has a mark.
const ASIDE: Place = (1, 1);

/// A point of the viewport in CSS pixels.
pub(crate) type Place = (i64, i64);

/// What the instrument took down. Times are milliseconds since the navigation began.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Visit {
    /// When the frame with the first chart had been painted.
    pub(crate) chart: f64,
    /// How much of that chart is in view without scrolling, from 0 to 1.
    pub(crate) share: f64,
    /// When the marks of the chart had cards under a mouse.
    pub(crate) interactive: f64,
    /// When all of the page's program was there; a peer's is when it is interactive.
    pub(crate) ready: f64,
    /// First contentful paint.
    pub(crate) first_paint: f64,
    /// The end of the `load` event.
    pub(crate) loaded: f64,
    /// Largest contentful paint.
    pub(crate) lcp: LargestPaint,
    /// The sum of all layout shifts.
    pub(crate) cls: f64,
    /// The elements that moved.
    pub(crate) moved: Vec<String>,
    /// Start and duration of the tasks of more than 50 ms.
    pub(crate) tasks: Vec<(f64, f64)>,
    /// When a WebAssembly module was asked for and when it could run, in turn.
    pub(crate) wasm: Vec<f64>,
    /// The page itself, then everything that it loaded.
    pub(crate) files: Vec<File>,
    /// From the first move of the pointer to a mark until its tooltip was painted, in milliseconds.
    #[serde(skip)]
    pub(crate) first_reaction: Option<f64>,
    /// The same of every later move.
    #[serde(skip)]
    pub(crate) reactions: Vec<f64>,
}

/// The element that Chromium takes for the page's largest.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct LargestPaint {
    pub(crate) time: f64,
    pub(crate) tag: String,
    pub(crate) words: String,
    /// Whether it stands, with the same words, in the HTML as the server sent it.
    #[serde(skip)]
    pub(crate) in_html: bool,
}

/// A file on its way to the page.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct File {
    /// Its path on the server.
    pub(crate) name: String,
    pub(crate) asked: f64,
    pub(crate) complete: f64,
    /// As sent, without the headers.
    pub(crate) bytes: f64,
}

impl Visit {
    /// What all files weigh as sent, without the headers.
    pub(crate) fn bytes(&self) -> f64 {
        self.files.iter().map(|file| file.bytes).sum()
    }

    /// Total blocking time: what tasks took beyond 50 ms each, from the first paint until the first
    /// chart was visible and all of the program there.
    pub(crate) fn blocked(&self) -> f64 {
        let until = self.ready.max(self.chart);
        let within = self.tasks.iter().map(|&(start, duration)| {
            let end = (start + duration).min(until);
            (end - start.max(self.first_paint) - 50.0).max(0.0)
        });
        // The sum of no numbers is -0, which a table would show.
        0.0 + within.sum::<f64>()
    }

    /// The longest task that began once all of the program was there, or 0 where none took 50 ms.
    pub(crate) fn longest_later(&self) -> f64 {
        let later = self.tasks.iter().filter(|(start, _)| *start >= self.ready);
        later.map(|(_, duration)| *duration).fold(0.0, f64::max)
    }
}

/// Where the pages are and what looks at them.
pub(crate) struct Lab<'a> {
    /// The prepared pages.
    pub(crate) pages: &'a Path,
}

impl Lab<'_> {
    /// Visits a page, and then moves the mouse to where a mark is.
    pub(crate) async fn measure(&self, subject: Subject, mark: Place) -> Result<Visit> {
        let html = self.html(subject)?;
        self.with_page(subject, &[], async |page| {
            let mut visit: Visit = page.ask(READ).await?;
            let () = page.ask("window.bench.awaitPointer()").await?;
            page.point(mark).await?;
            sleep(REACTION).await;
            visit.first_reaction = page.ask("return window.bench.reaction()").await?;
            for _ in 0..RETURNS {
                page.point(ASIDE).await?;
                sleep(DEPARTURE).await;
                let () = page.ask("window.bench.awaitPointer()").await?;
                page.point(mark).await?;
                sleep(DEPARTURE).await;
                let reaction: Option<f64> = page.ask("return window.bench.reaction()").await?;
                visit.reactions.extend(reaction);
            }
            // Again, for the tasks that the pointer brought.
            let later: Visit = page.ask(READ).await?;
            visit.tasks = later.tasks;
            visit.lcp.in_html = page.ask_about(IS_SENT, html).await?;
            Ok(visit)
        })
        .await
    }

    /// Checks that a page that says it is interactive is, the site without its app, and finds a place
    /// where the mouse meets a mark.
    pub(crate) async fn find_mark(&self, subject: Subject) -> Result<Place> {
        self.with_page(subject, &["*.wasm"], async |page| {
            let places: Vec<Place> = page.ask("return window.bench.places()").await?;
            for place in places {
                page.point(place).await?;
                sleep(Duration::from_millis(100)).await;
                if page.ask("return window.bench.hasTooltip()").await? {
                    return Ok(place);
                }
            }
            Err(Error::NoTooltip(subject.name))
        })
        .await
    }

    /// How many times longer a loop takes under the conditions than without, in a page that was
    /// opened under them: the proof that opening it has not ended them.
    pub(crate) async fn slowdown(&self, subject: Subject) -> Result<f64> {
        self.with_page(subject, &[], async |page| {
            let mut ratios = Vec::new();
            for _ in 0..5 {
                ratios.push(conditions::slowdown(page).await?);
            }
            Ok(Spread::of(ratios).map_or(1.0, |spread| spread.median))
        })
        .await
    }

    /// Opens a page with a fresh browser under the conditions, without the files of some patterns,
    /// waits until it has settled, and looks at it.
    async fn with_page<T>(
        &self,
        subject: Subject,
        without: &[&str],
        look: impl AsyncFnOnce(&Page) -> Result<T>,
    ) -> Result<T> {
        let server = Server::start(self.pages, "", Behaviour::Far(conditions::LINK)).await?;
        let browser = Browser::start(Engine::Chromium, Options::default()).await?;
        let page = browser.page(server.site());
        let seen = async {
            page.before_each_page(INSTRUMENT).await?;
            conditions::impose(&page).await?;
            page.command("Network.setBlockedURLs", json!({ "urls": without })).await?;
            sleep(CALM).await;
            page.go(&format!("{}/", subject.folder)).await?;
            sleep(UNASKED).await;
            let () = page.ask_later(SETTLED, ()).await?;
            look(&page).await
        }
        .await;
        let ended = browser.quit().await;
        let seen = seen?;
        ended?;
        Ok(seen)
    }

    fn html(&self, subject: Subject) -> Result<String> {
        let file = self.pages.join(subject.folder).join("index.html");
        std::fs::read_to_string(&file).map_err(|source| Error::File { file, source })
    }
}

/// The name and version of the browser.
pub(crate) async fn browser() -> Result<String> {
    let browser = Browser::start(Engine::Chromium, Options::default()).await?;
    let version = browser.page(String::new()).command("Browser.getVersion", json!({})).await?;
    browser.quit().await?;
    let product = version.get("product").and_then(Value::as_str).unwrap_or("unknown");
    Ok(product.replace('/', " ").replace("Headless", ""))
}

const SETTLED: &str = "window.bench.settled(arguments[arguments.length - 1])";

const READ: &str = "return window.bench.read()";

/// The last question: reading the page as it was sent is a task of 40 ms, which is not the page's own.
const IS_SENT: &str = "return window.bench.isSent(arguments[0])";

#[cfg(test)]
mod tests {
    use super::*;

    fn visit(ready: f64, chart: f64, tasks: &[(f64, f64)]) -> Visit {
        let read = json!({
            "chart": chart, "share": 1.0, "interactive": 350.0, "ready": ready, "first_paint": 300.0,
            "loaded": 400.0, "cls": 0.0, "moved": [], "tasks": tasks, "wasm": [], "files": [],
            "lcp": { "time": 300.0, "tag": "p", "words": "" },
        });
        serde_json::from_value(read).unwrap()
    }

    #[track_caller]
    fn check_blocked(visit: &Visit, expected: f64) {
        let blocked = visit.blocked();
        assert!((blocked - expected).abs() < 0.01, "{blocked} of {visit:?}");
        assert!(blocked.is_sign_positive(), "{blocked} of {visit:?}");
    }

    #[test]
    fn only_what_a_task_takes_beyond_50_ms_blocks() {
        check_blocked(&visit(900.0, 300.0, &[(400.0, 80.0), (500.0, 50.0), (600.0, 60.0)]), 40.0);
        check_blocked(&visit(900.0, 300.0, &[]), 0.0);
    }

    #[test]
    fn a_task_blocks_from_the_first_paint_until_all_of_the_program_is_there() {
        check_blocked(&visit(900.0, 300.0, &[(100.0, 300.0)]), 50.0);
        check_blocked(&visit(900.0, 300.0, &[(800.0, 300.0)]), 50.0);
        check_blocked(&visit(900.0, 300.0, &[(1_000.0, 300.0)]), 0.0);
    }

    #[test]
    fn a_page_that_says_it_is_ready_before_its_chart_shows_gains_nothing() {
        check_blocked(&visit(400.0, 900.0, &[(500.0, 150.0)]), 100.0);
    }

    #[test]
    fn the_longest_task_is_looked_for_after_the_start() {
        let visit = visit(900.0, 300.0, &[(400.0, 500.0), (950.0, 70.0), (1_100.0, 90.0)]);
        assert!((visit.longest_later() - 90.0).abs() < 0.01);
    }
}
