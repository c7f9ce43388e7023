//! What the pictures of charts say about their marks, by which cards are shown before the app is there.

use dak_so::chart::{ChartId, Mark, Region, WIDTHS, layout};
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
