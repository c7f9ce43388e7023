//! `datapackage.json` describes the files as they are and as the program reads them.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "A test that cannot go on has failed.")]

use std::fs;
use std::path::{Path, PathBuf};

use dak_so::data::{File, Package, validate};
use dak_so::export::{comparisons_csv, published_datapackage, targets_csv};
use dak_so::model::{
    Better, Denominator, Kind, Operation, PeriodBasis, ProvinceId, Qualifier, Slug, Topic, Unit,
};
use serde_json::Value;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("static/data")
}

fn description() -> String {
    fs::read_to_string(folder().join("datapackage.json")).unwrap()
}

fn resources(description: &str) -> Vec<Value> {
    let package: Value = serde_json::from_str(description).unwrap();
    package["resources"].as_array().unwrap().clone()
}

fn columns(resource: &Value) -> Vec<String> {
    let fields = resource["schema"]["fields"].as_array().unwrap();
    fields.iter().map(|field| field["name"].as_str().unwrap().to_owned()).collect()
}

fn header(csv: &str) -> Vec<String> {
    csv.lines().next().unwrap().split(',').map(str::to_owned).collect()
}

#[test]
fn every_file_is_described_with_its_columns() {
    let resources = resources(&description());
    assert_eq!(resources.len(), File::ALL.len());
    for (resource, file) in resources.iter().zip(File::ALL) {
        assert_eq!(resource["path"].as_str(), Some(file.name()));
        let content = fs::read_to_string(folder().join(file.name())).unwrap();
        assert_eq!(columns(resource), header(&content), "{}", file.name());
    }
}

#[test]
fn words_are_those_that_the_program_reads() {
    fn slugs<T: Slug>() -> Vec<&'static str> {
        T::ALL.iter().map(|value| value.slug()).collect()
    }
    let resources = resources(&description());
    let allowed = |file: &str, column: &str| -> Vec<String> {
        let resource = resources.iter().find(|resource| resource["name"] == file).unwrap();
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let field = fields.iter().find(|field| field["name"] == column).unwrap();
        let words = field["constraints"]["enum"].as_array().unwrap();
        words.iter().map(|word| word.as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(allowed("provinces", "id"), slugs::<ProvinceId>());
    assert_eq!(allowed("indicators", "topic"), slugs::<Topic>());
    assert_eq!(allowed("indicators", "unit"), slugs::<Unit>());
    assert_eq!(allowed("indicators", "denominator"), slugs::<Denominator>());
    assert_eq!(allowed("indicators", "better"), slugs::<Better>());
    assert_eq!(allowed("observations", "kind"), slugs::<Kind>());
    assert_eq!(allowed("observations", "period_basis"), slugs::<PeriodBasis>());
    assert_eq!(allowed("observations", "qualifier"), slugs::<Qualifier>());
    assert_eq!(allowed("derivations", "operation"), slugs::<Operation>());
}

#[test]
fn the_published_package_describes_the_computed_tables() {
    let package = Package::read(&folder());
    let dataset = validate(&package, None).unwrap();
    let published = resources(&published_datapackage(&description()).unwrap());
    let tables =
        [("comparisons.csv", comparisons_csv(&dataset)), ("targets.csv", targets_csv(&dataset))];
    for (name, content) in tables {
        let resource = published.iter().find(|resource| resource["path"] == name).unwrap();
        assert_eq!(columns(resource), header(&content), "{name}");
        assert!(!content.contains('\u{a0}'), "{name} holds no-break spaces");
    }
}

#[test]
fn a_description_without_resources_is_refused() {
    let error = published_datapackage("{}").unwrap_err();
    assert!(error.to_string().contains("resources"), "{error}");
    assert!(published_datapackage("not JSON").is_err());
}
