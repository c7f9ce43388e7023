use biblatex::{Bibliography, ChunksExt, Date, DateValue, Entry, PermissiveType};
use dak_so::chart::{ChartId, citations, heading, spec};
use dak_so::export::{Citation, CitedChart, bibtex, chart_record, csl_json, figure_record};
use dak_so::i18n::{PRODUCT, amount, chart_citation, date, figure_citation, period};
use dak_so::model::{Dataset, Kind, Language, Localized, Slug};
use serde_json::{Value, json};

use crate::{edition, with_dataset};

/// What CSL-JSON knows, of what a citation may need
/// (https://github.com/citation-style-language/schema, csl-data.json).
const CSL_NAMES: [&str; 13] = [
    "id",
    "type",
    "title",
    "author",
    "container-title",
    "publisher",
    "issued",
    "version",
    "URL",
    "note",
    "abstract",
    "language",
    "genre",
];

fn charts(dataset: &Dataset<'_>) -> Vec<CitedChart<'static>> {
    let chart = |id: &ChartId| {
        let figures = spec(dataset, *id).shown();
        let places = citations(dataset, &figures);
        CitedChart {
            slug: id.slug(),
            heading: Localized { vi: heading(Language::Vi, *id), en: heading(Language::En, *id) },
            figures,
            places: places.into_iter().map(|place| (place.source, place.paragraphs)).collect(),
        }
    };
    ChartId::ALL.iter().map(chart).collect()
}

/// Every record: those of all figures, then those of all charts.
fn records(dataset: &Dataset<'_>) -> Vec<Citation> {
    let address = |name: &str| Some(format!("https://example.org/a%20b/{name}/"));
    let figures = dataset
        .observations()
        .map(|(id, figure)| figure_record(dataset, &edition(), id, address(figure.slug)));
    let charts = charts(dataset);
    let charts =
        charts.iter().map(|chart| chart_record(dataset, &edition(), chart, address(chart.slug)));
    figures.chain(charts).collect()
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn the_record_of_a_figure_names_value_document_paragraph_and_token() {
    with_dataset(|dataset| {
        for (id, figure) in dataset.observations() {
            let record = figure_record(dataset, &edition(), id, None);
            let source = dataset.source(figure.source);
            for language in Language::ALL {
                let value = plain(&amount(*language, dataset, figure));
                assert!(record.title.contains(&value), "{}", record.title);
                let province = dataset.province(figure.province).name.get(*language);
                assert!(record.title.contains(province), "{}", record.title);
            }
            let note = &record.note;
            assert!(note.contains(source.title_vi), "{note}");
            assert!(note.contains(&format!("đoạn {},", figure.paragraph)), "{note}");
            assert!(note.contains(&format!("paragraph {},", figure.paragraph)), "{note}");
            assert!(note.contains(&format!("“{}”", figure.printed)), "{note}");
            assert_eq!(record.issued.as_deref().unwrap_or_default(), source.published);
            assert_eq!(record.authors.join(" - "), source.author);
        }
    });
}

#[test]
fn the_record_of_a_chart_names_all_that_for_each_of_its_figures() {
    with_dataset(|dataset| {
        for chart in charts(dataset) {
            let record = chart_record(dataset, &edition(), &chart, None);
            assert!(record.title.contains(chart.heading.vi));
            assert!(record.title.contains(chart.heading.en));
            assert_eq!(record.authors, [PRODUCT]);
            assert_eq!(record.issued, Some(edition().date.into_owned()));
            let summary = record.summary.unwrap();
            for id in &chart.figures {
                let figure = dataset.observation(*id);
                let source = dataset.source(figure.source);
                let paragraph = figure.paragraph;
                let expected = [
                    plain(&amount(Language::Vi, dataset, figure)),
                    format!(
                        "{}, đoạn {paragraph}, nguyên văn “{}”",
                        source.title_vi, figure.printed
                    ),
                ];
                for expected in expected {
                    assert!(summary.contains(&expected), "{}: {expected}", chart.slug);
                }
                assert!(record.note.contains(source.title_vi), "{}", record.note);
            }
        }
    });
}

#[test]
fn sentences_name_figure_evidence_and_edition() {
    with_dataset(|dataset| {
        let edition = edition();
        let (version, day) = (&edition.version, &edition.date);
        for &language in Language::ALL {
            let last = date(language, day);
            for (id, figure) in dataset.observations() {
                let sentence = figure_citation(language, dataset, id, version, day);
                let source = dataset.source(figure.source);
                let indicator = dataset.indicator(figure.indicator).name.get(language);
                let time = match figure.kind {
                    Kind::Target => figure.period.year().to_string(),
                    Kind::Actual | Kind::Change => period(language, figure.period),
                };
                let expected = [
                    &*plain(&amount(language, dataset, figure)),
                    indicator,
                    dataset.province(figure.province).name.get(language),
                    &time,
                    source.title_vi,
                    &figure.paragraph.to_string(),
                    &format!("“{}”", figure.printed),
                    PRODUCT,
                    version,
                ];
                for expected in expected {
                    assert!(sentence.contains(expected), "{expected}: {sentence}");
                }
                for author in source.authors() {
                    assert!(sentence.contains(author), "{author}: {sentence}");
                }
                assert!(sentence.ends_with(&last), "{sentence}");
                assert!(!sentence.contains('\u{a0}'), "{sentence}");
            }
            for chart in charts(dataset) {
                let heading = chart.heading.get(language);
                let sentence =
                    chart_citation(language, dataset, heading, &chart.places, version, day);
                assert!(sentence.contains(heading) && sentence.ends_with(&last), "{sentence}");
                for (source, paragraphs) in &chart.places {
                    assert!(sentence.contains(dataset.source(*source).title_vi), "{sentence}");
                    for paragraph in paragraphs {
                        assert!(sentence.contains(&paragraph.to_string()), "{sentence}");
                    }
                }
            }
        }
    });
}

#[test]
fn sentences_read_as_people_write_them() {
    with_dataset(|dataset| {
        let check = |language, slug: &str, expected: &str| {
            let id = dataset.observation_named(slug).unwrap();
            assert_eq!(figure_citation(language, dataset, id, "1.0.0", "2026-11-21"), expected);
        };
        check(
            Language::Vi,
            "dl-fixed-broadband-2024-12",
            "Đắk Lắk, Thuê bao băng rộng cố định: 22,86 thuê bao/100 dân, tháng 12/2024. Nguồn: \
             Trương Hoài Anh, “Sở Thông tin và Truyền thông tỉnh Đắk Lắk: Dấu ấn 20 năm xây dựng \
             và phát triển”, 20/12/2024, đoạn 13, nguyên văn “22,86”. Dẫn theo Đắk Số, dữ liệu \
             phiên bản 1.0.0 ngày 21/11/2026",
        );
        check(
            Language::En,
            "dn-radio-villages-2024-08",
            "Đắk Nông, Villages reached by local radio: about 65%, August 2024. \
             Source: “[Lễ kỷ niệm 20 năm thành lập Sở Thông tin và Truyền thông Đắk Nông]”, no \
             author printed, no date printed, paragraph 4, printed as “65%”. Cited from Đắk Số, \
             data version 1.0.0 of 21 November 2026",
        );
    });
}

/// A field as a reader of BibTeX understands it.
fn field(entry: &Entry, name: &str) -> Option<String> {
    entry.get(name).map(|chunks| chunks.format_verbatim())
}

#[test]
fn bibtex_is_read_back_as_it_was_meant() {
    with_dataset(|dataset| {
        let records = records(dataset);
        let all: String = records.iter().map(bibtex).collect();
        let read = Bibliography::parse(&all).unwrap();
        assert_eq!(read.len(), records.len(), "every key is one of its kind");
        for record in &records {
            assert!(record.key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'));
            let entry = read.get(&record.key).unwrap();
            let expected = [
                ("title", Some(&record.title)),
                ("version", Some(&record.version)),
                ("note", Some(&record.note)),
                ("abstract", record.summary.as_ref()),
                ("url", record.address.as_ref()),
            ];
            for (name, expected) in expected {
                assert_eq!(field(entry, name).as_ref(), expected, "{}: {name}", record.key);
            }
            let authors = entry.author().unwrap_or_default();
            let authors: Vec<String> = authors.into_iter().map(|person| person.name).collect();
            assert_eq!(authors, record.authors, "names are not turned around");
            let issued = match entry.date() {
                Ok(PermissiveType::Typed(Date { value: DateValue::At(day), .. })) => {
                    let (month, day_of) = (day.month.unwrap() + 1, day.day.unwrap() + 1);
                    Some(format!("{:04}-{month:02}-{day_of:02}", day.year))
                }
                _ => None,
            };
            assert_eq!(issued, record.issued, "{}", record.key);
        }
    });
}

#[test]
fn csl_json_has_the_fields_that_reference_managers_know() {
    with_dataset(|dataset| {
        for record in records(dataset) {
            let items: Value = serde_json::from_str(&csl_json(&record)).unwrap();
            let [item] = items.as_array().unwrap().as_slice() else { panic!("{items}") };
            for name in item.as_object().unwrap().keys() {
                assert!(CSL_NAMES.contains(&name.as_str()), "{name}");
            }
            assert_eq!(item["id"], record.key);
            let kind = if record.summary.is_some() { "dataset" } else { "webpage" };
            assert_eq!(item["type"], kind);
            assert_eq!(item["title"], record.title);
            assert_eq!(item["container-title"], PRODUCT);
            assert_eq!(item["note"], record.note);
            assert_eq!(item["version"], record.version);
            assert_eq!(item["language"], "vi");
            assert_eq!(item.get("URL").and_then(Value::as_str), record.address.as_deref());
            assert_eq!(item.get("abstract").and_then(Value::as_str), record.summary.as_deref());
            let names = record.authors.iter().map(|name| json!({ "literal": name }));
            let names: Vec<Value> = names.collect();
            assert_eq!(item.get("author").is_some(), !names.is_empty());
            assert!(names.is_empty() || item["author"] == json!(names));
            let date = record.issued.as_deref().map(|iso| {
                let parts = iso.split('-').map(|part| part.parse::<u16>().unwrap());
                json!({ "date-parts": [parts.collect::<Vec<_>>()] })
            });
            assert_eq!(item.get("issued"), date.as_ref());
        }
    });
}

#[test]
fn without_an_address_none_is_made_up() {
    with_dataset(|dataset| {
        let (id, _) = dataset.observations().next().unwrap();
        let record = figure_record(dataset, &edition(), id, None);
        assert!(!csl_json(&record).contains("URL") && !bibtex(&record).contains("url ="));
    });
}
