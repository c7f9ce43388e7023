use crate::i18n::{
    PRODUCT, amount, facts, from_documents, messages, number, pair_takeaway, period,
    period_in_label, reference, short_amount, target_label, view_texts,
};
use crate::model::{
    ChartId, Dataset, Decimal, Field, Kind, Language, Observation, ObservationId, ProvinceId, Slug,
    SourceId,
};

use crate::query::field;

use super::fitting::{Frame, fit};
use super::panels;
use super::scene::{Anchor, Point, Region, Role, Scene};
use super::sheet::{Sheet, Style};
use super::spec::{Panel, Spec, comparable, spec};
use super::text::text_width;

/// What a card is about: the kinds of pages whose links are shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardSubject {
    /// The page of all charts.
    Home,
    /// The figures of a field.
    Field(Field),
    /// The targets.
    Targets,
    /// The list of all figures.
    Figures,
    /// The documents.
    Sources,
    /// One figure.
    Figure(ObservationId),
}

/// The size that readers of Open Graph show uncropped, in CSS pixels.
const WIDTH: u32 = 1200;
const HEIGHT: u32 = 630;

/// The space around everything that is read, and the coloured edge at the left.
const MARGIN: i32 = 64;
const EDGE: i32 = 28;

/// The column of everything that is read.
const LEFT: i32 = EDGE + MARGIN;
const COLUMN: i32 = 1200 - LEFT - MARGIN;
const TOP: i32 = 52;
const BOTTOM: i32 = 630 - 52;

const NAME: Style = Style { size: 40, bold: true, color: Role::Ink };
const LABEL: Style = Style { size: 34, bold: false, color: Role::Ink };
const VALUE: Style = Style { size: 44, bold: true, color: Role::Ink };

/// What stands beside the name of the product.
const LABEL_FRAME: Frame = Frame { width: COLUMN, height: 56, largest: 40, smallest: 28, lines: 1 };

/// The height of a bar, in CSS pixels.
const BAR: i32 = 42;

/// A picture for the preview of a link, 1,200 × 630 CSS pixels, that can be read at a quarter of
/// its size.
pub fn card(language: Language, dataset: &Dataset<'_>, subject: CardSubject) -> Scene {
    let mut sheet = Sheet::new(LEFT, TOP, COLUMN);
    match subject {
        CardSubject::Home => home(&mut sheet, language, dataset),
        CardSubject::Field(of) => figures(&mut sheet, language, dataset, Some(of)),
        CardSubject::Targets => targets(&mut sheet, language, dataset),
        CardSubject::Figures => figures(&mut sheet, language, dataset, None),
        CardSubject::Sources => sources(&mut sheet, language, dataset),
        CardSubject::Figure(id) => figure(&mut sheet, language, dataset, dataset.observation(id)),
    }
    sheet.y = HEIGHT.cast_signed();
    sheet.into_scene(WIDTH)
}

/// The edge in the colours of the provinces, the name of the product at the right, and the words
/// at the left in a frame as wide as is left. Moves past the words.
fn head(sheet: &mut Sheet, provinces: &[ProvinceId], words: &str, bold: bool, frame: Frame) {
    let share = HEIGHT.cast_signed() / i32::try_from(provinces.len().max(1)).unwrap_or(1);
    for (province, index) in provinces.iter().zip(0..) {
        let edge = Region { x: 0, y: share * index, width: EDGE, height: share };
        sheet.bar(edge, Role::Province(*province));
    }
    let baseline = TOP + 50;
    let right = LEFT + COLUMN;
    sheet.text(Point { x: right, y: baseline }, Anchor::End, PRODUCT, NAME);
    let name = text_width(PRODUCT, NAME.size, NAME.bold).cast_signed();
    // The two bars of the icon, as high together as the capitals of the name.
    let icon = Region { x: right - name - 52, y: baseline - 29, width: 30, height: 13 };
    sheet.bar(icon, Role::Province(ProvinceId::DakNong));
    sheet.bar(Region { y: icon.y + 16, width: 44, ..icon }, Role::Province(ProvinceId::DakLak));

    let color = if bold { Role::Ink } else { Role::Muted };
    let words = fit(words, bold, color, &Frame { width: icon.x - LEFT - 24, ..frame });
    let top = baseline - words.first_baseline();
    words.place(sheet, Point { x: LEFT, y: top });
    sheet.y = top + words.height();
}

/// The head of the cards that are about both provinces.
fn common_head(sheet: &mut Sheet, language: Language) {
    let words = messages(language).brand_line;
    head(sheet, ProvinceId::ALL, words, false, LABEL_FRAME);
    sheet.y += 12;
}

