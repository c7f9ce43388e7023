//! The charts of the page look alike on the canvas and as SVG, mark by mark.

use dak_so::chart::{ChartId, Mark, Rgb, Role, Spec, Theme, WIDTHS, layout, spec};
use dak_so::embedded::DATASET;
use dak_so::model::{Kind, Language, Slug};
use dak_so::render::draw_on_canvas;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlCanvasElement;

use super::picture::painted_svg;
use super::{context, element};

/// How far around a mark its colour is looked for, in CSS pixels.
const MARGIN: i32 = 2;

/// The left, top, right and bottom edge of a mark's own colour, in CSS pixels from its shape.
fn edges(canvas: &HtmlCanvasElement, mark: &Mark, scale: u32) -> [f64; 4] {
    let figure = DATASET.observation(mark.observation);
    let role = match figure.kind {
        Kind::Target => Role::Target,
        Kind::Actual | Kind::Change => Role::Province(figure.province),
    };
    let Rgb(red, green, blue) = Theme::Light.color(role);
    let scaled = |pixels: i32| f64::from(pixels) * f64::from(scale);
    let width = scaled(mark.shape.width + 2 * MARGIN);
    let image = context(canvas)
        .get_image_data(
            scaled(mark.shape.x - MARGIN),
            scaled(mark.shape.y - MARGIN),
            width,
            scaled(mark.shape.height + 2 * MARGIN),
        )
        .unwrap();
    let (mut left, mut top, mut right, mut bottom) = (u32::MAX, u32::MAX, 0, 0);
    let data = image.data();
    for (y, row) in (0u32..).zip(data.chunks_exact(width as usize * 4)) {
        for (x, pixel) in (0u32..).zip(row.chunks_exact(4)) {
            if pixel == [red, green, blue, 0xff] {
                (left, right) = (left.min(x), right.max(x + 1));
                (top, bottom) = (top.min(y), bottom.max(y + 1));
            }
        }
    }
    assert!(left < right, "nothing is drawn for {}", mark.label);
    [left, top, right, bottom].map(|edge| f64::from(edge) / f64::from(scale) - f64::from(MARGIN))
}

#[wasm_bindgen_test]
async fn every_mark_is_at_one_place_on_canvas_and_svg() {
    let canvas: HtmlCanvasElement = element("canvas");
    let (mut marks, mut worst) = (0, 0.0_f64);
    for chart in ChartId::ALL {
        let has_lines = matches!(spec(&DATASET, *chart), Spec::Lines(_));
        for language in Language::ALL {
            for width in WIDTHS {
                let scene = layout(*language, &DATASET, *chart, width);
                for scale in [1_u32, 2] {
                    draw_on_canvas(&canvas, &scene, Theme::Light.into(), scale.into()).unwrap();
                    let picture = painted_svg(&scene, Theme::Light, scale.into()).await;
                    for mark in &scene.marks {
                        let drawn = edges(&canvas, mark, scale);
                        let painted = edges(&picture, mark, scale);
                        let apart = drawn.iter().zip(painted).map(|(a, b)| (a - b).abs());
                        worst = apart.fold(worst, f64::max);
                        let place = format!("{} {width} × {scale}: {}", chart.slug(), mark.label);
                        assert!(worst <= 1.0, "{place}: {drawn:?}, as SVG {painted:?}");
                        // Both lie where the scene says: at the corner of the shape, unless a line
                        // of the same colour leads up to it.
                        let at_corner = drawn[0].abs() <= 1.0 && drawn[1].abs() <= 1.0;
                        assert!(at_corner || has_lines, "{place}");
                        marks += 1;
                    }
                }
            }
        }
    }
    wasm_bindgen_test::console_log!("{marks} marks differ by at most {worst} px");
}
