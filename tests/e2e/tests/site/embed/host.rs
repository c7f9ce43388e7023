//! A page of somebody else's that shows charts in frames.

use std::fs;

use dak_so::model::{ChartId, Language, Slug};
use dak_so::state::{Route, View};
use e2e::{Behaviour, Page, Result, Server};
use tempfile::TempDir;

/// Notes, for each frame, the heights that it tells, by our name and by Datawrapper's.
const LISTEN: &str = "<script>
    window.told = new Map();
    addEventListener('message', ({ source, data }) => {
        const index = [...document.querySelectorAll('iframe')]
            .findIndex(frame => frame.contentWindow === source);
        if (!data?.['datawrapper-height']) return;
        const told = window.told.get(index) ?? [];
        const [[chart, height]] = Object.entries(data['datawrapper-height']);
        told.push([chart, height, data?.['dak-so']?.height]);
        window.told.set(index, told);
    });
    </script>";

/// Somebody else's page, as long as this lives.
pub(super) struct Host {
    pub(super) page: Page,
    _server: Server,
    _folder: TempDir,
}

impl Host {
    /// Opens a page with this in its body, on a server of its own. It listens from the start.
    pub(super) async fn open(page: &Page, body: &str) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let html = format!(
            "<!doctype html><html lang=\"vi\"><meta charset=\"utf-8\"><title>Cổng</title>\
             <link rel=\"icon\" href=\"data:,\"><body>{LISTEN}{body}</body></html>"
        );
        fs::write(folder.path().join("index.html"), html)?;
        fs::write(folder.path().join("404.html"), "")?;
        let server = Server::start(folder.path(), "", Behaviour::Faithful).await?;
        let page = page.elsewhere(server.site());
        page.go("").await?;
        Ok(Self { page, _server: server, _folder: folder })
    }

    /// Waits until a frame, counted from 0, has told its height, and gives all that it has told.
    pub(super) async fn told(&self, frame: usize) -> Result<Vec<(String, f64, f64)>> {
        let told = format!("return (window.told.get({frame}) ?? []).length > 0");
        self.page.until("the frame tells its height", &told).await?;
        // Whatever follows from it follows within these frames.
        for _ in 0..5 {
            self.page.settle().await?;
        }
        self.page.ask(&format!("return window.told.get({frame})")).await
    }

    /// The height of a frame, in CSS pixels.
    pub(super) async fn height(&self, frame: usize) -> Result<f64> {
        let height = "return document.querySelectorAll('iframe')[arguments[0]].clientHeight";
        self.page.ask_about(height, frame).await
    }

    /// Does something inside of a frame, counted from 0.
    pub(super) async fn inside<T>(
        &self,
        frame: u16,
        act: impl AsyncFnOnce(&Page) -> Result<T>,
    ) -> Result<T> {
        self.page.driver().enter_frame(frame).await?;
        let outcome = act(&self.page).await;
        self.page.driver().enter_default_frame().await?;
        outcome
    }
}

/// The absolute address of an embed.
pub(super) fn address(page: &Page, chart: ChartId, language: Language) -> String {
    let view = View { language, route: Route::Embed(chart) };
    format!("{}/{}", page.site(), view.path(&dak_so::embedded::DATASET))
}

/// A frame with an embed, and the script that sizes it.
pub(super) fn sized(page: &Page, chart: ChartId, attributes: &str) -> String {
    format!("{}{}", frame(page, chart, attributes), script(page))
}

/// A frame with an embed.
pub(super) fn frame(page: &Page, chart: ChartId, attributes: &str) -> String {
    let address = address(page, chart, Language::Vi);
    format!(
        "<iframe title=\"{}\" src=\"{address}\" width=\"480\" {attributes}></iframe>",
        chart.slug()
    )
}

/// The script that sizes frames.
pub(super) fn script(page: &Page) -> String {
    format!("<script async src=\"{}/embed.js\"></script>", page.site())
}

/// Checks, inside of a frame, that the embed of a chart is whole: heading, takeaway, one picture with
/// its texts, the documents, and the way to the site.
pub(super) async fn assert_whole(page: &Page, chart: ChartId) -> Result<()> {
    let seen: (bool, usize, usize, bool, bool) = page
        .ask(
            "const shown = [...document.querySelectorAll('.still svg, canvas')]
                .filter(picture => picture.checkVisibility() && picture.clientHeight > 100);
            const rest = ['h1 a', '.takeaway', '.source cite', 'footer a', 'footer code'];
            return [
                rest.every(part => document.querySelector(part)?.innerText.trim()),
                shown.length,
                document.querySelectorAll('figure').length,
                document.querySelector('#newer').checkVisibility(),
                document.documentElement.scrollWidth <= innerWidth]",
        )
        .await?;
    assert_eq!(seen, (true, 1, 1, false, true), "{chart:?}");
    Ok(())
}

/// Has a reader come to the chart in a frame, and waits until it lives.
pub(super) async fn bring_to_life(page: &Page) -> Result<()> {
    page.ask::<()>("document.querySelector('h1 a').focus()").await?;
    // Without the focus of the window, no event tells of it.
    page.ask::<()>("dispatchEvent(new Event('focusin'))").await?;
    page.until_ready().await
}

/// Checks that two heights are the same, in CSS pixels.
#[track_caller]
pub(super) fn assert_same(found: f64, expected: f64) {
    assert!((found - expected).abs() < 0.5, "{found} for {expected}");
}
