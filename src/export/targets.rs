use crate::i18n::status_reason;
use crate::model::{Dataset, Language, Slug};
use crate::query::ledger;

use super::table::table;

/// The columns of `targets.csv`.
pub(super) const COLUMNS: [&str; 6] =
    ["target", "actual", "gap", "status", "reason_vi", "reason_en"];

/// `targets.csv`: every target with the figure that decides on it, if any, the gap (actual less
/// target, in the unit of the indicator), and the status with its reason.
pub fn targets_csv(dataset: &Dataset<'_>) -> String {
    let rows = ledger(dataset).into_iter().map(|entry| {
        let actual = entry.actual.map_or("", |id| dataset.observation(id).slug);
        [
            dataset.observation(entry.target).slug.to_owned(),
            actual.to_owned(),
            entry.gap.map_or_else(String::new, |gap| gap.to_string()),
            entry.status.slug().to_owned(),
            status_reason(Language::Vi, dataset, &entry),
            status_reason(Language::En, dataset, &entry),
        ]
    });
    table(COLUMNS, rows)
}
