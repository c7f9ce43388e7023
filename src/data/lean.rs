use std::borrow::Cow;

use crate::model::{Dataset, Localized};

const NOTHING: Localized<'static> = Localized { vi: "", en: "" };

/// The dataset without what only documents and readers of evidence ask for: definitions, notes,
/// sources, printed tokens and derivations. It draws the same charts.
///
/// Ids of sources in it lead nowhere.
pub fn without_evidence<'a>(dataset: &Dataset<'a>) -> Dataset<'a> {
    let mut lean = dataset.clone();
    lean.sources = Cow::Borrowed(&[]);
    lean.derivations = Cow::Borrowed(&[]);
    for province in lean.provinces.to_mut() {
        province.note = NOTHING;
        province.successor = NOTHING;
    }
    for indicator in lean.indicators.to_mut() {
        indicator.definition = NOTHING;
    }
    for observation in lean.observations.to_mut() {
        observation.note = NOTHING;
        observation.printed = "";
    }
    lean
}
