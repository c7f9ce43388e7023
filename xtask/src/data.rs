//! `cargo xtask data`: validates the data package and prints what is in it.

mod table;

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use dak_so::data::{Documents, Issue, Package, validate};
use dak_so::model::{Dataset, Kind, Observation, Qualifier, Slug};

use crate::{arguments, project};
use table::Table;

/// The folder of the package, as messages name it.
pub(crate) const PACKAGE: &str = "static/data";

pub(crate) fn run(parser: lexopt::Parser) -> Result<ExitCode> {
    arguments::none(parser)?;
    let root = project::root()?;
    let documents = documents(&root)?;
    let package = Package::read(&root.join(PACKAGE));
    match validate(&package, documents.as_ref()) {
        Ok(dataset) => {
            print_observations(&dataset);
            print_summary(&dataset);
            Ok(ExitCode::SUCCESS)
        }
        Err(issues) => {
            print_issues(&issues);
            Ok(ExitCode::FAILURE)
        }
    }
}

/// The documents the figures were taken from, where they are at hand: they are not ours to publish.
fn documents(root: &Path) -> Result<Option<Documents>> {
    let named = env::var_os("DAK_SO_DOCUMENTS").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| root.join("../shared/seeds"));
    let documents = Documents::read(&folder).context("the documents cannot be read")?;
    if documents.is_none() {
        println!(
            "The documents are not at hand, so no figure is checked against its paragraph; \
             DAK_SO_DOCUMENTS may name their folder.\n"
        );
    }
    Ok(documents)
}

fn print_issues(issues: &[Issue]) {
    for issue in issues {
        println!("{PACKAGE}/{issue}");
    }
    println!("\n{} invalid", issues.len());
}

fn print_observations(dataset: &Dataset<'_>) {
    let mut table =
        Table::new(["observation", "province", "period", "kind", "value", "unit", "source"]);
    for observation in dataset.observations.iter() {
        let unit = dataset.indicator(observation.indicator).unit;
        let source = dataset.source(observation.source).slug;
        table.row([
            observation.slug.to_owned(),
            observation.province.slug().to_owned(),
            observation.period.to_string(),
            observation.kind.slug().to_owned(),
            value(observation),
            unit.slug().to_owned(),
            format!("{source} ¶{}", observation.paragraph),
        ]);
    }
    println!("{table}");
}

/// The value in the form of the package, with its range or whole and its hedge.
fn value(observation: &Observation<'_>) -> String {
    let hedge = match observation.qualifier {
        Qualifier::Exact => String::new(),
        hedge => format!("{} ", hedge.slug()),
    };
    let high = observation.value_high.map(|high| format!("–{high}")).unwrap_or_default();
    let whole = observation.of.map(|whole| format!(" of {whole}")).unwrap_or_default();
    format!("{hedge}{}{high}{whole}", observation.value)
}

fn print_summary(dataset: &Dataset<'_>) {
    let kinds: Vec<String> = Kind::ALL
        .iter()
        .map(|&kind| {
            let count = dataset.observations.iter().filter(|found| found.kind == kind).count();
            format!("{count} {}", kind.slug())
        })
        .collect();
    println!("{} provinces", dataset.provinces.len());
    println!("{} sources", dataset.sources.len());
    println!("{} indicators", dataset.indicators.len());
    println!("{} observations: {}", dataset.observations.len(), kinds.join(", "));
    println!("{} statements", dataset.statements.len());
    println!("{} derivations", dataset.derivations.len());
    println!("0 invalid");
}
