use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read};

use dak_so::chart::{ChartId, spec};
use dak_so::embedded::DATASET;
use dak_so::model::{Kind, Language, Slug};
use dak_so::query::ledger;
use e2e::{Page, Result};
use serde::Deserialize;
use url::Url;
use zip::ZipArchive;

use crate::markup::Markup;
use crate::pages::{address_of, addresses, file, folder};
use crate::visit::{address, visit};

/// A file that the page offers.
#[derive(Deserialize)]
struct File {
    /// What a browser would call it when it saves it.
    name: String,
    status: u16,
    text: String,
}

const FILES: &str = "
    const done = arguments[arguments.length - 1];
    const fetched = [...document.querySelectorAll('footer .downloads a')].map(async link => {
        const answer = await fetch(link.href);
        return { name: link.download, status: answer.status, text: await answer.text() };
    });
    Promise.all(fetched).then(done)";

type Row = BTreeMap<String, String>;

/// The files by name, each of which must have arrived.
async fn files(page: &Page) -> Result<BTreeMap<String, String>> {
    let files: Vec<File> = page.ask_later(FILES, ()).await?;
    let files = files.into_iter().map(|file| {
        assert_eq!(file.status, 200, "{}", file.name);
        (file.name, file.text)
    });
    Ok(files.collect())
}

/// The rows of a file, by the names of its columns.
fn rows(text: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(|row| row.unwrap()).collect()
}

#[test]
fn every_download_is_there_and_whole() {
    visit(async |page| {
        for language in Language::ALL {
            page.open(address(*language)).await?;
            let files = files(page).await?;
            let names: Vec<&str> = files.keys().map(String::as_str).collect();
            assert_eq!(
                names,
                [
                    "comparisons.csv",
                    "dak-so-data.zip",
                    "dak-so.html",
                    "datapackage.json",
                    "indicators.csv",
                    "observations.csv",
                    "sources.csv",
                    "targets.csv",
                ]
            );
            let count = |name: &str| rows(&files[name]).len();
            assert_eq!(count("observations.csv"), DATASET.observations.len());
            assert_eq!(count("indicators.csv"), DATASET.indicators.len());
            assert_eq!(count("sources.csv"), DATASET.sources.len());
        }
        Ok(())
    });
}

#[test]
fn what_any_page_offers_is_answered_with_content() {
    visit(async |page| {
        page.open("").await?;
        let offered: BTreeSet<String> = addresses()
            .iter()
            .flat_map(|address| {
                let base = Url::parse(&format!("{}/{address}", page.site())).unwrap();
                let page = Markup::read(&file(address));
                let links = page.named("a").filter(|link| link.get("download").is_some());
                let targets = links.filter_map(|link| base.join(link.get("href")?).ok());
                targets.map(String::from).collect::<Vec<_>>()
            })
            .collect();
        assert!(offered.len() >= 6, "{offered:?}");
        let script = "const [addresses, done] = arguments;
            const fetched = addresses.map(async address => {
                const answer = await fetch(address);
                return [address, answer.status, (await answer.arrayBuffer()).byteLength];
            });
            Promise.all(fetched).then(done)";
        let answers: Vec<(String, u16, usize)> = page.ask_later(script, offered).await?;
        let poor = answers.iter().filter(|(_, status, size)| *status != 200 || *size < 40);
        let poor: Vec<_> = poor.collect();
        assert!(poor.is_empty(), "{poor:#?}");
        Ok(())
    });
}

#[test]
fn the_comparisons_have_the_one_pair_that_is_alike() {
    visit(async |page| {
        page.open("").await?;
        let rows = rows(&files(page).await?["comparisons.csv"]);
        let figure = |name: &str| DATASET.observation(DATASET.observation_named(name).unwrap());
        let across = rows.iter().filter(|row| {
            let (left, right) = (figure(&row["left"]), figure(&row["right"]));
            row["verdict"] == "same" && left.province != right.province
        });
        let across: Vec<&Row> = across.collect();
        let [pair] = across.as_slice() else { panic!("{across:#?}") };
        let pair_of = [figure(&pair["left"]), figure(&pair["right"])];
        for figure in pair_of {
            assert_eq!(DATASET.indicator(figure.indicator).slug, "fixed-broadband");
        }
        assert_eq!(pair_of.map(|figure| figure.printed), ["16,36", "22,86"]);
        assert_eq!((&*pair["difference"], &*pair["ratio"]), ("-6.50", "0.72"));
        for row in &rows {
            assert!(!row["reason_vi"].is_empty() && !row["reason_en"].is_empty());
        }
        Ok(())
    });
}

#[test]
fn the_targets_are_all_accounted_for() {
    visit(async |page| {
        page.open("").await?;
        let rows = rows(&files(page).await?["targets.csv"]);
        let listed: Vec<&str> = rows.iter().map(|row| row["target"].as_str()).collect();
        let all = DATASET.observations.iter();
        let all = all.filter(|figure| figure.kind == Kind::Target);
        assert_eq!(listed, all.map(|figure| figure.slug).collect::<Vec<_>>());
        assert_eq!(listed.len(), ledger(&DATASET).len());
        for row in &rows {
            assert!(!row["status"].is_empty(), "{row:?}");
            assert!(!row["reason_vi"].is_empty() && !row["reason_en"].is_empty());
        }
        Ok(())
    });
}

