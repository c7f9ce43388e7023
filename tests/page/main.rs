//! The page rendered natively: what it says before any script runs, in both languages.
#![cfg(all(feature = "site", not(target_arch = "wasm32")))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "A test that cannot go on has failed.")]

mod first_seen;
mod installed;
mod marks;
mod pictures;
mod sources;

use std::collections::BTreeSet;
use std::path::Path;

use dak_so::chart::{ChartId, WIDTHS};
use dak_so::embedded::{DATASET, EDITION};
use dak_so::i18n::{
    amount, arithmetic, comparison_reason, figure_citation, status_reason, target_gap, view_texts,
};
use dak_so::model::{Field, Language, Slug};
use dak_so::query::{Status, comparisons, field, ledger};
use dak_so::render::Fonts;
use dak_so::site::{Assets, Pictures, Site, citation_files, document, link_picture, oembed_files};
use dak_so::state::{Route, View, charts, page_of};

fn site() -> Site {
    let assets = Assets {
        app: "assets/app.js".to_owned(),
        wasm: "assets/app.wasm".to_owned(),
        wasm_integrity: "sha256-x".to_owned(),
        start: "assets/start.js".to_owned(),
        icon: "assets/icon.svg".to_owned(),
        frame: "assets/frame.js".to_owned(),
        dialogs: "assets/dialogs.js".to_owned(),
    };
    Site {
        assets,
        style: "p>a{color:red}".to_owned(),
        first: "first()".to_owned(),
        base_address: None,
    }
}

fn fonts() -> Fonts {
    Fonts::load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn written(site: &Site, view: View) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    thread_local! {
        static PICTURES: Pictures = Pictures::draw(&WIDTHS).unwrap();
    }
    PICTURES.with(|pictures| {
        tokio::task::LocalSet::new().block_on(&runtime, document(site, pictures, view))
    })
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
            ChartId::Pair,
            "Đắk Lắk 22,86, Đắk Nông 16,36 thuê bao/100 dân: gấp khoảng 1,40 lần.",
        ),
        (Language::Vi, ChartId::Subscriptions, "8 chỉ số đã công bố, 1 chỉ số có ở cả hai tỉnh."),
        (
            Language::Vi,
            ChartId::Coverage,
            "Đắk Nông công bố 5 chỉ số phủ sóng và kết nối; Đắk Lắk không công bố tỷ lệ nào.",
        ),
        (
            Language::Vi,
            ChartId::Targets,
            "Đắk Nông đặt 17 chỉ tiêu: 1 đạt muộn, 2 không so được, 14 không có số liệu công bố. \
             Đắk Lắk không đặt chỉ tiêu nào bằng số.",
        ),
        (
            Language::Vi,
            ChartId::Government,
            "Đắk Nông có 5 tỷ lệ, Đắk Lắk có 4 tỷ lệ; không chỉ số nào có ở cả hai tỉnh.",
        ),
        (
            Language::En,
            ChartId::Pair,
            "Đắk Lắk 22.86, Đắk Nông 16.36 subscriptions per 100 people: about 1.40 times as many.",
        ),
        (
            Language::En,
            ChartId::Subscriptions,
            "8 indicators were published, 1 of them by both provinces.",
        ),
        (
            Language::En,
            ChartId::Coverage,
            "Đắk Nông published 5 indicators of coverage; Đắk Lắk published none.",
        ),
        (
            Language::En,
            ChartId::Targets,
            "Đắk Nông set 17 targets: 1 met later, 2 not comparable, 14 with no published figure. \
             Đắk Lắk set no target in numbers.",
        ),
        (
            Language::En,
            ChartId::Government,
            "Shares published: 5 by Đắk Nông, 4 by Đắk Lắk; no indicator by both provinces.",
        ),
    ];
    for (language, chart, sentence) in cases {
        let view = View { language, route: page_of(chart) };
        assert!(text(&written(&site(), view)).contains(sentence), "{sentence}");
    }
}

