//! The page rendered natively: what it says before any script runs, in both languages.
#![cfg(all(feature = "ssr", not(target_arch = "wasm32")))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "A test that cannot go on has failed.")]

use std::path::Path;

use dak_so::embedded::DATASET;
use dak_so::i18n::{amount, comparison_reason};
use dak_so::model::{Language, Slug};
use dak_so::pages::{Assets, Site, document, link_picture};
use dak_so::query::comparisons;
use dak_so::render::Fonts;
use dak_so::state::{Route, View};

fn site() -> Site {
    let assets = Assets {
        app: "assets/app.js".to_owned(),
        wasm: "assets/app.wasm".to_owned(),
        start: "assets/start.js".to_owned(),
        icon: "assets/icon.svg".to_owned(),
    };
    Site { assets, style: "p>a{color:red}".to_owned(), base_address: None }
}

fn written(site: &Site, view: View) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    tokio::task::LocalSet::new().block_on(&runtime, document(site, view)).unwrap()
}

fn page(language: Language) -> String {
    written(&site(), View { language, route: Route::Home })
}

/// The text of a page as a reader sees it: without tags, with plain spaces.
fn text(html: &str) -> String {
    let mut text = String::new();
    for (index, part) in html.split('<').enumerate() {
        let shown =
            if index == 0 { part } else { part.split_once('>').map_or("", |(_, rest)| rest) };
        text.push_str(shown);
    }
    text.replace('\u{a0}', " ")
        .replace("&#x2F;", "/")
        .replace("&#x27;", "'")
        .replace("&quot;", "\"")
}

#[test]
fn takeaways_are_computed_and_in_the_language() {
    let cases = [
        (
            Language::Vi,
            [
                "Đắk Lắk 22,86, Đắk Nông 16,36 thuê bao/100 dân: gấp khoảng 1,40 lần.",
                "8 chỉ số đã công bố, 1 chỉ số có ở cả hai tỉnh.",
                "Đắk Nông công bố 5 chỉ số phủ sóng và kết nối; Đắk Lắk không công bố tỷ lệ nào.",
                "Đắk Nông đặt 17 chỉ tiêu: 1 đạt muộn, 2 không so được, 14 không có số liệu công \
                 bố. Đắk Lắk không đặt chỉ tiêu nào bằng số.",
            ],
        ),
        (
            Language::En,
            [
                "Đắk Lắk 22.86, Đắk Nông 16.36 subscriptions per 100 people: about 1.40 times as \
                 many.",
                "8 indicators were published, 1 of them by both provinces.",
                "Đắk Nông published 5 indicators of coverage; Đắk Lắk published none.",
                "Đắk Nông set 17 targets: 1 met later, 2 not comparable, 14 with no published \
                 figure. Đắk Lắk set no target in numbers.",
            ],
        ),
    ];
    for (language, sentences) in cases {
        let text = text(&page(language));
        for sentence in sentences {
            assert!(text.contains(sentence), "{sentence}");
        }
    }
}

#[test]
fn every_figure_in_a_table_is_the_one_of_the_data() {
    for language in Language::ALL {
        let html = page(*language);
        let mut shown = 0;
        for cell in html.split("data-figure=\"").skip(1) {
            let (slug, rest) = cell.split_once('"').unwrap();
            let figure = DATASET.observation(DATASET.observation_named(slug).unwrap());
            let rest = text(&format!("<strong{}", rest.split("</div>").next().unwrap()));
            let amount = amount(*language, &DATASET, figure).replace('\u{a0}', " ");
            assert!(rest.starts_with(&amount), "{slug}: {rest} instead of {amount}");
            assert!(rest.contains(figure.printed), "{slug}: no printed token in {rest}");
            shown += 1;
        }
        assert!(shown >= 30, "only {shown} figures in the tables");
    }
}

#[test]
fn rendering_twice_gives_the_same_page() {
    for language in Language::ALL {
        assert_eq!(page(*language), page(*language));
    }
}

