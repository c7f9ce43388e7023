use std::path::Path;

use tempfile::TempDir;
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::{DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};

use crate::chromedriver::Chromedriver;
use crate::{Environment, Page, Result};

const ARGUMENTS: &[&str] = &[
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

/// A headless Chromium with an empty profile, and the ChromeDriver that drives it.
pub struct Browser {
    driver: WebDriver,
    // Dropped in this order: the driver first, then the files that the browser has open.
    _chromedriver: Chromedriver,
    _profile: TempDir,
}

impl Browser {
    /// Starts both.
    ///
    /// # Errors
    ///
    /// When a program does not start, or the two do not go together.
    pub async fn start(environment: &Environment) -> Result<Self> {
        let profile = tempfile::tempdir()?;
        let chromedriver = Chromedriver::start(&environment.chromedriver).await?;
        let mut wanted = DesiredCapabilities::chrome();
        wanted.set_binary(&environment.chromium.to_string_lossy())?;
        for argument in ARGUMENTS {
            wanted.add_arg(argument)?;
        }
        wanted.add_arg(&in_profile(profile.path()))?;
        wanted.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        let driver = WebDriver::new(&chromedriver.address, wanted).await?;
        Ok(Self { driver, _chromedriver: chromedriver, _profile: profile })
    }

    /// A view on a site, whose addresses all start with `origin`.
    pub fn page(&self, origin: String) -> Page {
        Page::new(self.driver.clone(), origin)
    }

    /// Ends both. Without it Chromium would outlive its driver.
    ///
    /// # Errors
    ///
    /// When Chromium does not answer any more.
    pub async fn quit(self) -> Result<()> {
        Ok(self.driver.quit().await?)
    }
}

fn in_profile(folder: &Path) -> String {
    format!("--user-data-dir={}", folder.display())
}
