use std::time::{Duration, Instant};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::action_chain::ActionChain;
use thirtyfour::cdp::domains::emulation::{MediaFeature, SetEmulatedMedia};
use thirtyfour::{BrowserLogEntry, By, Key, WebDriver};
use tokio::time::sleep;

use crate::{Error, Result};

/// How long something may take on a busy machine. Nothing is expected to take it.
const PATIENCE: Duration = Duration::from_secs(30);

/// How often the page is asked whether it has happened.
const INTERVAL: Duration = Duration::from_millis(25);

/// The screen that the page is shown on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Screen {
    /// In CSS pixels.
    pub width: u32,
    /// In CSS pixels.
    pub height: u32,
    /// Device pixels to a CSS pixel.
    pub pixel_ratio: f64,
    /// Whether it is a phone's, which is touched.
    pub touch: bool,
}

impl Screen {
    /// A cheap phone.
    pub const PHONE: Self = Self { touch: true, ..Self::new(360, 740, 1.0) };
    /// A small laptop.
    pub const DESKTOP: Self = Self::new(1280, 800, 1.0);

    /// A screen for pointer and keyboard.
    pub const fn new(width: u32, height: u32, pixel_ratio: f64) -> Self {
        Self { width, height, pixel_ratio, touch: false }
    }
}

/// What a reader sees and does.
pub struct Page {
    driver: WebDriver,
    origin: String,
}

impl Page {
    pub(crate) const fn new(driver: WebDriver, origin: String) -> Self {
        Self { driver, origin }
    }

    /// What all addresses of the site start with.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The browser, for what has no word of its own here.
    pub const fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Opens an address relative to the site, and waits until the app has drawn its charts.
    ///
    /// # Errors
    ///
    /// When the app does not start.
    pub async fn open(&self, address: &str) -> Result<()> {
        self.go(address).await?;
        self.until_ready().await
    }

    /// Opens an address relative to the site, whatever becomes of it.
    ///
    /// # Errors
    ///
    /// When the browser cannot load it.
    pub async fn go(&self, address: &str) -> Result<()> {
        Ok(self.driver.goto(format!("{}/{address}", self.origin)).await?)
    }

    /// Waits until the app has started and has had the time to draw.
    ///
    /// # Errors
    ///
    /// When the app does not start.
    pub async fn until_ready(&self) -> Result<()> {
        self.until("the app starts", "return document.documentElement.dataset.app === 'ready'")
            .await?;
        self.settle().await
    }

