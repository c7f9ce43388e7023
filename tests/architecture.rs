//! Data flow one way through the places of `src/`; an import against it fails here.
//!
//! The table is the one of `ARCHITECTURE.md`. A place may always use itself, the standard library
//! and the crates named for it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "A test that cannot go on has failed.")]

use std::fs;
use std::path::{Path, PathBuf};

/// A place, the places it may import, and the crates it may use.
struct Row {
    place: &'static str,
    places: &'static [&'static str],
    crates: &'static [&'static str],
}

const MAP: &[Row] = &[
    Row { place: "model", places: &[], crates: &["thiserror"] },
    Row {
        place: "data",
        places: &["model"],
        crates: &[
            "csv",
            "csv_core",
            "icu_collator",
            "icu_locale_core",
            "serde",
            "serde_json",
            "sha2",
            "strsim",
            "thiserror",
        ],
    },
    Row { place: "embedded.rs", places: &["model"], crates: &[] },
    Row { place: "query", places: &["model"], crates: &[] },
    Row { place: "i18n", places: &["query", "model"], crates: &[] },
    Row {
        place: "export",
        places: &["i18n", "query", "data", "model"],
        crates: &["csv", "quick_xml", "serde", "serde_json", "thiserror", "zip"],
    },
    Row { place: "chart", places: &["query", "i18n", "model"], crates: &[] },
    Row {
        place: "render",
        places: &["chart"],
        crates: &[
            "html_escape",
            "oxipng",
            "plotters",
            "plotters_backend",
            "plotters_canvas",
            "resvg",
            "thiserror",
            "wasm_bindgen",
            "web_sys",
        ],
    },
    Row { place: "state", places: &["query", "model"], crates: &["form_urlencoded"] },
    Row {
        place: "views",
        places: &["embedded", "state", "chart", "i18n", "query", "model"],
        crates: &["yew"],
    },
    Row { place: "platform", places: &[], crates: &["gloo", "js_sys", "wasm_bindgen", "web_sys"] },
    Row {
        place: "app",
        places: &[
            "views", "embedded", "platform", "state", "render", "chart", "i18n", "query", "model",
        ],
        crates: &["web_sys", "yew"],
    },
    Row {
        place: "site",
        places: &[
            "views", "embedded", "state", "render", "export", "chart", "i18n", "query", "model",
        ],
        crates: &["serde_json", "thiserror", "yew"],
    },
];

/// Crates that only tests use.
const TEST_CRATES: &[&str] = &["expect_test", "proptest", "unicode_normalization"];

fn source_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn files(place: &Path) -> Vec<PathBuf> {
    if place.is_file() {
        return vec![place.to_owned()];
    }
    let entries = fs::read_dir(place).unwrap();
    entries.flat_map(|entry| files(&entry.unwrap().path())).collect()
}

/// The first name of every path that the code uses: what stands before `::` and is not part of a
/// longer path. Comments and texts do not count.
fn roots(code: &str) -> Vec<(usize, String, String)> {
    let mut found = Vec::new();
    for (number, line) in code.lines().enumerate() {
        let line = line.split("//").next().unwrap_or_default();
        let code: String = line
            .split('"')
            .enumerate()
            .filter(|(index, _)| index % 2 == 0)
            .map(|(_, part)| part)
            .collect();
        let characters: Vec<char> = code.chars().collect();
        for (at, pair) in code.match_indices("::").map(|(at, _)| (code[..at].chars().count(), ())) {
            let () = pair;
            let start = characters[..at]
                .iter()
                .rposition(|c| !(c.is_alphanumeric() || *c == '_'))
                .map_or(0, |before| before + 1);
            let first: String = characters[start..at].iter().collect();
            let inside_path =
                start >= 2 && characters[start - 1] == ':' && characters[start - 2] == ':';
            if !first.is_empty() && !inside_path {
                let rest: String = characters[at + 2..]
                    .iter()
                    .take_while(|c| c.is_alphanumeric() || **c == '_')
                    .collect();
                found.push((number + 1, first, rest));
            }
        }
    }
    found
}

/// Every crate that `Cargo.toml` names, as code writes it: one on no row of the map is an offence anywhere.
fn crates() -> Vec<String> {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let manifest = fs::read_to_string(manifest).unwrap();
    let sections = manifest.split("\n[").filter(|section| {
        let title = section.lines().next().unwrap_or_default();
        title.ends_with("dependencies]") && !title.ends_with("dev-dependencies]")
    });
    let names = sections.flat_map(str::lines).filter_map(|line| line.split_once(" = "));
    names.map(|(name, _)| name.replace('-', "_")).collect()
}

/// What a file of a place uses against the map.
fn offences(row: &Row, code: &str) -> Vec<String> {
    let own = row.place.trim_end_matches(".rs");
    let crates = crates();
    roots(code)
        .into_iter()
        .filter_map(|(line, first, second)| {
            let allowed = match first.as_str() {
                "crate" if second.is_empty() => false,
                "crate" => second == own || row.places.contains(&second.as_str()),
                name if crates.iter().any(|known| known == name) => {
                    row.crates.contains(&name) || TEST_CRATES.contains(&name)
                }
                _ => true,
            };
            (!allowed).then(|| format!("line {line}: {first}::{second}"))
        })
        .collect()
}

#[test]
fn imports_follow_the_map() {
    let mut against = Vec::new();
    for row in MAP {
        for file in files(&source_folder().join(row.place)) {
            let code = fs::read_to_string(&file).unwrap();
            for offence in offences(row, &code) {
                against.push(format!("{}: {offence}", file.display()));
            }
        }
    }
    assert!(against.is_empty(), "imports against ARCHITECTURE.md:\n{}", against.join("\n"));
}

#[test]
fn every_place_is_on_the_map() {
    let without_place = ["lib.rs", "main.rs", "bin"];
    for entry in fs::read_dir(source_folder()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let known =
            MAP.iter().any(|row| row.place == name) || without_place.contains(&name.as_str());
        assert!(known, "src/{name} has no row in tests/architecture.rs");
    }
}

#[test]
fn the_map_is_the_one_of_the_document() {
    let document = Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md");
    let document = fs::read_to_string(document).unwrap();
    for row in MAP {
        let name = if row.place.ends_with(".rs") {
            row.place.to_owned()
        } else {
            format!("{}/", row.place)
        };
        let start = format!("| `src/{name}` |");
        let line = document.lines().find(|line| line.starts_with(&start));
        let line = line.unwrap_or_else(|| panic!("ARCHITECTURE.md has no row {start}"));
        let may_import = line.trim_end_matches('|').rsplit('|').next().unwrap().trim();
        let expected = if row.places.is_empty() { "std".to_owned() } else { row.places.join(", ") };
        assert_eq!(may_import, expected, "{}", row.place);
    }
}

#[test]
fn an_import_against_the_map_is_found() {
    let row = MAP.iter().find(|row| row.place == "query").unwrap();
    let cases = [
        ("use crate::model::Dataset;", 0),
        ("use super::compare::compare;", 0),
        ("use crate::i18n::number;", 1),
        ("fn f() { crate::chart::layout(); }", 1),
        ("use yew::Html;", 1),
        ("use sha2::Sha256;", 1),
        ("use icu_collator::Collator;", 1),
        ("use std::fmt; // crate::chart::layout", 0),
        ("let text = \"crate::chart::layout\";", 0),
    ];
    for (code, count) in cases {
        assert_eq!(offences(row, code).len(), count, "{code}");
    }
}
