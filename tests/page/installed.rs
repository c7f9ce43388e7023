//! The site as an app among those of a phone.

use std::collections::BTreeMap;

use dak_so::model::{Language, Slug};
use dak_so::site::app_files;
use serde_json::Value;

use super::{fonts, site, written};
use dak_so::state::{Route, View};

fn files() -> BTreeMap<String, Vec<u8>> {
    let files = app_files(&fonts()).unwrap();
    files.into_iter().map(|file| (file.path, file.content)).collect()
}

/// Where a relative address leads from a folder of the site.
fn resolved(folder: &str, address: &str) -> String {
    match address.strip_prefix("../") {
        Some(rest) => rest.to_owned(),
        None => format!("{folder}{}", address.trim_start_matches("./")),
    }
}

#[test]
fn every_page_names_the_description_in_its_language_and_that_names_what_is_there() {
    let files = files();
    for (language, folder) in [(Language::Vi, ""), (Language::En, "en/")] {
        let path = format!("{folder}manifest.webmanifest");
        let manifest: Value = serde_json::from_slice(&files[&path]).unwrap();
        let text = |name: &str| manifest[name].as_str().unwrap().to_owned();
        assert_eq!((&*text("name"), &*text("lang")), ("Đắk Số", language.slug()));
        assert_eq!(resolved(folder, &text("start_url")), folder);
        assert_eq!(resolved(folder, &text("scope")), "", "the other language is left out");
        let icons = manifest["icons"].as_array().unwrap();
        let purposes: Vec<&str> =
            icons.iter().filter_map(|icon| icon["purpose"].as_str()).collect();
        assert_eq!(purposes, ["any", "any", "maskable"]);
        for icon in icons {
            let path = resolved(folder, icon["src"].as_str().unwrap());
            let (width, height, _) = pixels(&files[&path]);
            assert_eq!(icon["sizes"], format!("{width}x{height}"));
        }
        for route in [Route::Home, Route::Figures] {
            let view = View { language, route };
            let link = format!("<link rel=\"manifest\" href=\"{}{path}\">", view.root());
            assert!(written(&site(), view).contains(&link), "{link}");
        }
    }
}

#[test]
fn a_system_may_cut_the_maskable_icon_into_a_circle() {
    let (width, _, pixels) = pixels(&files()["icons/maskable-512.png"]);
    let ground = pixels[0];
    assert!(pixels.iter().any(|pixel| *pixel != ground), "it is empty");
    // The safe zone of the W3C's application manifest: a circle of two fifths of the width.
    let radius = f64::from(width) * 0.4;
    let centre = f64::from(width) / 2.0 - 0.5;
    for (place, _) in pixels.iter().enumerate().filter(|(_, pixel)| **pixel != ground) {
        let place = u32::try_from(place).unwrap();
        let (x, y) = (f64::from(place % width) - centre, f64::from(place / width) - centre);
        assert!(x.hypot(y) <= radius, "({x}, {y}) may be cut off");
    }
}

/// Width, height and colours of a picture.
fn pixels(file: &[u8]) -> (u32, u32, Vec<[u8; 4]>) {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(file));
    decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::ALPHA);
    let mut reader = decoder.read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut bytes).unwrap();
    assert_eq!(frame.color_type, png::ColorType::Rgba);
    let pixels = bytes.chunks_exact(4).map(|rgba| [rgba[0], rgba[1], rgba[2], rgba[3]]);
    (frame.width, frame.height, pixels.collect())
}
