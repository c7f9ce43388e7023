//! Whatever happens to a file, the answer is a dataset or issues, and never a panic.

use dak_so::data::{File, Problem, validate};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::small::Small;

/// One thing that can happen to a file.
#[derive(Clone, Debug)]
enum Damage {
    FlipBits { at: Index, bits: u8 },
    Delete { at: Index, length: usize },
    Insert { at: Index, text: Vec<u8> },
    Truncate { at: Index },
    RepeatLine { line: Index },
    SwapFields { line: Index, first: Index, second: Index },
    CopyField { from: Index, to: Index },
    Replace { bytes: Vec<u8> },
    Remove,
}

fn damage() -> impl Strategy<Value = Damage> {
    let at = any::<Index>;
    let insertion = prop_oneof![
        select(vec!["\"", "\"\"", ",", "\n", "\r", "\r\n", "\u{feff}", "\0", "0", "-", ".", "%"])
            .prop_map(|text| text.as_bytes().to_vec()),
        select(vec!["dl-gap ", "dl-people", "99999999999999", "0.0000000000001", "tỷ", " trong "])
            .prop_map(|text| text.as_bytes().to_vec()),
        prop::collection::vec(any::<u8>(), 1..8),
    ];
    prop_oneof![
        (at(), 1u8..).prop_map(|(at, bits)| Damage::FlipBits { at, bits }),
        (at(), 1usize..40).prop_map(|(at, length)| Damage::Delete { at, length }),
        (at(), insertion).prop_map(|(at, text)| Damage::Insert { at, text }),
        at().prop_map(|at| Damage::Truncate { at }),
        at().prop_map(|line| Damage::RepeatLine { line }),
        (at(), at(), at()).prop_map(|(line, first, second)| Damage::SwapFields {
            line,
            first,
            second
        }),
        (at(), at()).prop_map(|(from, to)| Damage::CopyField { from, to }),
        prop::collection::vec(any::<u8>(), 0..200).prop_map(|bytes| Damage::Replace { bytes }),
        Just(Damage::Remove),
    ]
}

/// The file after the damage; `None` when it is gone.
fn damaged(mut bytes: Vec<u8>, damage: Damage) -> Option<Vec<u8>> {
    let split = |bytes: &[u8], on: u8| -> Vec<Vec<u8>> {
        bytes.split(|byte| *byte == on).map(<[u8]>::to_vec).collect()
    };
    if bytes.is_empty() {
        return Some(bytes);
    }
    match damage {
        Damage::FlipBits { at, bits } => {
            let at = at.index(bytes.len());
            bytes[at] ^= bits;
        }
        Damage::Delete { at, length } => {
            let start = at.index(bytes.len());
            bytes.drain(start..bytes.len().min(start + length));
        }
        Damage::Insert { at, text } => {
            let at = at.index(bytes.len());
            bytes.splice(at..at, text);
        }
        Damage::Truncate { at } => bytes.truncate(at.index(bytes.len())),
        Damage::RepeatLine { line } => {
            let mut lines = split(&bytes, b'\n');
            let line = line.index(lines.len());
            lines.insert(line, lines[line].clone());
            bytes = lines.join(&b'\n');
        }
        Damage::SwapFields { line, first, second } => {
            let mut lines = split(&bytes, b'\n');
            let line = line.index(lines.len());
            let mut fields = split(&lines[line], b',');
            let (first, second) = (first.index(fields.len()), second.index(fields.len()));
            fields.swap(first, second);
            lines[line] = fields.join(&b',');
            bytes = lines.join(&b'\n');
        }
        Damage::CopyField { from, to } => {
            let mut fields = split(&bytes, b',');
            let (from, to) = (from.index(fields.len()), to.index(fields.len()));
            fields[to] = fields[from].clone();
            bytes = fields.join(&b',');
        }
        Damage::Replace { bytes } => return Some(bytes),
        Damage::Remove => return None,
    }
    Some(bytes)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn damage_is_reported_and_never_a_panic(
        damages in prop::collection::vec((select(&File::ALL), damage()), 1..5)
    ) {
        let mut small = Small::valid();
        for (file, damage) in damages {
            let bytes = damaged(small.bytes(file).to_vec(), damage);
            small.set(file, bytes);
        }
        let documents = small.documents();
        for documents in [None, Some(&documents)] {
            let package = small.package();
            let Err(issues) = validate(&package, documents) else { continue };
            prop_assert!(!issues.is_empty());
            prop_assert!(issues.is_sorted_by_key(|issue| issue.place));
            for issue in issues {
                let (line, column) = (issue.place.line, issue.place.column);
                prop_assert!(line >= 1 && column >= 1);
                let whole_file = matches!(
                    issue.problem,
                    Problem::MissingFile | Problem::EmptyFile | Problem::ByteOrderMark
                );
                prop_assert!(!whole_file || (line, column) == (1, 1));
                let lines = small.bytes(issue.place.file).split(|byte| *byte == b'\n').count();
                prop_assert!(line as usize <= lines.max(1), "{issue} of {lines} lines");
                let message = issue.to_string();
                prop_assert!(message.contains(": found ") && message.contains(", expected "));
            }
        }
    }
}
