use std::io;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{Behaviour, Browser, Engine, Environment, Options, Page, Result, Screen, Server};

/// As good as a reader of the documentation needs, and a quarter of a PNG.
const QUALITY: u32 = 85;

/// A part of a page, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Area {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
    /// To the right of that.
    pub width: f64,
    /// Downwards.
    pub height: f64,
}

impl Page {
    /// What the window shows, or a part of it, as WebP. Chromium alone can.
    ///
    /// # Errors
    ///
    /// When the browser refuses.
    pub async fn picture(&self, area: Option<Area>) -> Result<Vec<u8>> {
        let mut options = json!({ "format": "webp", "quality": QUALITY });
        if let Some(Area { x, y, width, height }) = area {
            options["clip"] =
                json!({ "x": x, "y": y, "width": width, "height": height, "scale": 1 });
        }
        let taken = self.command("Page.captureScreenshot", options).await?;
        let data = taken["data"].as_str().unwrap_or_default();
        BASE64_STANDARD.decode(data).map_err(|error| io::Error::other(error).into())
    }

    /// Opens an address relative to the site, and waits for the app where the page has one.
    ///
    /// # Errors
    ///
    /// When the browser cannot load it, or the app does not start.
    pub async fn open_any(&self, address: &str) -> Result<()> {
        self.go(address).await?;
        if self.count("#app-js").await? > 0 {
            self.until_ready().await
        } else {
            self.settle().await
        }
    }

    /// Shows the page on a screen that is as high as the page.
    ///
    /// # Errors
    ///
    /// When the browser refuses.
    pub async fn show_whole(&self, screen: Screen) -> Result<()> {
        let height = self.ask("return document.documentElement.scrollHeight").await?;
        self.show_on(Screen { height, ..screen }).await?;
        self.settle().await
    }
}

/// Opens the built site in a Chromium without scroll bars, for a program that takes pictures of it.
///
/// # Errors
///
/// When there is no site or no browser, or `take` fails.
pub fn photograph(take: impl AsyncFnOnce(&Page, &Server) -> Result<()>) -> Result<()> {
    let environment = Environment::detect()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let server = Server::start(&environment.site, "", Behaviour::Faithful).await?;
        let browser = Browser::start(Engine::Chromium, Options::default()).await?;
        let page = browser.page(server.site());
        let hidden = page.command("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
        let taken = match hidden {
            Ok(_) => take(&page, &server).await,
            Err(error) => Err(error),
        };
        let ended = browser.quit().await;
        taken.and(ended)
    })
}
