//! A reader finds every figure by what the page and the documents say about it.
#![cfg(all(feature = "embed", not(target_arch = "wasm32")))]
#![allow(clippy::panic, reason = "A test that cannot go on has failed.")]

use std::sync::LazyLock;

use dak_so::embedded::DATASET;
use dak_so::i18n::{amount, number, period, period_in_label, spoken, topic};
use dak_so::model::{Language, ObservationId, Slug};
use dak_so::query::{Query, fold, words_of};

/// The figures that a query finds, by the words with which the app looks for them.
fn search(text: &str) -> Vec<ObservationId> {
    static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let figures = DATASET.observations();
        figures.map(|(id, _)| words_of(&DATASET, id, spoken)).collect()
    });
    let query = Query::new(text);
    let figures = DATASET.observations().map(|(id, _)| id);
    figures.zip(&*WORDS).filter(|(_, words)| query.fits(words)).map(|(id, _)| id).collect()
}

#[test]
fn every_figure_is_found_by_all_that_is_said_about_it() {
    for (id, figure) in DATASET.observations() {
        let indicator = DATASET.indicator(figure.indicator);
        let source = DATASET.source(figure.source);
        let own = [figure.slug, figure.printed, source.title_vi, source.author];
        let mut said: Vec<String> = own.into_iter().map(str::to_owned).collect();
        said.extend([figure.value.to_string(), figure.period.to_string()]);
        for &language in Language::ALL {
            said.extend([
                DATASET.province(figure.province).name.get(language).to_owned(),
                indicator.name.get(language).to_owned(),
                indicator.definition.get(language).to_owned(),
                topic(language, indicator.topic).to_owned(),
                number(language, figure.value),
                amount(language, &DATASET, figure),
                period(language, figure.period),
                period_in_label(language, figure.period),
            ]);
        }
        let said = said.join(" ");
        for typed in [fold(&said), said.to_uppercase(), said] {
            assert_eq!(search(&typed), [id], "{typed:?}");
        }
    }
}

#[test]
fn words_narrow_the_search() {
    let check = |text: &str, expected: &[&str]| {
        let found = search(text);
        let found: Vec<&str> = found.iter().map(|&id| DATASET.observation(id).slug).collect();
        assert_eq!(found, expected, "{text:?}");
    };
    let both = ["dn-fixed-broadband-2024-08", "dl-fixed-broadband-2024-12"];
    check("thuê bao băng rộng cố định trên 100 dân", &both);
    check("bang rong co dinh thue bao/100 dan", &both);
    check("fixed-broadband subscriptions per 100", &both);
    check("đắk nông 16,36", &both[..1]);
    check("dak lak fixed broadband", &both[1..]);
    check("22.86", &both[1..]);
    check("1607294", &["dn-it-industry-revenue-2022-09"]);
    check("9/2022", &["dn-it-industry-revenue-2022-09"]);
    check("tháng 09/2022", &["dn-it-industry-revenue-2022-09"]);
    check("chỉ tiêu 5G", &["dn-5g-coverage-2023-target"]);
    check("2 triệu", &["dl-phone-count-2019"]);
    check("2.000.000", &["dl-phone-count-2019"]);
    check("90–95%", &["dn-misinformation-handled-2025-target"]);
    check("Đắk Nông 2019", &[]);
    check("không có từ này", &[]);
    assert_eq!(search("").len(), DATASET.observations.len());
}
