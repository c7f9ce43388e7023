use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::Tools;
use crate::process;

/// The programs that tests drive a browser with.
pub(crate) struct Browser {
    /// The browser itself.
    pub(crate) chromium: PathBuf,
    /// What speaks WebDriver to it.
    pub(crate) chromedriver: PathBuf,
}

impl Tools {
    /// Finds Chromium and its driver; installs Debian's where that is allowed.
    pub(super) fn ensure_browser(&mut self) -> Result<Browser> {
        if let Some(browser) = self.browser() {
            return self.matching(browser);
        }
        if !self.may_install_packages() {
            bail!(
                "Chromium and ChromeDriver are not on PATH: install them (on Debian: `apt-get \
                 install chromium chromium-driver`), or name them in CHROMIUM and CHROMEDRIVER"
            );
        }
        self.install_packages(&["chromium", "chromium-driver"])?;
        let browser = self.browser();
        self.matching(browser.context("apt-get installed no Chromium that is on PATH")?)
    }

    /// Installs Debian packages. Whether that is allowed must have been asked before.
    pub(super) fn install_packages(&self, packages: &[&str]) -> Result<()> {
        let names = packages.join(" and ");
        println!("Installing {names} with apt-get: a minute or two …");
        process::run(self.apt_get().args(["--quiet", "update"]))
            .context("the lists of Debian's packages could not be fetched")?;
        let install = ["--quiet", "--yes", "--no-install-recommends", "install"];
        process::run(self.apt_get().args(install).args(packages))
            .with_context(|| format!("{names} could not be installed"))
    }

    /// Whether this is a Debian system on which we are root.
    pub(super) fn may_install_packages(&self) -> bool {
        let user = process::printed(self.command("id").arg("-u"));
        user.is_some_and(|id| id.trim() == "0") && !self.on_path("apt-get").is_empty()
    }

    fn apt_get(&self) -> Command {
        let mut command = self.command("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    }

    fn browser(&self) -> Option<Browser> {
        let find = |variable, names: &[&str]| match env::var_os(variable) {
            Some(named) => Some(PathBuf::from(named)),
            None => names.iter().find_map(|name| self.on_path(name).into_iter().next()),
        };
        Some(Browser {
            chromium: find("CHROMIUM", &["chromium", "chromium-browser", "google-chrome"])?,
            chromedriver: find("CHROMEDRIVER", &["chromedriver"])?,
        })
    }

    /// ChromeDriver drives only a browser of its own major version.
    fn matching(&self, browser: Browser) -> Result<Browser> {
        let major = |program| self.version_of(program).map(|version| version.major);
        let chromium = major(&browser.chromium)
            .with_context(|| format!("{} does not run", browser.chromium.display()))?;
        let driver = major(&browser.chromedriver)
            .with_context(|| format!("{} does not run", browser.chromedriver.display()))?;
        if chromium != driver {
            bail!(
                "Chromium is version {chromium} and ChromeDriver {driver}: install the two in one \
                 version, or name a matching pair in CHROMIUM and CHROMEDRIVER"
            );
        }
        Ok(browser)
    }
}
