//! `cargo xtask test`: runs all checks as named steps and counts what passed and failed.

mod count;
mod faults;
mod steps;
mod trunk;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Result, bail};
use lexopt::prelude::*;

use crate::project;
use crate::tools::Tools;
use count::Count;
use steps::{STEPS, Step};

pub(crate) fn run(mut parser: lexopt::Parser) -> Result<ExitCode> {
    let mut names = Vec::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("list") => {
                list();
                return Ok(ExitCode::SUCCESS);
            }
            Value(name) => names.push(name.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let selected = select(&names)?;
    let mut tools = Tools::new(project::root()?)?;
    Ok(run_steps(&selected, &mut tools))
}

fn list() {
    for step in STEPS {
        println!("{:14} {}", step.name, step.about);
    }
}

/// The named steps and those they need, in the order of the list; all when none is named.
fn select(names: &[String]) -> Result<Vec<&'static Step>> {
    if let Some(unknown) = names.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        bail!("there is no step `{unknown}`; `cargo xtask test --list` names them");
    }
    let named = |step: &Step| names.is_empty() || names.iter().any(|name| name == step.name);
    let needed = |step: &Step| STEPS.iter().any(|other| named(other) && other.needs(step));
    Ok(STEPS.iter().filter(|step| named(step) || needed(step)).collect())
}

/// Runs each step whatever became of the others, except of those it needs.
fn run_steps(selected: &[&'static Step], tools: &mut Tools) -> ExitCode {
    let mut results: Vec<(&Step, Count)> = Vec::new();
    for step in selected {
        println!("\n=== {}: {}", step.name, step.about);
        let started = Instant::now();
        let broken = results.iter().find(|(done, count)| step.needs(done) && count.failed > 0);
        let outcome = match broken {
            Some((needed, _)) => Err(anyhow::anyhow!("not run, because {} failed", needed.name)),
            None => (step.run)(tools),
        };
        let count = outcome.unwrap_or_else(|error| {
            eprintln!("error: {error:#}");
            Count::FAILED
        });
        println!("=== {}: {count} in {} s", step.name, started.elapsed().as_secs());
        results.push((step, count));
    }
    summarise(&results)
}

fn summarise(results: &[(&Step, Count)]) -> ExitCode {
    println!("\nSummary:");
    for (step, count) in results {
        println!("  {:14} {count}", step.name);
    }
    println!(
        "The check of the crates against known vulnerabilities needs the internet and is a \
         command of its own: cargo xtask advisories\n"
    );
    let total: Count = results.iter().map(|(_, count)| *count).sum();
    // Alone on the last line: whoever runs the tests unattended looks for it there.
    println!("{total}");
    if total.failed > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selected(names: &[&str]) -> Vec<&'static str> {
        let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
        select(&names).expect("the steps exist").iter().map(|step| step.name).collect()
    }

    #[test]
    fn no_name_selects_every_step() {
        assert_eq!(selected(&[]).len(), STEPS.len());
    }

    #[test]
    fn a_step_brings_what_it_needs_and_that_runs_first() {
        assert_eq!(selected(&["e2e", "fmt"]), ["fmt", "build", "e2e"]);
    }

    #[test]
    fn an_unknown_step_is_named() {
        let error = select(&["clipy".to_owned()]).err().map(|error| error.to_string());
        let expected = "there is no step `clipy`; `cargo xtask test --list` names them";
        assert_eq!(error.as_deref(), Some(expected));
    }
}
