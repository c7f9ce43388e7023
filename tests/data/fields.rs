//! Fields that hold what their column does not allow.

use dak_so::data::{File, PrintedError, Problem};
use dak_so::model::{DecimalError, Denominator, Language, PeriodError, Slug, Unit};

use crate::small::{Small, check};

fn replace(file: File, from: &str, to: &str) -> impl FnOnce(&mut Small) {
    move |small| small.replace(file, from, to)
}

fn words<T: Slug>() -> Vec<&'static str> {
    T::ALL.iter().map(|value| value.slug()).collect()
}

#[test]
fn no_field_has_spaces_around_it() {
    check(
        replace(File::Observations, "dn-4g,dak-nong", "dn-4g, dak-nong"),
        &[("observations.csv:2:7", Problem::OuterSpace { found: "dak-nong".into() })],
    );
    check(
        replace(File::Indicators, "Hạng DTI", "\"Hạng DTI\u{a0}\""),
        &[("indicators.csv:3:25", Problem::OuterSpace { found: "Hạng DTI".into() })],
    );
}

#[test]
fn ids_can_stand_in_an_address() {
    for id in ["DN-4g", "dn_rank", "dn--rank", "-rank", "rank-", "hạng", "dn rank"] {
        check(
            replace(File::Observations, "dn-rank", id),
            &[("observations.csv:4:1", Problem::BadId { found: id.into() })],
        );
    }
    check(
        replace(File::Observations, "dn-rank,", ","),
        &[("observations.csv:4:1", Problem::EmptyField { expected: "an id" })],
    );
    check(
        replace(File::Indicators, ",dti,", ",Dti,"),
        &[("indicators.csv:3:21", Problem::BadId { found: "Dti".into() })],
    );
}

#[test]
fn ids_are_given_once() {
    check(
        replace(File::Observations, "dn-rank", "dn-4g"),
        &[(
            "observations.csv:4:1",
            Problem::DuplicateId { found: "dn-4g".into(), file: File::Observations, line: 2 },
        )],
    );
    check(
        replace(File::Indicators, "people,society", "phone,society"),
        &[
            (
                "indicators.csv:10:1",
                Problem::DuplicateId { found: "phone".into(), file: File::Indicators, line: 7 },
            ),
            ("derivations.csv:3:19", unknown_indicator("people")),
            ("derivations.csv:4:16", unknown_indicator("people")),
        ],
    );
    // Inputs name a figure or a derivation, so the two files share their ids.
    check(
        replace(File::Derivations, "dl-share", "dl-communes"),
        &[(
            "derivations.csv:2:1",
            Problem::DuplicateId { found: "dl-communes".into(), file: File::Observations, line: 9 },
        )],
    );
}

fn unknown_indicator(found: &str) -> Problem {
    Problem::UnknownId { found: found.into(), file: File::Indicators, closest: None }
}

#[test]
fn references_name_a_row() {
    let unknown = |found: &str, file, closest: Option<&str>| Problem::UnknownId {
        found: found.into(),
        file,
        closest: closest.map(str::to_owned),
    };
    check(
        replace(File::Observations, "4g-population,actual", "4g-popluation,actual"),
        &[(
            "observations.csv:2:16",
            unknown("4g-popluation", File::Indicators, Some("4g-population")),
        )],
    );
    check(
        replace(File::Observations, "41/63,dn,", "41/63,dx-2022,"),
        &[("observations.csv:4:65", unknown("dx-2022", File::Sources, None))],
    );
    check(
        replace(File::Statements, "4g-population", "5g"),
        &[("statements.csv:2:15", unknown("5g", File::Indicators, None))],
    );
    check(
        replace(File::Statements, "published.,dl,", "published.,,"),
        &[("statements.csv:2:67", Problem::EmptyField { expected: "an id" })],
    );
    check(
        replace(File::Derivations, "communes-share", "comunes-share"),
        &[(
            "derivations.csv:2:18",
            unknown("comunes-share", File::Indicators, Some("communes-share")),
        )],
    );
    check(
        replace(File::Derivations, "dl-people dl-phones", "dl-people dl-phonse"),
        &[(
            "derivations.csv:4:42",
            Problem::UnknownInput { found: "dl-phonse".into(), closest: Some("dl-phones".into()) },
        )],
    );
}

