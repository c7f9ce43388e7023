//! The previews of links.
//!
//! After a change that is meant, look at the pictures, then accept them with
//! `UPDATE_EXPECT=1 cargo test --test pictures`.

use dak_so::chart::{CardSubject, Item, Role, Scene, Theme, card};
use dak_so::embedded::DATASET;
use dak_so::i18n::{PRODUCT, amount, messages, reference};
use dak_so::model::{Field, Language, ProvinceId, Slug};
use dak_so::render::svg;
use dak_so::state::Route;
use expect_test::expect_file;

use crate::scene;

/// Every card, with its name.
pub(crate) fn cards() -> Vec<(String, Language, CardSubject, Scene)> {
    let mut subjects = vec![
        ("home", CardSubject::Home),
        ("targets", CardSubject::Targets),
        ("figures", CardSubject::Figures),
        ("sources", CardSubject::Sources),
    ];
    subjects.extend(Field::ALL.iter().map(|field| (field.slug(), CardSubject::Field(*field))));
    let figures = DATASET.observations();
    subjects.extend(figures.map(|(id, figure)| (figure.slug, CardSubject::Figure(id))));
    let mut cards = Vec::new();
    for language in Language::ALL {
        for (name, subject) in &subjects {
            let scene = card(*language, &DATASET, *subject);
            cards.push((format!("{name}-{}", language.slug()), *language, *subject, scene));
        }
    }
    cards
}

/// Everything that a card says, with one kind of space.
fn words(scene: &Scene) -> String {
    let words: Vec<&str> = scene::texts(scene).map(|text| text.words).collect();
    words.join(" ").replace('\u{a0}', " ")
}

/// The largest size in which something is written.
fn largest(scene: &Scene) -> (u32, &str) {
    let sizes = scene.items.iter().filter_map(|item| match item {
        Item::Text { size, text, .. } => Some((*size, text.as_str())),
        _ => None,
    });
    sizes.max_by_key(|(size, _)| *size).unwrap()
}

#[test]
fn pictures() {
    let shown =
        ["home", "coverage", "targets", "figures", "sources", "dn-it-industry-revenue-2022-09"];
    for (name, _, _, scene) in cards() {
        if shown.iter().any(|start| name.rsplit_once('-').unwrap().0 == *start) {
            let picture = svg(&scene, Theme::Light).unwrap();
            expect_file![format!("../snapshots/card-{name}.svg")].assert_eq(&picture);
        }
    }
}

#[test]
fn every_card_keeps_its_margins_and_no_words_meet() {
    let cards = cards();
    assert_eq!(cards.len(), 2 * (Route::VIEWS.len() + DATASET.observations.len()));
    for (name, _, _, scene) in cards {
        assert_eq!((scene.width, scene.height), (1200, 630));
        scene::assert_tidy(&scene, 40, &name);
    }
}

#[test]
fn bars_and_words_keep_apart() {
    for (name, _, _, scene) in cards() {
        for item in &scene.items {
            let Item::Bar { region, .. } = item else { continue };
            assert!(region.x >= 0 && region.right() <= 1200, "{name}");
            for text in scene::texts(&scene) {
                let apart = !scene::meet(*region, text.place);
                assert!(apart, "{name}: a bar lies on {}", text.words);
            }
        }
    }
}

#[test]
fn everything_can_be_read_at_a_quarter_of_the_size() {
    for (name, _, subject, scene) in cards() {
        for item in &scene.items {
            let Item::Text { size, text, .. } = item else { continue };
            assert!(*size >= 26, "{name}: {text} is set in {size}");
        }
        if matches!(subject, CardSubject::Figure(_)) {
            assert!(largest(&scene).0 >= 64, "{name}: {:?}", largest(&scene));
        }
    }
}

#[test]
fn the_card_of_a_figure_says_what_how_much_and_where() {
    for (name, language, subject, scene) in cards() {
        let CardSubject::Figure(id) = subject else { continue };
        let figure = DATASET.observation(id);
        let said = words(&scene);
        let source = DATASET.source(figure.source);
        for needed in [
            DATASET.province(figure.province).name.get(language).to_owned(),
            DATASET.indicator(figure.indicator).name.get(language).to_owned(),
            amount(language, &DATASET, figure),
            reference(language, source, &[figure.paragraph]),
            figure.period.year().to_string(),
            PRODUCT.to_owned(),
        ] {
            let needed = needed.replace('\u{a0}', " ");
            assert!(said.contains(&needed), "{name} does not say: {needed}\n{said}");
        }
        // Nothing is larger than the value.
        let value = amount(language, &DATASET, figure);
        assert!(value.contains(largest(&scene).1), "{name}: {:?}", largest(&scene));
    }
}

#[test]
fn the_card_of_the_home_page_compares_like_with_like() {
    for (language, ratio) in [(Language::Vi, "gấp khoảng 1,40 lần"), (Language::En, "1.40 times")]
    {
        let scene = card(language, &DATASET, CardSubject::Home);
        let said = words(&scene);
        let heading = messages(language).heading.replace('\u{a0}', " ");
        assert!(said.contains(ratio) && said.contains(&heading), "{said}");
        let bar = |province| {
            let role = Role::Province(province);
            let widths = scene.items.iter().filter_map(|item| match item {
                Item::Bar { region, fill } if *fill == role => Some(region.width),
                _ => None,
            });
            f64::from(widths.max().unwrap())
        };
        let drawn = bar(ProvinceId::DakLak) / bar(ProvinceId::DakNong);
        assert!((drawn - 22.86 / 16.36).abs() < 0.005, "bars are drawn {drawn} to 1");
    }
}
