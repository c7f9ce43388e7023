//! Every page has one path, and every path is a page.
#![cfg(all(feature = "embed", not(target_arch = "wasm32")))]

use std::collections::BTreeSet;

use dak_so::embedded::DATASET;
use dak_so::model::{Language, ObservationId};
use dak_so::state::{Route, View};
use proptest::prelude::*;

#[test]
fn every_view_has_a_path_of_its_own_that_leads_back() {
    let mut paths = BTreeSet::new();
    for view in View::all(&DATASET) {
        let path = view.path(&DATASET);
        assert_eq!(View::from_path(&DATASET, &path), view, "{path}");
        assert_eq!(view.root().matches("../").count(), path.matches('/').count(), "{path}");
        assert!(paths.insert(path));
    }
    assert_eq!(paths.len(), 2 * (Route::VIEWS.len() + DATASET.observations.len()));
}

#[test]
fn links_are_relative() {
    let home = View::default();
    let figure = View { language: Language::En, route: Route::Figure(ObservationId(0)) };
    assert_eq!(home.link(&DATASET, home), "./");
    assert_eq!(home.link(&DATASET, home.in_language(Language::En)), "en/");
    assert_eq!(home.link(&DATASET, home.at(Route::Sources)), "nguon/");
    assert_eq!(figure.link(&DATASET, home), "../../../");
    assert_eq!(figure.link(&DATASET, figure.at(Route::Figures)), "../../../en/figures/");
}

#[test]
fn damaged_paths_open_the_start_page() {
    for path in
        ["", "/", "//", "x", "so", "so/", "so/nothing/", "figure/", "nguon2/", "phu-song2/", "%00"]
    {
        assert_eq!(View::from_path(&DATASET, path), View::default(), "{path}");
    }
    let english = View::default().in_language(Language::En);
    for path in ["en", "en/", "/en/", "en/x", "en/so/", "en/figure/nothing"] {
        assert_eq!(View::from_path(&DATASET, path), english, "{path}");
    }
    assert_eq!(View::from_path(&DATASET, "energy/"), View::default());
}

proptest! {
    #[test]
    fn any_path_is_a_view_with_one_path(path in "(en/)?(so|figure|nguon|so-lieu|phu-song|targets)?/?.{0,60}") {
        let view = View::from_path(&DATASET, &path);
        prop_assert_eq!(View::from_path(&DATASET, &view.path(&DATASET)), view);
    }
}
