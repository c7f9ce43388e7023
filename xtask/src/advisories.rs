//! `cargo xtask advisories`: asks the database of advisories about the crates we use.

use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::tools::Tools;
use crate::{arguments, process, project};

/// Not a step of `test`: the database is fetched from the internet, and what it says changes
/// without any change of ours.
pub(crate) fn run(parser: lexopt::Parser) -> Result<ExitCode> {
    arguments::none(parser)?;
    let mut tools = Tools::new(project::root()?)?;
    tools.ensure_cargo_deny()?;
    println!("Checking the crates against the advisory database, which needs the internet …");
    process::run(tools.command("cargo-deny").args(["--workspace", "check", "advisories"]))
        .context("the check of the advisories did not pass")?;
    Ok(ExitCode::SUCCESS)
}
