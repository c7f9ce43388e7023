use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process;
use crate::tools::Tools;

/// Where Trunk leaves what it makes for the site. Its page is that of the app alone and is not published: the
/// documents of the views are written later.
const STAGE: &str = "target/site/trunk";

/// What is taken over from Trunk.
pub(super) struct Built {
    /// The script that wasm-bindgen wrote.
    pub(super) script: PathBuf,
    /// The optimised program, with the names of its functions still in it.
    pub(super) wasm: PathBuf,
    /// The minified style sheet.
    pub(super) style: PathBuf,
}

/// Has Trunk build the app.
pub(super) fn build(tools: &Tools) -> Result<Built> {
    process::run(&mut command(tools)).context("the app could not be built")?;
    taken_over(&tools.root().join(STAGE))
}

fn command(tools: &Tools) -> Command {
    let mut trunk = tools.command("trunk");
    trunk.args(["build", "--release", "--offline", "--dist", STAGE]);
    // Names and digests are those of final bytes, and the build goes on from here.
    trunk.args(["--filehash", "false", "--no-sri", "true", "--minify", "true"]);
    // Its minifier of scripts cannot read what wasm-bindgen writes and says so at each build.
    trunk.args(["--log", "error,trunk=info,trunk::processing::minify=error"]);
    // Panic messages name source files. Where those lie on this machine is nobody's business, and
    // makes the Wasm another one on each machine.
    let renamed = [(tools.cargo_home(), "cargo"), (tools.root(), "dak-so")];
    let flags =
        renamed.map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()));
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.join(" "));
    // A failed build is told in cargo's words; where in Trunk it was noticed helps nobody.
    trunk.env("RUST_BACKTRACE", "0").env("RUST_LIB_BACKTRACE", "0");
    // Trunk takes the value for a truth value and refuses the customary `NO_COLOR=1`.
    if env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    trunk
}

fn taken_over(stage: &Path) -> Result<Built> {
    // Scripts beside the app's would be imported by their old names.
    if stage.join("snippets").exists() {
        bail!("wasm-bindgen wrote scripts beside the app's, which the build does not publish");
    }
    let file = |name: &str| {
        let file = stage.join(name);
        let found = fs::exists(&file).with_context(|| format!("{} is hidden", file.display()))?;
        if !found {
            bail!(
                "Trunk left no {name} in {}: `index.html` should name the app and its style sheet",
                stage.display()
            );
        }
        Ok(file)
    };
    Ok(Built {
        script: file("dak-so.js")?,
        wasm: file("dak-so_bg.wasm")?,
        style: file("style.css")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_trunk_did_not_leave_is_named() -> Result<()> {
        let stage = tempfile::tempdir()?;
        fs::write(stage.path().join("dak-so.js"), "")?;
        fs::write(stage.path().join("style.css"), "")?;
        let error = taken_over(stage.path()).err().map(|error| error.to_string());
        assert!(error.is_some_and(|error| error.starts_with("Trunk left no dak-so_bg.wasm in ")));
        fs::write(stage.path().join("dak-so_bg.wasm"), "")?;
        assert!(taken_over(stage.path()).is_ok());
        fs::create_dir(stage.path().join("snippets"))?;
        assert!(taken_over(stage.path()).is_err());
        Ok(())
    }
}
