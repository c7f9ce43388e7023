use std::collections::HashMap;

use super::Field;
use super::evidence::Evidence;
use super::figures;
use super::indicators::UnitField;
use super::plausible;
use super::report::{Checked, Report};
use crate::data::hint::excerpt;
use crate::data::rows::ObservationRow;
use crate::data::{File, Printed, Problem};
use crate::model::{
    Decimal, IndicatorId, Kind, Localized, Observation, Period, PeriodBasis, ProvinceId, Qualifier,
    SourceId, Unit,
};

/// A row of `observations.csv`, field by field, so that the checks of several fields run on
/// whatever could be read.
pub(super) struct Draft<'a> {
    pub(super) row: ObservationRow<Field<'a>>,
    pub(super) slug: Checked<&'a str>,
    pub(super) province: Checked<ProvinceId>,
    pub(super) indicator: Checked<IndicatorId>,
    /// The unit of the indicator, where it has one.
    pub(super) unit: Option<Unit>,
    pub(super) kind: Checked<Kind>,
    pub(super) period: Checked<Period>,
    pub(super) period_basis: Checked<PeriodBasis>,
    pub(super) value: Checked<Decimal>,
    pub(super) value_high: Checked<Option<Decimal>>,
    pub(super) of: Checked<Option<Decimal>>,
    pub(super) qualifier: Checked<Qualifier>,
    pub(super) printed: Checked<Printed>,
    pub(super) source: Checked<SourceId>,
    pub(super) paragraph: Checked<u16>,
    pub(super) note: Checked<Localized<'a>>,
}

/// Checks `observations.csv`.
pub(super) fn check<'a>(
    rows: Vec<ObservationRow<Field<'a>>>,
    evidence: &Evidence<'_, 'a>,
    units: &[UnitField],
    report: &mut Report,
) -> Vec<Checked<Observation<'a>>> {
    let drafts: Vec<_> = rows.into_iter().map(|row| draft(row, evidence, units, report)).collect();
    ambiguous(&drafts, report);
    let words = evidence.find(&drafts, report);
    for (draft, word) in drafts.iter().zip(words) {
        let source = draft.source.ok().and_then(|id| evidence.details(id));
        plausible::check(draft, source, report);
        figures::check(draft, word, report);
    }
    drafts.iter().map(observation).collect()
}

fn draft<'a>(
    row: ObservationRow<Field<'a>>,
    evidence: &Evidence<'_, 'a>,
    units: &[UnitField],
    report: &mut Report,
) -> Draft<'a> {
    let slug = report.id(row.id);
    let province = report.word(row.province);
    let indicator = evidence.references.row(File::Indicators, row.indicator, report);
    let unit = indicator.ok().and_then(|indicator| units.get(usize::from(indicator)).copied());
    let kind = report.word(row.kind);
    if (kind, unit) == (Ok(Kind::Target), Some(UnitField::Missing)) {
        let indicator = excerpt(row.indicator.text);
        report.add(row.indicator.place, Problem::TargetWithoutUnit { indicator });
    }
    let source = evidence.source(row.source, report);
    evidence.same_province(row.province, province, source, report);
    Draft {
        slug,
        province,
        indicator: indicator.map(IndicatorId),
        unit: unit.and_then(|unit| if let UnitField::Known(it) = unit { Some(it) } else { None }),
        kind,
        period: report.period(row.period),
        period_basis: report.word(row.period_basis),
        value: report.number(row.value),
        value_high: report.optional_number(row.value_high),
        of: report.optional_number(row.of),
        qualifier: report.word(row.qualifier),
        printed: printed(row.printed, report),
        source,
        paragraph: evidence.paragraph(row.paragraph, source, report),
        note: report.note(row.note_vi, row.note_en),
        row,
    }
}

fn printed(field: Field<'_>, report: &mut Report) -> Checked<Printed> {
    let token = report.text(field, "the token as printed")?;
    Printed::parse(token).map_err(|reason| {
        report.add(field.place, Problem::BadPrinted { found: excerpt(token), reason })
    })
}

/// Reports figures that only their ids tell apart: no reader could know which one counts.
fn ambiguous(drafts: &[Draft<'_>], report: &mut Report) {
    let mut seen = HashMap::new();
    for draft in drafts {
        let (Ok(province), Ok(indicator), Ok(kind), Ok(period), Ok(source)) =
            (draft.province, draft.indicator, draft.kind, draft.period, draft.source)
        else {
            continue;
        };
        let first = seen.entry((province, indicator, kind, period, source)).or_insert(draft);
        if !std::ptr::eq(*first, draft) {
            let Field { text, place } = first.row.id;
            let problem = Problem::Ambiguous { other: excerpt(text), line: place.line };
            report.add(draft.row.id.place, problem);
        }
    }
}

fn observation<'a>(draft: &Draft<'a>) -> Checked<Observation<'a>> {
    Ok(Observation {
        slug: draft.slug?,
        province: draft.province?,
        indicator: draft.indicator?,
        kind: draft.kind?,
        period: draft.period?,
        period_basis: draft.period_basis?,
        value: draft.value?,
        value_high: draft.value_high?,
        of: draft.of?,
        qualifier: draft.qualifier?,
        printed: draft.printed.map(|_| draft.row.printed.text)?,
        source: draft.source?,
        paragraph: draft.paragraph?,
        note: draft.note?,
    })
}
