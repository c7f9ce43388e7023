//! The backing store of a canvas follows the pixel ratio, within limits, and no canvas panics.

use dak_so::chart::{Scene, Theme};
use dak_so::render::{DrawError, draw_on_canvas};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlCanvasElement;

use super::{context, element, items, scene};

#[wasm_bindgen_test]
fn the_backing_store_stays_within_limits() {
    let canvas: HtmlCanvasElement = element("canvas");
    let check = |width, height, ratio, backing: (u32, u32)| {
        let scene = Scene { width, height, items: Vec::new(), marks: Vec::new() };
        draw_on_canvas(&canvas, &scene, Theme::Dark.into(), ratio).unwrap();
        assert_eq!((canvas.width(), canvas.height()), backing, "{width} × {height} at {ratio}");
        let corner = context(&canvas).get_image_data(
            (backing.0 - 1).into(),
            (backing.1 - 1).into(),
            1.0,
            1.0,
        );
        assert_eq!(corner.unwrap().data().0, [0x14, 0x19, 0x1e, 0xff]);
    };
    check(320, 200, 1.5, (480, 300));
    check(320, 200, f64::NAN, (320, 200));
    check(3000, 100, 3.0, (8192, 273));
    check(320, 200, 1e9, (5181, 3238));
    check(9000, 10, 2.0, (8192, 9));
}

#[wasm_bindgen_test]
fn drawing_again_resets_the_canvas_only_for_a_new_size() {
    let canvas: HtmlCanvasElement = element("canvas");
    let draw =
        |ratio| draw_on_canvas(&canvas, &scene(items()), Theme::Light.into(), ratio).unwrap();
    draw(1.0);
    // No drawing touches the dash offset, and a reset clears it.
    context(&canvas).set_line_dash_offset(7.0);
    draw(1.0);
    assert!(context(&canvas).line_dash_offset() > 0.0);
    draw(2.0);
    assert!(context(&canvas).line_dash_offset() < 1.0);
}

#[wasm_bindgen_test]
fn a_canvas_in_other_use_is_an_error() {
    let canvas: HtmlCanvasElement = element("canvas");
    assert!(canvas.get_context("bitmaprenderer").unwrap().is_some());
    let drawn = draw_on_canvas(&canvas, &scene(items()), Theme::Light.into(), 1.0);
    assert!(matches!(drawn, Err(DrawError::NoContext)));
}
