use super::references::References;
use super::report::{Checked, Report};
use super::{Field, all};
use crate::data::rows::ProvinceRow;
use crate::data::{File, Place, Problem};
use crate::model::{Province, ProvinceId, Slug};

/// Checks `provinces.csv`. The provinces come in the order of [`ProvinceId`], whatever that of the
/// file, because a [`Dataset`](crate::model::Dataset) finds them by it.
pub(super) fn check<'a>(
    rows: &[ProvinceRow<Field<'a>>],
    references: &References<'_>,
    report: &mut Report,
) -> Checked<Vec<Province<'a>>> {
    let provinces: Vec<_> = rows.iter().map(|row| province(row, report)).collect();
    let complete = references.complete(File::Provinces).and_then(|()| {
        all(ProvinceId::ALL.iter().map(|id| match references.find(File::Provinces, id.slug()) {
            Some(_) => Ok(()),
            None => {
                let place = Place::start_of(File::Provinces);
                Err(report.add(place, Problem::MissingProvince { id: id.slug() }))
            }
        }))
    });
    let mut provinces = all(provinces)?;
    complete?;
    provinces.sort_by_key(|province| province.id);
    Ok(provinces)
}

fn province<'a>(row: &ProvinceRow<Field<'a>>, report: &mut Report) -> Checked<Province<'a>> {
    let id = report.word(row.id);
    let name = report.localized(row.name_vi, row.name_en, "the name of the province");
    let valid_to = report.date(row.valid_to);
    let successor =
        report.localized(row.successor_vi, row.successor_en, "the province it is part of since");
    let note = report.note(row.note_vi, row.note_en);
    Ok(Province { id: id?, name: name?, valid_to: valid_to?, successor: successor?, note: note? })
}
