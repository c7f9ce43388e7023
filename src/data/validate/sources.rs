use super::Field;
use super::report::{Checked, Report};
use crate::data::hint::{closest, excerpt};
use crate::data::rows::SourceRow;
use crate::data::{Documents, Problem};
use crate::model::{Period, ProvinceId, Source};

/// A row of `sources.csv`. Figures are checked against the fields that can be read, whatever else
/// is wrong with the row.
pub(super) struct CheckedSource<'a> {
    pub(super) slug: &'a str,
    pub(super) document: Checked<&'a str>,
    pub(super) province: Checked<ProvinceId>,
    pub(super) as_of: Checked<Period>,
    pub(super) record: Checked<Source<'a>>,
}

/// Checks `sources.csv`.
pub(super) fn check<'a>(
    rows: &[SourceRow<Field<'a>>],
    documents: Option<&Documents>,
    report: &mut Report,
) -> Vec<CheckedSource<'a>> {
    rows.iter().map(|row| source(row, documents, report)).collect()
}

fn source<'a>(
    row: &SourceRow<Field<'a>>,
    documents: Option<&Documents>,
    report: &mut Report,
) -> CheckedSource<'a> {
    let slug = report.id(row.id);
    let document = document(row.document, documents, report);
    let province = report.word(row.province);
    let title = report.text(row.title_vi, "a title, in brackets when the document prints none");
    let published = report.optional_date(row.published);
    let as_of = report.period(row.as_of);
    let note = report.note(row.note_vi, row.note_en);
    let record = || {
        Ok(Source {
            slug: slug?,
            document: document?,
            province: province?,
            title_vi: title?,
            author: row.author.text,
            published: published?,
            as_of: as_of?,
            note: note?,
        })
    };
    CheckedSource { slug: row.id.text, document, province, as_of, record: record() }
}

fn document<'a>(
    field: Field<'a>,
    documents: Option<&Documents>,
    report: &mut Report,
) -> Checked<&'a str> {
    let name = report.text(field, "the file name of a document")?;
    match documents {
        Some(documents) if documents.paragraphs(name).is_none() => {
            let closest = closest(name, documents.names());
            let problem = Problem::UnknownDocument { found: excerpt(name), closest };
            Err(report.add(field.place, problem))
        }
        _ => Ok(name),
    }
}
