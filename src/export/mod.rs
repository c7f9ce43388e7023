//! The tables that are computed from the package and published beside it.

mod comparisons;
mod datapackage;
mod stub;
mod table;
mod targets;

pub use comparisons::comparisons_csv;
pub use datapackage::{DescriptionError, published_datapackage};
pub use stub::{figures_csv, json_ld};
pub use targets::targets_csv;
