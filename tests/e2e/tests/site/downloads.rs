use std::collections::{BTreeMap, BTreeSet};

use dak_so::embedded::DATASET;
use dak_so::model::{Kind, Language, Slug};
use dak_so::query::ledger;
use e2e::{Page, Result};
use serde::Deserialize;
use url::Url;

use crate::markup::Markup;
use crate::pages::{addresses, file};
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
