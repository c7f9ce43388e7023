//! Publishes the data package, and the files that are computed from it beside it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use dak_so::data::{File, Package, edition, validate};
use dak_so::export::{ARCHIVE, archive, comparisons_csv, published_datapackage, targets_csv};

use crate::data::PACKAGE;

/// Copies the package into `dist`, adds the computed tables, describes them in it, and packs all of it
/// into one file beside them.
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
    write("datapackage.json", published_datapackage(&description)?)?;
    let contents = contents(&folder)?;
    let table = |file: &File| {
        let content = contents.get(file.name());
        content.map(|content| (file.name(), content.as_slice()))
    };
    let tables: Vec<_> = File::ALL.iter().filter_map(table).collect();
    let packed = archive(&edition(&description, &tables)?, &contents)?;
    let file = folder.join(ARCHIVE);
    fs::write(&file, packed).with_context(|| format!("{} cannot be written", file.display()))
}

/// Every file of the folder by its name.
fn contents(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let unreadable = |path: &Path| format!("{} cannot be read", path.display());
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).with_context(|| unreadable(folder))? {
        let path = entry.with_context(|| unreadable(folder))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        files.insert(name, fs::read(&path).with_context(|| unreadable(&path))?);
    }
    Ok(files)
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
