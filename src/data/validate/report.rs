use crate::data::table::Table;
use crate::data::{Issue, Place, Problem};

/// Proof that an issue was reported. It can be had from a [`Report`] only, so no check can drop a
/// row without saying why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reported(());

/// What a check yields: a value, or the proof that its absence was reported.
pub(super) type Checked<T> = Result<T, Reported>;

/// The issues found so far.
#[derive(Debug, Default)]
pub(super) struct Report {
    issues: Vec<Issue>,
}

impl Report {
    pub(super) fn add(&mut self, place: Place, problem: Problem) -> Reported {
        self.issues.push(Issue { place, problem });
        Reported(())
    }

    /// Takes over what was found when a file was cut into rows. An error means that rows are
    /// missing from it.
    pub(super) fn table(&mut self, table: &Table) -> Checked<()> {
        self.issues.extend(table.issues.iter().cloned());
        if table.complete { Ok(()) } else { Err(Reported(())) }
    }

    /// Takes over a row that the reader refused.
    pub(super) fn row<R>(&mut self, place: Place, row: Result<R, csv::Error>) -> Checked<R> {
        row.map_err(|error| self.add(place, Problem::UnreadableRow { reason: error.to_string() }))
    }

    /// Every issue, in the order of the files, their lines and their columns.
    pub(super) fn into_issues(mut self) -> Vec<Issue> {
        self.issues.sort_by_key(|issue| issue.place);
        self.issues
    }
}
