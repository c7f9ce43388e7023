//! Rows that contradict themselves or each other.

use dak_so::data::{File, Problem};
use dak_so::model::{Denominator, Period, Slug, Unit};

use crate::small::{Small, check};

fn replace(file: File, from: &str, to: &str) -> impl FnOnce(&mut Small) {
    move |small| small.replace(file, from, to)
}

#[test]
fn every_province_has_a_row() {
    check(
        |small| {
            let text = String::from_utf8_lossy(small.bytes(File::Provinces)).into_owned();
            let rows = text.lines().filter(|line| !line.starts_with("dak-lak"));
            let text: String = rows.map(|line| format!("{line}\n")).collect();
            small.set(File::Provinces, Some(text.into_bytes()));
        },
        &[("provinces.csv:1:1", Problem::MissingProvince { id: "dak-lak" })],
    );
}

#[test]
fn a_figure_is_of_the_province_of_its_document() {
    check(
        replace(File::Observations, "dl-phone,dak-lak", "dl-phone,dak-nong"),
        &[(
            "observations.csv:8:10",
            Problem::OtherProvince {
                found: "dak-nong",
                expected: "dak-lak",
                source_id: "dl".into(),
            },
        )],
    );
    check(
        replace(File::Statements, "dl-4g,dak-lak", "dl-4g,dak-nong"),
        &[(
            "statements.csv:2:7",
            Problem::OtherProvince {
                found: "dak-nong",
                expected: "dak-lak",
                source_id: "dl".into(),
            },
        )],
    );
}

#[test]
fn an_indicator_has_a_unit_and_shares_a_denominator() {
    let allowed = || Unit::ALL.iter().map(|unit| unit.slug()).collect();
    check(
        replace(File::Indicators, "rank,,lower", ",,lower"),
        &[("indicators.csv:3:60", Problem::UnitMissing { allowed: allowed() })],
    );
    check(
        replace(File::Indicators, "percent,population", ",population"),
        &[
            ("indicators.csv:2:76", Problem::UnitMissing { allowed: allowed() }),
            (
                "observations.csv:3:23",
                Problem::TargetWithoutUnit { indicator: "4g-population".into() },
            ),
        ],
    );
    check(
        replace(File::Indicators, "per_100,population", "per_100,"),
        &[("indicators.csv:7:82", Problem::DenominatorMissing { unit: Unit::Per100 })],
    );
    check(
        replace(File::Indicators, "percent,communes", "percent,"),
        &[("indicators.csv:9:76", Problem::DenominatorMissing { unit: Unit::Percent })],
    );
    check(
        replace(File::Indicators, "people,,", "people,population,"),
        &[(
            "indicators.csv:10:61",
            Problem::DenominatorUnused { found: Denominator::Population, unit: Unit::People },
        )],
    );
}

#[test]
fn a_figure_is_of_a_time_its_document_can_speak_of() {
    let (year, as_of) = (Period::of_year, Period::of_year(2022));
    let place = "observations.csv:2:37";
    let edit =
        |period: &'static str| replace(File::Observations, "population,actual,2022,", period);
    check(
        edit("population,actual,2023,"),
        &[(place, Problem::PeriodAfterSource { found: year(2023), as_of })],
    );
    check(
        edit("population,change,2023-01,"),
        &[(place, Problem::PeriodAfterSource { found: Period::of_month(2023, 1), as_of })],
    );
    check(edit("population,actual,2022-12,"), &[]);
    // The year of a document that speaks up to its December is not over too early.
    check(replace(File::Observations, "phone,actual,2024-12", "phone,actual,2024"), &[]);
    let target = |period: &'static str| replace(File::Observations, "target,2023", period);
    check(
        target("target,2021"),
        &[("observations.csv:3:44", Problem::TargetBeforeSource { found: year(2021), as_of })],
    );
    check(target("target,2022"), &[]);
}

#[test]
fn a_range_rises() {
    for (high, printed) in [("85", "90-85%"), ("90", "90-90%")] {
        check(
            |small| {
                small.replace(File::Observations, "90,95,", &format!("90,{high},"));
                small.replace(File::Observations, "90-95%", printed);
            },
            &[(
                "observations.csv:3:61",
                Problem::RangeUpsideDown { found: high.into(), low: "90".into() },
            )],
        );
    }
}

#[test]
fn a_part_is_within_its_whole() {
    check(
        |small| {
            small.replace(File::Observations, "6,,10,", "16,,10,");
            small.replace(File::Observations, "06/10", "16/10");
        },
        &[(
            "observations.csv:9:52",
            Problem::PartAboveWhole { found: "16".into(), of: "10".into() },
        )],
    );
    check(
        |small| {
            small.replace(File::Observations, "6,,10,", "0,,0,");
            small.replace(File::Observations, "06/10", "0/0");
        },
        &[("observations.csv:9:55", Problem::WholeZero)],
    );
}

