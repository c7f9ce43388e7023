use std::io;
use std::path::PathBuf;
use std::time::Duration;

use thirtyfour::error::WebDriverError;

use crate::Engine;

/// What keeps a test from finding out whether the site is right.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A program that the tests need is not on this machine.
    #[error("{name} is not at `{program}`: install it ({remedy}), or name it in {variable}")]
    MissingProgram {
        /// What people call it.
        name: &'static str,
        /// Where it was looked for.
        program: PathBuf,
        /// How it is installed.
        remedy: &'static str,
        /// The environment variable that may name it.
        variable: &'static str,
    },
    /// There is no site to look at.
    #[error(
        "there is no built site in {}: run `cargo xtask test build`, or name its folder in {variable}",
        .site.display()
    )]
    MissingSite {
        /// Where it was looked for.
        site: PathBuf,
        /// The environment variable that may name it.
        variable: &'static str,
    },
    /// ChromeDriver or geckodriver ended or kept silent before it said where it listens.
    #[error("the driver of the browser did not start: {0}")]
    NotStarted(String),
    /// Something that should happen on the page did not.
    #[error("waited {} seconds in vain: {what}; the page says {last}", .waited.as_secs())]
    InVain {
        /// What was waited for.
        what: String,
        /// For how long.
        waited: Duration,
        /// The last answer of the page.
        last: String,
    },
    /// A script failed in the page.
    #[error("the page cannot answer `{script}`: {source}")]
    Script {
        /// What was asked.
        script: String,
        /// What went wrong.
        source: Box<WebDriverError>,
    },
    /// What is asked of the browser is beyond this engine.
    #[error("{0:?} cannot {1}")]
    Unable(Engine, &'static str),
    /// The browser refused a command.
    #[error("the browser refused: {0}")]
    Browser(#[source] Box<WebDriverError>),
    /// An answer is not of the form that was asked for.
    #[error("unexpected answer: {0}")]
    Answer(#[from] serde_json::Error),
    /// The machine refused a socket, a process or a folder.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl From<WebDriverError> for Error {
    fn from(error: WebDriverError) -> Self {
        Self::Browser(Box::new(error))
    }
}

/// The result of looking at the site.
pub type Result<T> = std::result::Result<T, Error>;
