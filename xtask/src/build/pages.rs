use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::address::BaseAddress;
use super::assets::Assets;
use super::{Inline, PARTS};
use crate::process;
use crate::tools::Tools;

/// The program that writes all pages, compiled natively from the components of the app.
const PROGRAM: &[&str] = &[
    "--locked",
    "--quiet",
    "--package",
    "dak-so",
    "--no-default-features",
    "--features",
    "site",
    "--bin",
    "prerender",
];

/// Has all pages written into `dist`, and the files that stand beside them.
pub(super) fn prerender(
    tools: &Tools,
    dist: &Path,
    assets: &Assets,
    inline: &Inline,
    base_address: Option<&BaseAddress>,
) -> Result<()> {
    let mut program = tools.cargo(&["run"]);
    program.args(PROGRAM).arg("--");
    let parts = tools.root().join(PARTS);
    arguments(&mut program, dist, &parts, assets, inline, base_address);
    process::run(&mut program).context("the pages could not be written")
}

fn arguments(
    program: &mut Command,
    dist: &Path,
    parts: &Path,
    assets: &Assets,
    inline: &Inline,
    base_address: Option<&BaseAddress>,
) {
    program.arg("--dist").arg(dist).arg("--parts").arg(parts);
    program.args(["--app", &assets.app, "--wasm", &assets.wasm]);
    program.args(["--wasm-integrity", &assets.wasm_integrity]);
    program.args(["--start", &assets.start, "--icon", &assets.icon]);
    program.args(["--frame", &assets.frame, "--dialogs", &assets.dialogs]);
    program.arg("--style").arg(&inline.style).arg("--first").arg(&inline.first);
    match base_address {
        Some(address) => {
            program.arg("--base-address").arg(address);
        }
        None => println!(
            "Without a base address, the pages have no canonical and hreflang links, no Open Graph \
             addresses and pictures, and there is no sitemap (`--base-address https://…/` adds them)"
        ),
    }
}