#[test]
fn a_share_is_within_a_hundred() {
    let beyond = |found: &str| Problem::PercentOutOfRange { found: found.into() };
    check(
        |small| {
            small.replace(File::Observations, "99,,,exact,99%", "166,,,exact,166%");
        },
        &[("observations.csv:2:49", beyond("166"))],
    );
    check(
        |small| {
            small.replace(File::Observations, "90,95,", "90,105,");
            small.replace(File::Observations, "90-95%", "90-105%");
        },
        &[("observations.csv:3:61", beyond("105"))],
    );
    // A change may be larger than the whole.
    check(
        |small| {
            small.replace(File::Observations, "actual,2022,stated,99,", "change,2022,stated,166,");
            small.replace(File::Observations, "99%", "166%");
        },
        &[],
    );
}

#[test]
fn a_rank_is_one_of_those_ranked() {
    let cases = [("0", "0/63"), ("64", "64/63"), ("4.5", "\"4,5/63\"")];
    for (value, printed) in cases {
        check(
            |small| {
                small.replace(
                    File::Observations,
                    "41,,63,exact,41/63",
                    &format!("{value},,63,exact,{printed}"),
                );
            },
            &[("observations.csv:4:46", Problem::RankOutOfRange { found: value.into() })],
        );
    }
}

#[test]
fn a_value_is_what_its_token_says() {
    let differs = |found: &str, expected: &[&str], printed: &str| Problem::ValueDisagrees {
        found: found.into(),
        expected: expected.iter().map(|text| (*text).to_owned()).collect(),
        printed: printed.into(),
    };
    check(
        replace(File::Observations, "stated,99,", "stated,98,"),
        &[("observations.csv:2:49", differs("98", &["`99`"], "99%"))],
    );
    // The decimals that were printed are kept.
    check(
        replace(File::Observations, "116.05", "116.050"),
        &[("observations.csv:8:46", differs("116.050", &["`116.05`"], "116,05"))],
    );
    check(
        replace(File::Observations, "2000000", "2"),
        &[("observations.csv:7:53", differs("2", &["`2000000`"], "2 triệu"))],
    );
    // Money may be printed in billion or in million đồng.
    check(replace(File::Observations, "1607.294,", "1607294,"), &[]);
    check(
        replace(File::Observations, "1607.294,", "16072.94,"),
        &[(
            "observations.csv:6:49",
            differs("16072.94", &["`1607294`", "`1607.294`"], "1.607.294"),
        )],
    );
    check(
        replace(File::Observations, "90,95,", "90,,"),
        &[("observations.csv:3:61", differs("", &["`95`"], "90-95%"))],
    );
    check(
        replace(File::Observations, "stated,99,,", "stated,99,100,"),
        &[("observations.csv:2:52", differs("100", &["nothing"], "99%"))],
    );
    check(
        replace(File::Observations, "41,,63,", "41,,,"),
        &[("observations.csv:4:50", differs("", &["`63`"], "41/63"))],
    );
    check(
        replace(File::Observations, "148,,,", "148,,200,"),
        &[("observations.csv:5:57", differs("200", &["nothing"], "148"))],
    );
}

#[test]
fn no_two_figures_answer_the_same_question() {
    check(
        |small| {
            let row = "dn-4g-again,dak-nong,4g-population,actual,2022,stated,98,,,exact,98%,dn,1,,";
            small.append(File::Observations, row);
        },
        &[("observations.csv:10:1", Problem::Ambiguous { other: "dn-4g".into(), line: 2 })],
    );
}

#[test]
fn all_problems_come_at_once_in_order() {
    let mut small = Small::valid();
    small.replace(File::Derivations, "difference", "differ");
    small.replace(File::Observations, "dn-rank,dak-nong", "dn-rank,dak-mil");
    small.replace(File::Observations, "stated,99,", "stated,9x,");
    small.replace(File::Observations, "4g-population,actual", "4g-popluation,actual");
    small.replace(File::Sources, ",dak-nong,", ",,");
    let messages: Vec<_> = small.issues().iter().map(ToString::to_string).collect();
    expect_test::expect![[r#"
        sources.csv:2:10: found nothing, expected one of dak-nong, dak-lak
        observations.csv:2:16: found unknown indicator `4g-popluation`, expected the id of a row of indicators.csv (did you mean `4g-population`?)
        observations.csv:2:49: found `9x`, expected a number such as 1607.294 (a character that is not part of a number)
        observations.csv:4:9: found unknown word `dak-mil`, expected one of dak-nong, dak-lak
        derivations.csv:4:31: found unknown word `differ`, expected one of sum, difference, ratio, share, whole"#]].assert_eq(&messages.join("\n"));
}
