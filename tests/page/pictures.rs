//! The pictures of charts that stand in pages: what they are made of, and that they are the page's own.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use dak_so::chart::{ChartId, Item, Mark, Scene, WIDTHS, layout};
use dak_so::embedded::DATASET;
use dak_so::model::{Language, Slug};
use dak_so::render::inline_svg;
use quick_xml::escape::unescape;
use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion};

/// An element of a picture: its name and its attributes.
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
}

/// A picture, read as XML.
struct Picture {
    /// What it is a picture of, for messages.
    place: String,
    scene: Scene,
    markup: String,
    elements: Vec<Element>,
    /// What it says, without anything between two texts.
    words: String,
}

fn figure(mark: &Mark) -> &'static str {
    DATASET.observation(mark.observation).slug
}

impl Picture {
    fn of(chart: ChartId, language: Language, width: u32) -> Self {
        let place = format!("{} {} {width}", chart.slug(), language.slug());
        let scene = layout(language, &DATASET, chart, width);
        let markup = inline_svg(&scene, &format!("w{width}"), figure).unwrap();
        let (mut elements, mut words) = (Vec::new(), String::new());
        let mut reader = Reader::from_str(&markup);
        loop {
            match reader.read_event().unwrap() {
                Event::Start(tag) | Event::Empty(tag) => {
                    let attribute = |(name, value): (&str, String)| (name.to_owned(), value);
                    let attributes = tag.attributes().map(|found| {
                        let found = found.unwrap();
                        let value = found.normalized_value(XmlVersion::Explicit1_0).unwrap();
                        attribute((found.key.as_ref(), value.into_owned()))
                    });
                    let attributes = attributes.collect();
                    elements.push(Element { name: tag.name().as_ref().to_owned(), attributes });
                }
                Event::Text(text) => words += &text.xml10_content(),
                Event::GeneralRef(name) => {
                    words += &unescape(&format!("&{};", name.xml10_content())).unwrap();
                }
                Event::End(_) => {}
                Event::Eof => break,
                other => panic!("{place}: {other:?}"),
            }
        }
        Self { place, scene, markup, elements, words }
    }
}

fn pictures() -> impl Iterator<Item = Picture> {
    ChartId::ALL.iter().flat_map(|chart| {
        Language::ALL.iter().flat_map(move |language| {
            WIDTHS.iter().map(move |width| Picture::of(*chart, *language, *width))
        })
    })
}

/// The property that a colour names.
fn property(color: &str) -> Option<&str> {
    color.strip_prefix("var(")?.strip_suffix(')')
}

#[test]
fn pictures_in_pages_consist_of_what_is_needed_and_have_no_colour_of_their_own() {
    let number = |value: &str| value.parse::<i32>().is_ok();
    for Picture { place, scene, markup, elements, .. } in pictures() {
        assert!(!markup.contains('#'), "{place}");
        let [root, drawn @ ..] = elements.as_slice() else { panic!("{place} is empty") };
        let root: Vec<_> =
            root.attributes.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let (class, view) =
            (format!("w{}", scene.width), format!("0 0 {} {}", scene.width, scene.height));
        let expected = [("class", &*class), ("viewBox", &view), ("font-size", "14")];
        assert_eq!(root[..3], expected, "{place}");
        assert_eq!(root[3..], [("fill", "var(--ink)")], "{place}");
        for Element { name, attributes } in drawn {
            for (attribute, value) in attributes {
                // Nothing that would be so without being said.
                let is_needed = match (name.as_str(), attribute.as_str()) {
                    ("polyline", "fill") => value == "none",
                    (_, "fill") => property(value).is_some_and(|name| name != "--ink"),
                    ("polyline", "stroke") => property(value).is_some(),
                    ("polyline", "stroke-width") => number(value),
                    ("rect", "data-mark") => !value.is_empty(),
                    ("rect", "x" | "y" | "width" | "height")
                    | ("text", "x" | "y")
                    | ("tspan", "x") => number(value),
                    ("polyline" | "polygon", "points") | ("path", "d") => !value.is_empty(),
                    ("text" | "tspan", "text-anchor") => value == "middle" || value == "end",
                    ("text", "font-size") => number(value) && value != "14",
                    ("text", "font-weight") => value == "bold",
                    _ => false,
                };
                assert!(is_needed, "{place}: {attribute}={value:?} on a {name}");
            }
        }
    }
}

#[test]
fn every_colour_of_a_picture_is_one_of_the_style_sheet() {
    let sheet = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/style.css");
    let sheet = fs::read_to_string(sheet).unwrap();
    let mut named = BTreeSet::new();
    for picture in pictures() {
        let attributes = picture.elements.into_iter().flat_map(|element| element.attributes);
        named.extend(attributes.filter_map(|(_, value)| property(&value).map(str::to_owned)));
    }
    for property in &named {
        // Once for light, and once each for dark by the system and dark as chosen.
        let colors = sheet.matches(&format!("\n  {property}: #")).count()
            + sheet.matches(&format!("\n    {property}: #")).count();
        assert_eq!(colors, 3, "{property}");
        assert!(sheet.contains(&format!("@property {property} ")), "{property}");
    }
    assert!(named.len() > 6, "{named:?}");
}

#[test]
fn a_picture_says_what_its_scene_says() {
    for Picture { place, scene, words, .. } in pictures() {
        let texts = scene.items.iter().filter_map(|item| match item {
            Item::Text { text, .. } => Some(text.as_str()),
            _ => None,
        });
        assert_eq!(words, texts.collect::<String>(), "{place}");
    }
}

#[test]
fn every_mark_has_one_element_of_its_picture() {
    for Picture { place, scene, elements, .. } in pictures() {
        let attributes = elements.iter().flat_map(|element| &element.attributes);
        let mut named: Vec<_> = attributes
            .filter_map(|(name, value)| (name == "data-mark").then_some(value.as_str()))
            .collect();
        let mut marks: Vec<_> = scene.marks.iter().map(figure).collect();
        named.sort_unstable();
        marks.sort_unstable();
        assert!(marks.is_sorted_by(|a, b| a < b), "{place}: a figure has two marks");
        assert_eq!(named, marks, "{place}");
    }
}