#[test]
fn every_figure_in_a_table_is_the_one_of_the_data() {
    for language in Language::ALL {
        let mut shown = 0;
        for route in views_of_fields().chain([Route::Home, Route::Targets]) {
            let html = written(&site(), View { language: *language, route });
            let links = html.split("<a ").skip(1);
            let is_value = |link: &&str| {
                link.split('>').next().is_some_and(|tag| tag.contains("class=\"value\""))
            };
            for cell in links.filter(is_value) {
                let slug = cell.split("data-figure=\"").nth(1).unwrap().split('"').next().unwrap();
                let figure = DATASET.observation(DATASET.observation_named(slug).unwrap());
                let rest = text(&format!("<a {}", cell.split("</div>").next().unwrap()));
                let amount = amount(*language, &DATASET, figure).replace('\u{a0}', " ");
                assert!(rest.starts_with(&amount), "{slug}: {rest} instead of {amount}");
                shown += usize::from(rest.contains(figure.printed));
            }
        }
        let all = DATASET.observations.len();
        assert!(shown >= all, "only {shown} of {all} figures with their printed token");
    }
}

fn views_of_fields() -> impl Iterator<Item = Route> {
    Field::ALL.iter().map(|field| Route::Field(*field))
}

#[test]
fn every_figure_is_reached_from_the_view_of_its_field() {
    for language in Language::ALL {
        for (id, figure) in DATASET.observations() {
            let route = Route::Field(field(&DATASET, figure.indicator));
            let view = View { language: *language, route };
            let link = format!("href=\"{}\"", view.link(&DATASET, view.at(Route::Figure(id))));
            assert!(written(&site(), view).contains(&link), "{route:?} has no {}", figure.slug);
        }
    }
}

#[test]
fn every_fact_without_a_number_and_every_computed_value_is_said_in_the_view_of_its_field() {
    for language in Language::ALL {
        let page = |indicator| {
            let route = Route::Field(field(&DATASET, indicator));
            text(&written(&site(), View { language: *language, route }))
        };
        for (_, statement) in DATASET.statements() {
            let said = statement.status.get(*language);
            assert!(page(statement.indicator).contains(said), "{said}");
        }
        for (id, derivation) in DATASET.derivations() {
            let said = arithmetic(*language, &DATASET, id).replace('\u{a0}', " ");
            assert!(page(derivation.indicator).contains(&said), "{}: {said}", derivation.slug);
        }
    }
}

#[test]
fn a_contradiction_within_a_document_is_shown_with_its_arithmetic() {
    let route = Route::Field(Field::Subscriptions);
    let text = text(&written(&site(), View { language: Language::En, route }));
    for said in [
        "2,000,000 ÷ 105.9 × 100 ≈ 1,890,000",
        "274,000 ÷ 28.4 × 100 ≈ 965,000",
        "1,890,000 ÷ 965,000 ≈ 1.96",
        "at least one of the four printed figures is wrong",
    ] {
        assert!(text.contains(said), "{said}");
    }
}

#[test]
fn the_economy_over_time_has_its_published_computed_and_promised_values() {
    let route = Route::Field(Field::Economy);
    let html = written(&site(), View { language: Language::Vi, route });
    assert!(text(&html).contains("6,64 − 0,25 ≈ 6,39"));
    let table = html.split("data-sides=\"table\"").nth(1).unwrap();
    let table = text(table.split("</table>").next().unwrap());
    // A row a year: that nothing came of the year of the target is said in its place.
    let places = ["2022", "ước 6,64%", "2023", "7,5%", "không công bố số liệu", "2024", "9,44%"]
        .map(|value| table.find(value).unwrap_or_else(|| panic!("{value}")));
    assert!(places.is_sorted(), "{places:?}: {table}");
}

