//! The faults that the site is to live through, and which engine was seen to.
//!
//! `docs/faults.md` has the same table for readers; a test holds the two together.

use std::collections::BTreeMap;
use std::fmt;

use super::count::Count;

/// What a test is named after in each engine that is driven.
const ENGINES: [&str; 3] = ["Chromium", "Firefox", "WebKit"];

/// A fault, and the engines that cannot have it.
struct Fault {
    number: u8,
    about: &'static str,
    /// The engine, and why.
    not_in: &'static [(&'static str, &'static str)],
}

const fn fault(number: u8, about: &'static str) -> Fault {
    Fault { number, about, not_in: &[] }
}

const FAULTS: [Fault; 47] = [
    fault(1, "JavaScript off"),
    fault(2, "no WebAssembly"),
    fault(3, "a policy without wasm-unsafe-eval"),
    fault(4, "Wasm served as text/plain"),
    fault(5, "Wasm answered with 404, 403, 500"),
    fault(6, "Wasm with other bytes"),
    fault(7, "Wasm shorter than its length"),
    fault(8, "Wasm cut off in chunks"),
    fault(9, "a truncated compressed file at install"),
    fault(10, "the same, ended by its connection"),
    fault(11, "what starts the app hangs"),
    fault(12, "a captive portal answers everything"),
    fault(13, "a missing hashed file"),
    fault(14, "1.6 Mbit/s, 150 ms, a slow processor"),
    fault(15, "the network breaks off and returns"),
    fault(16, "first visit offline, second online"),
    fault(17, "deep links, queries and hashes offline"),
    fault(18, "one file of an update missing"),
    fault(19, "a new version waits, two tabs open"),
    fault(20, "a deployment while a tab is open"),
    fault(21, "the kill switch"),
    fault(22, "sw.js missing, or a page"),
    fault(23, "no room to keep anything"),
    fault(24, "what was kept is cleared away"),
    fault(25, "a kept file is poisoned"),
    fault(26, "a clock ten years off"),
    fault(27, "a sandboxed frame of no origin"),
    fault(28, "a frame without storage"),
    fault(29, "two portals with the same frame"),
    fault(30, "twelve lazy frames on a page"),
    fault(31, "hostile messages"),
    fault(32, "a portal that never answers"),
    fault(33, "a height that feeds itself"),
    fault(34, "a frame hidden at first"),
    fault(35, "a portal that may not frame"),
    fault(36, "damaged addresses"),
    fault(37, "huge zoom and pixel ratio"),
    fault(38, "no canvas"),
    fault(39, "a canvas that loses its content"),
    fault(40, "a trap in an event handler"),
    fault(41, "the way back to a page"),
    Fault {
        number: 42,
        about: "print and PDF",
        not_in: &[("WebKit", "its driver has no command to print")],
    },
    fault(43, "320 px, large and wide text"),
    fault(44, "a browser in German or Arabic"),
    Fault {
        number: 45,
        about: "forced colours, reduced motion, contrast",
        not_in: &[("WebKit", "it knows no forced colours, and its driver sets no preferences")],
    },
    fault(46, "the tab key through two frames"),
    fault(70, "a page that the browser has translated"),
];

impl Fault {
    fn reason(&self, engine: &str) -> Option<&'static str> {
        self.not_in.iter().find(|(not, _)| *not == engine).map(|(_, why)| *why)
    }
}

/// How a fault fared in an engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Passed,
    Failed,
    /// No test of it was seen.
    NotRun,
    NotApplicable,
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Passed => "pass",
            Self::Failed => "FAIL",
            Self::NotRun => "NOT RUN",
            Self::NotApplicable => "n/a",
        })
    }
}

/// What the end-to-end tests noted of their visits: a line each, of the test, the engine and the outcome.
pub(super) struct Visits<'a> {
    /// Whether all passed, by the number of a fault and an engine.
    passed: BTreeMap<(u8, &'a str), bool>,
}

