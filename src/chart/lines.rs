use crate::i18n::{
    absence, axis_unit, figure_label, messages, number, period_in_label, short_amount,
};
use crate::model::{Dataset, Decimal, Language, Observation, ObservationId, Qualifier};
use crate::query::{Absence, History, Year};

use super::axis::Axis;
use super::scene::{Anchor, Item, Point, Region, Role};
use super::sheet::{Sheet, Style};
use super::text::{text_width, wrap};

/// The height of the plot and the space around it, in CSS pixels.
const HEIGHT: i32 = 150;
const GAP: i32 = 8;

/// The side of the square that stands for a figure.
const POINT: i32 = 12;

/// The thickness of the line between two figures.
const LINE: i32 = 3;

/// Between a point and what is written above it.
const CLEARANCE: i32 = 5;

/// Lays out what a province published on an indicator over time: a point for each figure, a line
/// between results of years that follow on each other, and a gap with words where there is none. The
/// values stand beside their points where no word of them is too wide for that, else in rows below.
pub(super) fn line(
    sheet: &mut Sheet,
    language: Language,
    dataset: &Dataset<'_>,
    history: &History,
) {
    let indicator = dataset.indicator(history.indicator);
    let province = dataset.province(history.province).name.get(language);
    sheet.paragraph(&format!("{province}: {}", indicator.name.get(language)), Style::STRONG);
    sheet.paragraph(&axis_unit(language, indicator), Style::REMARK);
    sheet.y += GAP;

    let years = history.years(dataset);
    let axis = axis(dataset, history);
    let plot = Plot::below(sheet, axis, years.len());
    plot.grid(sheet, language);
    let written = |id: ObservationId| short_amount(language, dataset, dataset.observation(id));
    let named = years.iter().flat_map(|year| [year.target, year.actual]).flatten();
    let mut values = named.into_iter().map(&written);
    // Asked for once: the compiler then leaves the other messages out of the program.
    let target_name = messages(language).legend_target;
    let is_wide = plot.holds(target_name)
        && values.all(|value| value.split(' ').all(|word| plot.holds(word)));

    let value = |id: ObservationId| dataset.observation(id).value;
    for (index, pair) in years.windows(2).enumerate() {
        if let [Year { actual: Some(from), .. }, Year { actual: Some(to), .. }] = pair {
            let (from, to) = (plot.at(index, value(*from)), plot.at(index + 1, value(*to)));
            sheet.push(Item::Shape {
                corners: band(from, to).to_vec(),
                fill: Role::Province(history.province),
            });
        }
    }
    let mut lowest = plot.bottom + GAP;
    for (index, year) in years.iter().enumerate() {
        let column = plot.column(index, lowest);
        if let Some(id) = year.target {
            let figure = dataset.observation(id);
            let Point { x, y } = plot.at(index, figure.value);
            let shape = Region { x: x - POINT, y: y - LINE / 2, width: 2 * POINT, height: LINE };
            sheet.bar(shape, Role::Target);
            if is_wide {
                above(sheet, shape, &[target_name.to_owned(), written(id)], column.width);
            }
            sheet.mark_at(id, shape, column, figure_label(language, dataset, figure));
        }
        if let Some(id) = year.actual {
            let figure = dataset.observation(id);
            let shape = square(plot.at(index, figure.value));
            point(sheet, figure, shape);
            let words = [written(id)];
            let neighbour = |index: Option<usize>| Some(value(years.get(index?)?.actual?));
            // A line that comes from above or leads up would run through what is written above.
            let crossed = neighbour(index.checked_sub(1))
                .is_some_and(|before| before > figure.value)
                || neighbour(index.checked_add(1)).is_some_and(|after| after > figure.value);
            if !is_wide {
                // It stands below the plot.
            } else if crossed && shape.bottom() + Style::STRONG.line_height() < plot.bottom {
                below(sheet, shape, &words, column.width);
            } else {
                above(sheet, shape, &words, column.width);
            }
            sheet.mark_at(id, shape, column, figure_label(language, dataset, figure));
        }
        let bottom = plot.year(sheet, language, dataset, index, *year, is_wide);
        lowest = lowest.max(bottom);
    }
    sheet.y = lowest;
    if !is_wide {
        rows(sheet, language, dataset, &years, target_name);
    }
}

/// What a plot has no room for beside its points: a row for each figure, and the words for a missing
/// result.
fn rows(
    sheet: &mut Sheet,
    language: Language,
    dataset: &Dataset<'_>,
    years: &[Year],
    target_name: &str,
) {
    sheet.y += GAP;
    for year in years {
        if let Some(id) = year.target {
            let label = format!("{target_name} {}", year.number);
            let value = short_amount(language, dataset, dataset.observation(id));
            sheet.between((&label, Style::TEXT), (&value, Style::STRONG));
        }
        if let Some(id) = year.actual {
            let figure = dataset.observation(id);
            let label = period_in_label(language, figure.period);
            sheet.between(
                (&label, Style::TEXT),
                (&short_amount(language, dataset, figure), Style::STRONG),
            );
        } else {
            let words = absence(language, dataset, Absence::NotPublished);
            sheet.paragraph(&format!("{}: {words}", year.number), Style::REMARK);
        }
    }
}

/// An axis from zero with room above the largest value for what is written there.
fn axis(dataset: &Dataset<'_>, history: &History) -> Axis {
    let figures = history.actuals.iter().chain(&history.targets);
    let largest = figures.map(|id| dataset.observation(*id).value).max().unwrap_or(Decimal::ZERO);
    let (numerator, denominator) = largest.fraction();
    let headroom = Decimal::from_fraction(numerator * 5, denominator * 4, largest.scale() + 1);
    Axis::holding(headroom.unwrap_or(largest), HEIGHT)
}

