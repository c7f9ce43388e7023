use crate::model::{ObservationId, ProvinceId, Qualifier};

use super::scene::{Anchor, Item, Mark, Point, Region, Role, Scene};
use super::text::{text_width, wrap};
use super::theme::TEXT_SIZE;

/// The smallest side of a place that a finger can hit, in CSS pixels (WCAG 2.2, 2.5.8).
const SMALLEST_TARGET: i32 = 24;

/// How much of a hedged bar is drawn lighter, in CSS pixels.
const HEDGED_END: i32 = 14;

/// How a line of text is set.
#[derive(Clone, Copy)]
pub(super) struct Style {
    pub(super) size: u32,
    pub(super) bold: bool,
    pub(super) color: Role,
}

/// The type scale of the charts, which is that of the page around them: each size and weight of a font
/// costs the first frame of a page some milliseconds (ARCHITECTURE.md).
impl Style {
    pub(super) const HEADING: Self = Self { size: 16, bold: true, color: Role::Ink };
    pub(super) const STRONG: Self = Self { size: TEXT_SIZE, bold: true, color: Role::Ink };
    pub(super) const TEXT: Self = Self { size: TEXT_SIZE, bold: false, color: Role::Ink };
    pub(super) const REMARK: Self = Self { size: TEXT_SIZE, bold: false, color: Role::Muted };
    pub(super) const TICK: Self = Self { size: 12, bold: false, color: Role::Muted };

    /// The distance between the baselines of two lines, in CSS pixels. Leaves room for stacked
    /// Vietnamese diacritics: "ẮỔỄ" rises 0.3 em above the capitals.
    pub(super) const fn line_height(self) -> i32 {
        (self.size * 3).div_ceil(2).cast_signed()
    }

    /// From the top of a line to its baseline.
    const fn ascent(self) -> i32 {
        (self.size * 23).div_ceil(20).cast_signed()
    }
}

/// A column of a chart that is being laid out from top to bottom.
pub(super) struct Sheet {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) width: i32,
    items: Vec<Item>,
    marks: Vec<Mark>,
}

impl Sheet {
    /// An empty column.
    pub(super) const fn new(x: i32, y: i32, width: i32) -> Self {
        Self { x, y, width, items: Vec::new(), marks: Vec::new() }
    }

    /// Adds what another column holds.
    pub(super) fn absorb(&mut self, other: Self) {
        self.items.extend(other.items);
        self.marks.extend(other.marks);
    }

    /// Adds the drawing of a finished scene below what there is, and moves past it. Its marks are
    /// left out: in a picture nothing is pointed at.
    pub(super) fn picture(&mut self, scene: Scene) {
        let (dx, dy) = (self.x, self.y);
        self.items.extend(scene.items.into_iter().map(|item| item.moved(dx, dy)));
        self.y += scene.height.cast_signed();
    }

    /// The finished scene, as high as the column has grown.
    pub(super) fn into_scene(self, width: u32) -> Scene {
        let height = u32::try_from(self.y).unwrap_or(0);
        Scene { width, height, items: self.items, marks: self.marks }
    }

    /// A paragraph, broken into as many lines as it needs.
    pub(super) fn paragraph(&mut self, text: &str, style: Style) {
        for line in wrap(text, style.size, style.bold, self.width.unsigned_abs()) {
            self.line_at(self.x, Anchor::Start, line, style);
            self.y += style.line_height();
        }
    }

    /// A line with one text at its left and one at its right end; two lines where they would meet.
    pub(super) fn between(&mut self, left: (&str, Style), right: (&str, Style)) {
        let needed = text_width(left.0, left.1.size, left.1.bold)
            + text_width(right.0, right.1.size, right.1.bold)
            + left.1.size;
        if needed > self.width.unsigned_abs() {
            self.paragraph(left.0, left.1);
            self.paragraph(right.0, right.1);
            return;
        }
        let height = left.1.line_height().max(right.1.line_height());
        let baseline = self.y + left.1.ascent().max(right.1.ascent());
        self.text(Point { x: self.x, y: baseline }, Anchor::Start, left.0, left.1);
        self.text(Point { x: self.x + self.width, y: baseline }, Anchor::End, right.0, right.1);
        self.y += height;
    }

    /// One line at the present height, without moving on.
    pub(super) fn line_at(&mut self, x: i32, anchor: Anchor, text: &str, style: Style) {
        self.text(Point { x, y: self.y + style.ascent() }, anchor, text, style);
    }

    /// One line with the point that `anchor` names on its baseline, without moving on.
    pub(super) fn text(&mut self, at: Point, anchor: Anchor, text: &str, style: Style) {
        let Style { size, bold, color } = style;
        self.items.push(Item::Text { at, anchor, size, bold, color, text: text.to_owned() });
    }

    /// Anything else, at its place.
    pub(super) fn push(&mut self, item: Item) {
        self.items.push(item);
    }

    /// A filled rectangle; nothing if it is empty.
    pub(super) fn bar(&mut self, region: Region, fill: Role) {
        if region.width > 0 && region.height > 0 {
            self.items.push(Item::Bar { region, fill });
        }
    }

    /// A bar of a province, with a lighter end if its value is hedged.
    pub(super) fn province_bar(
        &mut self,
        region: Region,
        province: ProvinceId,
        qualifier: Qualifier,
    ) {
        self.bar(region, Role::Province(province));
        if qualifier != Qualifier::Exact {
            let width = HEDGED_END.min(region.width / 2);
            let end = Region { x: region.right() - width, width, ..region };
            self.bar(end, Role::Hedge(province));
        }
    }

    /// A straight line of one pixel.
    pub(super) fn rule(&mut self, from: Point, to: Point, stroke: Role) {
        self.items.push(Item::Line { from, to, stroke, weight: 1 });
    }

    /// A mark for what was laid out since `top`, so that a pointer finds it anywhere in its row.
    pub(super) fn mark(
        &mut self,
        observation: ObservationId,
        shape: Region,
        top: i32,
        label: String,
    ) {
        let height = (self.y - top).max(SMALLEST_TARGET);
        let target = Region { x: self.x, y: top, width: self.width, height };
        self.mark_at(observation, shape, target, label);
    }

    /// A mark that a pointer finds in a region.
    pub(super) fn mark_at(
        &mut self,
        observation: ObservationId,
        shape: Region,
        target: Region,
        label: String,
    ) {
        self.marks.push(Mark { observation, shape, target, label });
    }
}
