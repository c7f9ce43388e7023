//! The pages as they are written: complete without a script, in every language.
//!
//! Every page is a function from the dataset, the view and what the build made to one HTML document.
//! Nothing here runs in a browser. What comes to life on a page does so in a place that is marked
//! here: a chart in `[data-chart]`, a control at `[data-control]`, a list at its `[data-ranks]`.

mod chart;
mod citation;
mod cite;
mod contents;
mod document;
mod edition;
mod embed;
mod embed_dialog;
mod evidence;
mod field;
mod figure;
mod figures;
mod files;
mod filters;
mod findings;
mod footer;
mod head;
mod header;
mod home;
mod installed;
mod ledger;
mod legend;
mod not_found;
mod notes;
mod notices;
mod oembed;
mod order;
mod picture;
mod related;
mod rules;
mod site;
mod sources;
mod still;
mod table;
mod tabs;
mod years;

pub use contents::{charts, page_of};
pub use document::{PageError, document, not_found};
pub use files::{File, FileError, chart_files, citation_files, link_picture};
pub use installed::app_files;
pub use oembed::oembed_files;
pub use site::{Assets, Site};
