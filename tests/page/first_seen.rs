//! What the first frame of a page waits for.

use dak_so::chart::{ChartId, WIDTHS};
use dak_so::embedded::DATASET;
use dak_so::model::{Language, Slug};
use dak_so::state::{Route, View, charts};

use super::{site, written};

/// By the name that `first.js` reads. A page that waited for what is not on it would stay empty until all
/// of it has come.
#[test]
fn a_page_waits_for_its_first_chart_or_for_none() {
    for language in Language::ALL.iter().copied() {
        for route in Route::all(&DATASET) {
            let html = written(&site(), View { language, route });
            let Some((_, after)) = html.split_once(" data-first=\"") else { continue };
            let (id, _) = after.split_once('"').unwrap();
            let (before, _) = html.split_once(&format!(" id=\"{id}\"")).unwrap();
            let chart = format!("data-chart=\"{}\"", charts(route)[0].slug());
            let (_, between) = before.split_once(&chart).unwrap();
            assert_eq!(between.matches("</svg>").count(), WIDTHS.len(), "{route:?} waits for {id}");
        }
    }
    let home = written(&site(), View { language: Language::Vi, route: Route::Home });
    assert!(home.contains(&format!(" data-first=\"{}-hint\"", ChartId::Pair.slug())));
}
