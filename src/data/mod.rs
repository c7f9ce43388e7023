//! Reads the data package in `static/data`, checks it, and writes it as Rust constants.
//!
//! The way through: [`Package`] holds the rows of the six files with the place of every field,
//! [`validate`] turns them into a [`Dataset`](crate::model::Dataset) or into every [`Issue`] there
//! is, and [`generate`] writes the dataset as source code. All of it runs on the machine that
//! builds: the browser gets constants, so it parses nothing and can meet no bad row.
//!
//! The build script includes this folder next to `model`, so it uses nothing else of the crate. No
//! bytes in the files make anything here panic.

mod claims;
mod collation;
mod documents;
mod edition;
mod generate;
mod hedge;
mod hint;
mod issue;
mod line;
mod number;
mod package;
mod problem;
mod rows;
mod table;
mod validate;

pub use claims::{Claim, claim};
pub use collation::name_ranks;
pub use documents::{Documents, DocumentsError};
pub use edition::{DescriptionError, edition};
pub use generate::{generate, generate_edition, generate_name_ranks};
pub use issue::{File, Issue, Place};
pub use number::{NumberWord, Printed, PrintedError};
pub use package::{MAX_FILE_BYTES, MAX_ROWS, Package};
pub use problem::Problem;
pub use validate::validate;
