//! What charts look like, and what drawing them costs, in a real browser.
#![cfg(all(target_arch = "wasm32", feature = "app", feature = "svg"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "A test that cannot go on has failed.")]

mod canvas;
mod charts;
mod costs;
mod picture;

use dak_so::chart::{Anchor, Item, Point, Region, Role, Scene};
use dak_so::model::ProvinceId;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test_configure;
use web_sys::{CanvasRenderingContext2d, Document, HtmlCanvasElement};

wasm_bindgen_test_configure!(run_in_browser);

const WIDTH: u32 = 320;
const HEIGHT: u32 = 120;
const BASELINE: i32 = 60;

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

fn element<T: JsCast>(name: &str) -> T {
    document().create_element(name).unwrap().dyn_into().unwrap()
}

fn context(canvas: &HtmlCanvasElement) -> CanvasRenderingContext2d {
    canvas.get_context("2d").unwrap().unwrap().dyn_into().unwrap()
}

fn scene(items: Vec<Item>) -> Scene {
    Scene { width: WIDTH, height: HEIGHT, items, marks: Vec::new() }
}

fn text(text: &str, size: u32, bold: bool, anchor: Anchor) -> Item {
    let at = Point { x: 150, y: BASELINE };
    Item::Text { at, anchor, size, bold, color: Role::Ink, text: text.to_owned() }
}

/// One item of every kind, and text at every anchor and in both weights.
fn items() -> Vec<Item> {
    let region = Region { x: 20, y: 31, width: 97, height: 17 };
    let (fill, point) = (Role::Province(ProvinceId::DakLak), |x, y| Point { x, y });
    let line = |from, to, weight| Item::Line { from, to, stroke: Role::Muted, weight };
    vec![
        Item::Bar { region, fill },
        Item::Frame { region, stroke: Role::Target, weight: 1 },
        Item::Frame { region, stroke: Role::Target, weight: 3 },
        line(point(10, 40), point(200, 40), 1),
        line(point(10, 40), point(200, 40), 2),
        line(point(40, 100), point(40, 9), 1),
        line(point(40, 100), point(90, 9), 2),
        Item::Shape { corners: vec![point(50, 50), point(61, 50), point(55, 63)], fill },
        text("Đắk Nông ước đạt 85,5 %", 14, false, Anchor::Start),
        text("Đắk Nông ước đạt 85,5 %", 14, true, Anchor::End),
        text("ẮỔỄ gần yỵ", 20, false, Anchor::Middle),
        text("Mục tiêu 2025 – 2030", 12, true, Anchor::Middle),
        text("khoảng 1,5 triệu", 13, false, Anchor::End),
    ]
}
