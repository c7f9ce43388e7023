//! What the pictures of charts say about their marks, by which cards are shown before the app is there.

use dak_so::chart::{ChartId, Item, Mark, Region, Role, Scene, WIDTHS, layout};
use dak_so::embedded::DATASET;
use dak_so::model::{Language, ObservationId, ProvinceId, Slug};
use dak_so::render::{DrawError, inline_svg};
use dak_so::state::{Route, View, charts};

use super::{site, written};

#[test]
fn every_mark_of_every_picture_has_a_card_on_its_page() {
    for language in Language::ALL.iter().copied() {
        for route in Route::all(&DATASET) {
            let html = written(&site(), View { language, route });
            for chart in charts(route) {
                for width in WIDTHS {
                    let picture = picture(&html, *chart, width);
                    let marks = layout(language, &DATASET, *chart, width).marks;
                    let named = picture.matches(" data-mark=").count();
                    assert_eq!(named, marks.len(), "{} at {width}", chart.slug());
                    for Mark { observation, shape, .. } in marks {
                        let name = DATASET.observation(observation).slug;
                        let Region { x, y, .. } = shape;
                        let bar = format!("<rect data-mark=\"{name}\" x=\"{x}\" y=\"{y}\"");
                        assert!(picture.contains(&bar), "{bar} in {} at {width}", chart.slug());
                        assert!(html.contains(&format!("data-card=\"{name}\"")), "{name}");
                    }
                }
            }
        }
    }
}

/// The picture of a chart on a page that is made for a width.
fn picture(html: &str, chart: ChartId, width: u32) -> &str {
    let place = format!("data-chart=\"{}\"", chart.slug());
    let class = format!("<svg class=\"w{width}\"");
    let (_, after) = html.split_once(&place).unwrap();
    let (_, after) = after.split_once(&class).unwrap();
    after.split("</svg>").next().unwrap()
}

const REGION: Region = Region { x: 10, y: 20, width: 30, height: 8 };
const PROVINCE: Role = Role::Province(ProvinceId::DakNong);

fn bar(x: i32, y: i32, width: i32, fill: Role) -> Item {
    Item::Bar { region: Region { x, y, width, height: 8 }, fill }
}

/// What stands in a picture in which the figures `a`, `b` and so on have marks of these shapes.
fn drawn(items: Vec<Item>, shapes: &[Region]) -> Result<Vec<String>, DrawError> {
    let mark = |(index, shape): (u16, &Region)| Mark {
        observation: ObservationId(index),
        shape: *shape,
        target: *shape,
        label: String::new(),
    };
    let marks = (0..).zip(shapes).map(mark).collect();
    let name = |mark: &Mark| ["a", "b"][usize::from(mark.observation.0)];
    let markup = inline_svg(&Scene { width: 200, height: 60, items, marks }, "w200", name)?;
    let (_, content) = markup.split_once('>').unwrap();
    Ok(content.split_inclusive('>').map(str::to_owned).collect())
}

#[test]
fn the_bar_of_a_mark_bears_the_name_of_its_figure() {
    let items = vec![
        // The track has the place of the bar, and the bar of another row its width.
        bar(10, 20, 99, Role::Track),
        bar(10, 40, 30, PROVINCE),
        bar(10, 20, 30, PROVINCE),
        // Its hedged end begins further to the right.
        bar(26, 20, 14, Role::Hedge(ProvinceId::DakNong)),
        // A target that is a range is two lines, and the first of them has the name.
        bar(90, 20, 3, Role::Target),
        bar(147, 20, 3, Role::Target),
    ];
    let range = Region { x: 90, width: 60, ..REGION };
    let elements = drawn(items, &[range, REGION]).unwrap();
    let named: Vec<_> = elements.iter().filter(|tag| tag.contains("data-mark")).collect();
    assert_eq!(named.len(), 2, "{elements:?}");
    assert!(
        named[0].starts_with("<rect data-mark=\"b\" x=\"10\" y=\"20\" width=\"30\""),
        "{named:?}"
    );
    assert!(
        named[1].starts_with("<rect data-mark=\"a\" x=\"90\" y=\"20\" width=\"3\""),
        "{named:?}"
    );
}

#[test]
fn bars_of_marks_stay_apart_from_each_other_and_from_their_like() {
    let items = [10, 50, 90, 130].map(|x| bar(x, 20, 30, PROVINCE)).to_vec();
    let elements = drawn(items, &[REGION, Region { x: 50, ..REGION }]).unwrap();
    assert!(elements[0].starts_with("<rect data-mark=\"a\" x=\"10\""), "{elements:?}");
    assert!(elements[1].starts_with("<rect data-mark=\"b\" x=\"50\""), "{elements:?}");
    assert!(elements[2].starts_with("<path d=\"M90 20h30v8h-30zm40 0h30v8h-30z\""), "{elements:?}");
}

#[test]
fn two_marks_at_one_place_have_a_bar_each() {
    let items = vec![bar(10, 20, 30, Role::Target), bar(10, 20, 30, PROVINCE)];
    let elements = drawn(items, &[REGION, REGION]).unwrap();
    for (element, name) in elements.iter().zip(["a", "b"]) {
        assert!(element.contains(&format!("data-mark=\"{name}\"")), "{elements:?}");
    }
}

#[test]
fn a_mark_that_nothing_is_drawn_for_is_an_error() {
    let items = vec![bar(10, 20, 30, Role::Target), bar(10, 20, 99, Role::Track)];
    let error = drawn(items, &[REGION, REGION]).unwrap_err().to_string();
    assert!(error.contains("the mark of b"), "{error}");
}
