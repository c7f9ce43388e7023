//! Finds the tools that a command needs, and installs what is missing.
//!
//! A tool on PATH in the right version is used as it is. What is installed goes where its users
//! expect it (cargo's and npm's own places) and so serves the next clone too. The one exception is
//! a tool that is already there in another version: it belongs to someone, so ours goes beside it,
//! into `dak-so/<package>-<version>` in cargo's home, and only our commands see it.

mod cargo;
mod debian;
mod lockfile;
mod node;
mod python;
mod version;

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

pub(crate) use debian::Browser;
pub(crate) use version::Version;

use crate::process;

/// The tools found so far.
pub(crate) struct Tools {
    root: PathBuf,
    cargo_home: PathBuf,
    /// Folders searched before PATH, by us and by every program we start.
    first: Vec<PathBuf>,
}

impl Tools {
    /// No tools yet, for the project in `root`.
    pub(crate) fn new(root: PathBuf) -> Result<Self> {
        let cargo_home = env::var_os("CARGO_HOME")
            .map(PathBuf::from)
            .or_else(|| Some(env::home_dir()?.join(".cargo")))
            .context("cargo's home is not known: set CARGO_HOME or HOME")?;
        Ok(Self { root, cargo_home, first: Vec::new() })
    }

    /// The project's folder.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Where cargo keeps what it downloads and installs.
    pub(crate) fn cargo_home(&self) -> &Path {
        &self.cargo_home
    }

    /// A program run in the project's folder, with the tools found so far on its PATH.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", self.search_path());
        command
    }

    /// Cargo, of the toolchain that runs us.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = self.command("cargo");
        command.args(arguments);
        command
    }

    /// Everything that building the site needs, and the crates it is built from.
    pub(crate) fn ensure_for_build(&mut self) -> Result<()> {
        self.ensure_wasm_target()?;
        self.ensure_cargo_tool(&cargo::trunk())?;
        self.ensure_wasm_bindgen()?;
        self.ensure_npm_tool(&node::WASM_OPT)?;
        self.ensure_npm_tool(&node::TERSER)?;
        self.ensure_font()?;
        // Trunk builds offline, so that it fetches no tools of its own; the crates come first.
        let targets = ["--target", "host-tuple", "--target", cargo::WASM_TARGET];
        process::run(self.cargo(&["fetch", "--quiet", "--locked"]).args(targets))
    }

    /// The file server.
    pub(crate) fn ensure_for_serve(&self) -> Result<()> {
        self.ensure_sirv()
    }

    /// The target, the test runner and the browser of the tests that run as WebAssembly.
    pub(crate) fn ensure_for_browser_tests(&mut self) -> Result<Browser> {
        self.ensure_wasm_target()?;
        self.ensure_wasm_bindgen()?;
        self.ensure_chromium()
    }

    /// The two browsers that look at the finished site, Chromium and Firefox.
    pub(crate) fn ensure_browsers(&mut self) -> Result<(Browser, Browser)> {
        let chromium = self.ensure_chromium()?;
        let program = self.ensure_firefox()?;
        let driver = self.ensure_cargo_tool(&cargo::geckodriver()).and_then(|()| {
            let found = self.on_path("geckodriver").into_iter().next();
            found.context("cargo installed no geckodriver that is on PATH")
        })?;
        Ok((chromium, Browser { program, driver }))
    }

    /// WebKitGTK with its driver, and what stands in for a screen: it has no mode without one.
    pub(crate) fn ensure_webkit(&self) -> Result<(Browser, PathBuf)> {
        let display = self.ensure_xvfb()?;
        Ok((self.ensure_minibrowser()?, display))
    }

    /// The checker of pages, and the Java that it runs on.
    pub(crate) fn ensure_vnu(&mut self) -> Result<()> {
        // It comes with a program that would download a Java of its own.
        self.ensure_java()?;
        self.ensure_npm_tool(&node::VNU)
    }

    /// Adds the target that the page is compiled for.
    pub(crate) fn ensure_wasm_target(&self) -> Result<()> {
        cargo::ensure_wasm_target(self)
    }

    /// The checker of the crates.
    pub(crate) fn ensure_cargo_deny(&mut self) -> Result<()> {
        self.ensure_cargo_tool(&cargo::deny())
    }

    fn ensure_wasm_bindgen(&mut self) -> Result<()> {
        let lock = self.root.join("Cargo.lock");
        let version = lockfile::version_of("wasm-bindgen", &lock)?;
        self.ensure_cargo_tool(&cargo::wasm_bindgen(version))
    }

    /// Looks for a program whose version fits, on PATH first and then in `folders`, and sees to it
    /// that it is the one that runs.
    fn find(
        &mut self,
        program: &str,
        folders: &[PathBuf],
        fits: impl Fn(Version) -> bool,
    ) -> Found {
        let on_path = self.on_path(program);
        let fitting = |file: &PathBuf| self.version_of(file).is_some_and(&fits);
        // Moving the folder of what is found anyway would only hide other programs.
        if on_path.first().is_some_and(fitting) {
            return Found::Fitting;
        }
        let elsewhere = folders.iter().map(|folder| folder.join(program));
        let others: Vec<PathBuf> = on_path.into_iter().chain(elsewhere).collect();
        if let Some(folder) =
            others.iter().find(|file| fitting(file)).and_then(|file| file.parent())
        {
            self.prefer(folder.to_path_buf());
            return Found::Fitting;
        }
        if others.iter().any(|file| file.is_file()) { Found::Other } else { Found::Nothing }
    }

    /// Every program of this name on PATH, in the order in which it would be found.
    fn on_path(&self, program: &str) -> Vec<PathBuf> {
        let path = self.search_path();
        let files = env::split_paths(&path).map(|folder| folder.join(program));
        files.filter(|file| file.is_file()).collect()
    }

    /// The version that a program says it has.
    fn version_of(&self, program: &Path) -> Option<Version> {
        let mut command = Command::new(program);
        // A program that is a script needs the one that runs it, such as Node.js.
        command.env("PATH", self.search_path()).arg("--version");
        Version::printed(&process::printed(&mut command)?)
    }

    fn search_path(&self) -> OsString {
        let path = env::var_os("PATH").unwrap_or_default();
        let folders = self.first.iter().cloned().chain(env::split_paths(&path));
        // Only a folder with a colon in its name cannot be joined; then PATH stays as it is.
        env::join_paths(folders).unwrap_or(path)
    }

    fn prefer(&mut self, folder: PathBuf) {
        if !self.first.contains(&folder) {
            self.first.insert(0, folder);
        }
    }
}

/// What a search for a program came to.
enum Found {
    Fitting,
    /// The program is there, but not in a version that fits.
    Other,
    Nothing,
}
