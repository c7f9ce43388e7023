//! `cargo xtask build`: leaves the finished site in `dist/`.

use std::env;
use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};

use crate::budget::{self, Grade};
use crate::sizes::{self, Asset};
use crate::tools::Tools;
use crate::{arguments, process, project, publish};

pub(crate) fn run(parser: lexopt::Parser) -> Result<ExitCode> {
    arguments::none(parser)?;
    let mut tools = Tools::new(project::root()?)?;
    site(&mut tools)?;
    Ok(ExitCode::SUCCESS)
}

/// Builds the site, prints what each file weighs, and fails when it is over budget.
pub(crate) fn site(tools: &mut Tools) -> Result<()> {
    tools.ensure_for_build()?;
    println!("Building the site …");
    process::run(&mut trunk(tools)).context("the site could not be built")?;
    let dist = tools.root().join("dist");
    minify_scripts(tools, &dist)?;
    publish::data(tools.root(), &dist)?;
    let assets = sizes::weigh(&dist)?;
    print_sizes(&assets);
    judge(&assets)
}

fn trunk(tools: &Tools) -> Command {
    let mut trunk = tools.command("trunk");
    trunk.args(["build", "--release", "--offline"]);
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

/// Takes a third off the weight of the scripts.
fn minify_scripts(tools: &Tools, dist: &Path) -> Result<()> {
    for script in sizes::files_below(dist)? {
        if script.extension().is_some_and(|extension| extension == "js") {
            let mut terser = tools.command("terser");
            terser.arg(&script).args(["--module", "--compress", "--mangle", "--output"]);
            process::run(terser.arg(&script))?;
        }
    }
    Ok(())
}

fn print_sizes(assets: &[Asset]) {
    let width = assets.iter().map(|asset| asset.path.chars().count()).max().unwrap_or(0);
    println!("\n{:width$}  {:>9}  {:>9}", "dist/", "bytes", "brotli 11");
    for Asset { path, raw, brotli, .. } in assets {
        println!("{path:width$}  {raw:>9}  {brotli:>9}");
    }
}

fn judge(assets: &[Asset]) -> Result<()> {
    let verdicts = budget::verdicts(assets);
    println!("\nAgainst the budget, after brotli 11, with 1 KB = 1,000 bytes:");
    for verdict in &verdicts {
        let remark = match verdict.grade {
            Grade::Good => "",
            Grade::Heavy => ", more than we aim at",
            Grade::Over => ", OVER BUDGET",
        };
        println!("  {}: {} of {}{remark}", verdict.what, kb(verdict.weight), kb(verdict.limit));
    }
    let over = verdicts.iter().filter(|verdict| verdict.grade == Grade::Over);
    let over: Vec<&str> = over.map(|verdict| verdict.what.as_str()).collect();
    if !over.is_empty() {
        bail!("over budget: {}", over.join(", "));
    }
    Ok(())
}

/// Rounded up, so that nothing over budget prints as if it were within.
fn kb(bytes: usize) -> String {
    let tenths = bytes.div_ceil(100);
    format!("{}.{} KB", tenths / 10, tenths % 10)
}
