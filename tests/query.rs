//! What the real data say: the answers that readers will quote.
#![cfg(all(feature = "embed", not(target_arch = "wasm32")))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "A test that cannot go on has failed.")]

use dak_so::embedded::DATASET;
use dak_so::i18n::{arithmetic, comparison_reason, derived_amount, status_reason};
use dak_so::model::{DerivationId, Field, Kind, Language, ObservationId, ProvinceId, Slug};
use dak_so::query::{
    Absence, EntryContext, Reason, Status, Verdict, compare, comparisons, derive, field, figure,
    ledger,
};

fn id(slug: &str) -> ObservationId {
    DATASET.observation_named(slug).unwrap_or_else(|| panic!("no figure {slug}"))
}

fn derivation(slug: &str) -> DerivationId {
    let found = DATASET.derivations().find(|(_, derivation)| derivation.slug == slug);
    found.unwrap_or_else(|| panic!("no derivation {slug}")).0
}

#[test]
fn all_figures_are_there() {
    let of = |kind| DATASET.observations.iter().filter(|figure| figure.kind == kind).count();
    assert_eq!((of(Kind::Actual), of(Kind::Target), of(Kind::Change)), (63, 17, 7));
}

#[test]
fn only_fixed_broadband_can_be_compared() {
    let same: Vec<_> =
        comparisons(&DATASET).into_iter().filter(|pair| pair.difference.is_some()).collect();
    let [pair] = same.as_slice() else { panic!("{same:?}") };
    assert_eq!(pair.left, id("dn-fixed-broadband-2024-08"));
    assert_eq!(pair.right, id("dl-fixed-broadband-2024-12"));
    let turned = compare(&DATASET, pair.right, pair.left).difference.unwrap();
    assert_eq!(turned.difference.to_string(), "6.50");
    assert_eq!(turned.ratio.unwrap().to_string(), "1.40");
    assert!(turned.approximate, "22.86 ÷ 16.36 is 1.3973…");
}

#[test]
fn every_pair_has_a_verdict_and_says_why() {
    let check = |left, right, verdict, vi: &str, en: &str| {
        let found = compare(&DATASET, id(left), id(right));
        assert_eq!(found.verdict, verdict, "{left}, {right}");
        assert_eq!(comparison_reason(Language::Vi, &DATASET, &found), vi);
        assert_eq!(comparison_reason(Language::En, &DATASET, &found), en);
    };
    check(
        "dn-fixed-broadband-2024-08",
        "dl-fixed-broadband-2024-12",
        Verdict::Same,
        "Cùng một chỉ số, cách nhau 4 tháng.",
        "One indicator, 4 months apart.",
    );
    check(
        "dn-smartphone-owners-2024-08",
        "dl-smartphone-subscribers-2024-12",
        Verdict::DifferentDefinition,
        "“Người dân có điện thoại thông minh” tính trên dân số, “Thuê bao dùng điện thoại thông \
         minh” tính trên thuê bao di động.",
        "“People with a smartphone” is a share of people, “Subscribers using a smartphone” of \
         mobile subscriptions.",
    );
    check(
        "dn-mobile-broadband-2024-08",
        "dl-mobile-2024-12",
        Verdict::DifferentDefinition,
        "“Thuê bao băng rộng di động” và “Thuê bao di động các loại” đếm những thứ khác nhau.",
        "“Mobile-broadband subscriptions” and “Mobile subscriptions of any kind” count different \
         things.",
    );
    check(
        "dn-telecom-revenue-2022",
        "dl-telecom-revenue-2019",
        Verdict::DifferentPeriod,
        "Cùng một chỉ số nhưng cách nhau 36 tháng: chênh lệch do thời gian hay do địa phương thì \
         không tách được.",
        "One indicator but 36 months apart: what is due to time and what to place cannot be told.",
    );
    check(
        "dn-e-tax-2024-08",
        "dl-base-stations-2024-12",
        Verdict::NotComparable,
        "Hai chỉ số không liên quan.",
        "The indicators are unrelated.",
    );
}

#[test]
fn a_difference_is_only_ever_within_one_indicator() {
    for (left, a) in DATASET.observations() {
        for (right, b) in DATASET.observations() {
            let found = compare(&DATASET, left, right);
            if found.difference.is_some() {
                assert_eq!(a.indicator, b.indicator);
                assert_ne!(a.province, b.province);
            }
            if a.indicator != b.indicator {
                assert!(!matches!(found.reason, Reason::MonthsApart(_)));
            }
        }
    }
}

#[test]
fn absences_say_why() {
    let ask = |province, indicator| {
        figure(&DATASET, province, DATASET.indicator_named(indicator).unwrap())
    };
    use ProvinceId::{DakLak, DakNong};
    assert_eq!(ask(DakLak, "4g-population"), Err(Absence::NotPublished));
    assert!(matches!(ask(DakLak, "fibre-communes"), Err(Absence::OnlyStatement(_))));
    assert!(matches!(ask(DakNong, "5g-coverage"), Err(Absence::OnlyStatement(_))));
    assert!(matches!(ask(DakNong, "citizen-app"), Err(Absence::OnlyTarget(_))));
    assert!(matches!(ask(DakNong, "newly-covered-villages"), Err(Absence::OnlyChange(_))));
    assert_eq!(ask(DakNong, "fibre-communes"), Ok(id("dn-fibre-communes-2024-08")));
}

