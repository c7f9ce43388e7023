//! What tests ask of a scene: where its words stand, and that nothing is in the way of anything.

use dak_so::chart::{Anchor, Item, Point, Region, Scene, text_width};

/// A line of text with the place that it takes: from the top of stacked diacritics to the bottom
/// of its descenders.
pub(crate) struct Text<'a> {
    pub(crate) words: &'a str,
    pub(crate) at: Point,
    pub(crate) place: Region,
}

/// The texts of a scene in the order in which they are drawn.
pub(crate) fn texts(scene: &Scene) -> impl Iterator<Item = Text<'_>> {
    scene.items.iter().filter_map(|item| match item {
        Item::Text { at, anchor, size, bold, text, .. } => {
            let width = text_width(text, *size, *bold).cast_signed();
            let x = match anchor {
                Anchor::Start => at.x,
                Anchor::Middle => at.x - width / 2,
                Anchor::End => at.x - width,
            };
            let size = size.cast_signed();
            let place = Region { x, y: at.y - size, width, height: size + size / 4 };
            Some(Text { words: text, at: *at, place })
        }
        _ => None,
    })
}

/// Whether two regions share a pixel.
pub(crate) fn meet(a: Region, b: Region) -> bool {
    a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom()
}

/// Every text lies inside the scene with a margin, and no two share a pixel.
pub(crate) fn assert_tidy(scene: &Scene, margin: i32, name: &str) {
    let (right, bottom) = (scene.width.cast_signed() - margin, scene.height.cast_signed() - margin);
    let texts: Vec<Text<'_>> = texts(scene).collect();
    for (index, Text { words, place, .. }) in texts.iter().enumerate() {
        let inside = place.x >= margin
            && place.y >= margin
            && place.right() <= right
            && place.bottom() <= bottom;
        assert!(inside, "{name}: outside of the margin: {words} at {place:?}");
        for other in texts.iter().skip(index + 1) {
            assert!(!meet(*place, other.place), "{name}: {words} and {} meet", other.words);
        }
    }
}
