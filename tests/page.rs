//! The page rendered natively: what it says before any script runs, in both languages.
#![cfg(all(feature = "ssr", not(target_arch = "wasm32")))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "A test that cannot go on has failed.")]

use dak_so::embedded::DATASET;
use dak_so::i18n::amount;
use dak_so::model::{Language, Slug};
use dak_so::pages::{Assets, Site, document};
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
