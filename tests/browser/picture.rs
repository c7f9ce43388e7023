//! The canvas and the SVG show the same picture, and it is the one that the scene describes.

use dak_so::chart::{Anchor, Colors, Item, Region, Rgb, Role, Scene, Theme};
use dak_so::model::ProvinceId;
use dak_so::render::{Device, draw, draw_on_canvas, svg};
use plotters_canvas::CanvasBackend;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlCanvasElement, HtmlImageElement};

use super::{BASELINE, HEIGHT, WIDTH, context, element, items, scene, text};

/// The left, top, right and bottom edge of what stands out from the ground, in CSS pixels.
fn extent(canvas: &HtmlCanvasElement, theme: Theme, scale: u32) -> [f64; 4] {
    let (width, height) = (canvas.width(), canvas.height());
    let image = context(canvas).get_image_data(0.0, 0.0, width.into(), height.into()).unwrap();
    let Rgb(red, green, blue) = theme.color(Role::Ground);
    let ground = [red, green, blue, 0xff];
    let stands_out = |pixel: &[u8]| {
        let mut parts = pixel.iter().zip(ground);
        parts.any(|(&part, ground)| part.abs_diff(ground) > 60)
    };
    let (mut left, mut top, mut right, mut bottom) = (width, height, 0, 0);
    // Most rows are bare, and comparing them whole keeps the test short.
    let bare = ground.repeat(width as usize);
    let data = image.data();
    for (y, row) in (0..).zip(data.chunks_exact(bare.len())).filter(|(_, row)| *row != bare) {
        for (x, pixel) in (0..).zip(row.chunks_exact(4)) {
            if stands_out(pixel) {
                (left, right) = (left.min(x), right.max(x + 1));
                (top, bottom) = (top.min(y), bottom.max(y + 1));
            }
        }
    }
    [left, top, right, bottom].map(|edge| f64::from(edge) / f64::from(scale))
}

/// The SVG of a scene, as the browser paints it at a scale.
pub(super) async fn painted_svg(scene: &Scene, theme: Theme, scale: u32) -> HtmlCanvasElement {
    let image: HtmlImageElement = element("img");
    let markup = js_sys::encode_uri_component(&svg(scene, theme).unwrap());
    image.set_src(&format!("data:image/svg+xml,{markup}"));
    JsFuture::from(image.decode()).await.unwrap();
    let canvas: HtmlCanvasElement = element("canvas");
    let (width, height) = (scene.width * scale, scene.height * scale);
    canvas.set_width(width);
    canvas.set_height(height);
    context(&canvas)
        .draw_image_with_html_image_element_and_dw_and_dh(
            &image,
            0.0,
            0.0,
            width.into(),
            height.into(),
        )
        .unwrap();
    canvas
}

#[wasm_bindgen_test]
async fn canvas_and_svg_agree_within_a_pixel() {
    let canvas: HtmlCanvasElement = element("canvas");
    let mut worst = 0.0_f64;
    for theme in [Theme::Light, Theme::Dark] {
        for scale in [1_u32, 2, 3] {
            for item in items() {
                let scene = scene(vec![item.clone()]);
                draw_on_canvas(&canvas, &scene, theme.into(), scale.into()).unwrap();
                let drawn = extent(&canvas, theme, scale);
                let painted = extent(&painted_svg(&scene, theme, scale).await, theme, scale);
                assert!(drawn[0] < drawn[2], "nothing was drawn of {item:?}");
                for (drawn, painted) in drawn.into_iter().zip(painted) {
                    worst = worst.max((drawn - painted).abs());
                }
                assert!(
                    worst <= 1.0,
                    "{item:?} in {theme:?} × {scale}: {drawn:?}, as SVG {painted:?}"
                );
            }
        }
    }
    wasm_bindgen_test::console_log!("canvas and SVG differ by at most {worst} px");
}

/// Our canvas stands in for plotters-canvas; what that can draw right, ours draws alike.
#[wasm_bindgen_test]
fn shapes_are_where_plotters_canvas_draws_them() {
    let canvas: HtmlCanvasElement = element("canvas");
    let reference: HtmlCanvasElement = element("canvas");
    let shapes = items().into_iter().filter(|item| !matches!(item, Item::Text { .. }));
    for item in shapes {
        let scene = scene(vec![item.clone()]);
        draw_on_canvas(&canvas, &scene, Theme::Light.into(), 1.0).unwrap();
        reference.set_width(WIDTH);
        reference.set_height(HEIGHT);
        let backend = CanvasBackend::with_canvas_object(reference.clone()).unwrap();
        draw(Device::new(backend), &scene, Theme::Light.into()).unwrap();
        let drawn = extent(&canvas, Theme::Light, 1);
        let expected = extent(&reference, Theme::Light, 1);
        let alike = drawn.iter().zip(expected).all(|(a, b)| (a - b).abs() < f64::EPSILON);
        assert!(alike, "{item:?}: {drawn:?} is not {expected:?}");
    }
}

#[wasm_bindgen_test]
fn everything_is_where_the_scene_says() {
    let canvas: HtmlCanvasElement = element("canvas");
    let check = |item: &Item, expected: [Option<f64>; 4]| {
        for scale in [1_u32, 2, 3] {
            let scene = scene(vec![item.clone()]);
            draw_on_canvas(&canvas, &scene, Theme::Light.into(), scale.into()).unwrap();
            assert_eq!((canvas.width(), canvas.height()), (WIDTH * scale, HEIGHT * scale));
            let drawn = extent(&canvas, Theme::Light, scale);
            for (drawn, expected) in drawn.into_iter().zip(expected) {
                let agrees = expected.is_none_or(|expected| (drawn - expected).abs() <= 0.5);
                assert!(agrees, "{item:?} × {scale}: {drawn:?} is not {expected:?}");
            }
        }
    };
    let items = items();
    let [bar, frame, _, thin, thick, upright, ..] = items.as_slice() else { panic!() };
    check(bar, [20.0, 31.0, 117.0, 48.0].map(Some));
    check(frame, [20.0, 31.0, 117.0, 48.0].map(Some));
    check(thin, [10.0, 40.0, 200.0, 41.0].map(Some));
    check(thick, [10.0, 39.0, 200.0, 41.0].map(Some));
    check(upright, [40.0, 9.0, 41.0, 100.0].map(Some));
    let baseline = Some(f64::from(BASELINE));
    check(&text("HHH", 14, false, Anchor::Start), [None, None, None, baseline]);
    check(&text("HHH", 20, true, Anchor::End), [None, None, None, baseline]);
}

#[wasm_bindgen_test]
fn where_one_province_stands_out_the_other_steps_back() {
    let canvas: HtmlCanvasElement = element("canvas");
    let bar = |y, province| Item::Bar {
        region: Region { x: 40, y, width: 100, height: 20 },
        fill: Role::Province(province),
    };
    let scene = scene(vec![bar(20, ProvinceId::DakNong), bar(60, ProvinceId::DakLak)]);
    let bars = |standing_out| {
        draw_on_canvas(&canvas, &scene, Colors { theme: Theme::Light, standing_out }, 1.0).unwrap();
        [30.0, 70.0].map(|y| context(&canvas).get_image_data(50.0, y, 1.0, 1.0).unwrap().data()[0])
    };
    // A quarter of the colour, three quarters of the ground.
    assert_eq!(bars(None), [0x0b, 0xd9]);
    assert_eq!(bars(Some(ProvinceId::DakLak)), [0xc2, 0xd9]);
    assert_eq!(bars(Some(ProvinceId::DakNong)), [0x0b, 0xf5]);
}
