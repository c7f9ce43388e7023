//! Writes the files that are computed from the data package and published beside it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use dak_so::data::{Package, validate};
use dak_so::export::{comparisons_csv, published_datapackage, targets_csv};

use crate::data::PACKAGE;

/// Adds the computed tables to the copy of the package in `dist`, and describes them in it.
pub(crate) fn data(root: &Path, dist: &Path) -> Result<()> {
    let package = Package::read(&root.join(PACKAGE));
    let dataset = validate(&package, None).map_err(|issues| {
        anyhow!("{} problems in {PACKAGE}; `cargo xtask data` lists them", issues.len())
    })?;
    let description = root.join(PACKAGE).join("datapackage.json");
    let description = fs::read_to_string(&description)
        .with_context(|| format!("{} cannot be read", description.display()))?;
    let folder = dist.join("data");
    let write = |name: &str, content: String| {
        let file = folder.join(name);
        fs::write(&file, content).with_context(|| format!("{} cannot be written", file.display()))
    };
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    write("comparisons.csv", comparisons_csv(&dataset))?;
    write("targets.csv", targets_csv(&dataset))?;
    write("datapackage.json", published_datapackage(&description)?)
}
