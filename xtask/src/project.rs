//! Where things are in the project.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};

/// The folder that holds the workspace's `Cargo.toml`.
///
/// Cargo tells it anew at each run. The folder that was compiled in would be that of another clone
/// when two clones share a target folder.
pub(crate) fn root() -> Result<PathBuf> {
    let xtask = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    xtask
        .as_deref()
        .and_then(|folder| folder.parent())
        .map(PathBuf::from)
        .context("the project's folder is not known: run this as `cargo xtask`")
}
