//! What is written for readers and for other programs says what the package says.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "A test that cannot go on has failed.")]

mod archive;
mod citation;
mod figures;
mod figures_json;
mod json_ld;

use std::path::{Path, PathBuf};

use dak_so::data::{Package, validate};
use dak_so::model::{Dataset, Edition};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("static/data")
}

/// Asks `check` about the real data.
fn with_dataset(check: impl Fn(&Dataset<'_>)) {
    let package = Package::read(&folder());
    check(&validate(&package, None).unwrap());
}

/// The edition of the real package.
fn edition() -> Edition<'static> {
    let description = std::fs::read_to_string(folder().join("datapackage.json")).unwrap();
    dak_so::data::edition(&description, &[]).unwrap()
}
