use std::collections::BTreeSet;

use dak_so::chart::{ChartId, Spec, spec};
use dak_so::embedded::DATASET;
use dak_so::i18n::{amount, messages, period};
use dak_so::model::{Language, ObservationId, Slug};
use e2e::{Page, Result};
use serde::Deserialize;

use crate::card::plain;
use crate::pages::{address_of, views};
use crate::visit::{Visit, nothing_went_wrong_unseen, visit, visit_as};

/// A value in a table, with what stands around it.
#[derive(Deserialize)]
struct Value {
    figure: String,
    value: String,
    evidence: String,
    printed: String,
    source: String,
}

const VALUES: &str = "
    return [...document.querySelectorAll(`#${arguments[0]} [data-figure]`)].map(value => {
        const evidence = value.nextElementSibling;
        return {
            figure: value.dataset.figure,
            value: value.innerText,
            evidence: evidence.innerText,
            printed: evidence.querySelector('q').innerText,
            source: evidence.querySelector('a').getAttribute('href'),
        };
    })";

/// Everything that the page says, and what it says to assistive technology.
const ALL_TEXT: &str = "return document.body.innerText
    + [...document.querySelectorAll('[aria-label]')].map(one => one.ariaLabel).join('\\n')";

/// Opens the page of a chart with its table.
async fn open_table(page: &Page, chart: ChartId, language: Language) -> Result<()> {
    page.open(&format!("{}?tab=table", address_of(chart, language))).await?;
    let table = format!("#{} table", chart.slug());
    assert!(page.is_shown(&table).await?, "{table}");
    Ok(())
}

/// The figures that a chart shows, and how many cells of its table have none.
fn figures(chart: ChartId) -> (BTreeSet<ObservationId>, usize) {
    match spec(&DATASET, chart) {
        Spec::Panels(panels) => {
            let rows = || panels.iter().flat_map(|panel| &panel.rows);
            let known = rows().filter_map(|(_, row)| row.ok()).collect();
            (known, rows().filter(|(_, row)| row.is_err()).count())
        }
        Spec::Bullets(entries) => {
            let targets = entries.iter().map(|entry| entry.target);
            let results = entries.iter().filter_map(|entry| entry.actual);
            (targets.chain(results).collect(), 0)
        }
        Spec::Lines(histories) => {
            let years = || histories.iter().flat_map(|history| history.years(&DATASET));
            let known = years().flat_map(|year| [year.target, year.actual]).flatten().collect();
            (known, years().filter(|year| year.actual.is_none()).count())
        }
    }
}

#[test]
fn the_tables_hold_every_figure_with_its_evidence() {
    visit(async |page| {
        for language in Language::ALL {
            for chart in ChartId::ALL {
                open_table(page, *chart, *language).await?;
                let values: Vec<Value> = page.ask_about(VALUES, chart.slug()).await?;
                let mut seen = BTreeSet::new();
                for value in &values {
                    let id = DATASET.observation_named(&value.figure).unwrap();
                    seen.insert(id);
                    assert_evidence(*language, id, value);
                    assert_eq!(page.count(&value.source).await?, 1, "{}", value.source);
                }
                assert_eq!(seen, figures(*chart).0, "{chart:?}");
            }
        }
        Ok(())
    });
}

fn assert_evidence(language: Language, id: ObservationId, shown: &Value) {
    let text = messages(language);
    let figure = DATASET.observation(id);
    assert_eq!(plain(&shown.value), plain(&amount(language, &DATASET, figure)), "{}", figure.slug);
    assert_eq!(shown.printed, figure.printed, "{}", figure.slug);
    assert_eq!(shown.source, format!("#source-{}", figure.source.0 + 1));
    let evidence = plain(&shown.evidence);
    let paragraph = format!("{} {}", text.paragraph, figure.paragraph);
    assert!(evidence.ends_with(&paragraph), "{paragraph} in {evidence:?}");
    let period = plain(&period(language, figure.period));
    assert!(evidence.starts_with(&period), "{period} in {evidence:?}");
}

#[test]
fn missing_figures_are_said_in_words() {
    visit(async |page| {
        for language in Language::ALL {
            let mut missing_anywhere = 0;
            for chart in ChartId::ALL {
                open_table(page, *chart, *language).await?;
                let cells = "return [...document.querySelectorAll(`#${arguments[0]} td`)]
                    .map(cell => [cell.className === 'missing', cell.innerText])";
                let cells: Vec<(bool, String)> = page.ask_about(cells, chart.slug()).await?;
                for (_, words) in &cells {
                    assert!(words.chars().any(char::is_alphanumeric), "an empty cell");
                }
                let missing = cells.iter().filter(|(is_missing, _)| *is_missing);
                let missing = missing.count();
                assert_eq!(missing, figures(*chart).1, "{chart:?}");
                missing_anywhere += missing;
            }
            assert!(missing_anywhere > 0);
        }
        Ok(())
    });
}

#[test]
fn no_text_on_the_page_is_a_slip_of_the_program() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        for address in Language::ALL.iter().flat_map(|of| views(*of)) {
            page.go(&address).await?;
            let open = "document.querySelectorAll('details').forEach(table => table.open = true)";
            page.ask::<()>(open).await?;
            let text: String = page.ask(ALL_TEXT).await?;
            assert!(text.len() > 1000);
            let is_slip = |word: &&str| {
                ["NaN", "undefined", "null", "Infinity", "None", "Some"].contains(word)
            };
            let mut words = text.split(|letter: char| !letter.is_alphanumeric());
            assert_eq!(words.find(is_slip), None);
            assert!(!text.contains("[object"));
        }
        nothing_went_wrong_unseen(page).await
    });
}
