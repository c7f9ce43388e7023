use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::Tools;
use crate::process;

/// A browser, and the program that tests drive it with.
pub(crate) struct Browser {
    /// The browser itself.
    pub(crate) program: PathBuf,
    /// What speaks WebDriver to it.
    pub(crate) driver: PathBuf,
}

/// The browser that comes with WebKitGTK.
const MINIBROWSER: &str = "MiniBrowser";

impl Tools {
    /// Finds Chromium and its driver; installs Debian's where that is allowed.
    pub(crate) fn ensure_chromium(&self) -> Result<Browser> {
        let names = &["chromium", "chromium-browser", "google-chrome"];
        let program = self.ensure_program("Chromium", "CHROMIUM", names, "chromium")?;
        let names = &["chromedriver"];
        let driver =
            self.ensure_program("ChromeDriver", "CHROMEDRIVER", names, "chromium-driver")?;
        self.matching(Browser { program, driver })
    }

    /// Finds Firefox; installs Debian's where that is allowed.
    pub(super) fn ensure_firefox(&self) -> Result<PathBuf> {
        self.ensure_program("Firefox", "FIREFOX", &["firefox-esr", "firefox"], "firefox-esr")
    }

    /// Finds the browser that comes with WebKitGTK, and its driver; installs Debian's where that is
    /// allowed.
    pub(super) fn ensure_minibrowser(&self) -> Result<Browser> {
        let names = &["WebKitWebDriver"];
        let package = "webkit2gtk-driver";
        let driver = self.ensure_program("WebKitWebDriver", "WEBKITDRIVER", names, package)?;
        if let Some(named) = env::var_os("WEBKIT") {
            return Ok(Browser { program: PathBuf::from(named), driver });
        }
        // It is in none of the folders for programs.
        let found = process::printed(self.command("dpkg-query").args(["--search", MINIBROWSER]));
        let lines = found.iter().flat_map(|found| found.lines());
        let paths = lines.filter_map(|line| Some(PathBuf::from(line.split_once(": ")?.1)));
        let program =
            paths.into_iter().find(|path| path.ends_with(MINIBROWSER)).with_context(|| {
                format!("there is no {MINIBROWSER} of WebKitGTK: name it in WEBKIT")
            })?;
        Ok(Browser { program, driver })
    }

    /// Finds the server of a screen that nobody sees; installs Debian's where that is allowed.
    pub(super) fn ensure_xvfb(&self) -> Result<PathBuf> {
        self.ensure_program("Xvfb", "XVFB", &["Xvfb"], "xvfb")
    }

    /// Finds Java; installs Debian's where that is allowed.
    pub(super) fn ensure_java(&self) -> Result<()> {
        let is_there = || self.version_of(Path::new("java")).is_some();
        if !is_there() && self.may_install_packages() {
            self.install_packages(&["default-jre-headless"])?;
        }
        if !is_there() {
            bail!(
                "Java is not on PATH: install it (on Debian: `apt-get install \
                 default-jre-headless`), then run this command again"
            );
        }
        Ok(())
    }

    /// Finds nginx with its module for brotli files; installs Debian's where that is allowed.
    pub(crate) fn ensure_nginx(&self) -> Result<PathBuf> {
        let module = Path::new("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so");
        if !module.is_file() && self.may_install_packages() {
            self.install_packages(&["nginx", "libnginx-mod-http-brotli-static"])?;
        }
        self.ensure_program("nginx", "NGINX", &["nginx"], "nginx libnginx-mod-http-brotli-static")
    }

    /// Finds Apache; installs Debian's where that is allowed.
    pub(crate) fn ensure_apache(&self) -> Result<PathBuf> {
        self.ensure_program("Apache", "APACHE", &["apache2", "httpd"], "apache2")
    }

    /// Finds wrk, which asks a server as fast as it can; installs Debian's where that is allowed.
    pub(crate) fn ensure_wrk(&self) -> Result<PathBuf> {
        self.ensure_program("wrk", "WRK", &["wrk"], "wrk")
    }

    /// Finds a program by the variable that may name it or by its names on PATH, or installs the
    /// Debian package that has it.
    fn ensure_program(
        &self,
        what: &str,
        variable: &str,
        names: &[&str],
        package: &str,
    ) -> Result<PathBuf> {
        let find = || match env::var_os(variable) {
            Some(named) => Some(PathBuf::from(named)),
            None => names.iter().find_map(|name| self.on_path(name).into_iter().next()),
        };
        if let Some(program) = find() {
            return Ok(program);
        }
        if !self.may_install_packages() {
            bail!(
                "{what} is not on PATH: install it (on Debian: `apt-get install {package}`), or name \
                 it in {variable}"
            );
        }
        self.install_packages(&[package])?;
        find().with_context(|| format!("apt-get installed no {what} that is on PATH"))
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
        // A package that brings a service must not start it: in run level 1, Debian starts none.
        command.env("DEBIAN_FRONTEND", "noninteractive").env("RUNLEVEL", "1");
        command
    }

    /// ChromeDriver drives only a browser of its own major version.
    fn matching(&self, browser: Browser) -> Result<Browser> {
        let major = |program| self.version_of(program).map(|version| version.major);
        let chromium = major(&browser.program)
            .with_context(|| format!("{} does not run", browser.program.display()))?;
        let driver = major(&browser.driver)
            .with_context(|| format!("{} does not run", browser.driver.display()))?;
        if chromium != driver {
            bail!(
                "Chromium is version {chromium} and ChromeDriver {driver}: install the two in one \
                 version, or name a matching pair in CHROMIUM and CHROMEDRIVER"
            );
        }
        Ok(browser)
    }
}
