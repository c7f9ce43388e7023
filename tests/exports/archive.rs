use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};

use dak_so::export::archive;
use dak_so::model::Edition;
use zip::ZipArchive;

use crate::{edition, folder};

/// The files of the package, as they are published.
fn files() -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        files.insert(name, fs::read(path).unwrap());
    }
    files
}

#[test]
fn every_file_comes_out_as_it_went_in() {
    let files = files();
    assert!(files.len() >= 7, "{:?}", files.keys());
    let packed = archive(&edition(), &files).unwrap();
    let mut opened = ZipArchive::new(Cursor::new(packed)).unwrap();
    assert_eq!(opened.len(), files.len());
    for (index, (name, content)) in files.iter().enumerate() {
        let mut file = opened.by_index(index).unwrap();
        assert_eq!(
            file.name().unwrap(),
            format!("dak-so-data/{name}"),
            "in the order of their names"
        );
        let day = file.last_modified().unwrap();
        let day = format!("{}-{:02}-{:02}", day.year(), day.month(), day.day());
        assert_eq!(day, edition().date, "the day of the package, not of the build");
        let mut found = Vec::new();
        file.read_to_end(&mut found).unwrap();
        assert!(found == *content, "{name}");
    }
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let files = files();
    let first = archive(&edition(), &files).unwrap();
    assert!(first == archive(&edition(), &files).unwrap());
    let size: usize = files.values().map(Vec::len).sum();
    assert!(first.len() * 2 < size, "{} of {size} bytes", first.len());
}

#[test]
fn a_date_that_is_none_is_refused() {
    for date in ["", "2026", "2026-13-01", "soon"] {
        let edition = Edition { version: "1.0.0".into(), date: date.into(), hash: "".into() };
        assert!(archive(&edition, &BTreeMap::new()).is_err(), "{date:?}");
    }
}
