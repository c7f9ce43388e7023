//! What only the build writes: whole documents with their heads, downloads, pictures, and the
//! descriptions for other programs. Nothing here runs in a browser.

mod assets;
mod document;
mod files;
mod head;
mod manifest;
mod not_found;
mod oembed;
mod offline;
mod pictures;
mod single_file;

pub use assets::{Assets, Site};
pub use document::{document, not_found};
pub use files::{File, FileError, chart_files, citation_files, link_picture};
pub use manifest::app_files;
pub use oembed::oembed_files;
pub use offline::kept_pages;
pub use pictures::Pictures;
pub use single_file::{SINGLE_FILE_WIDTHS, single_file};
