//! The page for addresses that lead nowhere, whose links hold wherever a server shows it.
#![cfg(all(feature = "site", not(target_arch = "wasm32")))]
#![allow(clippy::unwrap_used, reason = "A test that cannot go on has failed.")]

use dak_so::embedded::DATASET;
use dak_so::i18n::messages;
use dak_so::model::{Language, Slug};
use dak_so::site::{Assets, Site, not_found};
use dak_so::state::{Route, View};

const ICON: &str = "assets/icon-0123.svg";

fn written(base_address: Option<&str>) -> String {
    let assets = Assets { icon: ICON.to_owned(), ..Assets::default() };
    let base_address = base_address.map(str::to_owned);
    let first = "first()".to_owned();
    let site = Site { assets, first, base_address, ..Site::default() };
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    tokio::task::LocalSet::new().block_on(&runtime, not_found(&site))
}

fn links(html: &str) -> Vec<&str> {
    html.split(" href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

/// The paths of the menu in both languages, each after `root`, and the icon before them.
fn expected(root: &str) -> Vec<String> {
    let views = Language::ALL
        .iter()
        .flat_map(|language| Route::VIEWS.map(|route| View { language: *language, route }));
    let paths = views.map(|view| view.path(&DATASET));
    [ICON.to_owned()].into_iter().chain(paths).map(|path| format!("{root}{path}")).collect()
}

#[test]
fn with_a_base_address_the_links_are_whole_and_there_is_no_script() {
    let html = written(Some("https://example.vn/dak-so/"));
    assert_eq!(links(&html), expected("https://example.vn/dak-so/"));
    // None but the one that stands in every page.
    assert_eq!(html.matches("<script").count(), 1);
    assert!(html.contains("<script>first()</script><style>"));
}

#[test]
fn without_one_the_links_are_from_the_folder_and_a_script_finds_it() {
    let html = written(None);
    let written = links(&html);
    let mut expected = expected("");
    // An empty link would lead to the address itself.
    expected.iter_mut().filter(|path| path.is_empty()).for_each(|path| path.push_str("./"));
    assert_eq!(written, expected);
    let script = html.split("<script>").nth(2).unwrap().split("</script>").next().unwrap();
    assert_eq!(script, include_str!("../static/not-found.js"));
}

#[test]
fn it_is_in_both_languages_and_not_for_search_engines() {
    let html = written(None);
    for language in Language::ALL {
        let text = messages(*language);
        assert!(html.contains(text.not_found_title) && html.contains(text.not_found_text));
    }
    assert!(html.contains("<meta name=\"robots\" content=\"noindex\""));
}