    /// Lets the page finish what it has begun: two frames, after which every size observer, effect
    /// and drawing that follows from an event is through.
    ///
    /// # Errors
    ///
    /// When the page draws no frames any more.
    pub async fn settle(&self) -> Result<()> {
        let frames = "const done = arguments[arguments.length - 1];
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))";
        self.ask_later(frames, ()).await
    }

    /// The answer of a script, which ends with `return`.
    ///
    /// # Errors
    ///
    /// When the script throws, or answers in another form.
    pub async fn ask<T: DeserializeOwned>(&self, script: &str) -> Result<T> {
        self.ask_about(script, ()).await
    }

    /// The same of a script that reads `arguments[0]`.
    ///
    /// # Errors
    ///
    /// When the script throws, or answers in another form.
    pub async fn ask_about<T: DeserializeOwned>(
        &self,
        script: &str,
        about: impl Serialize,
    ) -> Result<T> {
        let arguments = vec![serde_json::to_value(about)?];
        let answer = self.driver.execute(script, arguments).await;
        let answer = answer.map_err(|source| Error::Script {
            script: script.to_owned(),
            source: Box::new(source),
        })?;
        Ok(serde_json::from_value(answer.json().clone())?)
    }

    /// The same of a script that gives its answer to the last of its `arguments`, a function.
    ///
    /// # Errors
    ///
    /// When the script throws, or answers in another form.
    pub async fn ask_later<T: DeserializeOwned>(
        &self,
        script: &str,
        about: impl Serialize,
    ) -> Result<T> {
        let arguments = vec![serde_json::to_value(about)?];
        let answer = self.driver.execute_async(script, arguments).await;
        let answer = answer.map_err(|source| Error::Script {
            script: script.to_owned(),
            source: Box::new(source),
        })?;
        Ok(serde_json::from_value(answer.json().clone())?)
    }

    /// Waits until a script answers `true`.
    ///
    /// # Errors
    ///
    /// When it does not, for so long that it never will.
    pub async fn until(&self, what: &str, script: &str) -> Result<()> {
        let started = Instant::now();
        loop {
            let last = match self.ask::<Value>(script).await {
                Ok(Value::Bool(true)) => return Ok(()),
                Ok(answer) => answer.to_string(),
                // While another page loads, there may be nothing to ask.
                Err(Error::Script { source, .. }) => source.to_string(),
                Err(error) => return Err(error),
            };
            if started.elapsed() > PATIENCE {
                return Err(Error::InVain { what: what.to_owned(), waited: PATIENCE, last });
            }
            sleep(INTERVAL).await;
        }
    }

    /// What the first element that the selector finds says, as it is shown.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub async fn text(&self, selector: &str) -> Result<String> {
        self.ask_about("return document.querySelector(arguments[0]).innerText", selector).await
    }

    /// How many elements the selector finds.
    ///
    /// # Errors
    ///
    /// When it is no selector.
    pub async fn count(&self, selector: &str) -> Result<usize> {
        self.ask_about("return document.querySelectorAll(arguments[0]).length", selector).await
    }

    /// Whether the first element that the selector finds has a place on the page.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub async fn is_shown(&self, selector: &str) -> Result<bool> {
        self.ask_about("return document.querySelector(arguments[0]).checkVisibility()", selector)
            .await
    }

    /// Mouse and keyboard, which act at once.
    fn hands(&self) -> ActionChain {
        self.driver.action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO))
    }

    /// Presses a key, wherever the focus is.
    ///
    /// # Errors
    ///
    /// When the browser refuses.
    pub async fn press(&self, key: Key) -> Result<()> {
        self.hands().send_keys(key).perform().await?;
        self.settle().await
    }

    /// Clicks on the first element that the selector finds, as a reader would: it must be in view.
    ///
    /// # Errors
    ///
    /// When there is none, or something covers it.
    pub async fn click(&self, selector: &str) -> Result<()> {
        self.driver.find(By::Css(selector)).await?.click().await?;
        self.settle().await
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

    /// Touches a place in the viewport with a finger, in CSS pixels.
    ///
    /// # Errors
    ///
    /// When the browser refuses.
    pub async fn tap(&self, (x, y): (i64, i64)) -> Result<()> {
        let touch = [("touchStart", json!([{ "x": x, "y": y }])), ("touchEnd", json!([]))];
        for (kind, points) in touch {
            self.command(
                "Input.dispatchTouchEvent",
                json!({ "type": kind, "touchPoints": points }),
            )
            .await?;
        }
        self.settle().await
    }

    /// Shows the page on another screen.
    ///
    /// # Errors
    ///
    /// When the browser refuses.
    pub async fn show_on(&self, screen: Screen) -> Result<()> {
        let Screen { width, height, pixel_ratio, touch } = screen;
        let emulation = self.driver.cdp();
        let emulation = emulation.emulation();
        emulation.set_device_metrics_override(width, height, pixel_ratio, touch).await?;
        self.command("Emulation.setTouchEmulationEnabled", json!({ "enabled": touch })).await?;
        Ok(())
    }

    /// Prefers a dark or a light colour scheme.
    ///
    /// # Errors
    ///
    /// When the browser refuses.
    pub async fn prefer_dark(&self, dark: bool) -> Result<()> {
        let value = if dark { "dark" } else { "light" };
        let scheme =
            MediaFeature { name: "prefers-color-scheme".to_owned(), value: value.to_owned() };
        self.driver
            .cdp()
            .send(SetEmulatedMedia { media: None, features: Some(vec![scheme]) })
            .await?;
        Ok(())
    }

    /// Runs a script in every page before any of its own.
    ///
    /// # Errors
    ///
    /// When the browser refuses.
    pub async fn before_each_page(&self, script: &str) -> Result<()> {
        let cdp = self.driver.cdp();
        cdp.page().add_script_to_evaluate_on_new_document(script).await?;
        Ok(())
    }

    /// Sends a command of the Chrome DevTools Protocol.
    ///
    /// # Errors
    ///
    /// When the browser refuses.
    pub async fn command(&self, method: &str, parameters: Value) -> Result<Value> {
        Ok(self.driver.cdp().send_raw(method, parameters).await?)
    }

    /// What the browser has complained of since it was last asked: errors of scripts, of security
    /// and of loading.
    ///
    /// # Errors
    ///
    /// When the browser keeps no log.
    pub async fn complaints(&self) -> Result<Vec<String>> {
        let log = self.driver.browser_log().await?;
        let is_severe = |entry: &BrowserLogEntry| entry.level == "SEVERE";
        let severe = log.into_iter().filter(is_severe);
        Ok(severe.map(|entry| entry.message).collect())
    }
}
