use std::path::Path;
use std::time::Duration;

use serde_json::{Map, json};
use tempfile::TempDir;
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::common::capabilities::firefox::FirefoxPreferences;
use thirtyfour::{
    Capabilities, CapabilitiesHelper, DesiredCapabilities, LoggingPrefsLogLevel, PageLoadStrategy,
    WebDriver,
};

use crate::driver::Driver;
use crate::environment::Programs;
use crate::{Engine, Page, Result};

const CHROMIUM_ARGUMENTS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // Containers give too little shared memory for a large page.
    "--disable-dev-shm-usage",
    // No other host can be reached, so that a page that asks one fails here as it would offline.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/// Scripts off as the switch in Chromium's own settings has it: 2 is “block”.
const CHROMIUM_WITHOUT_SCRIPTS: &str = "profile.managed_default_content_settings.javascript";

/// The proxy that Firefox asks for every host but this one. Nobody listens there.
const NOBODY: (&str, u16) = ("127.0.0.1", 9);

/// After how long a script counts as lost that WebKitGTK was asked for while a page loads: it is never
/// answered. Whoever waits for something asks again.
const LOST: Duration = Duration::from_secs(10);

/// What the reader has set in the browser before the visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Whether the browser runs the scripts of pages. Where it does not, `<noscript>` and
    /// `@media (scripting: none)` hold, and [`Page::ask`] is answered all the same.
    pub scripts: bool,
    /// The language of the browser, such as `de`; its own where none is named. WebKitGTK has that of
    /// the machine.
    pub locale: Option<&'static str>,
}

impl Options {
    /// As browsers come.
    pub const USUAL: Self = Self { scripts: true, locale: None };

    /// With scripts switched off.
    pub const WITHOUT_SCRIPTS: Self = Self { scripts: false, ..Self::USUAL };
}

impl Default for Options {
    fn default() -> Self {
        Self::USUAL
    }
}

/// A headless browser with an empty profile, and the program that drives it.
pub struct Browser {
    driver: WebDriver,
    engine: Engine,
    options: Options,
    // Dropped in this order: the driver first, then the files that the browser has open.
    _driver: Driver,
    _profile: TempDir,
}

impl Browser {
    /// Starts both, which are found on `PATH` or named in `CHROMIUM` and `CHROMEDRIVER`, `FIREFOX`
    /// and `GECKODRIVER`, or `WEBKIT` and `WEBKITDRIVER`.
    ///
    /// # Errors
    ///
    /// When a program is missing or does not start, or the two do not go together.
    pub async fn start(engine: Engine, options: Options) -> Result<Self> {
        let programs = Programs::find(engine)?;
        let profile = tempfile::tempdir()?;
        let driver = Driver::start(engine, &programs, profile.path()).await?;
        let wanted = match engine {
            Engine::Chromium => chromium(&programs.browser, profile.path(), options)?,
            Engine::Firefox => firefox(&programs.browser, profile.path(), options)?,
            Engine::WebKit => webkit(&programs.browser, options)?,
        };
        let session = WebDriver::new(&driver.address, wanted).await?;
        if engine == Engine::WebKit {
            session.set_script_timeout(LOST).await?;
        }
        Ok(Self { driver: session, engine, options, _driver: driver, _profile: profile })
    }

    /// A view on a site, whose addresses all start with `site`.
    pub fn page(&self, site: String) -> Page {
        Page::new(self.driver.clone(), self.engine, self.options, site)
    }

    /// Ends both. Without it the browser would outlive its driver.
    ///
    /// # Errors
    ///
    /// When the browser does not answer any more.
    pub async fn quit(self) -> Result<()> {
        Ok(self.driver.quit().await?)
    }
}

fn chromium(program: &Path, profile: &Path, options: Options) -> Result<Capabilities> {
    let mut wanted = DesiredCapabilities::chrome();
    wanted.set_binary(&program.to_string_lossy())?;
    for argument in CHROMIUM_ARGUMENTS {
        wanted.add_arg(argument)?;
    }
    wanted.add_arg(&format!("--user-data-dir={}", profile.display()))?;
    let mut preferences = Map::new();
    if let Some(locale) = options.locale {
        wanted.add_arg(&format!("--lang={locale}"))?;
        preferences.insert("intl.accept_languages".to_owned(), locale.into());
        preferences.insert("intl.selected_languages".to_owned(), locale.into());
    }
    // Its driver would keep pages from being held for the way back, as those of readers are.
    wanted.add_exclude_switch("disable-back-forward-cache")?;
    if !options.scripts {
        preferences.insert(CHROMIUM_WITHOUT_SCRIPTS.to_owned(), 2.into());
    }
    if !preferences.is_empty() {
        wanted.add_experimental_option("prefs", preferences)?;
    }
    wanted.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    wanted.set_page_load_strategy(PageLoadStrategy::Eager)?;
    Ok(wanted.into())
}

fn firefox(program: &Path, profile: &Path, options: Options) -> Result<Capabilities> {
    let mut wanted = DesiredCapabilities::firefox();
    wanted.set_firefox_binary(&program.to_string_lossy())?;
    wanted.set_headless()?;
    wanted.add_arg("-profile")?;
    wanted.add_arg(&profile.to_string_lossy())?;
    let mut preferences = FirefoxPreferences::new();
    preferences.set("javascript.enabled", options.scripts)?;
    if let Some(locale) = options.locale {
        preferences.set("intl.accept_languages", locale)?;
        preferences.set("intl.locale.requested", locale)?;
    }
    let (host, port) = NOBODY;
    preferences.set("network.proxy.type", 1)?;
    for protocol in ["http", "ssl"] {
        preferences.set(&format!("network.proxy.{protocol}"), host)?;
        preferences.set(&format!("network.proxy.{protocol}_port"), port)?;
    }
    for switched_off in [
        "app.normandy.enabled",
        "datareporting.healthreport.uploadEnabled",
        "datareporting.policy.dataSubmissionEnabled",
        "network.captive-portal-service.enabled",
        "network.connectivity-service.enabled",
        "toolkit.telemetry.enabled",
    ] {
        preferences.set(switched_off, false)?;
    }
    wanted.set_preferences(preferences)?;
    wanted.set_page_load_strategy(PageLoadStrategy::Eager)?;
    Ok(wanted.into())
}

/// The browser has every profile to itself; without scripts it is told so by a setting of WebKitGTK.
fn webkit(program: &Path, options: Options) -> Result<Capabilities> {
    let scripts = format!("--enable-javascript={}", options.scripts);
    let browser = json!({ "binary": program, "args": ["--automation", scripts] });
    let mut wanted = Capabilities::new();
    wanted.set("webkitgtk:browserOptions", browser)?;
    // A script that is asked for while a page loads is never answered.
    wanted.set("pageLoadStrategy", PageLoadStrategy::Normal)?;
    Ok(wanted)
}
