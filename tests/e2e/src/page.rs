use std::time::{Duration, Instant};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::WebDriver;
use tokio::time::sleep;

use crate::{Engine, Error, Options, Result};

/// How long something may take on a busy machine. Nothing is expected to take it.
const PATIENCE: Duration = Duration::from_secs(30);

/// How often the page is asked whether it has happened.
const INTERVAL: Duration = Duration::from_millis(25);

/// What a reader sees and does.
pub struct Page {
    driver: WebDriver,
    engine: Engine,
    options: Options,
    site: String,
}

impl Page {
    pub(crate) const fn new(
        driver: WebDriver,
        engine: Engine,
        options: Options,
        site: String,
    ) -> Self {
        Self { driver, engine, options, site }
    }

    /// What all addresses of the site start with, without a slash at the end.
    pub fn site(&self) -> &str {
        &self.site
    }

    /// The same browser on another site.
    #[must_use]
    pub fn elsewhere(&self, site: String) -> Self {
        Self::new(self.driver.clone(), self.engine, self.options, site)
    }

    /// What the browser is made of.
    pub const fn engine(&self) -> Engine {
        self.engine
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

    /// Opens an address relative to the site, whatever becomes of it, and waits until the whole page
    /// has been read.
    ///
    /// # Errors
    ///
    /// When the browser cannot load it.
    pub async fn go(&self, address: &str) -> Result<()> {
        self.driver.goto(format!("{}/{address}", self.site)).await?;
        // ChromeDriver has been seen to go on before that, on a busy machine and without scripts.
        self.until("the page is parsed", "return document.readyState !== 'loading'").await
    }

    /// Waits until the app has started and has had the time to draw.
    ///
    /// # Errors
    ///
    /// When the app does not start.
    pub async fn until_ready(&self) -> Result<()> {
        let ready = "const { app, arriving } = document.documentElement.dataset;
            return app === 'ready' && arriving === undefined
            && !document.querySelector('[data-chart]:not([data-alive])')";
        self.until("the app starts and brings all charts to life", ready).await?;
        self.settle().await
    }

    /// Lets the page finish what it has begun: two frames, after which every size observer, effect
    /// and drawing that follows from an event is through. Without scripts there is nothing to wait for.
    ///
    /// # Errors
    ///
    /// When the page draws no frames any more.
    pub async fn settle(&self) -> Result<()> {
        if !self.options.scripts {
            return Ok(());
        }
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
}
