//! The checks. Each reports everything it finds and goes on, so that whoever edits the package sees
//! all problems at once.

mod computed;
mod derivations;
mod evidence;
mod fields;
mod figures;
mod indicators;
mod observations;
mod plausible;
mod provinces;
mod references;
mod report;
mod sources;
mod statements;

use self::evidence::Evidence;
use self::references::References;
use self::report::{Checked, Report};
use super::rows::{Field, Row};
use super::{Documents, Issue, Package};
use crate::model::Dataset;

/// Checks a package, against its source documents where they are at hand.
///
/// # Errors
/// Every problem there is, in the order of the files, their lines and their columns.
pub fn validate<'a>(
    package: &'a Package,
    documents: Option<&Documents>,
) -> Result<Dataset<'a>, Vec<Issue>> {
    let mut report = Report::default();
    let dataset = check(package, documents, &mut report);
    let issues = report.into_issues();
    match dataset {
        Ok(dataset) if issues.is_empty() => Ok(dataset),
        _ => Err(issues),
    }
}

fn check<'a>(
    package: &'a Package,
    documents: Option<&Documents>,
    report: &mut Report,
) -> Checked<Dataset<'a>> {
    let references = References::of(package, report);
    let provinces = provinces::check(&rows(package, report), &references, report);
    let sources = sources::check(&rows(package, report), documents, report);
    let indicators = indicators::check(&rows(package, report), report);
    let evidence = Evidence { references: &references, sources: &sources, documents };
    let observations =
        observations::check(rows(package, report), &evidence, &indicators.units, report);
    let statements = statements::check(&rows(package, report), &evidence, report);
    let derivations =
        derivations::check(&rows(package, report), &references, &observations, report);
    Ok(Dataset {
        provinces: provinces?.into(),
        sources: all(sources.into_iter().map(|source| source.record))?.into(),
        families: indicators.families.into(),
        indicators: all(indicators.records)?.into(),
        observations: all(observations)?.into(),
        statements: statements?.into(),
        derivations: derivations?.into(),
    })
}

/// The rows of a file, in its order.
fn rows<'a, R: Row<'a>>(package: &'a Package, report: &mut Report) -> Vec<R> {
    let rows = package.table(R::FILE).rows::<R>();
    rows.filter_map(|(place, row)| report.row(place, row).ok()).collect()
}

/// All rows, if none of them was reported.
fn all<T>(rows: impl IntoIterator<Item = Checked<T>>) -> Checked<Vec<T>> {
    rows.into_iter().collect()
}
