//! What is computed from the package and published beside it, or handed to the reader: tables, and
//! descriptions for other programs.

mod archive;
mod citation;
mod comparisons;
mod datapackage;
mod figures;
mod figures_json;
mod json_ld;
mod kept;
mod oembed;
mod sitemap;
mod table;
mod targets;

pub use archive::{ARCHIVE, ArchiveError, archive};
pub use citation::{
    Citation, CitedChart, CitedKind, bibtex, chart_record, csl_json, figure_record,
};
pub use comparisons::comparisons_csv;
pub use datapackage::published_datapackage;
pub use figures::figures_csv;
pub use figures_json::{Described, figures_json};
pub use json_ld::{Site, json_ld};
pub use kept::{Kept, Shell, SingleFile};
pub use oembed::{Embed, oembed};
pub use sitemap::{SitemapPage, robots, sitemap};
pub use targets::targets_csv;

/// Year, month and day of an ISO date; what is no number is left out.
fn date_parts(iso_date: &str) -> Vec<u16> {
    iso_date.split('-').map_while(|part| part.parse().ok()).collect()
}