/// One figure: what it is, how much, and where that stands.
fn figure(sheet: &mut Sheet, language: Language, dataset: &Dataset<'_>, figure: &Observation<'_>) {
    let province = dataset.province(figure.province).name.get(language);
    let time = match figure.kind {
        Kind::Target => target_label(language, figure),
        Kind::Actual | Kind::Change => period(language, figure.period),
    };
    head(sheet, &[figure.province], &format!("{province}, {time}"), true, LABEL_FRAME);
    sheet.y += 10;
    let name = dataset.indicator(figure.indicator).name.get(language);
    let frame = Frame { width: COLUMN, height: 136, largest: 52, smallest: 40, lines: 2 };
    let name = fit(name, false, Role::Ink, &frame);
    name.place(sheet, Point { x: LEFT, y: sheet.y });
    sheet.y += name.height();

    let evidence = reference(language, dataset.source(figure.source), &[figure.paragraph]);
    let frame = Frame { width: COLUMN, height: 96, largest: 34, smallest: 26, lines: 2 };
    let evidence = fit(&evidence, false, Role::Muted, &frame);
    let foot = BOTTOM - evidence.height();
    evidence.place(sheet, Point { x: LEFT, y: foot });
    value(sheet, &amount(language, dataset, figure), foot - 16);
}

/// A value as large as the space down to `bottom` allows, and its unit below it.
fn value(sheet: &mut Sheet, value: &str, bottom: i32) {
    // A number and its unit are joined by a no-break space.
    let (value, unit) = value.split_once('\u{a0}').unwrap_or((value, ""));
    let frame = Frame { width: COLUMN, height: 64, largest: 48, smallest: 36, lines: 1 };
    let unit = fit(unit, false, Role::Ink, &frame);
    let height = bottom - sheet.y - unit.height();
    let frame = Frame { width: COLUMN, height, largest: 200, smallest: 48, lines: 2 };
    let value = fit(value, true, Role::Ink, &frame);
    let y = sheet.y + (height - value.height()) / 2;
    value.place(sheet, Point { x: LEFT, y });
    unit.place(sheet, Point { x: LEFT, y: y + value.height() });
}

/// The one comparison that holds, as words and as bars.
fn home(sheet: &mut Sheet, language: Language, dataset: &Dataset<'_>) {
    let text = messages(language);
    let frame = Frame { width: COLUMN, height: 156, largest: 60, smallest: 40, lines: 2 };
    head(sheet, ProvinceId::ALL, text.heading, true, frame);
    let pair = comparable(dataset).into_iter().next();
    let Spec::Panels(panels) = spec(dataset, ChartId::Pair) else { return };
    let (Some(pair), Some(panel)) = (pair, panels.first()) else {
        let frame = Frame { width: COLUMN, height: 300, largest: 48, smallest: 32, lines: 5 };
        block(sheet, text.lead, false, Role::Ink, &frame);
        return;
    };
    let bars = bars(sheet, language, dataset, panel);
    let name = dataset.indicator(panel.indicator).name.get(language);
    let frame = Frame { width: COLUMN, height: 52, largest: 40, smallest: 28, lines: 1 };
    let name = fit(name, true, Role::Ink, &frame);
    let height = bars - sheet.y - name.height();
    let frame = Frame { width: COLUMN, height, largest: 38, smallest: 24, lines: 2 };
    let said = pair_takeaway(language, dataset, &pair);
    let said = fit(&said, false, Role::Ink, &frame);
    let y = bars - said.height();
    said.place(sheet, Point { x: LEFT, y });
    name.place(sheet, Point { x: LEFT, y: y - name.height() });
}

/// A text at the present height, and past it.
fn block(sheet: &mut Sheet, text: &str, bold: bool, color: Role, frame: &Frame) {
    let text = fit(text, bold, color, frame);
    text.place(sheet, Point { x: sheet.x, y: sheet.y });
    sheet.y += text.height();
}

/// The bars of an indicator on one axis, at the foot of the card. Gives back where they begin.
fn bars(sheet: &mut Sheet, language: Language, dataset: &Dataset<'_>, panel: &Panel) -> i32 {
    let rows = panel.rows.iter().filter_map(|(_, row)| row.ok());
    let figures: Vec<&Observation<'_>> = rows.map(|id| dataset.observation(id)).collect();
    let indicator = dataset.indicator(panel.indicator);
    let axis = panels::axis(indicator.unit, &figures, COLUMN);
    let row = 52 + BAR;
    let count = i32::try_from(figures.len()).unwrap_or(0);
    let top = BOTTOM - row * count - 12 * (count - 1);
    for (figure, index) in figures.into_iter().zip(0..) {
        let y = top + index * (row + 12);
        let baseline = y + 40;
        let province = dataset.province(figure.province).name.get(language);
        let label = format!("{province}, {}", period_in_label(language, figure.period));
        sheet.text(Point { x: LEFT, y: baseline }, Anchor::Start, &label, LABEL);
        let value = short_amount(language, dataset, figure);
        sheet.text(Point { x: LEFT + COLUMN, y: baseline }, Anchor::End, &value, VALUE);
        let width = axis.position(figure.value).max(2);
        let bar = Region { x: LEFT, y: y + 52, width, height: BAR };
        sheet.province_bar(bar, figure.province, figure.qualifier);
    }
    top - 12
}