#[test]
fn words_come_from_closed_lists() {
    fn unknown<T: Slug>(found: &str, closest: Option<&str>) -> Problem {
        let closest = closest.map(str::to_owned);
        Problem::UnknownWord { found: found.into(), allowed: words::<T>(), closest }
    }
    use dak_so::model::{Better, Kind, Operation, PeriodBasis, ProvinceId, Qualifier, Topic};
    let cases = [
        (
            File::Observations,
            "dn-rank,dak-nong",
            "dn-rank,dak-nogn",
            "observations.csv:4:9",
            unknown::<ProvinceId>("dak-nogn", Some("dak-nong")),
        ),
        (
            File::Observations,
            "rank,actual",
            "rank,actaul",
            "observations.csv:4:27",
            unknown::<Kind>("actaul", Some("actual")),
        ),
        (
            File::Observations,
            "2021,stated",
            "2021,guessed",
            "observations.csv:4:39",
            unknown::<PeriodBasis>("guessed", None),
        ),
        (
            File::Observations,
            "63,exact",
            "63,khoảng",
            "observations.csv:4:53",
            unknown::<Qualifier>("khoảng", None),
        ),
        (
            File::Sources,
            "a.txt,dak-nong",
            "a.txt,dak-mil",
            "sources.csv:2:10",
            unknown::<ProvinceId>("dak-mil", None),
        ),
        (
            File::Indicators,
            "rank,government",
            "rank,goverment",
            "indicators.csv:3:10",
            unknown::<Topic>("goverment", Some("government")),
        ),
        (
            File::Indicators,
            "rank,,lower",
            "rank,,less",
            "indicators.csv:3:66",
            unknown::<Better>("less", None),
        ),
        (
            File::Indicators,
            "percent,communes",
            "percent,comunes",
            "indicators.csv:9:76",
            unknown::<Denominator>("comunes", Some("communes")),
        ),
        (
            File::Indicators,
            "per_100",
            "per100",
            "indicators.csv:7:74",
            unknown::<Unit>("per100", Some("per_100")),
        ),
        (
            File::Statements,
            "dl-4g,dak-lak",
            "dl-4g,",
            "statements.csv:2:7",
            unknown::<ProvinceId>("", None),
        ),
        (
            File::Derivations,
            "2024-12,share",
            "2024-12,shrae",
            "derivations.csv:2:41",
            unknown::<Operation>("shrae", Some("share")),
        ),
    ];
    for (file, from, to, place, problem) in cases {
        check(replace(file, from, to), &[(place, problem)]);
    }
}

#[test]
fn numbers_have_the_form_of_the_package() {
    let bad = |found: &str, reason| Problem::BadNumber { found: found.into(), reason };
    check(
        replace(File::Observations, ",116.05,", ",\"116,05\","),
        &[("observations.csv:8:46", bad("116,05", DecimalError::Character))],
    );
    check(
        replace(File::Observations, ",2000000,", ",2e6,"),
        &[("observations.csv:7:53", bad("2e6", DecimalError::Character))],
    );
    check(
        replace(File::Observations, "90,95,", "90,95%,"),
        &[("observations.csv:3:61", bad("95%", DecimalError::Character))],
    );
    check(
        replace(File::Observations, "6,,10,", "6,,1234567890123456,"),
        &[("observations.csv:9:55", bad("1234567890123456", DecimalError::TooLong))],
    );
    check(
        replace(File::Observations, "stated,99,", "stated,,"),
        &[("observations.csv:2:49", Problem::EmptyField { expected: "a number such as 1607.294" })],
    );
    check(
        replace(File::Observations, "stated,99,", "stated,-99,"),
        &[("observations.csv:2:49", Problem::NegativeNumber { found: "-99".into() })],
    );
}

