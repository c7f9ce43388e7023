//! Derivations that cannot be computed.

use dak_so::data::{File, Problem};
use dak_so::model::Operation;

use crate::small::{Small, check};

fn replace(from: &str, to: &str) -> impl FnOnce(&mut Small) {
    move |small| small.replace(File::Derivations, from, to)
}

#[test]
fn an_operation_has_the_inputs_it_needs() {
    let count = |found, expected, operation| Problem::InputCount { found, expected, operation };
    let one_or_two = "two, or one figure printed with its whole,";
    check(
        replace("dl-people dl-phones", "dl-people"),
        &[("derivations.csv:4:42", count(1, "two", Operation::Difference))],
    );
    check(
        replace("difference,dl-people dl-phones", "sum,dl-people"),
        &[("derivations.csv:4:35", count(1, "two or more", Operation::Sum))],
    );
    check(
        replace("dl-phones dl-phone,", "dl-phones dl-phone dl-communes,"),
        &[("derivations.csv:3:40", count(3, "two", Operation::Whole))],
    );
    check(
        replace("share,dl-communes", "share,dl-phone"),
        &[("derivations.csv:2:47", count(1, one_or_two, Operation::Share))],
    );
    check(
        replace("difference,dl-people dl-phones", "share,dl-people"),
        &[("derivations.csv:4:37", count(1, one_or_two, Operation::Share))],
    );
    check(replace("difference,dl-people dl-phones", "sum,dl-people dl-phones dl-phone"), &[]);
    check(
        replace("dl-communes,,", ",,"),
        &[(
            "derivations.csv:2:47",
            Problem::EmptyField {
                expected: "the ids of figures or derivations, separated by spaces",
            },
        )],
    );
    check(
        replace("dl-people dl-phones", "dl-people  dl-phones"),
        &[("derivations.csv:4:42", Problem::UnknownInput { found: String::new(), closest: None })],
    );
}

#[test]
fn nothing_is_computed_from_itself() {
    let cycle = |found: &str| Problem::Cycle { found: found.into() };
    check(
        replace("dl-people dl-phones", "dl-gap dl-phones"),
        &[("derivations.csv:4:42", cycle("dl-gap"))],
    );
    // `dl-share` uses the cycle and is not on it.
    check(
        |small| {
            small.replace(File::Derivations, "whole,dl-phones dl-phone", "whole,dl-gap dl-phone");
            small.replace(File::Derivations, "share,dl-communes", "share,dl-gap dl-phone");
        },
        &[("derivations.csv:3:40", cycle("dl-people")), ("derivations.csv:4:42", cycle("dl-gap"))],
    );
}

#[test]
fn nothing_is_divided_by_zero() {
    let zero = |found: &str| Problem::DivisionByZero { found: found.into() };
    check(
        |small| {
            small.replace(File::Observations, "116.05,,,exact,\"116,05\"", "0,,,exact,0");
        },
        &[("derivations.csv:3:40", zero("dl-phone"))],
    );
    // A difference that comes to zero, whatever the file prints first.
    check(
        |small| {
            small.replace(File::Derivations, "dl-people dl-phones", "dl-phones dl-phones");
            small.replace(File::Derivations, "share,dl-communes", "ratio,dl-communes dl-gap");
        },
        &[("derivations.csv:2:47", zero("dl-gap"))],
    );
    // Zero divided is zero, and a difference with zero is sound.
    check(
        |small| {
            small.replace(File::Observations, "2000000,,,over,2 triệu", "0,,,over,0");
        },
        &[],
    );
}

#[test]
fn a_chain_as_long_as_the_file_is_followed_to_its_end() {
    const LINKS: usize = 9_000;
    let chain = |first: &'static str| {
        move |small: &mut Small| {
            let mut text = String::from_utf8_lossy(small.bytes(File::Derivations)).into_owned();
            for link in 0..LINKS {
                let input = if link == 0 { first.to_owned() } else { format!("x{}", link - 1) };
                text += &format!("x{link},dak-lak,people,2024-12,sum,{input} dl-phones,,\n");
            }
            small.set(File::Derivations, Some(text.into_bytes()));
        }
    };
    check(chain("dl-phone"), &[]);
    let mut small = Small::valid();
    chain("dl-gap")(&mut small);
    // The first of the chain uses its last.
    let last = format!("x{} dl-phones,,\n", LINKS - 1);
    small.replace(File::Derivations, "dl-people dl-phones,,\n", &last);
    let issues = small.issues();
    assert!(issues.iter().all(|issue| matches!(issue.problem, Problem::Cycle { .. })));
    assert_eq!(issues.len(), LINKS + 1);
}
