//! The files with which an administrator puts the site on a web server.
//!
//! They stand in `deploy/` with names in place of what a build decides: the policy, the folder, the
//! host, and who may frame the pages. Here they are filled in, so that nobody copies a hash by hand.

mod meta;
mod place;
mod policy;
mod portals;
mod templates;
mod trial;

use std::io;
use std::path::PathBuf;

pub use meta::{into_pages, with_policy};
pub use place::Place;
pub use policy::Policy;
pub use portals::Portals;
pub use templates::write;
pub use trial::Trial;

/// Why the files were not written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A page of the site cannot be read.
    #[error("{} cannot be read: {source}", file.display())]
    Unreadable {
        /// The page, or the folder that it should be in.
        file: PathBuf,
        /// What went wrong.
        source: io::Error,
    },
    /// A file cannot be written.
    #[error("{} cannot be written: {source}", file.display())]
    Unwritable {
        /// The file.
        file: PathBuf,
        /// What went wrong.
        source: io::Error,
    },
    /// A portal is not written as an origin.
    #[error(
        "found `{0}` among the portals; expected origins separated by spaces, such as \
         https://portal.example.vn"
    )]
    Portal(String),
    /// A file for servers lacks what is to be exchanged in it.
    #[error("{} has no `{expected}`", file.display())]
    Fitting {
        /// The file.
        file: PathBuf,
        /// What it should have.
        expected: String,
    },
}