impl<'a> Visits<'a> {
    pub(super) fn read(notes: &'a str) -> Self {
        let mut passed = BTreeMap::new();
        for line in notes.lines() {
            let mut parts = line.split('\t');
            let (Some(test), Some(engine), Some(outcome)) =
                (parts.next(), parts.next(), parts.next())
            else {
                continue;
            };
            for number in numbers(test) {
                *passed.entry((number, engine)).or_insert(true) &= outcome == "passed";
            }
        }
        Self { passed }
    }

    fn outcome(&self, fault: &Fault, engine: &str) -> Outcome {
        match (self.passed.get(&(fault.number, engine)), fault.reason(engine)) {
            (Some(true), _) => Outcome::Passed,
            (Some(false), _) => Outcome::Failed,
            (None, Some(_)) => Outcome::NotApplicable,
            (None, None) => Outcome::NotRun,
        }
    }

    /// Prints the table, and counts a fault in an engine as a check that nobody else counts only if no
    /// test of it was seen: those that were are counted among the tests.
    pub(super) fn print(&self) -> Count {
        println!("\nFaults that the site lives through, by engine:");
        print!("{:>3}  {:42}", "#", "fault");
        for engine in ENGINES {
            print!("{engine:10}");
        }
        println!();
        let mut missing = 0;
        for fault in &FAULTS {
            print!("{:>3}  {:42}", fault.number, fault.about);
            for engine in ENGINES {
                let outcome = self.outcome(fault, engine);
                missing += u64::from(outcome == Outcome::NotRun);
                print!("{outcome:10}");
            }
            println!();
        }
        for fault in &FAULTS {
            for (engine, why) in fault.not_in {
                println!("{:>3}  not applicable in {engine}: {why}", fault.number);
            }
        }
        Count { passed: 0, failed: missing }
    }
}

/// The numbers in the name of a test: `fault_09_10_` are two.
fn numbers(test: &str) -> Vec<u8> {
    let Some((_, rest)) = test.split_once("fault_") else { return Vec::new() };
    rest.split('_').map_while(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_test_may_be_of_several_faults_or_of_none() {
        assert_eq!(numbers("offline::arriving::fault_09_10_the_first"), [9, 10]);
        assert_eq!(numbers("faults::loading::fault_01_without"), [1]);
        assert_eq!(numbers("takeover::live_pages"), [0; 0]);
    }

    #[test]
    fn a_fault_passes_where_all_of_its_tests_do() {
        let notes = "a::fault_01_x\tChromium\tpassed\na::fault_01_02_y\tChromium\tfailed\n\
                     a::fault_02_z\tFirefox\tpassed\nother\tFirefox\tfailed\nhalf a line";
        let visits = Visits::read(notes);
        let outcome = |number: usize, engine| visits.outcome(&FAULTS[number - 1], engine);
        assert_eq!(outcome(1, "Chromium"), Outcome::Failed);
        assert_eq!(outcome(2, "Firefox"), Outcome::Passed);
        assert_eq!(outcome(2, "WebKit"), Outcome::NotRun);
        assert_eq!(outcome(42, "WebKit"), Outcome::NotApplicable);
        assert!(visits.print().failed > 100);
    }

    #[test]
    fn the_faults_are_in_order_and_the_docs_have_the_same_table() {
        assert!(FAULTS.is_sorted_by(|a, b| a.number < b.number));
        let page = fs::read_to_string("../docs/faults.md").expect("docs/faults.md is there");
        for fault in &FAULTS {
            let start = format!("| {} | {} |", fault.number, fault.about);
            let row = page.lines().find(|line| line.starts_with(&start));
            let row = row.unwrap_or_else(|| panic!("docs/faults.md has no row `{start}`"));
            let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
            for (cell, engine) in cells[2..].iter().zip(ENGINES) {
                let expected = if fault.reason(engine).is_some() { "–" } else { "✓" };
                assert_eq!(*cell, expected, "{row}");
            }
        }
    }
}