/// How many figures there are, of a field or at all, and how many of each province.
fn figures(sheet: &mut Sheet, language: Language, dataset: &Dataset<'_>, of: Option<Field>) {
    let title = match of {
        Some(field) => view_texts(language).field(field).title,
        None => messages(language).figures_title,
    };
    let figures = || {
        let all = dataset.observations.iter();
        all.filter(|figure| of.is_none_or(|of| field(dataset, figure.indicator) == of))
    };
    let counts = counts(|province| figures().filter(|figure| figure.province == province).count());
    let mut documents: Vec<SourceId> = figures().map(|figure| figure.source).collect();
    documents.sort_unstable();
    documents.dedup();
    let count = i64::try_from(figures().count()).unwrap_or(0);
    let count = number(language, Decimal::integer(count));
    let words = from_documents(language, documents.len());
    counted(sheet, (language, dataset), title, (&count, &words), counts);
}

/// How many targets have a published result, and how many each province set.
fn targets(sheet: &mut Sheet, language: Language, dataset: &Dataset<'_>) {
    let is_target = |figure: &&Observation<'_>| figure.kind == Kind::Target;
    let counts = counts(|province| {
        let of_province = dataset.observations.iter().filter(|figure| figure.province == province);
        of_province.filter(is_target).count()
    });
    let [.., (count, words)] = facts(language, dataset);
    let title = view_texts(language).targets.title;
    counted(sheet, (language, dataset), title, (&count, &words), counts);
}

/// A title, a number as large as it can be with the words that follow it, and how it is split between
/// the provinces.
fn counted(
    sheet: &mut Sheet,
    (language, dataset): (Language, &Dataset<'_>),
    title: &str,
    (count, words): (&str, &str),
    counts: Vec<(ProvinceId, i32)>,
) {
    common_head(sheet, language);
    let frame = Frame { width: COLUMN, height: 100, largest: 72, smallest: 40, lines: 1 };
    block(sheet, title, true, Role::Ink, &frame);

    let foot = split(sheet, language, dataset, counts, false);
    let space = foot - sheet.y;
    let frame = Frame { width: COLUMN / 2, height: space, largest: 190, smallest: 80, lines: 1 };
    let count = fit(count, true, Role::Ink, &frame);
    let y = sheet.y + (space - count.height()) / 2;
    count.place(sheet, Point { x: LEFT, y });
    let x = LEFT + count.width() + 16;
    let width = LEFT + COLUMN - x;
    let frame = Frame { width, height: space, largest: 54, smallest: 36, lines: 3 };
    let words = fit(words, false, Role::Ink, &frame);
    words.place(sheet, Point { x, y: y + (count.height() - words.height()) / 2 });
}

/// How figures are cited, and how many documents there are of each province.
fn sources(sheet: &mut Sheet, language: Language, dataset: &Dataset<'_>) {
    let text = messages(language);
    common_head(sheet, language);
    let frame = Frame { width: COLUMN, height: 100, largest: 72, smallest: 48, lines: 1 };
    block(sheet, text.sources_heading, true, Role::Ink, &frame);
    sheet.y += 12;

    let counts = counts(|province| {
        dataset.sources.iter().filter(|source| source.province == province).count()
    });
    let foot = split(sheet, language, dataset, counts, true);
    let height = foot - sheet.y;
    let frame = Frame { width: COLUMN, height, largest: 54, smallest: 34, lines: 4 };
    block(sheet, text.sources_intro, false, Role::Ink, &frame);
}

fn counts(count: impl Fn(ProvinceId) -> usize) -> Vec<(ProvinceId, i32)> {
    let of = |province: &ProvinceId| i32::try_from(count(*province)).unwrap_or(0);
    ProvinceId::ALL.iter().map(|province| (*province, of(province))).collect()
}

/// A bar at the foot of the card that is split between the provinces, `in_parts` into single ones
/// as well, below their names and counts. Gives back where it begins.
fn split(
    sheet: &mut Sheet,
    language: Language,
    dataset: &Dataset<'_>,
    counts: Vec<(ProvinceId, i32)>,
    in_parts: bool,
) -> i32 {
    const GAP: i32 = 6;
    let all: i32 = counts.iter().map(|(_, count)| count).sum();
    let y = BOTTOM - BAR;
    let at = |count: i32| LEFT + (COLUMN + GAP) * count / all.max(1);
    let mut before = 0;
    for (province, count) in counts {
        // Of nothing there is no bar.
        let parts = if in_parts { count } else { count.min(1) };
        for part in 0..parts {
            let (from, to) = (before + count * part / parts, before + count * (part + 1) / parts);
            let region = Region { x: at(from), y, width: at(to) - GAP - at(from), height: BAR };
            sheet.bar(region, Role::Province(province));
        }
        let name = dataset.province(province).name.get(language);
        let count_text = number(language, Decimal::integer(count.into()));
        let label = format!("{name}: {count_text}");
        // The last one ends where the bar does, however short its part is.
        let is_last = before + count == all && before > 0;
        let (x, anchor) =
            if is_last { (LEFT + COLUMN, Anchor::End) } else { (at(before), Anchor::Start) };
        sheet.text(Point { x, y: y - 16 }, anchor, &label, LABEL);
        before += count;
    }
    y - 68
}
