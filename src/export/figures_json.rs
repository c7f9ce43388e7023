use serde_json::{Map, Value, json};

use crate::i18n::comparison_reason;
use crate::model::{Dataset, Edition, Language, ObservationId, Slug};
use crate::query::{Comparison, Reason, compare};

use super::figures::{COLUMNS, row};

/// What a file of figures says about itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Described<'a> {
    /// Its name in addresses and files.
    pub slug: &'a str,
    /// Its heading.
    pub heading: &'a str,
    /// What the figures say together.
    pub takeaway: &'a str,
}

/// A JSON file of these figures: the same as in [`figures_csv`](super::figures_csv), by the same names,
/// and the verdicts between them. What does not apply to a figure is `null`.
///
/// Decimal numbers are texts, `"16.30"`: digits as they are printed, with a point, which no reader
/// rounds. Pairs that are not listed have nothing to do with each other.
pub fn figures_json(
    dataset: &Dataset<'_>,
    language: Language,
    edition: &Edition<'_>,
    about: Described<'_>,
    figures: &[ObservationId],
) -> String {
    let plain = |text: &str| Value::from(text.replace('\u{a0}', " "));
    let whole = json!({
        "id": about.slug,
        "title": plain(about.heading),
        "takeaway": plain(about.takeaway),
        "language": language.slug(),
        "version": edition.version,
        "date": edition.date,
        "figures": figures.iter().map(|id| figure(dataset, language, *id)).collect::<Value>(),
        "comparisons": pairs(dataset, figures)
            .iter()
            .map(|pair| comparison(dataset, language, pair))
            .collect::<Value>(),
    });
    format!("{whole:#}\n")
}

/// Every pair of figures that have something to do with each other, in the order of the package.
fn pairs(dataset: &Dataset<'_>, figures: &[ObservationId]) -> Vec<Comparison> {
    let mut figures = figures.to_vec();
    figures.sort_unstable();
    figures.dedup();
    let pairs = figures.iter().enumerate().flat_map(|(index, left)| {
        figures.iter().skip(index + 1).map(|right| compare(dataset, *left, *right))
    });
    pairs.filter(|pair| pair.reason != Reason::Unrelated).collect()
}

fn figure(dataset: &Dataset<'_>, language: Language, id: ObservationId) -> Value {
    let cells = COLUMNS.iter().zip(row(dataset, language, id));
    let fields = cells.map(|(name, cell)| {
        let value = match (*name, cell.as_str()) {
            (_, "") => Value::Null,
            ("paragraph", _) => dataset.observation(id).paragraph.into(),
            (_, text) => text.replace('\u{a0}', " ").into(),
        };
        ((*name).to_owned(), value)
    });
    fields.collect::<Map<_, _>>().into()
}

fn comparison(dataset: &Dataset<'_>, language: Language, pair: &Comparison) -> Value {
    let ratio = pair.difference.and_then(|found| found.ratio);
    json!({
        "left": dataset.observation(pair.left).slug,
        "right": dataset.observation(pair.right).slug,
        "verdict": pair.verdict.slug(),
        "difference": pair.difference.map(|found| found.difference.to_string()),
        "ratio": ratio.map(|ratio| ratio.to_string()),
        "reason": comparison_reason(language, dataset, pair).replace('\u{a0}', " "),
    })
}