#[test]
fn each_chart_has_its_heading_takeaway_source_and_table() {
    let html = page(Language::Vi);
    for chart in dak_so::chart::ChartId::ALL {
        let id = chart.slug();
        let figure = html.split(&format!("<figure id=\"{id}\"")).nth(1).unwrap();
        let figure = figure.split("</figure>").next().unwrap();
        for part in [
            "<h2 ",
            "class=\"takeaway\"",
            "class=\"legend\"",
            "<svg class=\"w328\"",
            "<svg class=\"w928\"",
            "charts/vi/",
            "class=\"source\"",
            "<table>",
        ] {
            assert!(figure.contains(part), "{id} has no {part}");
        }
    }
}

/// Every value of an attribute in elements that start in a way.
fn values<'a>(html: &'a str, start: &str, attribute: &str) -> Vec<&'a str> {
    let attribute = format!(" {attribute}=\"");
    let elements = html.split(start).skip(1).filter_map(|rest| rest.split('>').next());
    elements.filter_map(|element| element.split(&attribute).nth(1)?.split('"').next()).collect()
}

#[test]
fn with_a_base_address_every_page_names_its_own_and_that_of_the_other_language() {
    let base = "https://example.vn/dak-so/";
    let site = Site { base_address: Some(base.to_owned()), ..site() };
    let id = DATASET.observation_named("dl-fixed-broadband-2024-12").unwrap();
    for route in [Route::Home, Route::Figures, Route::Sources, Route::Figure(id)] {
        for language in Language::ALL {
            let view = View { language: *language, route };
            let html = written(&site, view);
            let address = |view: View| format!("{base}{}", view.path(&DATASET));
            let own = address(view);
            assert_eq!(values(&html, "<link rel=\"canonical\"", "href"), [own.as_str()]);
            let (vi, en) = (view.in_language(Language::Vi), view.in_language(Language::En));
            let languages = [address(vi), address(en), address(vi)];
            assert_eq!(values(&html, "<link rel=\"alternate\"", "href"), languages);
            let names = ["vi", "en", "x-default"];
            assert_eq!(values(&html, "<link rel=\"alternate\"", "hreflang"), names);
            assert_eq!(values(&html, "<meta property=\"og:url\"", "content"), [own.as_str()]);
            let fonts = Fonts::load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
            let picture = link_picture(view, &fonts).unwrap();
            let address = format!("{base}{}", picture.path);
            assert_eq!(values(&html, "<meta property=\"og:image\"", "content"), [address.as_str()]);
            assert!(picture.content.starts_with(b"\x89PNG"));
            // Within the site, links stay relative.
            assert!(!values(&html, "<a ", "href").iter().any(|link| link.contains("://")));
        }
    }
}

#[test]
fn without_a_base_address_nothing_is_said_that_needs_one() {
    for language in Language::ALL {
        let html = page(*language);
        for absent in ["canonical", "rel=\"alternate\"", "og:url", "og:image", "twitter:card"] {
            assert!(!html.contains(absent), "{absent}");
        }
        assert_eq!(values(&html, "<meta property=\"og:title\"", "content").len(), 1);
    }
}

#[test]
fn a_page_of_a_figure_has_all_that_can_be_said_of_it() {
    for language in Language::ALL {
        for (id, figure) in DATASET.observations() {
            let view = View { language: *language, route: Route::Figure(id) };
            let text = text(&written(&site(), view));
            let indicator = DATASET.indicator(figure.indicator);
            let source = DATASET.source(figure.source);
            let amount = amount(*language, &DATASET, figure).replace('\u{a0}', " ");
            let paragraph = figure.paragraph.to_string();
            let said = [
                amount.as_str(),
                indicator.name.get(*language),
                indicator.definition.get(*language),
                source.title_vi,
                source.note.get(*language),
                figure.note.get(*language),
                figure.printed,
                figure.slug,
                &paragraph,
            ];
            for said in said {
                assert!(text.contains(said), "{}: {said:?}", figure.slug);
            }
            // Every figure that it may be tempted to be compared with, with the reason.
            for pair in comparisons(&DATASET) {
                if pair.left == id || pair.right == id {
                    let reason = comparison_reason(*language, &DATASET, &pair);
                    assert!(text.contains(&reason.replace('\u{a0}', " ")), "{reason}");
                }
            }
        }
    }
}
