//! Figures that are not in their documents as they claim.

use dak_so::data::{File, Problem};
use dak_so::model::Qualifier;

use crate::small::{Small, check, check_with_documents};

fn replace(file: File, from: &str, to: &str) -> impl FnOnce(&mut Small) {
    move |small| small.replace(file, from, to)
}

#[test]
fn a_citation_leads_to_a_paragraph() {
    check_with_documents(
        replace(File::Sources, "b.txt", "c.txt"),
        &[(
            "sources.csv:3:4",
            Problem::UnknownDocument { found: "c.txt".into(), closest: Some("a.txt".into()) },
        )],
    );
    let missing = Problem::NoSuchParagraph { found: 3, paragraphs: 2, document: "a.txt".into() };
    check_with_documents(
        replace(File::Observations, "90-95%,dn,2", "90-95%,dn,3"),
        &[("observations.csv:3:81", missing)],
    );
    let missing = Problem::NoSuchParagraph { found: 3, paragraphs: 2, document: "b.txt".into() };
    check_with_documents(
        replace(File::Statements, "dl,2\n", "dl,3\n"),
        &[("statements.csv:2:70", missing)],
    );
    // Without the documents nobody can tell.
    check(replace(File::Observations, "90-95%,dn,2", "90-95%,dn,3"), &[]);
}

#[test]
fn a_token_stands_in_its_paragraph() {
    let absent = |found: &str| Problem::NotPrinted {
        found: found.into(),
        paragraph: 1,
        document: "a.txt".into(),
    };
    check_with_documents(
        replace(File::Observations, "99,,,exact,99%", "98,,,exact,98%"),
        &[("observations.csv:2:60", absent("98%"))],
    );
    // 60 stands in 1.607.294, but that is another number.
    check_with_documents(
        replace(File::Observations, "99,,,exact,99%", "60,,,exact,60"),
        &[("observations.csv:2:60", absent("60"))],
    );
}

#[test]
fn a_token_is_claimed_once() {
    let taken = Problem::ClaimedTwice { found: "99%".into(), paragraph: 1 };
    check_with_documents(
        |small| {
            let row = "dn-more,dak-nong,communes-share,actual,2022,stated,99,,,exact,99%,dn,1,,";
            small.append(File::Observations, row);
        },
        &[("observations.csv:10:63", taken)],
    );
    check_with_documents(
        |small| {
            let row = "dn-more,dak-nong,communes-share,actual,2022,stated,99,,,exact,99%,dn,1,,";
            small.append(File::Observations, row);
            small.replace_in_documents("đạt 99%", "đạt 99% xã, 99% dân");
        },
        &[],
    );
}

#[test]
fn a_hedge_is_the_printed_one() {
    let other = |found, expected, hedge| Problem::OtherHedge { found, expected, hedge };
    check_with_documents(
        replace(File::Observations, "148,,,estimate", "148,,,exact"),
        &[("observations.csv:5:58", other(Qualifier::Exact, Qualifier::Estimate, "ước đạt"))],
    );
    check_with_documents(
        replace(File::Observations, "over,2 triệu", "about,2 triệu"),
        &[("observations.csv:7:63", other(Qualifier::About, Qualifier::Over, "hơn"))],
    );
    check_with_documents(
        replace(File::Observations, "99,,,exact", "99,,,about"),
        &[("observations.csv:2:54", Problem::HedgeNotPrinted { found: Qualifier::About })],
    );
    // One hedge may serve the numbers that follow it.
    check_with_documents(
        |small| {
            small.replace(File::Observations, "exact,\"116,05\"", "over,\"116,05\"");
        },
        &[],
    );
    check_with_documents(
        |small| {
            small.replace(File::Observations, "90,95,,exact", "90,95,,at_least");
            small.replace_in_documents("90-95%", "90-95% trở lên");
        },
        &[],
    );
}

#[test]
fn money_is_in_the_unit_behind_the_token() {
    let differs = |found: &str, expected: &str, printed: &str| Problem::ValueDisagrees {
        found: found.into(),
        expected: vec![format!("`{expected}`")],
        printed: printed.into(),
    };
    check_with_documents(
        replace(File::Observations, "1607.294,", "1607294,"),
        &[("observations.csv:6:49", differs("1607294", "1607.294", "1.607.294"))],
    );
    check_with_documents(
        replace(File::Observations, "148,,,", "0.148,,,"),
        &[("observations.csv:5:52", differs("0.148", "148", "148"))],
    );
    // The number word belongs to the number, whether the token takes it in or not.
    check_with_documents(
        |small| {
            small.replace(File::Observations, "2000000,,,over,2 triệu", "2,,,over,2");
        },
        &[("observations.csv:7:53", differs("2", "2000000", "2"))],
    );
    // `tỷ lệ` is a rate.
    check_with_documents(|small| small.replace_in_documents("99%;", "99% tỷ lệ;"), &[]);
}
