//! The columns of the six files.
//!
//! Each row is declared once: the names of its fields are the columns of the header, in this order.

use csv::StringRecord;
use serde::Deserialize;

use super::table::{Record, Table};
use super::{File, Place};

/// A field with the place to name when something is wrong with it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field<'r> {
    pub(super) text: &'r str,
    pub(super) place: Place,
}

/// A row of one of the files.
pub(super) trait Row<'r>: Sized {
    /// The file it stands in.
    const FILE: File;

    /// The row in a record that has as many fields as the header.
    fn read(record: &'r Record, header: &'r StringRecord) -> Result<Self, csv::Error>;
}

impl Table {
    /// The rows of the file, each with the place of its first field.
    pub(super) fn rows<'r, R: Row<'r>>(
        &'r self,
    ) -> impl Iterator<Item = (Place, Result<R, csv::Error>)> {
        self.records.iter().map(|record| {
            let place = Place::at(self.file, record.line, 1);
            (place, R::read(record, &self.header))
        })
    }
}

/// Declares rows. A row of texts is what serde reads; a row of fields has their places as well.
macro_rules! rows {
    ($($(#[$meta:meta])* $name:ident in $file:ident { $($column:ident),+ $(,)? })+) => {
        $(
            $(#[$meta])*
            #[derive(Debug, Deserialize)]
            pub(super) struct $name<T> {
                $(pub(super) $column: T,)+
            }

            impl<'r> Row<'r> for $name<Field<'r>> {
                const FILE: File = File::$file;

                fn read(record: &'r Record, header: &'r StringRecord) -> Result<Self, csv::Error> {
                    let texts: $name<&'r str> = record.texts.deserialize(Some(header))?;
                    let mut columns = record.columns.iter();
                    let mut place = || {
                        let column = columns.next().copied().unwrap_or(1);
                        Place::at(Self::FILE, record.line, column)
                    };
                    Ok(Self {
                        $($column: Field { text: texts.$column, place: place() },)+
                    })
                }
            }
        )+

        /// The header of a file.
        pub(super) fn columns_of(file: File) -> &'static [&'static str] {
            match file {
                $(File::$file => &[$(stringify!($column)),+],)+
            }
        }
    };
}

rows! {
    /// A row of `provinces.csv`.
    ProvinceRow in Provinces {
        id, name_vi, name_en, valid_to, successor_vi, successor_en, note_vi, note_en,
    }

    /// A row of `sources.csv`.
    SourceRow in Sources {
        id, document, province, title_vi, author, published, as_of, note_vi, note_en,
    }

    /// A row of `indicators.csv`.
    IndicatorRow in Indicators {
        id, topic, family, name_vi, name_en, definition_vi, definition_en, unit, denominator,
        better,
    }

    /// A row of `observations.csv`.
    ObservationRow in Observations {
        id, province, indicator, kind, period, period_basis, value, value_high, of, qualifier,
        printed, source, paragraph, note_vi, note_en,
    }

    /// A row of `statements.csv`.
    StatementRow in Statements {
        id, province, indicator, period, status_vi, status_en, source, paragraph,
    }

    /// A row of `derivations.csv`.
    DerivationRow in Derivations {
        id, province, indicator, period, operation, inputs, note_vi, note_en,
    }
}