/// The area of the points: time runs to the right, values upwards from zero.
struct Plot {
    axis: Axis,
    /// The place of the first year, and how far it is from one to the next.
    first: i32,
    step: i32,
    left: i32,
    width: i32,
    bottom: i32,
}

impl Plot {
    fn below(sheet: &Sheet, axis: Axis, years: usize) -> Self {
        let ticks = axis.ticks();
        let figures = ticks.iter().map(|tick| tick.mantissa().to_string().len());
        // Tick labels stand to the left, above their lines.
        let gutter = i32::try_from(figures.max().unwrap_or(0)).unwrap_or(0) * 8 + 12;
        let years = i32::try_from(years).unwrap_or(1).max(1);
        let step = (sheet.width - gutter) / years;
        Self {
            axis,
            first: sheet.x + gutter + step / 2,
            step,
            left: sheet.x,
            width: sheet.width,
            bottom: sheet.y + HEIGHT,
        }
    }

    /// Whether what is written beside a point fits in one line.
    fn holds(&self, words: &str) -> bool {
        text_width(words, Style::STRONG.size, Style::STRONG.bold) <= self.step.unsigned_abs()
    }

    fn x(&self, index: usize) -> i32 {
        self.first + self.step * i32::try_from(index).unwrap_or(0)
    }

    fn at(&self, index: usize, value: Decimal) -> Point {
        Point { x: self.x(index), y: self.bottom - self.axis.position(value) }
    }

    /// Where a pointer finds the figures of a year.
    fn column(&self, index: usize, bottom: i32) -> Region {
        let top = self.bottom - HEIGHT;
        Region { x: self.x(index) - self.step / 2, y: top, width: self.step, height: bottom - top }
    }

    fn grid(&self, sheet: &mut Sheet, language: Language) {
        for tick in self.axis.ticks() {
            let y = self.bottom - self.axis.position(tick);
            let role = if tick == Decimal::ZERO { Role::Axis } else { Role::Track };
            sheet.rule(Point { x: self.left, y }, Point { x: self.left + self.width, y }, role);
            let label = Point { x: self.left, y: y - 3 };
            if y - Style::TICK.line_height() > self.bottom - HEIGHT - GAP {
                sheet.text(label, Anchor::Start, &number(language, tick), Style::TICK);
            }
        }
    }

    /// The name of a year below the axis, and in a wide plot the words for a missing result. Returns
    /// where they end.
    fn year(
        &self,
        sheet: &mut Sheet,
        language: Language,
        dataset: &Dataset<'_>,
        index: usize,
        year: Year,
        is_wide: bool,
    ) -> i32 {
        let x = self.x(index);
        sheet.y = self.bottom + 4;
        let name = year.actual.map_or_else(
            || year.number.to_string(),
            |id| period_in_label(language, dataset.observation(id).period),
        );
        sheet.line_at(x, Anchor::Middle, &name, Style::TICK);
        sheet.y += Style::TICK.line_height();
        if is_wide && year.actual.is_none() {
            let words = absence(language, dataset, Absence::NotPublished);
            let width = self.step.unsigned_abs();
            for line in wrap(&words, Style::TICK.size, Style::TICK.bold, width) {
                sheet.line_at(x, Anchor::Middle, line, Style::TICK);
                sheet.y += Style::TICK.line_height();
            }
        }
        sheet.y
    }
}

/// A thick line as a shape, whose edges every backend draws alike.
fn band(from: Point, to: Point) -> [Point; 4] {
    let half = LINE / 2;
    [
        Point { y: from.y - half, ..from },
        Point { y: to.y - half, ..to },
        Point { y: to.y - half + LINE, ..to },
        Point { y: from.y - half + LINE, ..from },
    ]
}

const fn square(at: Point) -> Region {
    Region { x: at.x - POINT / 2, y: at.y - POINT / 2, width: POINT, height: POINT }
}

/// A figure: full where its value is exact, lighter with a frame where it is hedged.
fn point(sheet: &mut Sheet, figure: &Observation<'_>, shape: Region) {
    let province = Role::Province(figure.province);
    if figure.qualifier == Qualifier::Exact {
        sheet.bar(shape, province);
    } else {
        sheet.bar(shape, Role::Hedge(figure.province));
        sheet.push(Item::Frame { region: shape, stroke: province, weight: 2 });
    }
}

/// Writes lines below a shape, broken where a column is too narrow.
fn below(sheet: &mut Sheet, shape: Region, words: &[String], width: i32) {
    let x = shape.x + shape.width / 2;
    sheet.y = shape.bottom();
    for text in words {
        for line in wrap(text, Style::STRONG.size, Style::STRONG.bold, width.unsigned_abs()) {
            sheet.line_at(x, Anchor::Middle, line, Style::STRONG);
            sheet.y += Style::STRONG.line_height();
        }
    }
}

/// Writes lines above a shape, the last one nearest to it, broken where a column is too narrow.
fn above(sheet: &mut Sheet, shape: Region, words: &[String], width: i32) {
    let x = shape.x + shape.width / 2;
    let broken = |text| wrap(text, Style::STRONG.size, Style::STRONG.bold, width.unsigned_abs());
    let lines: Vec<&str> = words.iter().flat_map(|text| broken(text.as_str())).collect();
    let mut y = shape.y - CLEARANCE;
    for line in lines.iter().rev() {
        sheet.text(Point { x, y }, Anchor::Middle, line, Style::STRONG);
        y -= Style::STRONG.line_height();
    }
}
