//! Every page has one path, and every path is a page; the choices on a page have one query, and every
//! query is some choices.
#![cfg(all(feature = "embed", not(target_arch = "wasm32")))]
#![allow(clippy::unwrap_used, reason = "A test that cannot go on has failed.")]

use std::collections::BTreeSet;

use dak_so::embedded::DATASET;
use dak_so::model::{ChartId, Language, ObservationId, Slug};
use dak_so::state::{Address, Addresses, Change, Choices, Control, Route, View, with_query};
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

/// The addresses of a site in a folder, and of the single-file edition.
fn sites() -> [Addresses; 2] {
    let href = "https://example.vn/dak-so/en/targets/?tab=table#ledger";
    let file = "file:///C:/T%C3%A0i%20li%E1%BB%87u/dak-so.html?q=4g#/so-lieu/";
    [Addresses::of_page(href, "en/targets/").unwrap(), Addresses::of_single_file(file)]
}

#[test]
fn an_address_leads_to_its_view_and_back() {
    for addresses in sites() {
        for view in View::all(&DATASET).filter(|view| view.route.is_listed()) {
            for (query, anchor) in [("", ""), ("tab=table", ""), ("", "ledger"), ("q=4g", "a-b")] {
                let asked = Address { view, query: query.to_owned(), anchor: anchor.to_owned() };
                let href = addresses.write(&DATASET, &asked);
                assert_eq!(addresses.read(&DATASET, &href), Some(asked), "{href}");
            }
        }
    }
}

#[test]
fn what_is_no_view_is_left_to_the_browser() {
    let [site, file] = sites();
    for other in [
        "https://example.vn/dak-so/data/observations.csv",
        "https://example.vn/dak-so/nhung/coverage/",
        "https://example.vn/dak-so/so/nothing/",
        "https://example.vn/dak-so/en",
        "https://example.vn/dak-so/EN/",
        "https://example.vn/dak-so//",
        "https://example.vn/",
        "https://example.vn/dak-so2/en/",
        "http://example.vn/dak-so/",
        "mailto:a@example.vn",
        "",
    ] {
        assert_eq!(site.read(&DATASET, other), None, "{other}");
        assert_eq!(file.read(&DATASET, other), None, "{other}");
    }
    let index = site.read(&DATASET, "https://example.vn/dak-so/nguon/index.html").unwrap();
    assert_eq!(index.view.route, Route::Sources);
}

#[test]
fn a_page_that_lies_elsewhere_than_its_path_says_knows_no_addresses() {
    let check = |href, path, expected: Option<&str>| {
        let addresses = Addresses::of_page(href, path);
        assert_eq!(addresses, expected.map(Addresses::below), "{href}");
    };
    check("https://example.vn/", "", Some("https://example.vn/"));
    check("https://example.vn/a/so-lieu/?q=1#x", "so-lieu/", Some("https://example.vn/a/"));
    check("https://example.vn/so-lieu/index.html", "so-lieu/", Some("https://example.vn/"));
    check("file:///home/a/Toàn%20bộ%20số%20liệu.html", "so-lieu/", None);
    check("file:///home/a/dak-so.html", "", None);
    check("https://proxy.example/?u=https://example.vn/so-lieu/", "so-lieu/", None);
    check("about:srcdoc", "", None);
}

#[test]
fn an_address_of_before_leads_to_the_language_that_it_asks_for() {
    let [site, _] = sites();
    let check = |href: &str, expected: Option<&str>| {
        assert_eq!(site.in_asked_language(&DATASET, href).as_deref(), expected, "{href}");
    };
    let root = "https://example.vn/dak-so/";
    check(&format!("{root}?lang=en&tab=table#x"), Some(&format!("{root}en/?tab=table#x")));
    check(&format!("{root}en/?lang=vi"), Some(root));
    check(&format!("{root}en/?lang=en"), None);
    check(&format!("{root}?lang=fr"), None);
    check(root, None);
}

#[test]
fn a_query_takes_the_place_of_the_one_before() {
    let check = |href, query, expected| assert_eq!(with_query(href, query), expected);
    check("https://a.vn/b/?c=d#e", "f=g", "https://a.vn/b/?f=g#e");
    check("https://a.vn/b/?c=d#e", "", "https://a.vn/b/#e");
    check("file:///a.html#/so-lieu/", "q=4g", "file:///a.html?q=4g#/so-lieu/");
    check("https://a.vn/b/#e?c", "f", "https://a.vn/b/?f#e?c");
}

fn chosen(pairs: &[(Control, &str)]) -> Choices {
    let mut choices = Choices::default();
    for (control, value) in pairs {
        choices.make(Change::read(&DATASET, *control, value));
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
