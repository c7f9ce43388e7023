//! The commands of this project, run as `cargo xtask <command>`.
//!
//! This file only decides which command runs; each command is a file of its own.

mod advisories;
mod arguments;
mod bench;
mod budget;
mod build;
mod data;
mod load;
mod process;
mod project;
mod publish;
mod serve;
mod sizes;
mod test;
mod tools;
mod versions;

use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::prelude::*;

const HELP: &str = "\
Usage: cargo xtask <command>

  serve [--port 8080]    build the site, serve it on localhost and print the address
  build                  build the site into dist/, print what it weighs
        [--base-address https://…/]
                         … with the addresses that only a site with a known place can have
                         (or DAK_SO_BASE_ADDRESS)
        [--portals https://…]
                         … which may be framed by these (or DAK_SO_PORTALS)
        [--policy-in-pages]
                         … with the policy in each page, for hosts that send no headers
  test [step …]          run all checks, or only the named steps
  test --list            name the steps
  data                   validate static/data and print every observation
  bench [--runs 9]       compare how soon the first chart shows with chart libraries (20 minutes);
                         [--check] fail when a target is missed, [--write FILE] keep the report,
                         [--site FOLDER] measure this site instead of building it,
                         [--views] only how soon a click brings another view (5 minutes)
  load [--seconds 60]    ask nginx for the start page with all its files, over 500 connections
        [--site FOLDER]  … of this site instead of building it
  advisories             check the crates for known vulnerabilities (needs the internet)

Missing tools are installed where cargo and npm put them. Tools on PATH are used when their
version fits.";

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode> {
    let mut arguments = lexopt::Parser::from_env();
    let command = match arguments.next()? {
        Some(Value(command)) => command.string()?,
        Some(Short('h') | Long("help")) | None => {
            println!("{HELP}");
            return Ok(ExitCode::SUCCESS);
        }
        Some(other) => return Err(other.unexpected().into()),
    };
    match command.as_str() {
        "serve" => serve::run(arguments),
        "build" => build::run(arguments),
        "test" => test::run(arguments),
        "data" => data::run(arguments),
        "bench" => bench::run(arguments),
        "load" => load::run(arguments),
        "advisories" => advisories::run(arguments),
        _ => bail!("there is no command `{command}`; `cargo xtask --help` lists them"),
    }
}
