//! The charts as a reader sees them, drawn as SVG from the real data.
//!
//! After a change that is meant, look at the pictures, then accept them with
//! `UPDATE_EXPECT=1 cargo test --no-default-features --features ssr --test charts`.
#![cfg(all(feature = "embed", feature = "svg", not(target_arch = "wasm32")))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "A test that cannot go on has failed.")]

use dak_so::chart::{ChartId, Item, Scene, Theme, WIDTHS, layout, text_width};
use dak_so::embedded::DATASET;
use dak_so::model::{Language, Slug};
use dak_so::render::svg;
use expect_test::expect_file;

fn scenes() -> impl Iterator<Item = (ChartId, Language, u32, Scene)> {
    ChartId::ALL.iter().flat_map(|chart| {
        Language::ALL.iter().flat_map(move |language| {
            WIDTHS.iter().map(move |width| {
                (*chart, *language, *width, layout(*language, &DATASET, *chart, *width))
            })
        })
    })
}

#[test]
fn pictures() {
    for (chart, language, width, scene) in scenes() {
        let picture = svg(&scene, Theme::Light).unwrap();
        let name = format!("snapshots/{}-{}-{width}.svg", chart.slug(), language.slug());
        expect_file![name].assert_eq(&picture);
    }
}

#[test]
fn nothing_is_drawn_outside() {
    for (chart, language, width, scene) in scenes() {
        let place = format!("{chart:?} {language:?} {width}");
        for item in &scene.items {
            let (left, right, top, bottom) = match item {
                Item::Bar { region, .. } | Item::Frame { region, .. } => {
                    (region.x, region.right(), region.y, region.bottom())
                }
                Item::Line { from, to, .. } => {
                    // An upright line covers the pixel to its right, a level one that below it.
                    let (wide, high) = (i32::from(from.x == to.x), i32::from(from.y == to.y));
                    let (right, bottom) = (from.x.max(to.x) + wide, from.y.max(to.y) + high);
                    (from.x.min(to.x), right, from.y.min(to.y), bottom)
                }
                Item::Shape { corners, .. } => (
                    corners.iter().map(|point| point.x).min().unwrap(),
                    corners.iter().map(|point| point.x).max().unwrap(),
                    corners.iter().map(|point| point.y).min().unwrap(),
                    corners.iter().map(|point| point.y).max().unwrap(),
                ),
                Item::Text { at, anchor, size, bold, text, .. } => {
                    let wide = text_width(text, *size, *bold).cast_signed();
                    let left = match anchor {
                        dak_so::chart::Anchor::Start => at.x,
                        dak_so::chart::Anchor::Middle => at.x - wide / 2,
                        dak_so::chart::Anchor::End => at.x - wide,
                    };
                    let high = size.cast_signed();
                    (left, left + wide, at.y - high, at.y + high / 4)
                }
            };
            assert!(left >= 0 && right <= width.cast_signed(), "{place}: {item:?}");
            assert!(top >= 0 && bottom <= scene.height.cast_signed(), "{place}: {item:?}");
        }
    }
}

#[test]
fn every_mark_can_be_hit() {
    for (chart, language, width, scene) in scenes() {
        assert!(!scene.marks.is_empty(), "{chart:?}");
        for mark in &scene.marks {
            let place = format!("{chart:?} {language:?} {width}: {}", mark.label);
            assert!(mark.target.width >= 24 && mark.target.height >= 24, "{place}");
        }
    }
}

#[test]
fn text_is_large_enough_to_read() {
    for (chart, .., scene) in scenes() {
        for item in &scene.items {
            if let Item::Text { size, text, .. } = item {
                assert!(*size >= 12, "{chart:?}: {text}");
            }
        }
    }
}
