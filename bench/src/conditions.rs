//! The phone and the network that the pages are loaded on.

use std::time::Duration;

use e2e::{Link, Page, Screen};
use serde_json::json;

use crate::error::Result;

/// A phone of 360 × 740 CSS pixels at two device pixels each.
pub(crate) const SCREEN: Screen = Screen { touch: true, ..Screen::new(360, 740, 2.0) };

/// How many times slower than this machine its main thread is.
pub(crate) const SLOWDOWN: u32 = 4;

/// From the request to the first byte of the answer.
const LATENCY_MS: u32 = 150;

/// Kilobits a second.
const DOWN_KBPS: u32 = 1_600;

/// The line to the server.
pub(crate) const LINK: Link = Link {
    latency: Duration::from_millis(LATENCY_MS as u64),
    bytes_per_second: DOWN_KBPS * 1_000 / 8,
};

/// The conditions in a sentence.
pub(crate) fn described() -> String {
    let Screen { width, height, pixel_ratio, .. } = SCREEN;
    format!(
        "a phone of {width} × {height} CSS pixels at a pixel ratio of {pixel_ratio}, main thread \
         slowed {SLOWDOWN} times, a line of {DOWN_KBPS} kbit/s with {LATENCY_MS} ms latency \
         between it and the server, brotli 11 over HTTP/1.1"
    )
}

/// Puts the browser under the conditions; before the page is opened.
pub(crate) async fn impose(page: &Page) -> Result<()> {
    page.show_on(SCREEN).await?;
    slow_down(page, SLOWDOWN).await
}

/// Slows the main thread down.
pub(crate) async fn slow_down(page: &Page, times: u32) -> Result<()> {
    page.command("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await?;
    Ok(())
}

/// How many times longer a loop takes in a slowed page than in the same page when it is not.
pub(crate) async fn slowdown(page: &Page) -> Result<f64> {
    let slowed: f64 = page.ask(LOOP).await?;
    slow_down(page, 1).await?;
    let free: f64 = page.ask(LOOP).await?;
    slow_down(page, SLOWDOWN).await?;
    Ok(slowed / free)
}

/// The median of nine, because other programs may hold up some of them.
const LOOP: &str = "
    const times = Array.from({ length: 9 }, () => {
        const start = performance.now();
        let sum = 0;
        for (let at = 0; at < 1e7; at++) sum += at % 7;
        return performance.now() - start + 0 * sum;
    });
    return times.sort((one, other) => one - other)[4]";
