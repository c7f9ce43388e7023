use axum::http::Method;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::cdp::domains::emulation::{MediaFeature, SetEmulatedMedia};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{BrowserLogEntry, RequestData, SessionId};

use crate::{Engine, Error, Page, Result, Screen};

/// What surrounds the page, and what the browser says of it.
impl Page {
    /// Shows the page on another screen. Firefox is not told whether it is one to touch.
    ///
    /// # Errors
    ///
    /// When the browser refuses, or is WebKitGTK.
    pub async fn show_on(&self, screen: Screen) -> Result<()> {
        let Screen { width, height, pixel_ratio, touch } = screen;
        self.not_in_webkit("be given another screen")?;
        if self.engine() == Engine::Firefox {
            return self.ask_browser(RESIZE, json!([width, height, pixel_ratio])).await;
        }
        let emulation = self.driver().cdp();
        let emulation = emulation.emulation();
        emulation.set_device_metrics_override(width, height, pixel_ratio, touch).await?;
        self.command("Emulation.setTouchEmulationEnabled", json!({ "enabled": touch })).await?;
        Ok(())
    }

    /// Prefers a dark or a light colour scheme.
    ///
    /// # Errors
    ///
    /// When the browser refuses, or is WebKitGTK.
    pub async fn prefer_dark(&self, dark: bool) -> Result<()> {
        self.not_in_webkit("be given another scheme")?;
        let value = if dark { "dark" } else { "light" };
        if self.engine() == Engine::Firefox {
            let prefer = "gBrowser.selectedBrowser.browsingContext.top.prefersColorSchemeOverride \
                          = arguments[0]";
            return self.ask_browser(prefer, value).await;
        }
        let scheme =
            MediaFeature { name: "prefers-color-scheme".to_owned(), value: value.to_owned() };
        self.driver()
            .cdp()
            .send(SetEmulatedMedia { media: None, features: Some(vec![scheme]) })
            .await?;
        Ok(())
    }

    /// Runs a script in every page before any of its own. Chromium alone can.
    ///
    /// # Errors
    ///
    /// When the browser refuses.
    pub async fn before_each_page(&self, script: &str) -> Result<()> {
        self.only_in_chromium("run a script before each page")?;
        let cdp = self.driver().cdp();
        cdp.page().add_script_to_evaluate_on_new_document(script).await?;
        Ok(())
    }

    /// Sets numbers among the settings of Firefox, which stand in for those of the system.
    ///
    /// # Errors
    ///
    /// When the browser is another one.
    pub async fn set_preferences(&self, settings: &[(&str, i32)]) -> Result<()> {
        match self.engine() {
            Engine::Firefox => self.ask_browser(SET, settings).await,
            engine => Err(Error::Unable(engine, "be set from inside")),
        }
    }

    /// Sends a command of the Chrome DevTools Protocol.
    ///
    /// # Errors
    ///
    /// When the browser refuses or is another one.
    pub async fn command(&self, method: &str, parameters: Value) -> Result<Value> {
        self.only_in_chromium("take commands of the Chrome DevTools Protocol")?;
        Ok(self.driver().cdp().send_raw(method, parameters).await?)
    }

    /// What the browser has complained of since it was last asked: errors of scripts, of security
    /// and, in Chromium, of loading.
    ///
    /// # Errors
    ///
    /// When the browser keeps no log, as WebKitGTK does not.
    pub async fn complaints(&self) -> Result<Vec<String>> {
        self.not_in_webkit("tell what went wrong")?;
        if self.engine() == Engine::Firefox {
            return self.ask_browser(COMPLAINTS, self.site()).await;
        }
        let log = self.driver().browser_log().await?;
        let is_severe = |entry: &BrowserLogEntry| entry.level == "SEVERE";
        let severe = log.into_iter().filter(is_severe);
        Ok(severe.map(|entry| entry.message).collect())
    }

    fn only_in_chromium(&self, what: &'static str) -> Result<()> {
        match self.engine() {
            Engine::Chromium => Ok(()),
            engine @ (Engine::Firefox | Engine::WebKit) => Err(Error::Unable(engine, what)),
        }
    }

    fn not_in_webkit(&self, what: &'static str) -> Result<()> {
        match self.engine() {
            Engine::Chromium | Engine::Firefox => Ok(()),
            engine @ Engine::WebKit => Err(Error::Unable(engine, what)),
        }
    }

    /// The answer of a script that runs in the window of Firefox itself, around the page.
    async fn ask_browser<T: DeserializeOwned>(
        &self,
        script: &str,
        about: impl serde::Serialize,
    ) -> Result<T> {
        let handle = &self.driver().handle();
        handle.cmd(Context::Chrome).await?;
        let answer = self.ask_about(script, about).await;
        handle.cmd(Context::Content).await?;
        answer
    }
}

const SET: &str =
    "for (const [name, value] of arguments[0]) Services.prefs.setIntPref(name, value)";

/// Where the next scripts run in Firefox.
#[derive(Clone, Copy, Debug)]
enum Context {
    Chrome,
    Content,
}

impl FormatRequestData for Context {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let context = match self {
            Self::Chrome => "chrome",
            Self::Content => "content",
        };
        RequestData::new(Method::POST, format!("/session/{session}/moz/context"))
            .add_body(json!({ "context": context }))
    }
}

/// Gives the page its size as Firefox's own mode for trying out screens does: a window cannot be as
/// narrow as a phone.
const RESIZE: &str = "const [width, height, ratio] = arguments[0];
    const browser = gBrowser.selectedBrowser;
    for (const [side, length] of [['width', width], ['height', height]]) {
        for (const name of [side, `min-${side}`, `max-${side}`]) {
            browser.style.setProperty(name, `${length}px`);
        }
    }
    browser.browsingContext.top.overrideDPPX = ratio";

/// Reads and clears the log of the whole browser. Errors have no flag; a warning has. Of every answer
/// of a worker that is still on its way when its page is left, the log speaks as of an error.
const COMPLAINTS: &str = "const messages = Services.console.getMessageArray();
    Services.console.reset();
    return messages
        .filter(message => message instanceof Ci.nsIScriptError)
        .filter(message => (message.flags & Ci.nsIScriptError.warningFlag) === 0)
        .filter(message => message.sourceName.startsWith(arguments[0]))
        .filter(message => message.category !== 'Service Worker Interception'
            || !message.errorMessage.includes('intercepted the request and encountered an unexpected error'))
        .map(message => `${message.category}: ${message.errorMessage} (${message.sourceName})`)";