#[test]
fn every_target_has_a_row_with_its_status_in_words() {
    for language in Language::ALL {
        let html = written(&site(), View { language: *language, route: Route::Targets });
        let entries = ledger(&DATASET);
        let rows: Vec<&str> = html.split("<tr data-row=\"").skip(1).collect();
        assert_eq!(rows.len(), entries.len());
        for entry in entries {
            let target = DATASET.observation(entry.target);
            let name = format!("data-figure=\"{}\"", target.slug);
            let row = rows.iter().find(|row| row.contains(&name)).unwrap();
            let row = row.split("</tr>").next().unwrap();
            let said = text(row);
            for words in [
                status_reason(*language, &DATASET, &entry),
                target_gap(*language, &DATASET, &entry),
            ] {
                assert!(said.contains(&words.replace('\u{a0}', " ")), "{}: {words}", target.slug);
            }
            let silent = view_texts(*language).no_result;
            assert_eq!(said.contains(silent), entry.status == Status::NoActual, "{}", target.slug);
            let section = format!(" id=\"{}\"", entry.status.slug());
            let of_status = html.split(&section).nth(1).unwrap();
            let of_status = of_status.split("</section>").next().unwrap();
            assert!(of_status.contains(&name), "{} is not in its group", target.slug);
        }
    }
}

#[test]
fn the_start_page_counts_the_promises_and_leads_to_them() {
    for (language, to_targets) in [(Language::Vi, "muc-tieu/"), (Language::En, "../en/targets/")] {
        let html = page(language);
        let entries = ledger(&DATASET);
        for status in Status::ALL {
            let count = entries.iter().filter(|entry| entry.status == *status).count();
            let link = format!("href=\"{to_targets}#{}\"", status.slug());
            assert_eq!(html.contains(&link), count > 0, "{link}");
            let counted = format!("<strong>{count}</strong> <span><a {link}>");
            assert_eq!(html.contains(&counted), count > 0, "{counted}");
        }
    }
}

#[test]
fn the_start_page_lists_the_views_of_what_was_published_without_a_number() {
    for (language, listed) in [
        (Language::Vi, "không kèm con số: Phủ sóng (6), Chính quyền số (6)"),
        (Language::En, "without a number: Coverage (6), Government (6)"),
    ] {
        let said = text(&page(language));
        assert!(said.contains(listed), "{listed}");
    }
}

#[test]
fn the_page_of_a_figure_leads_back_to_its_view() {
    let id = DATASET.observation_named("dn-e-tax-2024-08").unwrap();
    let html = written(&site(), View { language: Language::Vi, route: Route::Figure(id) });
    let crumb = html.split("class=\"crumb\"").nth(1).unwrap().split("</p>").next().unwrap();
    assert!(crumb.contains("href=\"../../chinh-quyen-so/\""), "{crumb}");
}

#[test]
fn rendering_twice_gives_the_same_page() {
    for language in Language::ALL {
        assert_eq!(page(*language), page(*language));
    }
}

#[test]
fn each_chart_has_its_heading_takeaway_source_and_table() {
    for chart in ChartId::ALL {
        let html = written(&site(), View { language: Language::Vi, route: page_of(*chart) });
        let id = chart.slug();
        let figure = html.split(&format!("<figure id=\"{id}\"")).nth(1).unwrap();
        let figure = figure.split("</figure>").next().unwrap();
        for part in [
            "<h2 ",
            "class=\"takeaway\"",
            "class=\"legend\"",
            "<svg class=\"w328\"",
            "class=\"w928\"",
            "charts/vi/",
            "class=\"source\"",
            "<table",
        ] {
            assert!(figure.contains(part), "{id} has no {part}");
        }
    }
}

