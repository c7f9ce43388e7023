//! Figures that cannot be, whatever a document prints.

use super::Field;
use super::observations::Draft;
use super::report::Report;
use super::sources::CheckedSource;
use crate::data::Problem;
use crate::data::hint::excerpt;
use crate::model::{Decimal, Kind, Period, Unit};

/// Reports what is impossible about a figure.
pub(super) fn check(draft: &Draft<'_>, source: Option<&CheckedSource<'_>>, report: &mut Report) {
    if let (Ok(kind), Ok(period), Some(Ok(as_of))) =
        (draft.kind, draft.period, source.map(|source| source.as_of))
        && let Some(problem) = period_problem(kind, period, as_of)
    {
        report.add(draft.row.period.place, problem);
    }
    range(draft, report);
    part_and_whole(draft, report);
    if draft.unit == Some(Unit::Percent) && matches!(draft.kind, Ok(Kind::Actual | Kind::Target)) {
        percentage(draft.row.value, draft.value.ok(), report);
        percentage(draft.row.value_high, draft.value_high.ok().flatten(), report);
    }
    rank(draft, report);
}

/// A document cannot know what began after it, nor promise what is over. Only the order that is
/// certain counts: a figure for a year may stand in a document of that year.
fn period_problem(kind: Kind, found: Period, as_of: Period) -> Option<Problem> {
    let first_month = i32::from(found.year()) * 12 + i32::from(found.month().unwrap_or(1)) - 1;
    match kind {
        Kind::Actual | Kind::Change if first_month > as_of.last_month() => {
            Some(Problem::PeriodAfterSource { found, as_of })
        }
        Kind::Target if found.last_month() < i32::from(as_of.year()) * 12 => {
            Some(Problem::TargetBeforeSource { found, as_of })
        }
        _ => None,
    }
}

fn range(draft: &Draft<'_>, report: &mut Report) {
    if let (Ok(low), Ok(Some(high))) = (draft.value, draft.value_high)
        && high <= low
    {
        let Field { text, place } = draft.row.value_high;
        let problem = Problem::RangeUpsideDown { found: excerpt(text), low: low.to_string() };
        report.add(place, problem);
    }
}

fn part_and_whole(draft: &Draft<'_>, report: &mut Report) {
    let Ok(Some(of)) = draft.of else { return };
    if of == Decimal::ZERO {
        report.add(draft.row.of.place, Problem::WholeZero);
        return;
    }
    // A rank beyond the last is reported as a rank.
    if let Ok(value) = draft.value
        && value > of
        && draft.unit != Some(Unit::Rank)
    {
        let Field { text, place } = draft.row.value;
        let problem = Problem::PartAboveWhole { found: excerpt(text), of: of.to_string() };
        report.add(place, problem);
    }
}

fn percentage(field: Field<'_>, value: Option<Decimal>, report: &mut Report) {
    if value.is_some_and(|value| value > Decimal::integer(100)) {
        report.add(field.place, Problem::PercentOutOfRange { found: excerpt(field.text) });
    }
}

fn rank(draft: &Draft<'_>, report: &mut Report) {
    let (Some(Unit::Rank), Ok(value)) = (draft.unit, draft.value) else {
        return;
    };
    let beyond_last = matches!(draft.of, Ok(Some(of)) if of != Decimal::ZERO && value > of);
    if value < Decimal::integer(1) || value.scale() > 0 || beyond_last {
        let Field { text, place } = draft.row.value;
        report.add(place, Problem::RankOutOfRange { found: excerpt(text) });
    }
}
