//! `cargo xtask bench`: measures how soon the site shows its first chart, against chart libraries, and
//! how soon a click brings another view; with `--views` the latter alone.

use std::ffi::{OsStr, OsString};
use std::path::{self, Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;

use crate::tools::{Browser, Tools};
use crate::{build, process, project};

/// The npm packages of the peers, the script that makes their pages, and the program that measures.
const FOLDER: &str = "bench";

/// Where the prepared pages lie.
const PAGES: &str = "target/bench";

#[derive(Debug, Default, PartialEq, Eq)]
struct Options {
    /// A site that is built already.
    site: Option<PathBuf>,
    /// Whether only the views are measured that a click brings, for which no peer is needed.
    views: bool,
    /// What the program that measures is to know.
    passed_on: Vec<OsString>,
}

pub(crate) fn run(parser: lexopt::Parser) -> Result<ExitCode> {
    // All of them before the minutes that a build takes.
    let options = options(parser)?;
    let mut tools = Tools::new(project::root()?)?;
    let Browser { program, driver } = tools.ensure_chromium()?;
    let site = match options.site {
        Some(site) => site,
        None => {
            build::site(&mut tools, &build::Settings::default())?;
            tools.root().join("dist")
        }
    };
    if !options.views {
        prepare(&tools, &site)?;
    }
    let mut bench = tools.cargo(&["run", "--quiet", "--locked", "--package", "bench", "--", PAGES]);
    bench.args(options.passed_on);
    bench.env("DAK_SO_DIST", site).env("CHROMIUM", program).env("CHROMEDRIVER", driver);
    let status = process::status(&mut bench)?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn options(mut parser: lexopt::Parser) -> Result<Options> {
    let mut options = Options::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("site") => options.site = Some(absolute(&parser.value()?)?),
            Long("views") => {
                options.views = true;
                options.passed_on.push("--views".into());
            }
            Long("check") => options.passed_on.push("--check".into()),
            Long("runs") => {
                let runs = parser.value()?.string()?;
                if !runs.parse().is_ok_and(|runs: usize| runs > 0) {
                    bail!("--runs takes a number from 1, which `{runs}` is not");
                }
                options.passed_on.extend(["--runs".into(), runs.into()]);
            }
            Long("write") => {
                let file = absolute(&parser.value()?)?;
                options.passed_on.extend(["--write".into(), file.into_os_string()]);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

/// A path as the reader means it, who may be in another folder than the programs we start.
fn absolute(path: &OsStr) -> Result<PathBuf> {
    path::absolute(path).with_context(|| format!("`{}` is no path", path.display()))
}

/// Bundles the peers and compresses all pages as a good server would.
fn prepare(tools: &Tools, site: &Path) -> Result<()> {
    println!("\nPreparing the pages …");
    tools.ensure_npm_packages(&tools.root().join(FOLDER))?;
    process::run(tools.command("node").arg(format!("{FOLDER}/prepare.mjs")).arg(site).arg(PAGES))
        .context("the pages of the peers could not be made")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Option<Options> {
        options(lexopt::Parser::from_args(arguments)).ok()
    }

    #[test]
    fn a_built_site_is_ours_and_the_rest_is_passed_on() {
        let read = read(&["--runs=3", "--site", "/srv/site", "--check"]);
        let passed_on = ["--runs", "3", "--check"].map(OsString::from).to_vec();
        let site = Some(PathBuf::from("/srv/site"));
        assert_eq!(read, Some(Options { site, views: false, passed_on }));
    }

    #[test]
    fn the_program_that_measures_is_told_to_leave_out_the_peers_too() {
        let passed_on = vec![OsString::from("--views")];
        assert_eq!(read(&["--views"]), Some(Options { site: None, views: true, passed_on }));
    }

    #[test]
    fn what_cannot_be_measured_is_refused_before_the_build() {
        assert_eq!(read(&["--runs", "0"]), None);
        assert_eq!(read(&["--runs", "many"]), None);
        assert_eq!(read(&["--rnus", "9"]), None);
    }
}
