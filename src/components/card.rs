use crate::chart::Region;

/// The width of a card that floats over its chart, in CSS pixels; the same as in the style sheet.
const CARD_WIDTH: u32 = 384;

/// How far below its mark a card floats, in CSS pixels.
const DISTANCE: i32 = 6;

/// Where a card floats over a chart of a width: below all of its mark, within the chart. Left and top, as
/// all of it in CSS pixels of the page.
pub(super) fn place_of(shape: Region, extent: Region, within: u32) -> (i32, i32) {
    let rightmost = within.saturating_sub(CARD_WIDTH).cast_signed();
    let centred = shape.x + shape.width / 2 - CARD_WIDTH.cast_signed() / 2;
    (centred.clamp(0, rightmost), extent.bottom() + DISTANCE)
}

/// How much higher than that a card floats above its mark, besides its own height.
pub(super) fn rise_of(extent: Region) -> i32 {
    extent.height + 2 * DISTANCE
}
