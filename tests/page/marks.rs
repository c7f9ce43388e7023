//! What the pictures of charts say about their marks, by which cards are shown before the app is there.

use dak_so::chart::{ChartId, WIDTHS, layout};
use dak_so::embedded::DATASET;
use dak_so::model::{Language, Slug};
use dak_so::pages::charts;
use dak_so::state::{Route, View};

use super::{site, written};

#[test]
fn every_mark_of_every_picture_has_a_card_on_its_page() {
    for language in Language::ALL.iter().copied() {
        for route in Route::all(&DATASET) {
            let html = written(&site(), View { language, route });
            let cards = values(&html, " data-card=");
            for chart in charts(route) {
                for width in WIDTHS {
                    let named = values(picture(&html, *chart, width), " data-mark=");
                    let chart_name = chart.slug();
                    assert_eq!(named, marks(language, *chart, width), "{chart_name} at {width}");
                    assert!(named.iter().all(|name| cards.contains(name)), "{chart_name}");
                }
            }
        }
    }
}

/// The figures of the marks of a chart, sorted.
fn marks(language: Language, chart: ChartId, width: u32) -> Vec<&'static str> {
    let marks = layout(language, &DATASET, chart, width).marks.into_iter();
    let mut figures: Vec<_> =
        marks.map(|mark| DATASET.observation(mark.observation).slug).collect();
    figures.sort_unstable();
    figures
}

/// The picture of a chart on a page that is made for a width.
fn picture(html: &str, chart: ChartId, width: u32) -> &str {
    let place = format!("data-chart=\"{}\"", chart.slug());
    let class = format!("<svg class=\"w{width}\"");
    let (_, after) = html.split_once(&place).unwrap();
    let (_, after) = after.split_once(&class).unwrap();
    after.split("</svg>").next().unwrap()
}

/// The values of an attribute, sorted.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let parts = html.split(attribute).skip(1);
    let mut values: Vec<_> = parts.map(|part| part.split('"').nth(1).unwrap()).collect();
    values.sort_unstable();
    values
}
