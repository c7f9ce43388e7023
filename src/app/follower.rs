use std::cell::Cell;
use std::rc::Rc;

use web_sys::{Element, HtmlElement};
use yew::{Callback, NodeRef};

use crate::chart::{Mark, Point, Region, Scene, place_of, rise_of};
use crate::embedded::DATASET;
use crate::i18n::messages;
use crate::model::{Language, ObservationId};
use crate::platform::{close_card, hush, lift, move_slider, open_card, place, say, uncover};

use super::selection::{Act, Selection, after_key};

/// What goes with the reader from mark to mark of a chart: a ring, a card, and what is said.
///
/// Yew writes their elements once. From then on they change without it, by what costs a browser least.
#[derive(Clone)]
pub(super) struct Follower {
    pub(super) language: Language,
    pub(super) scene: Rc<Scene>,
    /// The width at which the scene is shown, in CSS pixels.
    pub(super) shown: u32,
    pub(super) stage: Rc<Stage>,
    /// Asks for the card of a figure that is not there yet.
    pub(super) make_card: Callback<ObservationId>,
}

/// The elements that change, and what they show: the same for as long as the chart is there.
#[derive(Default)]
pub(super) struct Stage {
    selection: Cell<Selection>,
    /// Where on the scene a pointer came to the mark, if one did.
    pointer: Cell<Option<Point>>,
    /// The marks as a whole, which keys walk.
    pub(super) slider: NodeRef,
    pub(super) ring: NodeRef,
    /// Where the card is put.
    pub(super) cards: NodeRef,
    /// Where screen readers listen.
    pub(super) said: NodeRef,
}

impl Follower {
    /// Takes what the reader does. Returns whether another mark is chosen by it, or none any more.
    pub(super) fn act(&self, act: Act) -> bool {
        let before = self.selection();
        let after = before.after(act);
        if after != before {
            self.stage.selection.set(after);
            self.follow();
        }
        after.pinned() != before.pinned()
    }

    /// Goes to the first mark and back before a browser shows anything of it. What a pointer sets going for
    /// the first time is compiled and looked up by then, half of the longest task that a reader waited for.
    pub(super) fn rehearse(&self) {
        if self.selection() == Selection::None {
            self.act(Act::Point(self.mark_at(0, 0).or(Some(0))));
            self.act(Act::Point(None));
        }
    }

    pub(super) fn selection(&self) -> Selection {
        self.stage.selection.get()
    }

    /// The figures that have marks.
    pub(super) fn figures(&self) -> Vec<ObservationId> {
        self.scene.marks.iter().map(|mark| mark.observation).collect()
    }

