use std::collections::HashMap;

use super::Field;
use super::report::{Checked, Report};
use crate::data::hint::{closest, excerpt};
use crate::data::{File, Package, Place, Problem};

/// The ids of every file, with the rows that have them.
pub(super) struct References<'a> {
    tables: [Ids<'a>; File::ALL.len()],
}

struct Ids<'a> {
    rows: HashMap<&'a str, u16>,
    /// The ids in the order of the file, for hints that do not change from run to run.
    names: Vec<&'a str>,
    /// Whether a row of the file is missing here. Then an id that is not found was perhaps in it,
    /// and the issue that dropped the row stands for both.
    complete: Checked<()>,
}

impl<'a> References<'a> {
    /// Collects the ids of a package. Reports what was wrong with its files, and ids given twice.
    pub(super) fn of(package: &'a Package, report: &mut Report) -> Self {
        let mut figures: HashMap<&str, Place> = HashMap::new();
        let tables = File::ALL.map(|file| {
            let table = package.table(file);
            let complete = report.table(table);
            let mut places: HashMap<&str, Place> = HashMap::new();
            let mut ids = Ids { rows: HashMap::new(), names: Vec::new(), complete };
            for (row, record) in (0u16..).zip(&table.records) {
                let id = record.texts.get(0).unwrap_or_default();
                let column = record.columns.first().copied().unwrap_or(1);
                let place = Place::at(file, record.line, column);
                // Inputs of derivations name a figure or another derivation, so these share ids.
                let places = match file {
                    File::Observations | File::Derivations => &mut figures,
                    _ => &mut places,
                };
                if let Some(first) = places.get(id) {
                    if !id.is_empty() {
                        let Place { file, line, .. } = *first;
                        let problem = Problem::DuplicateId { found: excerpt(id), file, line };
                        report.add(place, problem);
                    }
                } else {
                    places.insert(id, place);
                }
                ids.rows.entry(id).or_insert(row);
                ids.names.push(id);
            }
            ids
        });
        Self { tables }
    }

    /// The row of another file that a field names.
    pub(super) fn row(&self, file: File, field: Field<'_>, report: &mut Report) -> Checked<u16> {
        let id = report.text(field, "an id")?;
        if let Some(row) = self.find(file, id) {
            return Ok(row);
        }
        self.complete(file)?;
        let closest = closest(id, self.names(file));
        Err(report.add(field.place, Problem::UnknownId { found: excerpt(id), file, closest }))
    }

    /// The row with this id, if there is one.
    pub(super) fn find(&self, file: File, id: &str) -> Option<u16> {
        self.table(file).rows.get(id).copied()
    }

    /// Whether every row of a file could be read.
    pub(super) fn complete(&self, file: File) -> Checked<()> {
        self.table(file).complete
    }

    /// The ids of a file, in its order.
    pub(super) fn names(&self, file: File) -> impl Iterator<Item = &'a str> {
        self.table(file).names.iter().copied()
    }

    fn table(&self, file: File) -> &Ids<'a> {
        &self.tables[file as usize]
    }
}
