//! What the tests know of the charts, and how they look at them on the page.

use std::collections::BTreeMap;

use dak_so::chart::{ChartId, Point, Region, Scene, layout};
use dak_so::embedded::DATASET;
use dak_so::model::{Language, Slug};
use e2e::{Page, Result};
use serde::Deserialize;
use serde_json::json;

/// A chart as it is laid out for the width that it has on the page.
pub(crate) async fn scene(page: &Page, language: Language, chart: ChartId) -> Result<Scene> {
    let width = page.ask_about(CHART_WIDTH, canvas(chart)).await?;
    Ok(layout(language, &DATASET, chart, width))
}

/// The width that the style sheet wants a chart to be laid out for.
const CHART_WIDTH: &str = "const canvas = document.querySelector(arguments[0]);
    return Number(getComputedStyle(canvas).getPropertyValue('--chart-width'))";

/// How much larger a chart is shown than it is laid out.
pub(crate) async fn magnified(page: &Page, chart: ChartId) -> Result<f64> {
    let laid_out: f64 = page.ask_about(CHART_WIDTH, canvas(chart)).await?;
    let shown = "return document.querySelector(arguments[0]).clientWidth";
    let shown: f64 = page.ask_about(shown, canvas(chart)).await?;
    Ok(shown / laid_out)
}

/// The selector of the canvas of a chart.
pub(crate) fn canvas(chart: ChartId) -> String {
    format!("#{} canvas", chart.slug())
}

/// The middle of a region.
pub(crate) const fn centre(region: Region) -> Point {
    Point { x: region.x + region.width / 2, y: region.y + region.height / 2 }
}

/// Scrolls until a place in a chart is a third down the viewport, and says where in it the place
/// then is.
pub(crate) async fn bring(page: &Page, chart: ChartId, place: Point) -> Result<(i64, i64)> {
    bring_to(page, chart, place, 1.0 / 3.0).await
}

/// The same for a place so far down the viewport: 0 is its top and 1 its bottom.
pub(crate) async fn bring_to(
    page: &Page,
    chart: ChartId,
    place: Point,
    down: f64,
) -> Result<(i64, i64)> {
    let scale = magnified(page, chart).await?;
    let (x, y) = (f64::from(place.x) * scale, f64::from(place.y) * scale);
    let script = "const [selector, x, y, down] = arguments[0];
        const canvas = document.querySelector(selector);
        const top = canvas.getBoundingClientRect().top + scrollY;
        scrollTo({ top: top + y - innerHeight * down, behavior: 'instant' });
        const box = canvas.getBoundingClientRect();
        return [Math.round(box.left + x), Math.round(box.top + y)]";
    let place = page.ask_about(script, json!([canvas(chart), x, y, down])).await?;
    page.settle().await?;
    Ok(place)
}

/// A canvas as its pixels tell.
#[derive(Debug, Deserialize)]
pub(crate) struct Drawn {
    /// The name of the chart.
    pub(crate) chart: String,
    /// The size of the backing store.
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// The size on the page, in CSS pixels.
    pub(crate) shown_width: f64,
    pub(crate) shown_height: f64,
    /// For each colour that was asked for, how many pixels have it.
    pub(crate) pixels: BTreeMap<String, u32>,
    /// For each colour that was asked for, the longest row of pixels that have it.
    pub(crate) longest: BTreeMap<String, u32>,
}

/// Every canvas of the page, and where in them some colours, written `#rrggbb`, occur.
pub(crate) async fn drawn(page: &Page, colors: &[&str]) -> Result<Vec<Drawn>> {
    page.ask_about(DRAWN, colors).await
}

const DRAWN: &str = r"
    return [...document.querySelectorAll('figure canvas')].map(canvas => {
        const { width, height } = canvas;
        const box = canvas.getBoundingClientRect();
        const image = canvas.getContext('2d').getImageData(0, 0, width, height);
        const stored = new Uint32Array(image.data.buffer);
        const pixels = {}, longest = {};
        for (const color of arguments[0]) {
            const [red, green, blue] = color.match(/\w\w/g).map(part => parseInt(part, 16));
            const wanted = ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
            pixels[color] = longest[color] = 0;
            for (let row = 0; row < height; row++) {
                let run = 0;
                for (let at = row * width; at < (row + 1) * width; at++) {
                    run = stored[at] === wanted ? run + 1 : 0;
                    if (run > 0) pixels[color]++;
                    if (run > longest[color]) longest[color] = run;
                }
            }
        }
        return {
            chart: canvas.closest('figure').id, width, height, pixels, longest,
            shown_width: box.width, shown_height: box.height,
        };
    })";
