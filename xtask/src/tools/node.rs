use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::{Found, Tools, Version};
use crate::{process, versions};

/// A tool that npm installs into `node_modules`, pinned by `package-lock.json`.
pub(super) struct NpmTool {
    program: &'static str,
    version: Version,
}

pub(super) const WASM_OPT: NpmTool = NpmTool { program: "wasm-opt", version: versions::BINARYEN };

pub(super) const TERSER: NpmTool = NpmTool { program: "terser", version: versions::TERSER };

pub(super) const VNU: NpmTool = NpmTool { program: "vnu", version: versions::VNU };

/// The npm package with the font that pictures are set in.
const FONT: &str = "@expo-google-fonts/noto-sans";

const REMEDY: &str = "install it from https://nodejs.org or with your system's package manager, \
                      then run this command again";

impl Tools {
    /// Finds the tool on PATH or in `node_modules`, or has npm install what the lock file names.
    pub(super) fn ensure_npm_tool(&mut self, tool: &NpmTool) -> Result<()> {
        let folder = self.root.join("node_modules/.bin");
        let fits = |found| found == tool.version;
        if let Found::Fitting = self.find(tool.program, std::slice::from_ref(&folder), fits) {
            return Ok(());
        }
        self.install_npm_packages(tool.program)?;
        self.prefer(folder);
        Ok(())
    }

    /// Sees to it that the font of the pictures is in `node_modules`.
    pub(crate) fn ensure_font(&self) -> Result<()> {
        self.ensure_npm_package(FONT, versions::NOTO_SANS)
    }

    /// Sees to it that sirv, which our server imports, is in `node_modules`.
    pub(super) fn ensure_sirv(&self) -> Result<()> {
        self.ensure_npm_package("sirv", versions::SIRV)
    }

    /// Sees to it that axe, which the end-to-end tests run in pages, is in `node_modules`.
    pub(crate) fn ensure_axe(&self) -> Result<()> {
        self.ensure_npm_package("axe-core", versions::AXE)
    }

    /// Sees to it that what judges pages and policies, Lighthouse above all, is in its folder.
    pub(crate) fn ensure_audits(&self, folder: &Path) -> Result<()> {
        self.require_node()?;
        let folder = self.root.join(folder);
        let packages =
            [("lighthouse", versions::LIGHTHOUSE), ("csp_evaluator", versions::CSP_EVALUATOR)];
        if packages.iter().all(|(name, version)| has_package(&folder, name, *version)) {
            return Ok(());
        }
        println!("Installing Lighthouse with npm: a minute or two the first time …");
        self.ensure_npm_packages(&folder)
    }

    /// Finds a package without a program in the version of the lock file, or has npm install it.
    fn ensure_npm_package(&self, name: &str, version: Version) -> Result<()> {
        self.require_node()?;
        if has_package(&self.root, name, version) {
            return Ok(());
        }
        self.install_npm_packages(name)
    }

    fn install_npm_packages(&self, wanted: &str) -> Result<()> {
        println!("Installing {wanted} with npm: a few seconds …");
        self.ensure_npm_packages(&self.root)
    }

    /// Has npm install all that the lock file of a folder names.
    pub(crate) fn ensure_npm_packages(&self, folder: &Path) -> Result<()> {
        self.require_node()?;
        // No package needs its install script; that of vnu-jar would fetch a Java from elsewhere.
        let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"];
        process::run(self.command("npm").current_dir(folder).args(arguments))
            .with_context(|| format!("the npm packages of {} are missing", folder.display()))
    }

    fn require_node(&self) -> Result<()> {
        let oldest = versions::NODE_MAJOR;
        let Some(node) = self.on_path("node").first().and_then(|node| self.version_of(node)) else {
            bail!("Node.js {oldest} or newer is not on PATH: {REMEDY}");
        };
        if node.major < oldest {
            bail!("Node.js {node} is on PATH, but {oldest} or newer is needed: {REMEDY}");
        }
        if self.on_path("npm").is_empty() {
            bail!("npm, which comes with Node.js, is not on PATH: {REMEDY}");
        }
        Ok(())
    }
}

/// Whether npm has installed this version of a package below a folder.
fn has_package(folder: &Path, name: &str, version: Version) -> bool {
    let package = folder.join("node_modules").join(name).join("package.json");
    let pin = format!("\"version\": \"{version}\"");
    fs::read_to_string(package).is_ok_and(|package| package.contains(&pin))
}