    fn figure(&self, mark: &Mark) -> &'static str {
        DATASET.observation(mark.observation).slug
    }

    /// The figure whose card stays open.
    pub(super) fn chosen(&self) -> Option<ObservationId> {
        self.scene.marks.get(self.selection().pinned()?).map(|mark| mark.observation)
    }

    /// Shows what is selected where it is now.
    pub(super) fn follow(&self) {
        let Stage { slider, ring, cards, said, .. } = &*self.stage;
        let (Some(slider), Some(ring), Some(cards), Some(said)) = (
            slider.cast::<Element>(),
            ring.cast::<HtmlElement>(),
            cards.cast::<Element>(),
            said.cast::<Element>(),
        ) else {
            return;
        };
        let selection = self.selection();
        let mark = selection.mark().and_then(|mark| self.scene.marks.get(mark));
        let figure = mark.map(|mark| self.figure(mark));
        ring.set_class_name(if mark.is_some() { "ring open" } else { "ring" });
        let mut opened = None;
        if let (Some(mark), Some(figure)) = (mark, figure) {
            let is_pinned = selection.pinned().is_some();
            let Some(card) = open_card(&cards, figure, is_pinned) else {
                // It comes, and with it the chart follows again.
                close_card(&cards);
                self.make_card.emit(mark.observation);
                return;
            };
            put_around(&ring, self.on_page(mark.shape));
            let pointer = self.stage.pointer.get();
            let part = pointer.map_or(mark.target, |pointer| mark.part_at(pointer));
            let (part, pointer) =
                (self.on_page(part), pointer.map(|place| self.point_on_page(place)));
            let (left, top) = place_of(part, pointer, self.shown);
            place(&card, [("left", left), ("top", top)]);
            // Only a card that is docked at the foot of the screen can cover its own mark, and only one
            // that floats can reach below the screen.
            if is_pinned {
                uncover(&slider, part.bottom(), &card);
            }
            lift(&card, top, rise_of(part));
            opened = Some(card);
        } else {
            close_card(&cards);
        }
        // It stands where the reader has put it; a pointer that passes over does not move it.
        if !matches!(selection, Selection::Pointed(_)) {
            let hint = messages(self.language).chart_hint;
            let position = selection.mark().map_or(0, |mark| mark + 1);
            move_slider(&slider, position, mark.map_or(hint, |mark| &mark.label));
        }
        hush(&said);
        if let Some(card) = opened {
            let stage = Rc::clone(&self.stage);
            say(&said, &card, move || stage.selection.get().mark() == selection.mark());
        }
    }

    /// A place on the scene in whole CSS pixels of the page.
    fn point_on_page(&self, Point { x, y }: Point) -> Point {
        let scaled = |length| scaled(length, self.shown, self.scene.width);
        Point { x: scaled(x), y: scaled(y) }
    }

    /// The same for a region, edge by edge, so that regions that touch do so on the page too.
    fn on_page(&self, region: Region) -> Region {
        let Point { x, y } = self.point_on_page(Point { x: region.x, y: region.y });
        let end = self.point_on_page(Point { x: region.right(), y: region.bottom() });
        Region { x, y, width: end.x - x, height: end.y - y }
    }

    /// The mark at a place of the page, in CSS pixels from the upper left corner of the chart.
    pub(super) fn mark_at(&self, x: i32, y: i32) -> Option<usize> {
        let on_scene = |length| scaled(length, self.scene.width, self.shown);
        let point = Point { x: on_scene(x), y: on_scene(y) };
        let mark = self.scene.mark_at(point);
        // A card stays where it is as long as it is of the same mark.
        if mark != self.selection().mark() {
            self.stage.pointer.set(Some(point));
        }
        mark
    }

    /// The mark that a key leads to, as [`after_key`].
    #[expect(clippy::option_option, reason = "a key may lead to no mark at all")]
    pub(super) fn mark_after(&self, key: &str) -> Option<Option<usize>> {
        self.stage.pointer.set(None);
        after_key(key, self.selection().mark(), self.scene.marks.len())
    }
}

fn put_around(ring: &HtmlElement, shape: Region) {
    place(
        ring,
        [("left", shape.x), ("top", shape.y), ("width", shape.width), ("height", shape.height)],
    );
}

/// A length times one width and divided by another.
fn scaled(length: i32, times: u32, by: u32) -> i32 {
    length.saturating_mul(times.cast_signed()) / by.max(1).cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn follower(shown: u32) -> Follower {
        let scene = Scene { width: 328, height: 100, items: Vec::new(), marks: Vec::new() };
        Follower {
            language: Language::Vi,
            scene: Rc::new(scene),
            shown,
            stage: Rc::default(),
            make_card: Callback::noop(),
        }
    }

    #[test]
    fn regions_grow_with_the_chart() {
        let region = Region { x: 41, y: 20, width: 164, height: 8 };
        assert_eq!(follower(328).on_page(region), region);
        let twice = Region { x: 82, y: 40, width: 328, height: 16 };
        assert_eq!(follower(656).on_page(region), twice);
    }

    #[test]
    fn what_touches_does_so_at_any_size() {
        let bar = Region { x: 0, y: 21, width: 67, height: 9 };
        let below = Region { x: 67, y: 30, width: 5, height: 20 };
        for shown in [200, 316, 501, 928] {
            let [bar, below] = [bar, below].map(|region| follower(shown).on_page(region));
            assert_eq!((bar.right(), bar.bottom()), (below.x, below.y), "{shown}");
        }
    }
}
