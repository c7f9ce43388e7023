//! Every number of the five documents is accounted for: it is the token of a figure in the data
//! package, or it stands in `tests/left-out.csv` with the reason why it is no figure.
//!
//! The documents are not in the repository. `DAK_SO_DOCUMENTS` names their folder; without them the
//! test says so and passes.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::ops::Range;
use std::path::PathBuf;

use dak_so::data::{Claim, Documents, Package, claim, validate};
use dak_so::model::Dataset;
use serde::Deserialize;

/// Why a number of a document is not a figure of the data package.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
enum Reason {
    /// A day, a month, a year or a time of day.
    Date,
    /// The number of a decree, a decision or a resolution.
    DocumentNumber,
    /// The name or the version of a technology: 4G, IPv6, an architecture 2.0.
    TechnologyName,
    /// A jubilee.
    Anniversary,
    /// Those who were honoured, and the years they were honoured for.
    Award,
    /// The 100 of `thuê bao/100 dân`.
    Unit,
    /// 24/7, and the three pillars of digital transformation.
    WayOfSpeaking,
    /// How long a campaign lasts.
    Campaign,
    /// Another article on the same page.
    OtherArticle,
}

#[derive(Debug, Deserialize)]
struct LeftOut {
    document: String,
    paragraph: u16,
    token: String,
    count: usize,
    reason: Reason,
}

/// How often each number stands somewhere, by document, paragraph and token.
type Counts = BTreeMap<(String, u16, String), usize>;

#[test]
fn every_number_of_the_documents_is_accounted_for() -> Result<(), Box<dyn std::error::Error>> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let folder =
        env::var_os("DAK_SO_DOCUMENTS").map_or_else(|| root.join("../shared/seeds"), PathBuf::from);
    let Some(documents) = Documents::read(&folder)? else {
        println!("skipped: the documents are not in {}", folder.display());
        return Ok(());
    };
    let package = Package::read(&root.join("static/data"));
    let dataset = validate(&package, Some(&documents))
        .map_err(|issues| issues.iter().map(|issue| format!("\n{issue}")).collect::<String>())?;

    let (uncovered, total) = numbers_without_a_figure(&documents, &dataset);
    let left_out = read_left_out(&root.join("tests/left-out.csv"))?;
    let mut reasons: BTreeMap<Reason, usize> = BTreeMap::new();
    let mut allowed = Counts::new();
    for entry in left_out {
        *reasons.entry(entry.reason).or_default() += entry.count;
        *allowed.entry((entry.document, entry.paragraph, entry.token)).or_default() += entry.count;
    }
    let keys: BTreeSet<_> = uncovered.keys().chain(allowed.keys()).collect();
    let mut wrong = String::new();
    for key in keys {
        let count = |counts: &Counts| counts.get(key).copied().unwrap_or(0);
        let (found, expected) = (count(&uncovered), count(&allowed));
        if found != expected {
            let (document, paragraph, token) = key;
            wrong += &format!(
                "\n{document}, paragraph {paragraph}: `{token}` stands {found} times without a \
                 figure, and tests/left-out.csv leaves out {expected}"
            );
        }
    }
    let open: usize = uncovered.values().sum();
    println!("{total} numbers: {} printed for figures, {open} left out: {reasons:?}", total - open);
    assert!(wrong.is_empty(), "{wrong}");
    Ok(())
}

/// Counts the numbers that no figure claims, and all numbers.
fn numbers_without_a_figure(documents: &Documents, dataset: &Dataset<'_>) -> (Counts, usize) {
    let mut counts = Counts::new();
    let mut total = 0;
    for document in documents.names() {
        let paragraphs = documents.paragraphs(document).unwrap_or_default();
        for (number, text) in (1u16..).zip(paragraphs) {
            let tokens: Vec<&str> = dataset
                .observations
                .iter()
                .filter(|it| dataset.source(it.source).document == document)
                .filter(|it| it.paragraph == number)
                .map(|it| it.printed)
                .collect();
            let claims = claim(text, &tokens, |_, _| false);
            for place in numbers(text) {
                total += 1;
                let is_claimed = claims.iter().any(|claim| match claim {
                    Claim::At(claimed) => claimed.start <= place.start && place.end <= claimed.end,
                    Claim::Absent | Claim::Taken => false,
                });
                if !is_claimed {
                    let key = (document.to_owned(), number, text[place].to_owned());
                    *counts.entry(key).or_default() += 1;
                }
            }
        }
    }
    (counts, total)
}

fn read_left_out(path: &std::path::Path) -> Result<Vec<LeftOut>, csv::Error> {
    csv::Reader::from_path(path)?.into_deserialize().collect()
}

/// The numbers of a paragraph: digits, joined by a point, a comma, a slash or a hyphen that stands
/// between two of them. Digits within a name count as well.
fn numbers(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !is_digit(at) {
            at += 1;
            continue;
        }
        let start = at;
        while is_digit(at)
            || (b".,/-".contains(&bytes[at.min(bytes.len() - 1)]) && is_digit(at + 1))
        {
            at += 1;
        }
        found.push(start..at);
    }
    found
}

#[test]
fn numbers_are_whole_runs_of_digits() {
    let check = |text: &str, expected: &[&str]| {
        let found: Vec<&str> = numbers(text).into_iter().map(|place| &text[place]).collect();
        assert_eq!(found, expected, "{text:?}");
    };
    check("đạt 1.607.294 triệu, tăng 16,36%.", &["1.607.294", "16,36"]);
    check("từ 1/9-31/10/2024.", &["1/9-31/10/2024"]);
    check("42/2022/NĐ-CP, IPv6 và 4G", &["42/2022", "6", "4"]);
    check("2009 - 2013, 08:32", &["2009", "2013", "08", "32"]);
    check("thuê bao/100", &["100"]);
    check("không có số", &[]);
}
