//! Page and charts share one set of colours, and the texts in them can be read.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "A test that cannot go on has failed.")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use dak_so::chart::{FONT_FAMILY, Rgb, Role, Theme};
use dak_so::model::ProvinceId;

fn style_sheet() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("static/style.css")).unwrap()
}

/// Where the style sheet has the colours of a theme: those of dark twice, for who has chosen it and
/// for who has chosen nothing on a system that is dark.
fn blocks(theme: Theme) -> &'static [&'static str] {
    const DARK: &[&str] = &[
        "@media screen and (prefers-color-scheme: dark) {\n  :root:where(:not([data-theme=\"light\"])) {",
        ":root:where([data-theme=\"dark\"]) {",
    ];
    match theme {
        Theme::Dark => DARK,
        Theme::Light | Theme::Page(_) => &[":root {"],
    }
}

/// The custom properties in the first block of the style sheet that starts so.
fn properties(sheet: &str, start: &str) -> BTreeMap<String, String> {
    let (_, block) = sheet.split_once(start).unwrap_or_else(|| panic!("there is no {start}"));
    let block = block.split('}').next().unwrap();
    block
        .split(';')
        .filter_map(|line| line.trim().split_once(": "))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

#[test]
fn page_and_charts_share_their_colours() {
    let sheet = style_sheet();
    for theme in [Theme::Light, Theme::Dark] {
        for block in blocks(theme) {
            let properties = properties(&sheet, block);
            for role in Role::ALL {
                let Rgb(red, green, blue) = theme.color(*role);
                let color = format!("#{red:02x}{green:02x}{blue:02x}");
                let property = properties.get(role.property());
                assert_eq!(property, Some(&color), "{role:?} in {block}");
            }
        }
    }
}

#[test]
fn dark_is_the_same_chosen_or_not() {
    let sheet = style_sheet();
    let [by_system, chosen] = blocks(Theme::Dark) else { panic!("dark stands in two blocks") };
    let by_system = properties(&sheet, by_system);
    let mut chosen = properties(&sheet, chosen);
    assert_eq!(chosen.remove("color-scheme").as_deref(), Some("dark"));
    assert_eq!(chosen, by_system);
}

#[test]
fn page_and_charts_share_their_font() {
    assert!(style_sheet().contains(&format!("font-family: {FONT_FAMILY};")));
}

/// The relative luminance of a colour (WCAG 2.2, definition of relative luminance).
fn luminance(Rgb(red, green, blue): Rgb) -> f64 {
    let linear = |channel: u8| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// The contrast ratio of two colours (WCAG 2.2, definition of contrast ratio).
fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn text_has_enhanced_contrast_and_bars_stand_out() {
    for theme in [Theme::Light, Theme::Dark] {
        let ground = theme.color(Role::Ground);
        for role in [Role::Ink, Role::Muted] {
            assert!(contrast(theme.color(role), ground) >= 7.0, "{role:?} in {theme:?}");
        }
        for province in [ProvinceId::DakNong, ProvinceId::DakLak] {
            let bar = theme.color(Role::Province(province));
            assert!(contrast(bar, ground) >= 3.0, "{province:?} in {theme:?}");
        }
    }
}

/// How a colour looks to someone without one kind of cones (Viénot, Brettel and Mollon 1999, for
/// protanopia and deuteranopia, on linear RGB).
fn as_seen(Rgb(red, green, blue): Rgb, protan: bool) -> [f64; 3] {
    let linear = |channel: u8| (f64::from(channel) / 255.0).powf(2.2);
    let (r, g, b) = (linear(red), linear(green), linear(blue));
    if protan {
        let rg = 0.112_38 * r + 0.887_62 * g;
        [rg, rg, 0.004_01 * r - 0.004_01 * g + b]
    } else {
        let rg = 0.292_75 * r + 0.707_25 * g;
        [rg, rg, -0.022_34 * r + 0.022_34 * g + b]
    }
}

#[test]
fn the_provinces_differ_for_the_colour_blind() {
    for theme in [Theme::Light, Theme::Dark] {
        let [a, b] = [ProvinceId::DakNong, ProvinceId::DakLak]
            .map(|province| theme.color(Role::Province(province)));
        for protan in [true, false] {
            let (x, y) = (as_seen(a, protan), as_seen(b, protan));
            let apart: f64 = x.iter().zip(y).map(|(x, y)| (x - y).powi(2)).sum::<f64>().sqrt();
            assert!(apart > 0.25, "{theme:?}, protan {protan}: {apart}");
        }
    }
}
