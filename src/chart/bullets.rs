use crate::i18n::{
    amount, figure_label, missing_result, number, result, result_label, status, status_reason,
    target_label, with_unit,
};
use crate::model::{Dataset, Decimal, Language, Observation, Unit};
use crate::query::{Entry, StatusReason};

use super::axis::Axis;
use super::scene::{Anchor, Point, Region, Role};
use super::sheet::{Sheet, Style};

/// The thickness of the track and of the bar on it, in CSS pixels (Few's bullet graph: a thin bar
/// on a band, a line across it for the target).
const TRACK: i32 = 16;
const BAR: i32 = 8;
const TARGET: i32 = 3;
const OVERHANG: i32 = 4;

/// Shares below this limit get an axis that ends near them, others one of 0 to 100 %.
const SMALL_SHARE: Decimal = Decimal::integer(25);

/// The heading of a group of targets of one status.
pub(super) fn group(sheet: &mut Sheet, language: Language, entries: &[Entry]) {
    let Some(first) = entries.first() else { return };
    let heading = format!("{} ({})", status(language, first.status), entries.len());
    sheet.paragraph(&heading, Style::HEADING);
    let (x, y) = (sheet.x, sheet.y);
    sheet.rule(Point { x, y }, Point { x: x + sheet.width, y }, Role::Axis);
    sheet.y += 10;
}

/// Lays out one target: its name, target and result in words, and the two on an axis of their own.
pub(super) fn bullet(sheet: &mut Sheet, language: Language, dataset: &Dataset<'_>, entry: &Entry) {
    let target = dataset.observation(entry.target);
    let indicator = dataset.indicator(target.indicator);
    sheet.paragraph(indicator.name.get(language), Style::STRONG);

    let axis = axis(dataset, entry, sheet.width);
    let target_top = sheet.y;
    let province = dataset.province(target.province).name.get(language);
    let label = format!("{province}, {}", target_label(language, target));
    let value = amount(language, dataset, target);
    sheet.between((&label, Style::TEXT), (&value, Style::STRONG));
    let target_bottom = sheet.y;

    let actual = entry.actual.map(|id| (id, dataset.observation(id)));
    let result_top = sheet.y;
    if let Some((_, actual)) = actual {
        let label = format!("{province}, {}", result_label(language, actual));
        sheet.between((&label, Style::TEXT), (&amount(language, dataset, actual), Style::STRONG));
    } else {
        let label = format!("{province}, {}", result(language));
        sheet.between(
            (&label, Style::TEXT),
            (missing_result(language, entry.reason), Style::REMARK),
        );
    }
    sheet.y += OVERHANG + 2;

    let track = Region { x: sheet.x, y: sheet.y, width: sheet.width, height: TRACK };
    sheet.bar(track, Role::Track);
    let drawn = actual.map(|(id, actual)| {
        let y = track.y + (TRACK - BAR) / 2;
        let width = axis.position(actual.value).max(2);
        let shape = Region { y, width, height: BAR, ..track };
        sheet.province_bar(shape, actual.province, actual.qualifier);
        (id, actual, shape)
    });
    let line = target_line(sheet, axis, target, track);

    // The rows of text are what a finger finds; the ring is drawn around the shape.
    sheet.y = target_bottom;
    sheet.mark(entry.target, line, target_top, figure_label(language, dataset, target));
    if let Some((id, actual, shape)) = drawn {
        sheet.y = track.bottom();
        sheet.mark(id, shape, result_top, figure_label(language, dataset, actual));
    }

    sheet.y = track.bottom() + 2;
    let end = axis.ticks().last().copied().unwrap_or(Decimal::ZERO);
    let end = with_unit(language, indicator.unit, end);
    sheet.line_at(sheet.x, Anchor::Start, &number(language, Decimal::ZERO), Style::TICK);
    sheet.line_at(sheet.x + sheet.width, Anchor::End, &end, Style::TICK);
    sheet.y += Style::TICK.line_height();
    // What the line of the result has said already is not said again.
    if !matches!(entry.reason, StatusReason::NotPublished | StatusReason::NotYetReported) {
        sheet.y += 4;
        sheet.paragraph(&status_reason(language, dataset, entry), Style::REMARK);
    }
}

fn axis(dataset: &Dataset<'_>, entry: &Entry, length: i32) -> Axis {
    let target = dataset.observation(entry.target);
    let actual = entry.actual.map(|id| dataset.observation(id));
    let values = std::iter::once(target)
        .chain(actual)
        .map(|figure| figure.value_high.unwrap_or(figure.value));
    let largest = values.max().unwrap_or(Decimal::ZERO);
    let unit = dataset.indicator(target.indicator).unit;
    if unit == Unit::Percent && largest > SMALL_SHARE {
        return Axis::of_share(length);
    }
    // A fifth more, so that the largest value does not look like the end of the scale.
    let (numerator, denominator) = largest.fraction();
    let headroom = Decimal::from_fraction(numerator * 6, denominator * 5, largest.scale() + 1);
    Axis::holding(headroom.unwrap_or(largest), length)
}

/// A line across the track for a target; two and a band between them for a range.
fn target_line(sheet: &mut Sheet, axis: Axis, target: &Observation<'_>, track: Region) -> Region {
    let line = |value| {
        let left = (axis.position(value) - TARGET / 2).clamp(0, track.width - TARGET);
        let (x, y) = (track.x + left, track.y - OVERHANG);
        Region { x, y, width: TARGET, height: TRACK + 2 * OVERHANG }
    };
    let low = line(target.value);
    let Some(high) = target.value_high.map(line) else {
        sheet.bar(low, Role::Target);
        return low;
    };
    let band = Region { x: low.x, width: high.right() - low.x, ..track };
    sheet.bar(band, Role::Axis);
    sheet.bar(low, Role::Target);
    sheet.bar(high, Role::Target);
    Region { width: band.width, ..low }
}
