use std::io;
use std::time::Duration;

use axum::http::Method;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;
use thirtyfour::action_chain::ActionChain;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{By, Key, RequestData, SessionId};

use crate::{Engine, Error, Page, Result};

/// What a reader does with the page.
impl Page {
    /// Mouse and keyboard, which act at once.
    fn hands(&self) -> ActionChain {
        self.driver().action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO))
    }

    /// Presses a key, wherever the focus is.
    ///
    /// # Errors
    ///
    /// When the browser refuses.
    pub async fn press(&self, key: Key) -> Result<()> {
        self.press_away(key).await?;
        self.settle().await
    }

    /// Presses a key that takes the page away, which leaves nothing that could settle.
    ///
    /// # Errors
    ///
    /// When the browser refuses.
    pub async fn press_away(&self, key: Key) -> Result<()> {
        self.hands().send_keys(key).perform().await.map_err(Into::into)
    }

    /// Presses a key while the shift key is held, wherever the focus is.
    ///
    /// # Errors
    ///
    /// When the browser refuses.
    pub async fn press_shifted(&self, key: Key) -> Result<()> {
        let hands = self.hands().key_down(Key::Shift).send_keys(key).key_up(Key::Shift);
        hands.perform().await?;
        self.settle().await
    }

    /// Types a text, wherever the focus is.
    ///
    /// # Errors
    ///
    /// When the browser refuses.
    pub async fn type_text(&self, text: &str) -> Result<()> {
        self.hands().send_keys(text).perform().await?;
        self.settle().await
    }

    /// Clicks on the first element that the selector finds, as a reader would: it must be in view.
    ///
    /// # Errors
    ///
    /// When there is none, or something covers it.
    pub async fn click(&self, selector: &str) -> Result<()> {
        self.driver().find(By::Css(selector)).await?.click().await?;
        match self.settle().await {
            // The click has led to another page, which settles too.
            Err(Error::Script { .. }) => self.settle().await,
            settled => settled,
        }
    }

    /// Moves the mouse to a place in the viewport, in CSS pixels.
    ///
    /// # Errors
    ///
    /// When it lies outside.
    pub async fn point(&self, (x, y): (i64, i64)) -> Result<()> {
        self.hands().move_to(x, y).perform().await?;
        self.settle().await
    }

    /// Presses the button of the mouse where it is.
    ///
    /// # Errors
    ///
    /// When the browser refuses.
    pub async fn press_mouse(&self) -> Result<()> {
        self.hands().click().perform().await?;
        self.settle().await
    }

    /// Prints the page on A4, as PDF. WebKitGTK's driver cannot.
    ///
    /// # Errors
    ///
    /// When the browser refuses.
    pub async fn print(&self, background: bool) -> Result<Vec<u8>> {
        let printed = match self.engine() {
            Engine::Chromium => {
                let settings = json!({ "preferCSSPageSize": true, "printBackground": background });
                self.command("Page.printToPDF", settings).await?["data"].take()
            }
            engine @ Engine::WebKit => return Err(Error::Unable(engine, "print")),
            Engine::Firefox => {
                self.driver().handle().cmd(Print { background }).await?.value_json()?
            }
        };
        let data = printed.as_str().unwrap_or_default();
        BASE64_STANDARD.decode(data).map_err(|error| io::Error::other(error).into())
    }

    /// Touches a place in the viewport with a finger, in CSS pixels.
    ///
    /// # Errors
    ///
    /// When it lies outside.
    pub async fn tap(&self, (x, y): (i64, i64)) -> Result<()> {
        self.driver().handle().cmd(Tap { x, y }).await?;
        self.settle().await
    }
}

/// The command of WebDriver that moves hands, here a finger.
#[derive(Clone, Copy, Debug)]
struct Tap {
    x: i64,
    y: i64,
}

impl FormatRequestData for Tap {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let finger = json!({
            "type": "pointer",
            "id": "finger",
            "parameters": { "pointerType": "touch" },
            "actions": [
                { "type": "pointerMove", "x": self.x, "y": self.y },
                { "type": "pointerDown", "button": 0 },
                { "type": "pointerUp", "button": 0 },
            ],
        });
        RequestData::new(Method::POST, format!("/session/{session}/actions"))
            .add_body(json!({ "actions": [finger] }))
    }
}

/// The command of WebDriver that prints.
#[derive(Clone, Copy, Debug)]
struct Print {
    background: bool,
}

impl FormatRequestData for Print {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let settings =
            json!({ "background": self.background, "page": { "width": 21.0, "height": 29.7 } });
        RequestData::new(Method::POST, format!("/session/{session}/print")).add_body(settings)
    }
}
