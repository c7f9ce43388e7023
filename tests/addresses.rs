//! Every page has one path, and every path is a page; the choices on a page have one query, and every
//! query is some choices.
#![cfg(all(feature = "embed", not(target_arch = "wasm32")))]

use std::collections::BTreeSet;

use dak_so::embedded::DATASET;
use dak_so::model::{ChartId, Language, ObservationId, Slug};
use dak_so::state::{Choices, Control, Route, View};
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
    let pages = Route::VIEWS.len() + DATASET.observations.len() + ChartId::ALL.len();
    assert_eq!(paths.len(), 2 * pages);
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
    for path in [
        "",
        "/",
        "//",
        "x",
        "so",
        "so/",
        "so/nothing/",
        "figure/",
        "nguon2/",
        "phu-song2/",
        "%00",
        "nhung",
        "nhung/",
        "nhung/nothing/",
        "embed/coverage/",
    ] {
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
    fn any_path_is_a_view_with_one_path(path in "(en/)?(so|figure|nhung|embed|nguon|so-lieu|phu-song|targets)?/?.{0,60}") {
        let view = View::from_path(&DATASET, &path);
        prop_assert_eq!(View::from_path(&DATASET, &view.path(&DATASET)), view);
    }
}

fn chosen(pairs: &[(Control, &str)]) -> Choices {
    let mut choices = Choices::default();
    for (control, value) in pairs {
        choices.set(&DATASET, *control, value);
    }
    choices
}

#[test]
fn a_query_says_what_is_chosen_and_no_more() {
    let cases: [(&[(Control, &str)], &str); 6] = [
        (&[], ""),
        (&[(Control::Tab, "chart"), (Control::Order, "")], ""),
        (&[(Control::Province, "dak-lak"), (Control::Tab, "table")], "tab=table&province=dak-lak"),
        (&[(Control::Year, "2022"), (Control::Kind, "target")], "kind=target&year=2022"),
        (&[(Control::Search, "băng rộng 16,36")], "q=b%C4%83ng+r%E1%BB%99ng+16%2C36"),
        (
            &[(Control::Status, "no_actual"), (Control::Order, "newest")],
            "status=no_actual&sort=newest",
        ),
    ];
    for (pairs, query) in cases {
        let choices = chosen(pairs);
        assert_eq!(choices.query(&DATASET), query);
        assert_eq!(Choices::from_query(&DATASET, query), choices, "{query}");
    }
}

#[test]
fn damaged_queries_choose_nothing() {
    let long = "q=".to_owned() + &"x".repeat(1_000_000);
    let damaged = [
        "tab",
        "tab=",
        "tab=Table",
        "tab=chart",
        "year=NaN",
        "year=99999999999",
        "year=1900",
        "province=__proto__",
        "figure=<script>",
        "status=%00",
        "topic=%FF%FE",
        "lang=en",
        "&&&=&=x",
        "%",
        "constructor=1",
        "sort=\u{202e}newest",
    ];
    for query in damaged {
        assert_eq!(Choices::from_query(&DATASET, query), Choices::default(), "{query}");
    }
    // What is too long keeps its beginning.
    assert_eq!(Choices::from_query(&DATASET, &long).search().len(), 100);
}

/// A value that a control has, or any other text.
fn value() -> impl Strategy<Value = String> {
    let figures = DATASET.observations.iter().map(|figure| figure.slug);
    let known =
        ["table", "source", "dak-nong", "dak-lak", "met_later", "coverage", "target", "2022"];
    let known: Vec<&str> = known.into_iter().chain(["newest", "name"]).chain(figures).collect();
    prop_oneof![proptest::sample::select(known).prop_map(str::to_owned), ".{0,120}"]
}

proptest! {
    #[test]
    fn choices_and_their_query_are_two_forms_of_one_thing(
        pairs in proptest::collection::vec((proptest::sample::select(Control::ALL), value()), 0..12)
    ) {
        let pairs: Vec<(Control, &str)> =
            pairs.iter().map(|(control, value)| (*control, value.as_str())).collect();
        let choices = chosen(&pairs);
        let query = choices.query(&DATASET);
        prop_assert_eq!(Choices::from_query(&DATASET, &query), choices);
        prop_assert!(query.is_ascii() && !query.contains(['<', '"', '#', ' ']), "{}", query);
    }

    #[test]
    fn any_query_is_some_choices_with_one_query(query in "([a-z]{0,8}=?[^&]{0,20}&){0,6}.{0,60}") {
        let choices = Choices::from_query(&DATASET, &query);
        prop_assert_eq!(Choices::from_query(&DATASET, &choices.query(&DATASET)), choices);
    }
}
