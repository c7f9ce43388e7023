use super::Field;
use super::fields::words;
use super::report::{Checked, Report};
use crate::data::Problem;
use crate::data::rows::IndicatorRow;
use crate::model::{Denominator, FamilyId, Indicator, Unit};

/// What is known of the unit of an indicator, whatever else is wrong with its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnitField {
    /// It has one.
    Known(Unit),
    /// The field is empty.
    Missing,
    /// The field holds another word.
    Unreadable,
}

/// The rows of `indicators.csv`.
pub(super) struct CheckedIndicators<'a> {
    pub(super) records: Vec<Checked<Indicator<'a>>>,
    /// The unit of each row.
    pub(super) units: Vec<UnitField>,
    /// The families, in order of first mention.
    pub(super) families: Vec<&'a str>,
}

/// Checks `indicators.csv`.
pub(super) fn check<'a>(
    rows: &[IndicatorRow<Field<'a>>],
    report: &mut Report,
) -> CheckedIndicators<'a> {
    let mut checked =
        CheckedIndicators { records: Vec::new(), units: Vec::new(), families: Vec::new() };
    for row in rows {
        let unit = unit(row.unit, report);
        checked.units.push(match unit {
            Ok(unit) => UnitField::Known(unit),
            Err(_) if row.unit.text.is_empty() => UnitField::Missing,
            Err(_) => UnitField::Unreadable,
        });
        let record = indicator(row, unit, &mut checked.families, report);
        checked.records.push(record);
    }
    checked
}

fn indicator<'a>(
    row: &IndicatorRow<Field<'a>>,
    unit: Checked<Unit>,
    families: &mut Vec<&'a str>,
    report: &mut Report,
) -> Checked<Indicator<'a>> {
    let slug = report.id(row.id);
    let topic = report.word(row.topic);
    let family = report.id(row.family).map(|name| family(name, families));
    let name = report.localized(row.name_vi, row.name_en, "the name of the indicator");
    let definition =
        report.localized(row.definition_vi, row.definition_en, "what is counted, and of what");
    let denominator = report.optional_word(row.denominator);
    let denominator = match (unit, denominator) {
        (Ok(unit), Ok(found)) => denominator_of(unit, found, row.denominator, report),
        _ => denominator,
    };
    let better = report.optional_word(row.better);
    Ok(Indicator {
        slug: slug?,
        topic: topic?,
        family: family?,
        name: name?,
        definition: definition?,
        unit: unit?,
        denominator: denominator?,
        better: better?,
    })
}

/// The position of a family, which is new when no row has named it before.
fn family<'a>(name: &'a str, families: &mut Vec<&'a str>) -> FamilyId {
    let position = families.iter().position(|known| *known == name).unwrap_or_else(|| {
        families.push(name);
        families.len() - 1
    });
    // There are no more families than rows, and the rows of a file are bounded.
    FamilyId(position as u16)
}

fn unit(field: Field<'_>, report: &mut Report) -> Checked<Unit> {
    if field.text.is_empty() {
        let allowed = words::<Unit>();
        return Err(report.add(field.place, Problem::UnitMissing { allowed }));
    }
    report.word(field)
}

fn denominator_of(
    unit: Unit,
    found: Option<Denominator>,
    field: Field<'_>,
    report: &mut Report,
) -> Checked<Option<Denominator>> {
    let problem = match found {
        None if unit.needs_denominator() => Problem::DenominatorMissing { unit },
        Some(found) if !unit.needs_denominator() => Problem::DenominatorUnused { found, unit },
        _ => return Ok(found),
    };
    Err(report.add(field.place, problem))
}
