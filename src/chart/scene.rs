use crate::model::{ObservationId, ProvinceId};

/// A chart after layout: a closed list of things at fixed places, ready to draw and to point at.
///
/// All lengths are whole CSS pixels; x runs to the right and y runs down from the top left corner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scene {
    /// Width in CSS pixels.
    pub width: u32,
    /// Height in CSS pixels.
    pub height: u32,
    /// What to draw, from back to front.
    pub items: Vec<Item>,
    /// What a reader can point at, in reading order.
    pub marks: Vec<Mark>,
}

/// A place in a scene, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
}

/// An upright rectangle in a scene, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// Left edge.
    pub x: i32,
    /// Top edge.
    pub y: i32,
    /// Width.
    pub width: i32,
    /// Height.
    pub height: i32,
}

impl Region {
    /// The right edge.
    pub const fn right(self) -> i32 {
        self.x + self.width
    }

    /// The bottom edge.
    pub const fn bottom(self) -> i32 {
        self.y + self.height
    }

    /// Whether a line so far down crosses the region.
    pub const fn spans(self, y: i32) -> bool {
        y >= self.y && y < self.bottom()
    }

    /// Whether the region covers the point.
    pub const fn contains(self, point: Point) -> bool {
        point.x >= self.x && point.x < self.right() && self.spans(point.y)
    }
}

/// The part a colour plays; the theme says which colour that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The page behind the chart.
    Ground,
    /// Text that is read first.
    Ink,
    /// Text that explains.
    Muted,
    /// Axis lines and ticks.
    Axis,
    /// The track behind a bar: the whole of a share.
    Track,
    /// A bar or dot of a province.
    Province(ProvinceId),
    /// The same, lighter: the uncertain end of a hedged value.
    Hedge(ProvinceId),
    /// A target.
    Target,
}

/// Which point of a text its position names, along the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

/// One thing at a fixed place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A filled rectangle.
    Bar {
        /// Where.
        region: Region,
        /// Its colour.
        fill: Role,
    },
    /// The outline of a rectangle, drawn inside of its region.
    Frame {
        /// Where.
        region: Region,
        /// Its colour.
        stroke: Role,
        /// Line width.
        weight: u32,
    },
    /// A straight line.
    Line {
        /// One end.
        from: Point,
        /// The other end.
        to: Point,
        /// Its colour.
        stroke: Role,
        /// Line width.
        weight: u32,
    },
    /// A filled polygon.
    Shape {
        /// Its corners in order.
        corners: Vec<Point>,
        /// Its colour.
        fill: Role,
    },
    /// One line of text.
    Text {
        /// The point on the baseline that `anchor` names.
        at: Point,
        /// Which point of the line that is.
        anchor: Anchor,
        /// Font size.
        size: u32,
        /// Whether it is bold.
        bold: bool,
        /// Its colour.
        color: Role,
        /// What it says.
        text: String,
    },
}

impl Item {
    /// The same thing further to the right and further down, in CSS pixels.
    pub(super) fn moved(mut self, dx: i32, dy: i32) -> Self {
        let moved = |point: &mut Point| *point = Point { x: point.x + dx, y: point.y + dy };
        match &mut self {
            Self::Bar { region, .. } | Self::Frame { region, .. } => {
                *region = Region { x: region.x + dx, y: region.y + dy, ..*region };
            }
            Self::Line { from, to, .. } => [from, to].into_iter().for_each(moved),
            Self::Shape { corners, .. } => corners.iter_mut().for_each(moved),
            Self::Text { at, .. } => moved(at),
        }
        self
    }
}

/// Something in a scene that stands for a figure and can be pointed at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The figure.
    pub observation: ObservationId,
    /// What is drawn for it.
    pub shape: Region,
    /// Where a pointer or a finger finds it: at least 24 pixels each way.
    pub target: Region,
    /// Its name for those who do not see it: province, value with hedge and unit, period.
    pub label: String,
}

impl Mark {
    /// The part of it that a point lies in: its line may lie apart from its words.
    pub const fn part_at(&self, point: Point) -> Region {
        if self.target.spans(point.y) { self.target } else { self.shape }
    }
}

/// How far beside a shape a pointer still means it, in CSS pixels: the line of a target is thin.
const REACH: i32 = 4;

impl Scene {
    /// The index of the mark at a point: of the smallest shape there, else of the row there.
    pub fn mark_at(&self, point: Point) -> Option<usize> {
        let shapes = self.marks.iter().enumerate().filter(|(_, mark)| {
            let Region { x, width, .. } = mark.shape;
            Region { x: x - REACH, width: width + 2 * REACH, ..mark.shape }.contains(point)
        });
        let smallest = shapes.min_by_key(|(_, mark)| mark.shape.width * mark.shape.height);
        smallest
            .map(|(index, _)| index)
            .or_else(|| self.marks.iter().rposition(|mark| mark.target.contains(point)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(shape: Region, target: Region) -> Mark {
        Mark { observation: ObservationId(0), shape, target, label: String::new() }
    }

    const fn row(y: i32, height: i32) -> Region {
        Region { x: 0, y, width: 300, height }
    }

    #[test]
    fn the_words_and_the_line_of_a_target_may_lie_apart() {
        let line = Region { x: 280, y: 40, width: 3, height: 24 };
        let target = mark(line, row(0, 24));
        assert_eq!(target.part_at(Point { x: 281, y: 50 }), line);
        assert_eq!(target.part_at(Point { x: 20, y: 10 }), row(0, 24));
        let bar = mark(row(48, 8), row(24, 40));
        assert_eq!(
            bar.part_at(Point { x: 20, y: 50 }),
            row(24, 40),
            "the bar lies among its words"
        );
    }

    #[test]
    fn a_thin_line_on_a_bar_can_be_pointed_at() {
        let line = Region { x: 180, y: 40, width: 3, height: 24 };
        let bar = Region { x: 0, y: 48, width: 226, height: 8 };
        let marks = vec![mark(line, row(0, 24)), mark(bar, row(24, 40))];
        let scene = Scene { width: 300, height: 64, items: Vec::new(), marks };
        let at = |x, y| scene.mark_at(Point { x, y });
        assert_eq!(at(181, 50), Some(0), "on the line, which crosses the bar");
        assert_eq!(at(177, 50), Some(0), "just beside the line");
        assert_eq!(at(100, 50), Some(1), "on the bar");
        assert_eq!(at(290, 50), Some(1), "beyond the bar, in its row");
        assert_eq!(at(10, 10), Some(0), "on the words of the target");
        assert_eq!(at(10, 70), None);
    }
}
