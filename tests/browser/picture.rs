//! The canvas and the SVG show the same picture, and it is the one that the scene describes.

use dak_so::chart::{Anchor, Colors, Item, Point, Region, Rgb, Role, Scene, Theme};
use dak_so::model::ProvinceId;
use dak_so::render::{draw_on_canvas, svg};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlCanvasElement, HtmlImageElement};

use super::{BASELINE, HEIGHT, WIDTH, context, element, items, scene, text};

/// Pixels of the screen to a CSS pixel, on screens that readers have.
const RATIOS: [f64; 4] = [1.0, 1.5, 2.0, 3.0];

/// The left, top, right and bottom edge of what stands out from the ground, in CSS pixels.
fn extent(canvas: &HtmlCanvasElement, theme: Theme, ratio: f64) -> [f64; 4] {
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
    [left, top, right, bottom].map(|edge| f64::from(edge) / ratio)
}

/// The SVG of a scene, as the browser paints it at a pixel ratio.
pub(super) async fn painted_svg(scene: &Scene, theme: Theme, ratio: f64) -> HtmlCanvasElement {
    let image: HtmlImageElement = element("img");
    let markup = js_sys::encode_uri_component(&svg(scene, theme).unwrap());
    image.set_src(&format!("data:image/svg+xml,{markup}"));
    JsFuture::from(image.decode()).await.unwrap();
    let canvas: HtmlCanvasElement = element("canvas");
    let (width, height) = (f64::from(scene.width) * ratio, f64::from(scene.height) * ratio);
    canvas.set_width(width.round() as u32);
    canvas.set_height(height.round() as u32);
    context(&canvas)
        .draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)
        .unwrap();
    canvas
}

#[wasm_bindgen_test]
async fn canvas_and_svg_agree_within_a_pixel() {
    let canvas: HtmlCanvasElement = element("canvas");
    let mut worst = 0.0_f64;
    for theme in [Theme::Light, Theme::Dark] {
        for ratio in RATIOS {
            for item in items() {
                let scene = scene(vec![item.clone()]);
                draw_on_canvas(&canvas, &scene, theme.into(), ratio).unwrap();
                let drawn = extent(&canvas, theme, ratio);
                let painted = extent(&painted_svg(&scene, theme, ratio).await, theme, ratio);
                assert!(drawn[0] < drawn[2], "nothing was drawn of {item:?}");
                for (drawn, painted) in drawn.into_iter().zip(painted) {
                    worst = worst.max((drawn - painted).abs());
                }
                assert!(
                    worst <= 1.0,
                    "{item:?} in {theme:?} × {ratio}: {drawn:?}, as SVG {painted:?}"
                );
            }
        }
    }
    wasm_bindgen_test::console_log!("canvas and SVG differ by at most {worst} px");
}

/// Whether a pixel has this colour, as near as a reader can tell.
fn is_of(pixel: &[u8], Rgb(red, green, blue): Rgb) -> bool {
    pixel.iter().zip([red, green, blue, 0xff]).all(|(part, wanted)| part.abs_diff(wanted) < 8)
}

/// How many pixels of the screen the widest edge takes in a row or column of them: those that have
/// neither of two colours, one beside the other.
fn widest_edge(pixels: &[u8], colors: [Rgb; 2]) -> usize {
    let is_between = |pixel: &[u8]| !colors.iter().any(|color| is_of(pixel, *color));
    let between: Vec<bool> = pixels.chunks_exact(4).map(is_between).collect();
    between.split(|is_between| !is_between).map(<[bool]>::len).max().unwrap_or(0)
}

/// A row of pixels of the screen, this far down in CSS pixels.
fn row(canvas: &HtmlCanvasElement, y: f64, ratio: f64) -> Vec<u8> {
    let y = (y * ratio).floor();
    context(canvas).get_image_data(0.0, y, canvas.width().into(), 1.0).unwrap().data().0
}

/// A column of pixels of the screen, this far to the right in CSS pixels.
fn column(canvas: &HtmlCanvasElement, x: f64, ratio: f64) -> Vec<u8> {
    let x = (x * ratio).floor();
    context(canvas).get_image_data(x, 0.0, 1.0, canvas.height().into()).unwrap().data().0
}

