use crate::i18n::{absence, axis_unit, figure_label, number, period_in_label, short_amount};
use crate::model::{Dataset, Decimal, Language, Observation, ObservationId, Unit};
use crate::query::Absence;

use super::axis::Axis;
use super::scene::{Anchor, Point, Region, Role};
use super::sheet::{Sheet, Style};
use super::spec::Panel;

/// How large a panel is drawn.
#[derive(Clone, Copy)]
struct Cut {
    /// The thickness of a bar in CSS pixels.
    bar: i32,
    /// Of its name and its values.
    strong: Style,
    tick: Style,
}

const AMONG_OTHERS: Cut = Cut { bar: 18, strong: Style::STRONG, tick: Style::TICK };
const ALONE: Cut = Cut { bar: 30, strong: Style::HEADING, tick: Style::REMARK };

const GAP: i32 = 8;
const TICK_LENGTH: i32 = 4;

/// A whole with at most so many parts is drawn part by part.
const MOST_PARTS: i64 = 100;

/// Lays out one panel: its name, its unit, a bar for each province or the words for why there is
/// none, and its own axis.
pub(super) fn panel(
    sheet: &mut Sheet,
    language: Language,
    dataset: &Dataset<'_>,
    panel: &Panel,
    alone: bool,
) {
    let cut = if alone { ALONE } else { AMONG_OTHERS };
    let indicator = dataset.indicator(panel.indicator);
    sheet.paragraph(indicator.name.get(language), cut.strong);
    sheet.paragraph(&axis_unit(language, indicator), Style::REMARK);
    sheet.y += GAP;

    let figures: Vec<&Observation<'_>> = panel
        .rows
        .iter()
        .filter_map(|(_, row)| row.ok())
        .map(|id| dataset.observation(id))
        .collect();
    let axis = axis(indicator.unit, &figures, sheet.width);
    for (province, row) in &panel.rows {
        match row {
            Ok(id) => bar(sheet, language, dataset, axis, *id, cut),
            Err(reason) => {
                let name = dataset.province(*province).name.get(language);
                missing(sheet, language, dataset, name, *reason);
            }
        }
    }
    ticks(sheet, language, axis, cut.tick);
}

/// The axis of an indicator that holds these figures of it.
pub(super) fn axis(unit: Unit, figures: &[&Observation<'_>], length: i32) -> Axis {
    if unit == Unit::Percent {
        return Axis::of_share(length);
    }
    if let Some(whole) = figures.iter().filter_map(|figure| figure.of).max() {
        return Axis::of_whole(whole, length);
    }
    let largest = figures.iter().map(|figure| figure.value_high.unwrap_or(figure.value)).max();
    Axis::holding(largest.unwrap_or(Decimal::ZERO), length)
}

fn bar(
    sheet: &mut Sheet,
    language: Language,
    dataset: &Dataset<'_>,
    axis: Axis,
    id: ObservationId,
    cut: Cut,
) {
    let figure = dataset.observation(id);
    let top = sheet.y;
    let name = dataset.province(figure.province).name.get(language);
    let label = format!("{name}, {}", period_in_label(language, figure.period));
    let value = short_amount(language, dataset, figure);
    sheet.between((&label, Style::TEXT), (&value, cut.strong));
    sheet.y += 2;

    let track = Region { x: sheet.x, y: sheet.y, width: sheet.width, height: cut.bar };
    let is_share = dataset.indicator(figure.indicator).unit == Unit::Percent;
    if is_share || figure.of.is_some() {
        sheet.bar(track, Role::Track);
    }
    let shape = Region { width: axis.position(figure.value).max(2), ..track };
    sheet.province_bar(shape, figure.province, figure.qualifier);
    if let Some(whole) = figure.of {
        parts(sheet, axis, whole, track);
    }
    sheet.y += cut.bar;
    sheet.mark(id, shape, top, figure_label(language, dataset, figure));
    sheet.y += GAP;
}

/// Cuts a track into the parts of its whole, when they are wide enough to be told apart.
fn parts(sheet: &mut Sheet, axis: Axis, whole: Decimal, track: Region) {
    if whole.scale() > 0 || whole.mantissa() > MOST_PARTS {
        return;
    }
    for part in 1..whole.mantissa() {
        let x = track.x + axis.position(Decimal::integer(part));
        let from = Point { x, y: track.y };
        sheet.rule(from, Point { x, y: track.bottom() }, Role::Ground);
    }
}

fn missing(
    sheet: &mut Sheet,
    language: Language,
    dataset: &Dataset<'_>,
    name: &str,
    reason: Absence,
) {
    sheet.paragraph(&format!("{name}: {}", absence(language, dataset, reason)), Style::REMARK);
    sheet.y += GAP;
}

fn ticks(sheet: &mut Sheet, language: Language, axis: Axis, style: Style) {
    let (x, y) = (sheet.x, sheet.y);
    sheet.rule(Point { x, y }, Point { x: x + sheet.width, y }, Role::Axis);
    let ticks = axis.ticks();
    // All lines stand before all labels: what follows its like can be drawn as one.
    for tick in &ticks {
        // A line covers the pixel to the right of its place; the last one stays within the column.
        let line_x = (x + axis.position(*tick)).min(x + sheet.width - 1);
        sheet.rule(Point { x: line_x, y }, Point { x: line_x, y: y + TICK_LENGTH }, Role::Axis);
    }
    sheet.y += TICK_LENGTH;
    let last = ticks.len().saturating_sub(1);
    for (index, tick) in ticks.into_iter().enumerate() {
        // The outermost labels stay within the column.
        let anchor = match index {
            0 => Anchor::Start,
            _ if index == last => Anchor::End,
            _ => Anchor::Middle,
        };
        sheet.line_at(x + axis.position(tick), anchor, &number(language, tick), style);
    }
    sheet.y += style.line_height();
}
