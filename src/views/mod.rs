//! Every view as a function from a [`Context`] to Yew's [`Html`]: complete without a script, in every
//! language.
//!
//! The same functions write the files of the site natively and render views in the browser. So nothing
//! here is raw HTML, which Trusted Types forbid in a browser, nothing asks a browser or a file, and
//! what only a document needs, such as its head, is elsewhere. A chart is a slot.

mod analysis;
mod context;
mod embed;
mod field;
mod figure;
mod figures;
mod home;
mod listing;
mod markup;
mod parts;
mod paths;
mod sources;
mod targets;
mod titles;
mod whole;

pub use analysis::Analysis;
pub use context::{Context, Medium};
pub use parts::{card, route_title};
pub use paths::{
    ARCHIVE, CITATION_FILES, ONE_FILE, chart_file, chart_files_of, citation_file, cited_chart,
    data_file,
};
pub use titles::{description_of, embed_title, title_of};
pub use whole::{body, embed_body, has_live_parts, list};
