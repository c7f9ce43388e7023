//! The charts as pictures for downloading.
//!
//! After a change that is meant, look at the pictures, then accept them with
//! `UPDATE_EXPECT=1 cargo test --test pictures`.

use dak_so::chart::{
    ChartId, Item, Point, Region, Scene, Theme, citations, heading, layout, legend, poster, spec,
    takeaway,
};
use dak_so::embedded::DATASET;
use dak_so::i18n::{PRODUCT, messages};
use dak_so::model::{Language, Slug};
use dak_so::render::svg;
use expect_test::expect_file;

use crate::scene;

const ADDRESS: &str = "https://so.example/bieu-do/";

fn posters() -> impl Iterator<Item = (ChartId, Language, Scene)> {
    ChartId::ALL.iter().flat_map(|chart| {
        Language::ALL
            .iter()
            .map(|language| (*chart, *language, poster(*language, &DATASET, *chart, Some(ADDRESS))))
    })
}

/// Everything that a scene says, in the order in which it is drawn, with lines joined.
fn words(scene: &Scene) -> String {
    scene::texts(scene).map(|text| text.words).collect::<Vec<_>>().join(" ")
}

#[test]
fn pictures() {
    for (chart, language, scene) in posters() {
        let picture = svg(&scene, Theme::Light).unwrap();
        let name = format!("../snapshots/poster-{}-{}.svg", chart.slug(), language.slug());
        expect_file![name].assert_eq(&picture);
    }
}

#[test]
fn a_poster_keeps_its_margins_and_no_words_meet() {
    for (chart, language, scene) in posters() {
        scene::assert_tidy(&scene, 32, &format!("{chart:?} {language:?}"));
        assert_eq!(scene.width, 1024);
    }
}

#[test]
fn a_poster_says_what_it_needs_to_stand_alone() {
    for (chart, language, scene) in posters() {
        let said = words(&scene);
        let spec = spec(&DATASET, chart);
        let mut needed = vec![
            heading(language, chart).to_owned(),
            takeaway(language, &DATASET, chart),
            messages(language).boundaries.to_owned(),
            PRODUCT.to_owned(),
            ADDRESS.to_owned(),
        ];
        let keys = legend(&DATASET, &spec);
        needed.extend(keys.iter().map(|key| key.label(language, &DATASET).to_owned()));
        for citation in citations(&DATASET, &spec.shown()) {
            needed.push(DATASET.source(citation.source).title_vi.to_owned());
        }
        for text in needed {
            assert!(said.contains(&text), "{chart:?} {language:?} does not say: {text}\n{said}");
        }
    }
}

#[test]
fn every_figure_of_a_chart_is_cited_once() {
    for chart in ChartId::ALL {
        let shown = spec(&DATASET, *chart).shown();
        let citations = citations(&DATASET, &shown);
        for id in &shown {
            let figure = DATASET.observation(*id);
            let of_source = citations.iter().filter(|cited| cited.source == figure.source);
            let places = of_source.flat_map(|cited| &cited.paragraphs);
            let found = places.filter(|paragraph| **paragraph == figure.paragraph).count();
            assert_eq!(found, 1, "{chart:?}: {}", figure.slug);
        }
        let places: usize = citations.iter().map(|cited| cited.paragraphs.len()).sum();
        assert!(places <= shown.len(), "{chart:?} cites what it does not show");
    }
}

#[test]
fn a_poster_without_an_address_has_none() {
    let scene = poster(Language::Vi, &DATASET, ChartId::Pair, None);
    assert!(!words(&scene).contains("example"));
    assert!(words(&scene).ends_with(PRODUCT));
}

#[test]
fn a_long_address_is_broken_and_stays_inside() {
    let address = format!("https://so.example/{}", "rat-dai-".repeat(40));
    let scene = poster(Language::En, &DATASET, ChartId::Coverage, Some(&address));
    scene::assert_tidy(&scene, 32, "long address");
    assert!(words(&scene).replace(' ', "").ends_with(&address));
}

#[test]
fn the_chart_in_a_poster_is_the_one_of_the_page() {
    for (chart, language, scene) in posters() {
        let alone = layout(language, &DATASET, chart, 928);
        let first = |scene: &Scene, wanted: &str| {
            let texts = scene::texts(scene).collect::<Vec<_>>();
            texts.iter().rev().find(|text| text.words == wanted).unwrap().at
        };
        // The first words of the chart say how far it has been moved.
        let name = scene::texts(&alone).next().unwrap();
        let moved_to = first(&scene, name.words);
        let Point { x: dx, y: dy } = Point { x: moved_to.x - name.at.x, y: moved_to.y - name.at.y };
        let bars = |scene: &Scene, dx: i32, dy: i32| -> Vec<Region> {
            let regions = scene.items.iter().filter_map(|item| match item {
                Item::Bar { region, .. } => Some(*region),
                _ => None,
            });
            regions.map(|region| Region { x: region.x + dx, y: region.y + dy, ..region }).collect()
        };
        let (expected, drawn) = (bars(&alone, dx, dy), bars(&scene, 0, 0));
        assert!(drawn.ends_with(&expected), "{chart:?} {language:?}");
        assert!(scene.marks.is_empty(), "nothing is pointed at in a picture");
    }
}
