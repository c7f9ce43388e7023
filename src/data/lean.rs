use std::borrow::Cow;

use crate::model::{Dataset, Localized};

const NOTHING: Localized<'static> = Localized { vi: "", en: "" };

/// The dataset without the texts that only readers of evidence ask for: definitions, notes, printed
/// tokens, titles of documents; and without derivations. It draws the same charts.
pub fn without_evidence<'a>(dataset: &Dataset<'a>) -> Dataset<'a> {
    let mut lean = dataset.clone();
    lean.derivations = Cow::Borrowed(&[]);
    for province in lean.provinces.to_mut() {
        province.note = NOTHING;
        province.successor = NOTHING;
    }
    for source in lean.sources.to_mut() {
        (source.document, source.title_vi, source.author) = ("", "", "");
        source.note = NOTHING;
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