#[test]
fn derivations_show_their_arithmetic() {
    let check = |slug, vi: &str, en: &str, amount: &str| {
        let id = derivation(slug);
        assert_eq!(arithmetic(Language::Vi, &DATASET, id), vi);
        assert_eq!(arithmetic(Language::En, &DATASET, id), en);
        let indicator = DATASET.indicator(DATASET.derivation(id).indicator);
        let derived = derive(&DATASET, id).unwrap();
        let found = derived_amount(Language::Vi, indicator, derived).replace('\u{a0}', " ");
        assert_eq!(found, amount, "{slug}");
    };
    check(
        "dn-digital-economy-share-2021-derived",
        "6,64 − 0,25 ≈ 6,39",
        "6.64 − 0.25 ≈ 6.39",
        "khoảng 6,39%",
    );
    check("dn-dti-rank-2020-derived", "41 + 13 = 54", "41 + 13 = 54", "hạng 54");
    check("dn-fibre-communes-share-2022", "71 ÷ 71 × 100 = 100", "71 ÷ 71 × 100 = 100", "100%");
    check(
        "dn-mobile-money-growth-2022-derived",
        "15.321 ÷ 10.280 ≈ 1,49",
        "15,321 ÷ 10,280 ≈ 1.49",
        "khoảng 1,49 lần",
    );
    check(
        "dl-population-implied-by-internet-2019",
        "274.000 ÷ 28,4 × 100 ≈ 965.000",
        "274,000 ÷ 28.4 × 100 ≈ 965,000",
        "khoảng 965.000 người",
    );
    check(
        "dl-population-implied-ratio-2019",
        "1.890.000 ÷ 965.000 ≈ 1,96",
        "1,890,000 ÷ 965,000 ≈ 1.96",
        "khoảng 1,96 lần",
    );
}

#[test]
fn every_derivation_has_a_value() {
    for (id, derivation) in DATASET.derivations() {
        assert!(derive(&DATASET, id).is_some(), "{}", derivation.slug);
    }
}

#[test]
fn the_ledger_tells_what_became_of_each_target() {
    let entries = ledger(&DATASET);
    let count = |status| entries.iter().filter(|entry| entry.status == status).count();
    let counts: Vec<usize> = Status::ALL.iter().map(|status| count(*status)).collect();
    assert_eq!(counts, [0, 1, 0, 2, 14]);

    let entry = |slug| entries.iter().find(|entry| entry.target == id(slug)).unwrap();
    let share = entry("dn-digital-economy-share-2023-target");
    assert_eq!(share.status, Status::MetLater);
    assert_eq!(share.actual, Some(id("dn-digital-economy-share-2024")));
    assert_eq!(share.gap.unwrap().to_string(), "1.94");
    assert_eq!(
        status_reason(Language::Vi, &DATASET, share),
        "Không có số liệu đúng kỳ; về sau: 9,44% (năm 2024)."
    );

    let mobile = entry("dn-3g-4g-coverage-2023-target");
    assert_eq!(mobile.status, Status::NotComparable);
    assert_eq!(mobile.actual, None);
    assert!(mobile.context.contains(&EntryContext::Neighbour(id("dn-4g-population-2024-08"))));

    let fifth = entry("dn-5g-coverage-2023-target");
    assert_eq!(fifth.status, Status::NoActual);
    assert!(matches!(
        fifth.context.as_slice(),
        [EntryContext::Statement(_), EntryContext::Statement(_)]
    ));
}

#[test]
fn no_status_is_claimed_without_a_figure_of_the_same_indicator() {
    for entry in ledger(&DATASET) {
        let target = DATASET.observation(entry.target);
        match entry.status {
            Status::Met | Status::MetLater | Status::NotMet => {
                let actual = DATASET.observation(entry.actual.unwrap());
                assert_eq!(actual.indicator, target.indicator);
            }
            Status::NotComparable | Status::NoActual => assert_eq!(entry.gap, None),
        }
    }
}

#[test]
fn readers_find_a_figure_in_the_field_where_they_look_for_it() {
    let check = |indicator: &str, expected: Field| {
        let indicator = DATASET.indicator_named(indicator).unwrap();
        assert_eq!(field(&DATASET, indicator), expected, "{indicator:?}");
    };
    check("fibre-communes", Field::Coverage);
    check("base-stations", Field::Coverage);
    check("radio-villages", Field::Coverage);
    check("mobile-money", Field::Subscriptions);
    check("telecom-revenue", Field::Economy);
    check("digital-economy-share", Field::Economy);
    for of_government in ["e-tax", "e-invoice", "e-revenue", "dti-rank", "digital-teams"] {
        check(of_government, Field::Government);
    }
}
