//! The guide for offices, `docs/huong-dan.md`, is true of what is there.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "A test that cannot go on has failed.")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn guide() -> String {
    fs::read_to_string(project().join("docs/huong-dan.md")).unwrap()
}

/// What stands between each `start` and the `end` that follows.
fn between<'a>(text: &'a str, start: &str, end: &str) -> BTreeSet<&'a str> {
    text.split(start).skip(1).filter_map(|rest| rest.split(end).next()).collect()
}

/// Where the links and pictures of a text lead.
fn links(text: &str) -> BTreeSet<&str> {
    between(text, "](", ")")
}

/// The name that GitHub gives a heading for links to it.
fn anchor(heading: &str) -> String {
    let kept = heading.to_lowercase();
    kept.chars()
        .filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-'))
        .map(|letter| if letter == ' ' { '-' } else { letter })
        .collect()
}

#[test]
fn every_picture_is_named_and_every_name_is_a_picture() {
    let guide = guide();
    let named: BTreeSet<String> = links(&guide)
        .into_iter()
        .filter_map(|link| link.strip_prefix("huong-dan/"))
        .map(str::to_owned)
        .collect();
    let there: BTreeSet<String> = fs::read_dir(project().join("docs/huong-dan"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(named, there);
}

#[test]
fn every_picture_is_told_in_words() {
    for line in guide().lines().filter(|line| line.starts_with("![")) {
        let words = between(line, "![", "](").into_iter().next().unwrap();
        assert!(words.chars().count() > 40, "{line}");
    }
}

#[test]
fn every_link_leads_somewhere() {
    let guide = guide();
    let headings = guide.lines().filter(|line| line.starts_with('#'));
    let anchors: BTreeSet<String> =
        headings.map(|line| anchor(line.trim_start_matches('#').trim_start())).collect();
    for link in links(&guide) {
        let leads = match link.strip_prefix('#') {
            Some(name) => anchors.contains(name),
            None => {
                link.starts_with("https://")
                    || Path::new(&project()).join("docs").join(link).is_file()
            }
        };
        assert!(leads, "{link}");
    }
}

#[test]
fn what_is_quoted_from_the_page_stands_there() {
    let texts: String = fs::read_dir(project().join("src/i18n"))
        .unwrap()
        .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect();
    let guide = guide();
    let quoted = between(&guide, "**“", "”**");
    assert!(quoted.len() > 30, "{quoted:?}");
    for label in quoted {
        // A line break of the guide is none on the page.
        let label = label.replace('\n', " ");
        let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(texts.contains(&label), "“{label}” stands on no page");
    }
}
