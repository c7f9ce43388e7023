//! Publishes the data package, and the files that are computed from it beside it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use dak_so::data::{Package, validate};
use dak_so::export::{comparisons_csv, published_datapackage, targets_csv};

use crate::data::PACKAGE;

/// Copies the package into `dist`, adds the computed tables and describes them in it.
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
    copy(&root.join(PACKAGE), &folder)?;
    write("comparisons.csv", comparisons_csv(&dataset))?;
    write("targets.csv", targets_csv(&dataset))?;
    write("datapackage.json", published_datapackage(&description)?)
}

fn copy(package: &Path, folder: &Path) -> Result<()> {
    let unreadable = || format!("{} cannot be read", package.display());
    for entry in fs::read_dir(package).with_context(unreadable)? {
        let entry = entry.with_context(unreadable)?;
        let copy = folder.join(entry.file_name());
        fs::copy(entry.path(), &copy)
            .with_context(|| format!("{} cannot be written", copy.display()))?;
    }
    Ok(())
}
