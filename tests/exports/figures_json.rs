use csv::Reader;
use dak_so::chart::{ChartId, heading, spec, takeaway};
use dak_so::export::{Described, figures_csv, figures_json};
use dak_so::model::{Dataset, Decimal, Language, ObservationId, Slug};
use dak_so::query::{Verdict, compare};
use serde_json::Value;

use crate::{edition, with_dataset};

/// The file of a chart, parsed, and the figures that it is of.
fn file(
    dataset: &Dataset<'_>,
    language: Language,
    chart: ChartId,
) -> (Value, String, Vec<ObservationId>) {
    let figures = spec(dataset, chart).shown();
    let takeaway = takeaway(language, dataset, chart);
    let heading = heading(language, chart);
    let about = Described { slug: chart.slug(), heading, takeaway: &takeaway };
    let json = figures_json(dataset, language, &edition(), about, &figures);
    assert!(!json.contains('\u{a0}'), "plain spaces");
    let csv = figures_csv(dataset, language, &figures);
    (serde_json::from_str(&json).unwrap(), csv, figures)
}

/// Asks `check` about the file of every chart in every language.
fn with_files(check: impl Fn(&Dataset<'_>, Language, &Value, &str, &[ObservationId])) {
    with_dataset(|dataset| {
        for &chart in ChartId::ALL {
            for &language in Language::ALL {
                let (json, csv, figures) = file(dataset, language, chart);
                assert_eq!(json["id"], chart.slug());
                assert_eq!(json["title"], heading(language, chart).replace('\u{a0}', " "));
                assert!(!json["takeaway"].as_str().unwrap().is_empty());
                assert_eq!(json["language"], language.slug());
                assert_eq!(
                    (&json["version"], &json["date"]),
                    (&Value::from(edition().version), &Value::from(edition().date))
                );
                check(dataset, language, &json, &csv, &figures);
            }
        }
    });
}

#[test]
fn the_figures_are_those_of_the_table() {
    with_files(|_, _, json, csv, figures| {
        let mut reader = Reader::from_reader(csv.as_bytes());
        let columns = reader.headers().unwrap().clone();
        let found = json["figures"].as_array().unwrap();
        assert_eq!(found.len(), figures.len());
        for (figure, row) in found.iter().zip(reader.records().map(Result::unwrap)) {
            assert_eq!(figure.as_object().unwrap().len(), columns.len());
            for (column, cell) in columns.iter().zip(&row) {
                let value = match &figure[column] {
                    Value::Null => String::new(),
                    Value::String(text) => text.clone(),
                    other => other.to_string(),
                };
                assert_eq!(value, cell, "{column}");
            }
        }
    });
}

#[test]
fn the_figures_are_those_of_the_package() {
    with_files(|dataset, language, json, _, figures| {
        for (found, id) in json["figures"].as_array().unwrap().iter().zip(figures) {
            let figure = dataset.observation(*id);
            let text = |name: &str| found[name].as_str();
            assert_eq!(text("id"), Some(figure.slug));
            let value = text("value").unwrap();
            assert_eq!(Decimal::parse(value), Ok(figure.value));
            assert_eq!(value, figure.value.to_string(), "no digit is lost");
            let indicator = dataset.indicator(figure.indicator);
            assert_eq!(text("definition"), Some(indicator.definition.get(language)));
            assert_eq!(text("period"), Some(&*figure.period.to_string()));
            assert!(text("period_basis").is_some() && text("unit").is_some());
            assert_eq!(text("printed"), Some(figure.printed));
            assert_eq!(text("document"), Some(dataset.source(figure.source).title_vi));
            assert_eq!(found["paragraph"], figure.paragraph);
        }
    });
}

#[test]
fn every_pair_of_the_chart_has_its_verdict() {
    with_files(|dataset, _, json, _, figures| {
        let listed = json["comparisons"].as_array().unwrap();
        for (index, left) in figures.iter().enumerate() {
            for right in &figures[index + 1..] {
                let expected = compare(dataset, *left, *right);
                let slugs = [left, right].map(|id| Value::from(dataset.observation(*id).slug));
                let pair = listed.iter().find(|pair| {
                    [&pair["left"], &pair["right"]].iter().all(|slug| slugs.contains(slug))
                });
                let verdict = pair.map(|pair| pair["verdict"].as_str().unwrap());
                let left_out = Verdict::NotComparable.slug();
                // A figure that the chart shows twice is no pair.
                if left != right {
                    assert_eq!(verdict.unwrap_or(left_out), expected.verdict.slug(), "{slugs:?}");
                }
                if let (Some(pair), Some(difference)) = (pair, expected.difference) {
                    let found = Decimal::parse(pair["difference"].as_str().unwrap()).unwrap();
                    assert_eq!(found.abs(), difference.difference.abs());
                }
            }
        }
        for pair in listed {
            assert!(!pair["reason"].as_str().unwrap().is_empty(), "{pair}");
        }
    });
}
