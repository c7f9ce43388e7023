use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::{Found, Tools, Version};
use crate::{process, versions};

/// The target of the page.
pub(super) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// A tool that cargo installs.
pub(super) struct CargoTool {
    program: &'static str,
    package: &'static str,
    version: Version,
    fits: fn(found: Version, wanted: Version) -> bool,
    /// Further arguments to `cargo install`.
    arguments: &'static [&'static str],
    /// How long the installation takes on two cores.
    takes: &'static str,
}

pub(super) fn trunk() -> CargoTool {
    CargoTool {
        program: "trunk",
        package: "trunk",
        version: versions::TRUNK,
        fits: compatible,
        // Its default features fetch other tools over TLS; ours are all installed beforehand.
        arguments: &["--locked", "--no-default-features"],
        takes: "about 4 minutes",
    }
}

pub(super) fn wasm_bindgen(version: Version) -> CargoTool {
    CargoTool {
        program: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version,
        // The library and the tool share a format that changes with every release.
        fits: |found, wanted| found == wanted,
        arguments: &[],
        takes: "about 2 minutes",
    }
}

pub(super) fn deny() -> CargoTool {
    CargoTool {
        program: "cargo-deny",
        package: "cargo-deny",
        version: versions::CARGO_DENY,
        fits: compatible,
        arguments: &["--locked"],
        takes: "about 3 minutes",
    }
}

pub(super) fn geckodriver() -> CargoTool {
    CargoTool {
        program: "geckodriver",
        package: "geckodriver",
        version: versions::GECKODRIVER,
        fits: compatible,
        arguments: &["--locked"],
        takes: "about 2 minutes",
    }
}

/// A later patch of the same minor release.
fn compatible(found: Version, wanted: Version) -> bool {
    (found.major, found.minor) == (wanted.major, wanted.minor) && found >= wanted
}

/// The target comes with the toolchain where rustup reads `rust-toolchain.toml` on its own.
pub(super) fn ensure_wasm_target(tools: &Tools) -> Result<()> {
    let sysroot = process::printed(tools.command("rustc").args(["--print", "sysroot"]))
        .context("`rustc` does not run: install Rust with rustup, see https://rustup.rs")?;
    let target = Path::new(sysroot.trim()).join("lib/rustlib").join(WASM_TARGET);
    if target.is_dir() {
        return Ok(());
    }
    if tools.on_path("rustup").is_empty() {
        bail!(
            "this Rust cannot compile for {WASM_TARGET} and rustup, which would add it, is not \
             on PATH: install Rust with rustup, see https://rustup.rs"
        );
    }
    println!("Adding the target {WASM_TARGET} …");
    process::run(tools.command("rustup").args(["target", "add", WASM_TARGET]))
}

impl Tools {
    /// Finds the tool on PATH or where an earlier run put it, or installs it.
    pub(super) fn ensure_cargo_tool(&mut self, tool: &CargoTool) -> Result<()> {
        let CargoTool { program, package, version, .. } = *tool;
        let normal = self.cargo_home.join("bin");
        let beside = self.cargo_home.join("dak-so").join(format!("{package}-{version}"));
        let folders = [normal.clone(), beside.join("bin")];
        let fits = |found| (tool.fits)(found, version);
        let found_other = match self.find(program, &folders, fits) {
            Found::Fitting => return Ok(()),
            Found::Other => true,
            Found::Nothing => false,
        };
        println!("Installing {package} {version}: {} the first time …", tool.takes);
        let root = found_other.then_some(beside.as_path());
        process::run(&mut self.install(tool, root))
            .with_context(|| format!("{package} {version} could not be installed"))?;
        self.prefer(root.map_or(normal, |root| root.join("bin")));
        Ok(())
    }

    fn install(&self, tool: &CargoTool, root: Option<&Path>) -> Command {
        let version = format!("={}", tool.version);
        let mut install = self.cargo(&["install", tool.package, "--version", &version]);
        install.args(tool.arguments);
        if let Some(root) = root {
            install.arg("--root").arg(root).arg("--force");
        }
        // Trunk's own profile takes 25 minutes on two cores, this one 4; the tools run no longer.
        install
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
        install
    }
}
