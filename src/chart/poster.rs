use crate::i18n::{PRODUCT, messages, reference};
use crate::model::{ChartId, Dataset, Language, ProvinceId};

use super::evidence::citations;
use super::layout::layout;
use super::legend::{Key, legend};
use super::scene::{Anchor, Point, Region, Role, Scene};
use super::sheet::{Sheet, Style};
use super::spec::{Spec, heading, spec, takeaway};
use super::text::text_width;

const HEADING: Style = Style { size: 30, bold: true, color: Role::Ink };
const TAKEAWAY: Style = Style { size: 18, bold: false, color: Role::Ink };
const KEY: Style = Style { size: 14, bold: false, color: Role::Ink };
const LABEL: Style = Style { size: 13, bold: true, color: Role::Muted };
const SMALL: Style = Style { size: 13, bold: false, color: Role::Muted };
const NAME: Style = Style { size: 16, bold: true, color: Role::Ink };
const ADDRESS: Style = Style { size: 14, bold: false, color: Role::Muted };

/// The width that the chart in a poster is laid out for, in CSS pixels.
const CHART_WIDTH: u32 = 928;

/// The white around it on every side, in CSS pixels.
const MARGIN: i32 = 48;

/// The longest line of running text, in CSS pixels: about 80 letters of the takeaway.
const MEASURE: i32 = 760;

/// A chart as a picture that stands alone: its heading, takeaway and legend above it; its sources,
/// the boundaries it is for, the name of the product and `address`, if it has one, below.
///
/// It is 1,024 CSS pixels wide and has no marks.
pub fn poster(
    language: Language,
    dataset: &Dataset<'_>,
    chart: ChartId,
    address: Option<&str>,
) -> Scene {
    let spec = spec(dataset, chart);
    let mut sheet = Sheet::new(MARGIN, MARGIN - 12, CHART_WIDTH.cast_signed());
    sheet.paragraph(heading(language, chart), HEADING);
    sheet.y += 2;
    measured(&mut sheet, &takeaway(language, dataset, chart), TAKEAWAY);
    sheet.y += 14;
    keys(&mut sheet, language, dataset, &spec);
    sheet.y += 26;
    sheet.picture(layout(language, dataset, chart, CHART_WIDTH));
    sheet.y += 36;
    foot(&mut sheet, language, dataset, &spec, address);
    sheet.y += MARGIN - 8;
    sheet.into_scene(CHART_WIDTH + 2 * MARGIN.unsigned_abs())
}

/// A paragraph with lines short enough to read.
fn measured(sheet: &mut Sheet, text: &str, style: Style) {
    let width = sheet.width;
    sheet.width = width.min(MEASURE);
    sheet.paragraph(text, style);
    sheet.width = width;
}

/// The legend, swatches and words one after the other, in as many lines as it needs.
fn keys(sheet: &mut Sheet, language: Language, dataset: &Dataset<'_>, spec: &Spec) {
    const GAP: i32 = 8;
    const BETWEEN: i32 = 28;
    let right = sheet.x + sheet.width;
    let mut x = sheet.x;
    for key in legend(dataset, spec) {
        let label = key.label(language, dataset);
        let swatch = swatch_size(key);
        let words = text_width(label, KEY.size, KEY.bold).cast_signed();
        let width = swatch.0 + GAP + words;
        if x > sheet.x && x + width > right {
            x = sheet.x;
            sheet.y += KEY.line_height();
        }
        // One pixel lower than the middle of the line is the middle of its capitals.
        let y = sheet.y + (KEY.line_height() - swatch.1) / 2 + 1;
        draw_swatch(sheet, key, Region { x, y, width: swatch.0, height: swatch.1 });
        sheet.line_at(x + swatch.0 + GAP, Anchor::Start, label, KEY);
        x += width + BETWEEN;
    }
    sheet.y += KEY.line_height();
}

/// Width and height of a swatch in CSS pixels.
const fn swatch_size(key: Key) -> (i32, i32) {
    match key {
        Key::Province(_) | Key::Whole => (18, 14),
        Key::Target => (3, 18),
        Key::Hedge => (24, 14),
    }
}

fn draw_swatch(sheet: &mut Sheet, key: Key, region: Region) {
    match key {
        Key::Province(province) => sheet.bar(region, Role::Province(province)),
        Key::Whole => sheet.bar(region, Role::Track),
        Key::Target => sheet.bar(region, Role::Target),
        Key::Hedge => {
            let half = Region { width: region.width / 2, ..region };
            sheet.bar(half, Role::Province(ProvinceId::DakNong));
            sheet.bar(Region { x: half.right(), ..half }, Role::Hedge(ProvinceId::DakNong));
        }
    }
}

/// What a reader must have to check the picture: the documents, the boundaries, and who says so.
fn foot(
    sheet: &mut Sheet,
    language: Language,
    dataset: &Dataset<'_>,
    spec: &Spec,
    address: Option<&str>,
) {
    let text = messages(language);
    line(sheet);
    sheet.y += 14;
    sheet.paragraph(text.source, LABEL);
    for citation in citations(dataset, &spec.shown()) {
        let source = dataset.source(citation.source);
        sheet.paragraph(&reference(language, source, &citation.paragraphs), SMALL);
    }
    sheet.y += 8;
    sheet.paragraph(text.boundaries, SMALL);
    sheet.y += 20;
    match address {
        Some(address) => sheet.between((PRODUCT, NAME), (address, ADDRESS)),
        None => sheet.paragraph(PRODUCT, NAME),
    }
}

fn line(sheet: &mut Sheet) {
    let (x, y) = (sheet.x, sheet.y);
    sheet.rule(Point { x, y }, Point { x: x + sheet.width, y }, Role::Axis);
}
