//! What is computed from the package and published beside it, or handed to the reader: tables, and
//! descriptions for other programs.

mod comparisons;
mod datapackage;
mod figures;
mod json_ld;
mod sitemap;
mod table;
mod targets;

pub use comparisons::comparisons_csv;
pub use datapackage::{DescriptionError, published_datapackage};
pub use figures::figures_csv;
pub use json_ld::{Site, json_ld};
pub use sitemap::{SitemapPage, robots, sitemap};
pub use targets::targets_csv;
