use std::fmt;
use std::iter::Sum;
use std::ops::Add;
use std::process::Command;

use anyhow::Result;

use crate::process;

/// How many checks of a step passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) passed: u64,
    pub(super) failed: u64,
}

impl Count {
    pub(super) const PASSED: Self = Self { passed: 1, failed: 0 };
    pub(super) const FAILED: Self = Self { passed: 0, failed: 1 };

    fn none(self) -> bool {
        self == Self::default()
    }
}

impl Add for Count {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

impl Sum for Count {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self::default(), Self::add)
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// Runs a command that counts as one check.
pub(super) fn one(command: &mut Command) -> Result<Count> {
    process::run(command)?;
    Ok(Count::PASSED)
}

/// Runs a `cargo test` and counts its tests.
pub(super) fn tests(command: &mut Command) -> Result<Count> {
    let mut count = Count::default();
    let status = process::watch_lines(command, |line| {
        count = count + in_line(line).unwrap_or_default();
    })?;
    Ok(settle(count, status.success()))
}

/// Tests that do not compile, crash or are not there must not look as if they had passed.
fn settle(count: Count, success: bool) -> Count {
    if (!success && count.failed == 0) || count.none() { count + Count::FAILED } else { count }
}

/// Reads `test result: ok. 12 passed; 0 failed; …`, coloured or not.
fn in_line(line: &str) -> Option<Count> {
    let plain = without_colours(line);
    let (_, result) = plain.trim().strip_prefix("test result: ")?.split_once(". ")?;
    let number = |what| {
        let part = result.split(';').map(str::trim).find_map(|part| part.strip_suffix(what))?;
        part.trim().parse().ok()
    };
    Some(Count { passed: number("passed")?, failed: number("failed")? })
}

/// Leaves out the terminal's colour sequences: an escape, `[`, and what follows up to a letter.
fn without_colours(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        if character == '\u{1b}' {
            characters.by_ref().find(char::is_ascii_alphabetic);
        } else {
            plain.push(character);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn result_lines_are_counted_and_others_are_not() {
        let check = |line, expected: Option<(u64, u64)>| {
            let expected = expected.map(|(passed, failed)| Count { passed, failed });
            assert_eq!(in_line(line), expected, "{line:?}");
        };
        check("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured", Some((12, 0)));
        check("test result: FAILED. 3 passed; 2 failed; 0 ignored", Some((3, 2)));
        check("test result: \u{1b}[32mok\u{1b}[0m. 12 passed; 0 failed; 0 ignored", Some((12, 0)));
        check("test result: \u{1b}[31mFAILED\u{1b}(B\u{1b}[m. 0 passed; 1 failed", Some((0, 1)));
        check("test result: ok. 7 passed; 0 failed; finished in 0.31s\r", Some((7, 0)));
        check("test chart::layout ... ok", None);
        check("running 12 tests", None);
        check("12 passed, 0 failed", None);
        check("test result: ok. many passed; 0 failed", None);
    }

    #[test]
    fn a_run_that_fails_or_tests_nothing_counts_as_a_failure() {
        let count = |passed, failed| Count { passed, failed };
        assert_eq!(settle(count(3, 0), true), count(3, 0));
        assert_eq!(settle(count(3, 2), false), count(3, 2));
        assert_eq!(settle(count(3, 0), false), count(3, 1));
        assert_eq!(settle(count(0, 0), false), count(0, 1));
        assert_eq!(settle(count(0, 0), true), count(0, 1));
    }

    #[test]
    fn the_total_is_written_as_unattended_runs_expect_it() {
        let total: Count = [Count::PASSED, Count::FAILED, Count::PASSED].into_iter().sum();
        assert_eq!(total.to_string(), "2 passed, 1 failed");
    }
}
