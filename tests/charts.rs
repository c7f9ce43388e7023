//! The charts as a reader sees them, drawn as SVG from the real data.
//!
//! After a change that is meant, look at the pictures, then accept them with
//! `UPDATE_EXPECT=1 cargo test --test charts`.
#![cfg(all(feature = "embed", feature = "svg", not(target_arch = "wasm32")))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "A test that cannot go on has failed.")]

use dak_so::chart::{Anchor, ChartId, Item, Scene, Theme, WIDTHS, layout, text_width};
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

/// What a text says, and where it is: its left, right, upper and lower edge.
fn text_and_place(item: &Item) -> Option<(&str, [i32; 4])> {
    let Item::Text { at, anchor, size, bold, text, .. } = item else { return None };
    let wide = text_width(text, *size, *bold).cast_signed();
    let left = match anchor {
        Anchor::Start => at.x,
        Anchor::Middle => at.x - wide / 2,
        Anchor::End => at.x - wide,
    };
    let high = size.cast_signed();
    Some((text, [left, left + wide, at.y - high, at.y + high / 4]))
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
                Item::Text { .. } => text_and_place(item).unwrap().1.into(),
            };
            assert!(left >= 0 && right <= width.cast_signed(), "{place}: {item:?}");
            assert!(top >= 0 && bottom <= scene.height.cast_signed(), "{place}: {item:?}");
        }
    }
}

#[test]
fn no_text_lies_over_another() {
    for (chart, language, width, scene) in scenes() {
        let texts: Vec<_> = scene.items.iter().filter_map(text_and_place).collect();
        for (index, (text, [left, right, top, bottom])) in texts.iter().enumerate() {
            for (other, place) in &texts[..index] {
                let beside = *right <= place[0] || place[1] <= *left;
                let apart = beside || *bottom <= place[2] || place[3] <= *top;
                assert!(apart, "{chart:?} {language:?} {width}: {text:?} over {other:?}");
            }
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
