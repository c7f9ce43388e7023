use std::env;
use std::path::{Path, PathBuf};

use crate::{Engine, Error, Result};

/// Where the site is that the tests look at.
#[derive(Clone, Debug)]
pub struct Environment {
    /// The folder of the built site.
    pub site: PathBuf,
}

/// A browser and the program that drives it.
pub(crate) struct Programs {
    pub(crate) browser: PathBuf,
    pub(crate) driver: PathBuf,
    /// What stands in for a screen, where the browser needs one.
    pub(crate) display: Option<PathBuf>,
}

/// What is known of a program before it is found.
struct Program {
    /// What people call it.
    name: &'static str,
    file: &'static str,
    /// How it is installed.
    remedy: &'static str,
    /// The environment variable that may name it.
    variable: &'static str,
}

const CHROMIUM: Program = Program {
    name: "Chromium",
    file: "chromium",
    remedy: "on Debian, `apt-get install chromium`",
    variable: "CHROMIUM",
};

const CHROMEDRIVER: Program = Program {
    name: "ChromeDriver",
    file: "chromedriver",
    remedy: "on Debian, `apt-get install chromium-driver`",
    variable: "CHROMEDRIVER",
};

const FIREFOX: Program = Program {
    name: "Firefox ESR",
    file: "firefox-esr",
    remedy: "on Debian, `apt-get install firefox-esr`",
    variable: "FIREFOX",
};

const WEBKIT: Program = Program {
    name: "MiniBrowser of WebKitGTK",
    file: "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    remedy: "on Debian, `apt-get install webkit2gtk-driver`",
    variable: "WEBKIT",
};

const WEBKITDRIVER: Program = Program {
    name: "WebKitWebDriver",
    file: "WebKitWebDriver",
    remedy: "on Debian, `apt-get install webkit2gtk-driver`",
    variable: "WEBKITDRIVER",
};

/// WebKitGTK knows no headless mode.
const XVFB: Program = Program {
    name: "Xvfb",
    file: "Xvfb",
    remedy: "on Debian, `apt-get install xvfb`",
    variable: "XVFB",
};

const GECKODRIVER: Program = Program {
    name: "geckodriver",
    file: "geckodriver",
    remedy: "`cargo install geckodriver --locked`",
    variable: "GECKODRIVER",
};

impl Environment {
    /// Reads `DAK_SO_DIST`. By default the site is the `dist` of this workspace.
    ///
    /// # Errors
    ///
    /// [`Error::MissingSite`].
    pub fn detect() -> Result<Self> {
        Self::with_site("DAK_SO_DIST", "../../dist")
    }

    /// The same for the site that knows its address: reads `DAK_SO_ADDRESSED`. By default it lies where
    /// `cargo xtask test` builds it.
    ///
    /// # Errors
    ///
    /// [`Error::MissingSite`].
    pub fn detect_addressed() -> Result<Self> {
        Self::with_site("DAK_SO_ADDRESSED", "../../target/addressed/dist")
    }

    fn with_site(variable: &'static str, usual: &str) -> Result<Self> {
        let site = env::var_os(variable)
            .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join(usual), PathBuf::from);
        match site.join("index.html").is_file() {
            true => Ok(Self { site }),
            false => Err(Error::MissingSite { site, variable }),
        }
    }
}

impl Programs {
    /// Reads `CHROMIUM` and `CHROMEDRIVER`, `FIREFOX` and `GECKODRIVER`, or `WEBKIT`, `WEBKITDRIVER`
    /// and `XVFB`. By default they are on `PATH`, or where Debian has them.
    ///
    /// # Errors
    ///
    /// [`Error::MissingProgram`].
    pub(crate) fn find(engine: Engine) -> Result<Self> {
        let (browser, driver, display) = match engine {
            Engine::Chromium => (CHROMIUM, CHROMEDRIVER, None),
            Engine::Firefox => (FIREFOX, GECKODRIVER, None),
            Engine::WebKit => (WEBKIT, WEBKITDRIVER, Some(XVFB)),
        };
        let display = display.map(|program| program.find()).transpose()?;
        Ok(Self { browser: browser.find()?, driver: driver.find()?, display })
    }
}

impl Program {
    /// Its path. The drivers do not search `PATH` for the browser as we name it, so we do.
    fn find(&self) -> Result<PathBuf> {
        let Self { name, file, remedy, variable } = *self;
        let program = env::var_os(variable).map_or_else(|| PathBuf::from(file), PathBuf::from);
        let is_bare_name = program.components().count() == 1;
        let folders = env::var_os("PATH").unwrap_or_default();
        let found = if is_bare_name {
            env::split_paths(&folders)
                .map(|folder| folder.join(&program))
                .find(|path| path.is_file())
        } else {
            program.is_file().then(|| program.clone())
        };
        found.ok_or(Error::MissingProgram { name, program, remedy, variable })
    }
}
