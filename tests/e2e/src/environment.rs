use std::env;
use std::path::{Path, PathBuf};

use crate::{Error, Result};

/// Where the site and the programs that look at it are.
#[derive(Clone, Debug)]
pub struct Environment {
    /// The folder of the built site.
    pub site: PathBuf,
    /// The browser.
    pub chromium: PathBuf,
    /// What drives the browser.
    pub chromedriver: PathBuf,
}

impl Environment {
    /// Reads `DAK_SO_DIST`, `CHROMIUM` and `CHROMEDRIVER`. By default the site is the `dist` of this
    /// workspace, and the programs are on `PATH`.
    ///
    /// # Errors
    ///
    /// [`Error::MissingSite`] and [`Error::MissingProgram`].
    pub fn detect() -> Result<Self> {
        let site = env::var_os("DAK_SO_DIST").map_or_else(
            || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist"),
            PathBuf::from,
        );
        if !site.join("index.html").is_file() {
            return Err(Error::MissingSite(site));
        }
        Ok(Self {
            site,
            chromium: program("Chromium", "chromium", "chromium", "CHROMIUM")?,
            chromedriver: program(
                "ChromeDriver",
                "chromedriver",
                "chromium-driver",
                "CHROMEDRIVER",
            )?,
        })
    }
}

/// The path of a program. ChromeDriver does not search `PATH` for the browser, so we do.
fn program(
    name: &'static str,
    default: &str,
    package: &'static str,
    variable: &'static str,
) -> Result<PathBuf> {
    let program = env::var_os(variable).map_or_else(|| PathBuf::from(default), PathBuf::from);
    let is_bare_name = program.components().count() == 1;
    let folders = env::var_os("PATH").unwrap_or_default();
    let found = if is_bare_name {
        env::split_paths(&folders).map(|folder| folder.join(&program)).find(|path| path.is_file())
    } else {
        program.is_file().then(|| program.clone())
    };
    found.ok_or(Error::MissingProgram { name, program, package, variable })
}
