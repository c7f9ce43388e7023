use std::io;
use std::path::PathBuf;

/// What keeps the benchmark from an answer.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    /// The arguments are not those of this program.
    #[error(transparent)]
    Arguments(#[from] lexopt::Error),
    /// The browser, the server or a page failed.
    #[error(transparent)]
    Browser(#[from] e2e::Error),
    /// The machine refused what the browser needs around it.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// A file could not be read or written.
    #[error("{} cannot be used: {source}", .file.display())]
    File {
        /// Which one.
        file: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// An answer is not of the form that was asked for.
    #[error("unexpected answer: {0}")]
    Answer(#[from] serde_json::Error),
    /// A page says it is interactive, but does not react to the mouse.
    #[error("{0} shows no tooltip under the mouse, so it is not interactive when it says so")]
    NoTooltip(&'static str),
    /// A link has led to another view than it should.
    #[error("the link to {asked} shows “{shown}”")]
    OtherView {
        /// The path of the view that was asked for.
        asked: &'static str,
        /// The path of the one that is there.
        shown: String,
    },
    /// A document has come from the server.
    #[error("“{0}” has not come from what the worker keeps")]
    NotKept(&'static str),
}

/// The result of a step of the benchmark.
pub(crate) type Result<T> = std::result::Result<T, Error>;
