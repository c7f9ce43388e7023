use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use dak_so::chart::{CARD_ASIDE, CARD_DISTANCE};

use crate::process;
use crate::tools::Tools;

/// What scripts have in common with the app and take from it, by the names that stand for it in them.
const SHARED: [(&str, i32); 2] = [("CARD_DISTANCE", CARD_DISTANCE), ("CARD_ASIDE", CARD_ASIDE)];

/// Scripts of `static`, minified into one.
pub(super) fn of_site(tools: &Tools, names: &[&str]) -> Result<Vec<u8>> {
    let statics = tools.root().join("static");
    let scripts: Vec<PathBuf> = names.iter().map(|name| statics.join(name)).collect();
    minified(tools, &scripts)
}

/// These scripts, one after the other, without what only their authors need, a third lighter.
fn minified(tools: &Tools, scripts: &[impl AsRef<Path>]) -> Result<Vec<u8>> {
    written_by(&mut terser(tools, scripts)).with_context(|| {
        let names = scripts.iter().map(|script| script.as_ref().display().to_string());
        format!("{} could not be minified", names.collect::<Vec<_>>().join(" and "))
    })
}

fn terser(tools: &Tools, scripts: &[impl AsRef<Path>]) -> Command {
    let mut terser = tools.command("terser");
    for (name, value) in SHARED {
        terser.arg("--define").arg(format!("{name}={value}"));
    }
    terser.args(scripts.iter().map(AsRef::as_ref)).args([
        "--module",
        "--compress",
        "passes=3",
        "--mangle",
    ]);
    terser
}

fn written_by(terser: &mut Command) -> Result<Vec<u8>> {
    Ok(process::output(terser)?.trim_ascii_end().to_vec())
}

/// The script of the app, minified, with the short names of the program in it; no other property is renamed.
pub(super) fn of_app(tools: &Tools, script: &Path, names: &Path) -> Result<Vec<u8>> {
    let mut terser = terser(tools, &[script]);
    // Without `builtins` terser would keep `memory`, since a browser has something of that name too.
    terser.args(["--mangle-props", "only_cache,builtins", "--name-cache"]).arg(names);
    written_by(&mut terser).context("the script of the app could not be minified")
}

/// Where a script lies that the build has changed, before it is minified.
const CHANGED: &str = "target/site/app.js";

/// The same for a script that stands in no file.
pub(super) fn minified_text(tools: &Tools, script: &str) -> Result<Vec<u8>> {
    let file = tools.root().join(CHANGED);
    fs::write(&file, script).with_context(|| format!("{} cannot be written", file.display()))?;
    minified(tools, &[file])
}

/// Where the script lies that stands in every page, before it is written into them.
const FIRST: &str = "target/site/first.js";

/// Minifies the script that stands in every page, and tells where it is left.
pub(super) fn first(tools: &Tools) -> Result<PathBuf> {
    let script = of_site(tools, &["first.js"])?;
    let file = tools.root().join(FIRST);
    fs::write(&file, script).with_context(|| format!("{} cannot be written", file.display()))?;
    Ok(file)
}