#[test]
fn tokens_have_the_form_of_vietnamese_documents() {
    let cases = [
        ("116.05", PrintedError::Grouping),
        ("1.60", PrintedError::Grouping),
        ("\"1,607,294\"", PrintedError::Commas),
        ("\",5\"", PrintedError::NoDigits),
        ("\"5,\"", PrintedError::NoDigits),
        ("khoảng 5", PrintedError::Character),
        ("007", PrintedError::LeadingZero),
        ("1234567890123456", PrintedError::TooLong),
    ];
    for (token, reason) in cases {
        let found = token.trim_matches('"').to_owned();
        check(
            replace(File::Observations, "\"116,05\"", token),
            &[("observations.csv:8:61", Problem::BadPrinted { found, reason })],
        );
    }
    check(
        replace(File::Observations, "\"116,05\"", ""),
        &[("observations.csv:8:61", Problem::EmptyField { expected: "the token as printed" })],
    );
    check(
        replace(File::Observations, "\"116,05\"", "\"116,05%\""),
        &[("observations.csv:8:61", Problem::PercentSign { unit: Unit::Per100 })],
    );
}

#[test]
fn periods_and_days_exist() {
    let period = |found: &str, reason| Problem::BadPeriod { found: found.into(), reason };
    let cases = [
        ("2022-13", PeriodError::Month),
        ("2022-9", PeriodError::Form),
        ("09/2022", PeriodError::Form),
        ("1922", PeriodError::Year),
    ];
    for (text, reason) in cases {
        check(
            replace(File::Observations, "2022-09", text),
            &[("observations.csv:6:34", period(text, reason))],
        );
    }
    check(
        replace(File::Sources, "2024-12,", "2024-12-20,"),
        &[("sources.csv:3:58", period("2024-12-20", PeriodError::Form))],
    );
    check(
        replace(File::Statements, "2024-12", ""),
        &[(
            "statements.csv:2:29",
            Problem::EmptyField { expected: "a year or a month such as 2022-09" },
        )],
    );
    for day in ["2024-02-30", "20/12/2024", "2024-12"] {
        check(
            replace(File::Sources, "2024-12-20", day),
            &[("sources.csv:3:47", Problem::BadDate { found: day.into() })],
        );
    }
    check(
        replace(File::Provinces, "Nông,2025-06-30", "Nông,2025-06-31"),
        &[("provinces.csv:2:28", Problem::BadDate { found: "2025-06-31".into() })],
    );
    check(
        replace(File::Provinces, "Nông,2025-06-30", "Nông,"),
        &[("provinces.csv:2:28", Problem::EmptyField { expected: "a day such as 2024-12-20" })],
    );
}

#[test]
fn paragraphs_count_from_one() {
    for text in ["0", "-1", "+1", "first", "65536"] {
        check(
            replace(File::Observations, "90-95%,dn,2", &format!("90-95%,dn,{text}")),
            &[("observations.csv:3:81", Problem::BadParagraph { found: text.into() })],
        );
    }
    check(
        replace(File::Statements, "dl,2\n", "dl,\n"),
        &[("statements.csv:2:70", Problem::EmptyField { expected: "the number of a paragraph" })],
    );
}

#[test]
fn texts_are_in_both_languages() {
    let empty = |expected| Problem::EmptyField { expected };
    check(
        replace(File::Provinces, "dak-nong,Đắk Nông,Đắk Nông", "dak-nong,Đắk Nông,"),
        &[("provinces.csv:2:19", empty("the name of the province"))],
    );
    check(
        replace(File::Indicators, "Thứ hạng.,Place.", ",Place."),
        &[("indicators.csv:3:43", empty("what is counted, and of what"))],
    );
    check(
        replace(File::Statements, "Không công bố.,Not published.", ","),
        &[
            ("statements.csv:2:37", empty("the fact in our words")),
            ("statements.csv:2:38", empty("the fact in our words")),
        ],
    );
    check(
        replace(File::Sources, "[Hội nghị]", ""),
        &[("sources.csv:2:19", empty("a title, in brackets when the document prints none"))],
    );
    check(
        replace(File::Sources, "a.txt", ""),
        &[("sources.csv:2:4", empty("the file name of a document"))],
    );
    check(
        replace(File::Observations, "Ghi chú.,Note.", "Ghi chú.,"),
        &[("observations.csv:7:90", Problem::OneLanguage { missing: Language::En })],
    );
    check(
        replace(File::Provinces, "Có ghi chú.,With a note.", ",With a note."),
        &[("provinces.csv:3:52", Problem::OneLanguage { missing: Language::Vi })],
    );
}
