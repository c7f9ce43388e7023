use crate::model::{ChartId, Dataset, Language};
use crate::query::{Entry, History};

use super::bullets;
use super::lines;
use super::panels;
use super::scene::Scene;
use super::sheet::Sheet;
use super::spec::{Panel, Spec, spec};

/// The widths that the pages lay out charts for, in CSS pixels where text is 16 pixels large. A page
/// takes the widest that fits its column and scales it up to that, text and all, so every picture
/// that a reader can see is one of these, in the static page as in the live one. The style sheet
/// chooses; it knows them by the same numbers.
pub const WIDTHS: [u32; 5] = [200, 328, 400, 640, 928];

/// Charts narrower than this have one column; a column is then at least 300 CSS pixels wide.
const TWO_COLUMNS_FROM: u32 = 640;

/// The narrowest width a chart is laid out for, in CSS pixels; frames may be narrower and scroll.
const NARROWEST: u32 = 200;

/// The widest, so that no frame can ask for more than can be drawn.
const WIDEST: u32 = 4096;

const COLUMN_GAP: i32 = 40;
const ROW_GAP: i32 = 28;

/// Lays out a chart at a width in CSS pixels. The height follows from what it shows.
pub fn layout(language: Language, dataset: &Dataset<'_>, chart: ChartId, width: u32) -> Scene {
    let width = width.clamp(NARROWEST, WIDEST);
    let mut sheet = Sheet::new(0, 0, i32::try_from(width).unwrap_or(0));
    match spec(dataset, chart) {
        Spec::Panels(panels) => grid(&mut sheet, &panels, |cell, panel: &Panel| {
            panels::panel(cell, language, dataset, panel, panels.len() == 1);
        }),
        Spec::Bullets(entries) => {
            for group in entries.chunk_by(|a, b| a.status == b.status) {
                bullets::group(&mut sheet, language, group);
                grid(&mut sheet, group, |cell, entry: &Entry| {
                    bullets::bullet(cell, language, dataset, entry);
                });
                sheet.y += ROW_GAP;
            }
            sheet.y -= ROW_GAP;
        }
        Spec::Lines(histories) => grid(&mut sheet, &histories, |cell, history: &History| {
            lines::line(cell, language, dataset, history);
        }),
    }
    sheet.into_scene(width)
}

/// Lays out things in one column or two, row by row.
fn grid<T>(sheet: &mut Sheet, things: &[T], mut place: impl FnMut(&mut Sheet, &T)) {
    let columns =
        if sheet.width.unsigned_abs() < TWO_COLUMNS_FROM || things.len() < 2 { 1 } else { 2 };
    let width = (sheet.width - COLUMN_GAP * (columns - 1)) / columns;
    for row in things.chunks(columns.unsigned_abs() as usize) {
        let top = sheet.y;
        let mut bottom = top;
        let mut x = sheet.x;
        for thing in row {
            let mut cell = Sheet::new(x, top, width);
            place(&mut cell, thing);
            bottom = bottom.max(cell.y);
            sheet.absorb(cell);
            x += width + COLUMN_GAP;
        }
        sheet.y = bottom + ROW_GAP;
    }
    if !things.is_empty() {
        sheet.y -= ROW_GAP;
    }
}