#[wasm_bindgen_test]
fn edges_are_sharp_at_every_pixel_ratio() {
    let canvas: HtmlCanvasElement = element("canvas");
    let fill = Role::Province(ProvinceId::DakLak);
    let colors = [Role::Ground, fill].map(|role| Theme::Light.color(role));
    let region = |at, size| Region { x: at, y: at, width: size, height: size };
    let point = |x, y| Point { x, y };
    let line = |to| Item::Line { from: point(20, 20), to, stroke: fill, weight: 2 };
    for ratio in RATIOS {
        let check = |item: Item, (x, y), widest: usize| {
            let scene = scene(vec![item.clone()]);
            draw_on_canvas(&canvas, &scene, Theme::Light.into(), ratio).unwrap();
            let lines = [row(&canvas, y, ratio), column(&canvas, x, ratio)];
            for pixels in &lines {
                let is_filled = pixels.chunks_exact(4).any(|pixel| is_of(pixel, colors[1]));
                assert!(is_filled, "nothing is seen of {item:?} at {ratio}");
            }
            let edge = lines.iter().map(|pixels| widest_edge(pixels, colors)).max();
            assert_eq!(edge, Some(widest), "{item:?} at {ratio}");
        };
        // Where a pixel of the scene is one and a half of the screen, every other edge falls
        // between two of them.
        let between = usize::from(ratio.fract() > 0.0);
        check(Item::Bar { region: region(20, 40), fill }, (30.5, 30.5), 0);
        check(Item::Bar { region: region(21, 40), fill }, (30.5, 30.5), between);
        check(Item::Frame { region: region(20, 40), stroke: fill, weight: 2 }, (30.5, 30.5), 0);
        check(
            Item::Frame { region: region(20, 40), stroke: fill, weight: 1 },
            (30.5, 30.5),
            between,
        );
        check(line(point(60, 20)), (30.5, 20.5), between);
        check(line(point(20, 60)), (20.5, 30.5), between);
    }
}

#[wasm_bindgen_test]
fn letters_are_sharp_and_on_the_baseline_at_every_pixel_ratio() {
    let canvas: HtmlCanvasElement = element("canvas");
    let colors = [Role::Ground, Role::Ink].map(|role| Theme::Light.color(role));
    let scene = scene(vec![text("HHH", 20, true, Anchor::Middle)]);
    let middle = f64::from(BASELINE) - 3.5;
    let baseline = f64::from(BASELINE);
    for ratio in RATIOS {
        draw_on_canvas(&canvas, &scene, Theme::Light.into(), ratio).unwrap();
        let edge = widest_edge(&row(&canvas, middle, ratio), colors);
        assert!((1..=2).contains(&edge), "edges of {edge} pixels at {ratio}");
        let [.., bottom] = extent(&canvas, Theme::Light, ratio);
        assert!((bottom - baseline).abs() <= 0.5, "at {ratio} letters end at {bottom}");
    }
    // What a screen of three pixels shows of a canvas of one, to prove that blur would be noticed.
    draw_on_canvas(&canvas, &scene, Theme::Light.into(), 1.0).unwrap();
    let magnified: HtmlCanvasElement = element("canvas");
    magnified.set_width(WIDTH * 3);
    magnified.set_height(HEIGHT * 3);
    let (width, height) = (f64::from(WIDTH * 3), f64::from(HEIGHT * 3));
    context(&magnified)
        .draw_image_with_html_canvas_element_and_dw_and_dh(&canvas, 0.0, 0.0, width, height)
        .unwrap();
    assert!(widest_edge(&row(&magnified, middle, 3.0), colors) > 2);
}

#[wasm_bindgen_test]
fn everything_is_where_the_scene_says() {
    let canvas: HtmlCanvasElement = element("canvas");
    let check = |item: &Item, expected: [Option<f64>; 4]| {
        for scale in [1_u32, 2, 3] {
            let scene = scene(vec![item.clone()]);
            draw_on_canvas(&canvas, &scene, Theme::Light.into(), scale.into()).unwrap();
            assert_eq!((canvas.width(), canvas.height()), (WIDTH * scale, HEIGHT * scale));
            let drawn = extent(&canvas, Theme::Light, scale.into());
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
