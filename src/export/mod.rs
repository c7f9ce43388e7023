//! What is computed from the package and published beside it, or handed to the reader: tables.

mod comparisons;
mod datapackage;
mod figures;
mod table;
mod targets;

pub use comparisons::comparisons_csv;
pub use datapackage::{DescriptionError, published_datapackage};
pub use figures::figures_csv;
pub use targets::targets_csv;
