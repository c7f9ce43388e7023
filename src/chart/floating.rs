use super::scene::{Point, Region};

/// The width of a card that floats over its chart, in CSS pixels; the same as in the style sheet.
const CARD_WIDTH: i32 = 384;

/// How far below its mark a card floats, in CSS pixels.
pub const CARD_DISTANCE: i32 = 6;

/// How far beside a pointer, in CSS pixels: the way down to the next mark stays free.
pub const CARD_ASIDE: i32 = 16;

/// Where a card floats over a chart of a width: below the `part` of a mark that is looked at, within the
/// chart, and beside the pointer, if one points and there is room. Left and top, as all of it in CSS pixels of
/// the page.
pub fn place_of(part: Region, pointer: Option<Point>, within: u32) -> (i32, i32) {
    let rightmost = (within.cast_signed() - CARD_WIDTH).max(0);
    let centred = (part.x + part.width / 2 - CARD_WIDTH / 2).clamp(0, rightmost);
    let beside = pointer.and_then(|Point { x, .. }| {
        let sides = [x + CARD_ASIDE, x - CARD_ASIDE - CARD_WIDTH];
        sides.into_iter().find(|left| (0..=rightmost).contains(left))
    });
    (beside.unwrap_or(centred), part.bottom() + CARD_DISTANCE)
}

/// How much higher than that a card floats above its mark, besides its own height.
pub fn rise_of(part: Region) -> i32 {
    part.height + 2 * CARD_DISTANCE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_floats_below_its_mark_beside_the_pointer() {
        let bar = Region { x: 0, y: 40, width: 600, height: 24 };
        let left = |x, within| place_of(bar, Some(Point { x, y: 50 }), within).0;
        assert_eq!(left(100, 900), 116);
        assert_eq!(left(500, 900), 516, "just so");
        assert_eq!(left(501, 900), 101, "to the left where there is no room on the right");
        assert_eq!(left(300, 600), 108, "in the middle where there is none beside it");
        assert_eq!(left(200, 328), 0);
        assert_eq!(place_of(bar, None, 900), (108, 70));
    }
}
