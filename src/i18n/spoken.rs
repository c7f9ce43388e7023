use crate::model::{Dataset, Language, Observation, Slug};

use super::labels::figure_label;
use super::topics::topic;

/// What the page says about a figure, in every language: the words by which a reader looks for it.
pub fn spoken(dataset: &Dataset<'_>, figure: &Observation<'_>) -> String {
    let mut text = String::new();
    for &language in Language::ALL {
        text.push_str(topic(language, dataset.indicator(figure.indicator).topic));
        text.push('\n');
        text.push_str(&figure_label(language, dataset, figure));
        text.push('\n');
    }
    text
}