#[test]
fn the_package_describes_files_that_are_there() {
    visit(async |page| {
        page.open("").await?;
        let package = &files(page).await?["datapackage.json"];
        let package: serde_json::Value = serde_json::from_str(package).unwrap();
        let resources = package["resources"].as_array().unwrap();
        assert!(resources.len() >= 8);
        for resource in resources {
            let path = resource["path"].as_str().unwrap();
            let columns = resource["schema"]["fields"].as_array().unwrap();
            let columns: Vec<&str> =
                columns.iter().map(|column| column["name"].as_str().unwrap()).collect();
            let script = "const done = arguments[arguments.length - 1];
                fetch(`data/${arguments[0]}`).then(answer => answer.ok ? answer.text() : '').then(done)";
            let text: String = page.ask_later(script, path).await?;
            assert_eq!(text.lines().next(), Some(columns.join(",").as_str()), "{path}");
        }
        Ok(())
    });
}

/// What a chart offers, by the names that a browser would give it.
async fn files_of_chart(page: &Page, chart: ChartId) -> Result<BTreeMap<String, String>> {
    let script = "const [id, done] = arguments;
        const links = [...document.querySelectorAll(`#${id} a[download]`)];
        const fetched = links.map(async link => {
            const answer = await fetch(link.href);
            return [link.download, answer.ok ? await answer.text() : ''];
        });
        Promise.all(fetched).then(files => done(Object.fromEntries(files)))";
    page.ask_later(script, chart.slug()).await
}

#[test]
fn a_chart_is_taken_along_with_its_figures_and_its_citation() {
    visit(async |page| {
        for &language in Language::ALL {
            for &chart in ChartId::ALL {
                page.open(&address_of(chart, language)).await?;
                let files = files_of_chart(page, chart).await?;
                let (id, of) = (chart.slug(), language.slug());
                let table = rows(&files[&format!("dak-so-{id}-{of}.csv")]);
                let json = &files[&format!("dak-so-{id}-{of}.json")];
                let json: serde_json::Value = serde_json::from_str(json).unwrap();
                let figures = json["figures"].as_array().unwrap();
                let expected = spec(&DATASET, chart).shown();
                assert_eq!((table.len(), figures.len()), (expected.len(), expected.len()));
                for ((row, figure), id) in table.iter().zip(figures).zip(&expected) {
                    let expected = DATASET.observation(*id);
                    let [value, printed] = ["value", "printed"].map(|name| &figure[name]);
                    assert_eq!(row["id"], expected.slug);
                    assert_eq!(*value, row["value"]);
                    assert_eq!(*printed, expected.printed);
                }
                let entry = &files[&format!("dak-so-chart-{id}.bib")];
                assert!(entry.starts_with(&format!("@misc{{dak-so-{id},")), "{entry}");
                let items = &files[&format!("dak-so-chart-{id}.csl.json")];
                let items: serde_json::Value = serde_json::from_str(items).unwrap();
                assert_eq!(items[0]["type"], "dataset");
                for name in [format!("dak-so-{id}-{of}.svg"), format!("dak-so-{id}-{of}.png")] {
                    assert!(!files[&name].is_empty(), "{name}");
                }
            }
        }
        Ok(())
    });
}

#[test]
fn the_whole_package_is_in_one_file() {
    visit(async |page| {
        for path in ["", "so-lieu/", "en/sources/"] {
            page.go(path).await?;
            let script = "const done = arguments[arguments.length - 1];
                const links = [...document.querySelectorAll('a[download=\"dak-so-data.zip\"]')];
                const fetched = links.map(async link => {
                    const content = await (await fetch(link.href)).arrayBuffer();
                    return [...new Uint8Array(content)];
                });
                Promise.all(fetched).then(done)";
            let found: Vec<Vec<u8>> = page.ask_later(script, ()).await?;
            // The pages that are about the data offer it at their top too.
            assert_eq!(found.len(), if path.is_empty() { 1 } else { 2 }, "{path}");
            for packed in found {
                let mut packed = ZipArchive::new(Cursor::new(packed)).unwrap();
                let mut names = BTreeSet::new();
                for index in 0..packed.len() {
                    let mut file = packed.by_index(index).unwrap();
                    let name = file.name().unwrap().into_owned();
                    let name = name.strip_prefix("dak-so-data/").unwrap().to_owned();
                    let mut content = Vec::new();
                    file.read_to_end(&mut content)?;
                    assert!(content == fs::read(folder().join("data").join(&name))?, "{name}");
                    names.insert(name);
                }
                for name in ["datapackage.json", "observations.csv", "comparisons.csv"] {
                    assert!(names.contains(name), "{names:?}");
                }
            }
        }
        Ok(())
    });
}

#[test]
fn a_citation_names_the_address_of_the_page_in_its_language() {
    visit(async |page| {
        let (vi, en) = ("so/dl-fixed-broadband-2024-12/", "en/figure/dl-fixed-broadband-2024-12/");
        let cases = [
            (en, "main", [en, vi]),
            ("muc-tieu/", "#targets", ["muc-tieu/#targets", "en/targets/#targets"]),
            ("en/targets/", "#targets", ["en/targets/#targets", "muc-tieu/#targets"]),
        ];
        for (path, of, expected) in cases {
            // What is asked behind the address is no part of it.
            page.open(&format!("{path}?from=test#content")).await?;
            let script = "return [...document.querySelectorAll(`${arguments[0]} .cite p[lang]`)]
                .map(sentence => sentence.textContent)";
            let sentences: Vec<String> = page.ask_about(script, of).await?;
            assert_eq!(sentences.len(), expected.len(), "{path}");
            for (sentence, address) in sentences.iter().zip(expected) {
                assert!(sentence.ends_with(&format!(", {}/{address}", page.site())), "{sentence}");
            }
        }
        Ok(())
    });
}
