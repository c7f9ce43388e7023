use serde_json::{Map, Value, json};

use crate::i18n::comparison_reason;
use crate::model::{Dataset, Language, ObservationId, Slug};
use crate::query::{Comparison, comparisons};

use super::edition::Edition;
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
/// rounds. Pairs that are not listed are not comparable.
pub fn figures_json(
    dataset: &Dataset<'_>,
    language: Language,
    edition: &Edition,
    about: Described<'_>,
    figures: &[ObservationId],
) -> String {
    let plain = |text: &str| Value::from(text.replace('\u{a0}', " "));
    let pairs = comparisons(dataset);
    let among = |pair: &&Comparison| figures.contains(&pair.left) && figures.contains(&pair.right);
    let whole = json!({
        "id": about.slug,
        "title": plain(about.heading),
        "takeaway": plain(about.takeaway),
        "language": language.slug(),
        "version": edition.version,
        "date": edition.date,
        "figures": figures.iter().map(|id| figure(dataset, language, *id)).collect::<Value>(),
        "comparisons": pairs
            .iter()
            .filter(among)
            .map(|pair| comparison(dataset, language, pair))
            .collect::<Value>(),
    });
    format!("{whole:#}\n")
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
