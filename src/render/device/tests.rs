use std::cell::RefCell;
use std::fmt::Write as _;
use std::rc::Rc;

use expect_test::{Expect, expect};
use plotters::element::Rectangle;
use plotters::prelude::IntoDrawingArea;
use plotters::style::{BLACK, Color, FontDesc, FontFamily, FontStyle, TextStyle};

use super::*;
use crate::chart::{Anchor, Item, Point, Region, Role, Scene, Theme};
use crate::render::draw;

/// Writes down what reaches the inner backend.
struct Recorder {
    size: (u32, u32),
    calls: Rc<RefCell<String>>,
}

type Recorded = Result<(), DrawingErrorKind<Infallible>>;

impl Recorder {
    fn note(&self, call: std::fmt::Arguments<'_>) -> Recorded {
        writeln!(self.calls.borrow_mut(), "{call}").unwrap();
        Ok(())
    }
}

impl DrawingBackend for Recorder {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Recorded {
        Ok(())
    }

    fn present(&mut self) -> Recorded {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, _color: BackendColor) -> Recorded {
        self.note(format_args!("pixel {at:?}"))
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        _style: &S,
        fill: bool,
    ) -> Recorded {
        self.note(format_args!("{} {from:?} to {to:?}", if fill { "fill" } else { "outline" }))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Recorded {
        let path: Vec<_> = path.into_iter().collect();
        self.note(format_args!("stroke {} {path:?}", style.stroke_width()))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        _style: &S,
    ) -> Recorded {
        let corners: Vec<_> = corners.into_iter().collect();
        self.note(format_args!("polygon {corners:?}"))
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
    ) -> Recorded {
        let (size, bold) = (style.size(), style.style().as_str().to_owned());
        let layout = style.layout_box(text).unwrap();
        self.note(format_args!("text {text:?} {bold} {size} at {at:?}, measured {layout:?}"))
    }
}

const REGION: Region = Region { x: 10, y: 20, width: 30, height: 8 };

fn line(from: (i32, i32), to: (i32, i32), weight: u32) -> Item {
    let point = |(x, y)| Point { x, y };
    Item::Line { from: point(from), to: point(to), stroke: Role::Axis, weight }
}

/// Checks what an item becomes.
fn check(item: Item, expected: &Expect) {
    let calls = Rc::default();
    let recorder = Recorder { size: (100, 50), calls: Rc::clone(&calls) };
    let scene = Scene { width: 100, height: 50, items: vec![item], marks: Vec::new() };
    draw(Device::new(recorder), &scene, Theme::Light.into()).unwrap();
    let calls = calls.borrow();
    let (ground, item) = calls.split_once('\n').unwrap();
    assert_eq!(ground, "fill (0, 0) to (100, 50)");
    expected.assert_eq(item);
}

#[test]
fn bars_are_filled() {
    let bar = Item::Bar { region: REGION, fill: Role::Track };
    check(
        bar,
        &expect![[r#"
        fill (10, 20) to (40, 28)
    "#]],
    );
}

#[test]
fn frames_are_four_bars_inside_of_their_region() {
    let frame = |weight| Item::Frame { region: REGION, stroke: Role::Target, weight };
    check(
        frame(1),
        &expect![[r#"
        fill (10, 20) to (40, 21)
        fill (10, 27) to (40, 28)
        fill (10, 21) to (11, 27)
        fill (39, 21) to (40, 27)
    "#]],
    );
    check(
        frame(2),
        &expect![[r#"
            fill (10, 20) to (40, 22)
            fill (10, 26) to (40, 28)
            fill (10, 22) to (12, 26)
            fill (38, 22) to (40, 26)
        "#]],
    );
    check(
        frame(4),
        &expect![[r#"
        fill (10, 20) to (40, 28)
    "#]],
    );
}

#[test]
fn level_and_upright_lines_fill_whole_pixels() {
    check(
        line((5, 10), (25, 10), 1),
        &expect![[r#"
        fill (5, 10) to (25, 11)
    "#]],
    );
    check(
        line((25, 10), (5, 10), 1),
        &expect![[r#"
            fill (5, 10) to (25, 11)
        "#]],
    );
    check(
        line((5, 10), (5, 30), 2),
        &expect![[r#"
            fill (4, 10) to (6, 30)
        "#]],
    );
    check(
        line((5, 30), (5, 10), 3),
        &expect![[r#"
        fill (4, 10) to (7, 30)
    "#]],
    );
}

#[test]
fn slanted_lines_are_stroked() {
    check(
        line((5, 10), (25, 30), 2),
        &expect![[r#"
            stroke 2 [(5, 10), (25, 30)]
        "#]],
    );
}

#[test]
fn shapes_are_filled() {
    let corners = [(1, 2), (5, 2), (3, 6)].map(|(x, y)| Point { x, y }).to_vec();
    check(
        Item::Shape { corners, fill: Role::Target },
        &expect![[r#"
            polygon [(1, 2), (5, 2), (3, 6)]
        "#]],
    );
}

#[test]
fn text_is_measured_by_the_table() {
    let text = |bold| Item::Text {
        at: Point { x: 10, y: 20 },
        anchor: Anchor::Start,
        size: 14,
        bold,
        color: Role::Ink,
        text: "Đắk Lắk".to_owned(),
    };
    check(
        text(false),
        &expect![[r#"
        text "Đắk Lắk" normal 14 at (10, 20), measured ((0, 0), (57, 14))
    "#]],
    );
    check(
        text(true),
        &expect![[r#"
            text "Đắk Lắk" bold 14 at (10, 20), measured ((0, 0), (64, 14))
        "#]],
    );
}

#[test]
fn a_drawing_area_works_in_css_pixels() {
    let calls = Rc::default();
    let recorder = Recorder { size: (100, 50), calls: Rc::clone(&calls) };
    let area = Device::new(recorder).into_drawing_area();
    assert_eq!(area.dim_in_pixel(), (100, 50));
    let font = FontDesc::new(FontFamily::SansSerif, 14.0, FontStyle::Bold);
    let size = area.estimate_text_size("Đắk Lắk", &TextStyle::from(font)).unwrap();
    assert_eq!(size, (text_width("Đắk Lắk", 14, true), 14));
    area.draw_pixel((1, 2), &BLACK).unwrap();
    area.draw(&Rectangle::new([(9, 9), (5, 5)], BLACK.filled())).unwrap();
    assert_eq!(*calls.borrow(), "fill (1, 2) to (2, 3)\nfill (5, 5) to (9, 9)\n");
}
