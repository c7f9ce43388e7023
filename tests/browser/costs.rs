//! Text is measured by the table alone, and the table is true to the browser.

use dak_so::chart::{FONT_FAMILY, Theme, text_width};
use dak_so::render::{draw_on_canvas, svg};
use js_sys::{Array, Function, Reflect};
use plotters::style::{FontDesc, FontFamily, FontStyle};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlCanvasElement;

use super::{context, document, element, items, scene};

/// Labels with every kind of letter, mark and sign that a chart prints.
const LABELS: [&str; 12] = [
    "Đắk Nông",
    "Đắk Lắk",
    "ẮẰẲẴẶ ỄỔỮ ỵỳỷỹ",
    "khoảng 85,5 %",
    "hơn 1.250 trạm",
    "ước đạt ≥ 99,3 %",
    "Tỷ lệ thôn, buôn được phủ sóng",
    "Người dùng Internet băng rộng",
    "Chưa có số liệu công bố",
    "Mục tiêu 2025 – 2030",
    "“gần” 1,5 triệu × 2 · ¶ 14",
    "không dưới 60 % — nghị quyết…",
];

/// Notes in `seen` whatever forces a layout, adds an element or measures text, until `stop()`.
const SPY: &str = r#"(() => {
    const seen = [], undo = [];
    const watch = (owner, name) => {
        const old = Object.getOwnPropertyDescriptor(owner, name);
        const key = old.get ? "get" : "value";
        const spied = function (...args) { seen.push(name); return old[key].apply(this, args); };
        Object.defineProperty(owner, name, { ...old, [key]: spied });
        undo.push(() => Object.defineProperty(owner, name, old));
    };
    for (const name of ["getBoundingClientRect", "getClientRects", "append", "clientWidth", "clientHeight"])
        watch(Element.prototype, name);
    for (const name of ["offsetWidth", "offsetHeight"]) watch(HTMLElement.prototype, name);
    for (const name of ["appendChild", "insertBefore"]) watch(Node.prototype, name);
    watch(CanvasRenderingContext2D.prototype, "measureText");
    watch(window, "getComputedStyle");
    return { seen, stop: () => undo.forEach(back => back()) };
})()"#;

#[wasm_bindgen_test]
fn drawing_measures_nothing_in_the_page() {
    let canvas: HtmlCanvasElement = element("canvas");
    document().body().unwrap().append_child(&canvas).unwrap();
    let scene = scene(items());
    let spy = js_sys::eval(SPY).unwrap();
    let seen = || {
        let seen: Array = Reflect::get(&spy, &"seen".into()).unwrap().unchecked_into();
        let names = String::from(seen.join(","));
        seen.set_length(0);
        names
    };

    let drawn = draw_on_canvas(&canvas, &scene, Theme::Light.into(), 2.0);
    let written = svg(&scene, Theme::Dark);
    let measured = text_width(LABELS[0], 14, true);
    let during = seen();
    // What plotters does without the device, to show that the spy sees it.
    let unguarded = FontDesc::new(FontFamily::SansSerif, 14.0, FontStyle::Normal);
    let unguarded = unguarded.box_size(LABELS[0]);
    let after = seen();
    let stop: Function = Reflect::get(&spy, &"stop".into()).unwrap().unchecked_into();
    stop.call0(&JsValue::UNDEFINED).unwrap();

    assert!(drawn.is_ok() && written.is_ok() && measured > 0 && unguarded.is_ok());
    assert_eq!(during, "");
    assert_eq!(after, "append,offsetHeight,offsetWidth");
}

#[wasm_bindgen_test]
fn text_is_not_wider_than_told_and_not_much_narrower() {
    let context = context(&element("canvas"));
    for label in LABELS {
        for (size, bold) in [(12, false), (14, false), (14, true), (20, true)] {
            let weight = if bold { "bold" } else { "normal" };
            context.set_font(&format!("{weight} {size}px {FONT_FAMILY}"));
            let measured = context.measure_text(label).unwrap().width();
            let told = f64::from(text_width(label, size, bold));
            let is_close = measured <= told * 1.02 && told <= measured * 1.25 + 1.0;
            assert!(is_close, "{label:?} at {size}px {weight}: told {told}, measured {measured}");
        }
    }
}