#[test]
fn every_chart_stands_on_one_page() {
    for chart in ChartId::ALL {
        let mut pages = Route::VIEWS.into_iter().filter(|route| charts(*route).contains(chart));
        assert_eq!((pages.next(), pages.next()), (Some(page_of(*chart)), None), "{chart:?}");
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
    for route in Route::VIEWS.into_iter().chain([Route::Figure(id)]) {
        for language in Language::ALL {
            let view = View { language: *language, route };
            let html = written(&site, view);
            let address = |view: View| format!("{base}{}", view.path(&DATASET));
            let own = address(view);
            assert_eq!(values(&html, "<link rel=\"canonical\"", "href"), [own.as_str()]);
            let (vi, en) = (view.in_language(Language::Vi), view.in_language(Language::En));
            let languages = [address(vi), address(en), address(vi)];
            let found = values(&html, "<link rel=\"alternate\" hreflang", "href");
            assert_eq!(found, languages);
            let names = ["vi", "en", "x-default"];
            assert_eq!(values(&html, "<link rel=\"alternate\"", "hreflang"), names);
            assert_eq!(values(&html, "<meta property=\"og:url\"", "content"), [own.as_str()]);
            let fonts = Fonts::load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
            let picture = link_picture(view, &fonts).unwrap();
            let address = format!("{base}{}", picture.path);
            assert_eq!(values(&html, "<meta property=\"og:image\"", "content"), [address.as_str()]);
            assert!(picture.content.starts_with(b"\x89PNG"));
            // Within the site, links stay relative.
            let links = values(&html, "<a", "href");
            assert!(links.len() > 10 && !links.iter().any(|link| link.contains("://")));
        }
    }
}

#[test]
fn an_embed_is_its_chart_with_all_that_makes_it_true_and_nothing_else() {
    let base = "https://example.vn/dak-so/";
    let site = Site { base_address: Some(base.to_owned()), ..site() };
    for language in Language::ALL {
        for chart in ChartId::ALL {
            let view = View { language: *language, route: Route::Embed(*chart) };
            let html = written(&site, view);
            let said = text(&html);
            let of_chart = view.at(page_of(*chart));
            let whole = written(&site, of_chart);
            let figure = whole.split(&format!("<figure id=\"{}\"", chart.slug())).nth(1).unwrap();
            for part in ["class=\"takeaway\"", "class=\"w200\"", "class=\"w928\""] {
                let of = |html: &str| {
                    let rest = html.split(part).nth(1).unwrap_or_else(|| panic!("no {part}"));
                    rest.split("</p>").next().unwrap().split("</svg>").next().unwrap().to_owned()
                };
                assert_eq!(of(&html), of(figure), "{chart:?}: {part}");
            }
            let notes = |html: &str| html.matches("<div class=\"notes\">").count();
            let figure = figure.split("</figure>").next().unwrap();
            assert_eq!(notes(&html), notes(figure), "{chart:?}");
            assert!(said.contains(DATASET.sources[0].title_vi) || *chart != ChartId::Coverage);
            let link = format!("{}#{}", view.link(&DATASET, of_chart), chart.slug());
            assert!(values(&html, "<a", "href").contains(&link.as_str()), "{chart:?}: {link}");
            let canonical = format!("{base}{}", of_chart.path(&DATASET));
            assert_eq!(values(&html, "<link rel=\"canonical\"", "href"), [canonical.as_str()]);
            let oembed = format!("{base}oembed/{}/{}.json", language.slug(), chart.slug());
            for page in [&html, &whole] {
                assert!(page.contains("application/json+oembed") && page.contains(&oembed));
            }
            for absent in ["<nav", "id=\"scheme\"", "<dialog", "assets/start.js", "rel=\"preload\""]
            {
                assert!(!html.contains(absent), "{chart:?} has {absent}");
            }
        }
    }
    let files = oembed_files(&site);
    assert_eq!(files.len(), 2 * ChartId::ALL.len());
    for file in files {
        let answer: serde_json::Value = serde_json::from_slice(&file.content).unwrap();
        let html = answer["html"].as_str().unwrap();
        assert!(html.contains(&format!("<iframe src=\"{base}")), "{html}");
        let picture = answer["thumbnail_url"].as_str().unwrap();
        assert!(picture.starts_with(&format!("{base}charts/")), "{picture}");
    }
}

#[test]
fn the_edition_of_the_data_stands_at_the_foot_of_every_page() {
    let id = DATASET.observation_named("dl-fixed-broadband-2024-12").unwrap();
    let mut found = BTreeSet::new();
    for route in Route::VIEWS.into_iter().chain([Route::Figure(id), Route::Embed(ChartId::Pair)]) {
        for language in Language::ALL {
            let html = written(&site(), View { language: *language, route });
            let line =
                html.split("<p class=\"edition\">").nth(1).unwrap_or_else(|| panic!("{route:?}"));
            let hash = line.split("<code>").nth(1).unwrap().split("</code>").next().unwrap();
            assert!(hash.len() == 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()), "{hash}");
            found.insert(hash.to_owned());
        }
    }
    assert_eq!(found.len(), 1, "{found:?}");
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

#[test]
fn every_figure_and_every_chart_is_cited_in_both_languages_and_as_files() {
    let files = citation_files(&site());
    let files: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let offered = |html: &str, view: View| {
        let links = values(html, "<a", "href").into_iter();
        let links = links.filter_map(|link| link.strip_prefix(view.root()).map(str::to_owned));
        links.filter(|link| link.starts_with("cite/")).collect::<Vec<_>>()
    };
    let (mut all, mut of_pages) = (files.clone(), Vec::new());
    for (id, figure) in DATASET.observations() {
        let view = View { language: Language::En, route: Route::Figure(id) };
        let html = written(&site(), view);
        for &language in Language::ALL {
            let cited = html.split("<details class=\"cite\">").nth(1).unwrap();
            let sentence = figure_citation(language, &DATASET, id, &EDITION.version, &EDITION.date);
            let cited = cited.split(&format!("<p lang=\"{}\">", language.slug())).nth(1).unwrap();
            let cited = text(cited.split("</p>").next().unwrap());
            assert!(cited.starts_with(&sentence), "{}: {cited}", figure.slug);
        }
        of_pages.extend(offered(&html, view));
    }
    for language in Language::ALL {
        for chart in ChartId::ALL {
            let view = View { language: *language, route: page_of(*chart) };
            let html = written(&site(), view);
            let figure = html.split(&format!("<figure id=\"{}\"", chart.slug())).nth(1).unwrap();
            let figure = figure.split("</figure>").next().unwrap();
            assert!(figure.contains("<details class=\"cite\">"), "{}", chart.slug());
            for language in ["vi", "en"] {
                assert!(figure.contains(&format!("<p lang=\"{language}\">Đắk Số, ")));
            }
            of_pages.extend(offered(&html, view));
        }
    }
    all.sort_unstable();
    of_pages.sort_unstable();
    of_pages.dedup();
    assert!(of_pages == all, "a file without a link, or a link without a file: {of_pages:?}");
}

#[test]
fn citations_name_the_address_where_it_is_known() {
    let base = "https://example.vn/dak-so/";
    let known = Site { base_address: Some(base.to_owned()), ..site() };
    let id = DATASET.observation_named("dl-fixed-broadband-2024-12").unwrap();
    let view = View { language: Language::Vi, route: Route::Figure(id) };
    let cited = |site: &Site, view| {
        let html = written(site, view);
        let cited = html.split("<details class=\"cite\">").nth(1).unwrap();
        cited.split("</details>").next().unwrap().to_owned()
    };
    let figure = cited(&known, view);
    for address in ["so/dl-fixed-broadband-2024-12/", "en/figure/dl-fixed-broadband-2024-12/"] {
        assert!(figure.contains(&format!(", {base}{address}</p>")), "{figure}");
    }
    let chart = cited(&known, view.at(Route::Home));
    assert!(chart.contains(&format!(", {base}#like-for-like</p>")), "{chart}");
    for file in citation_files(&known) {
        let text = String::from_utf8(file.content).unwrap();
        assert!(text.contains(base), "{}", file.path);
    }

    let figure = cited(&site(), view);
    assert!(
        figure.contains("<span class=\"address\">địa chỉ của trang này</span></p>"),
        "{figure}"
    );
    for file in citation_files(&site()) {
        let text = String::from_utf8(file.content).unwrap();
        assert!(!text.contains("://"), "{}", file.path);
    }
}
