use crate::i18n::comparison_reason;
use crate::model::{Dataset, Language, Slug};
use crate::query::comparisons;

use super::table::table;

/// The columns of `comparisons.csv`.
pub(super) const COLUMNS: [&str; 7] =
    ["left", "right", "verdict", "difference", "ratio", "reason_vi", "reason_en"];

/// `comparisons.csv`: every pair of figures of one family across the provinces, and of one
/// indicator within a province, with the verdict and its reason. `difference` is left less right
/// in the unit of the indicator, `ratio` left divided by right; both only where the verdict is
/// `same`.
pub fn comparisons_csv(dataset: &Dataset<'_>) -> String {
    let rows = comparisons(dataset).into_iter().map(|comparison| {
        let slug = |id| dataset.observation(id).slug.to_owned();
        let difference = comparison.difference;
        let ratio = difference.and_then(|difference| difference.ratio);
        [
            slug(comparison.left),
            slug(comparison.right),
            comparison.verdict.slug().to_owned(),
            difference.map_or_else(String::new, |found| found.difference.to_string()),
            ratio.map_or_else(String::new, |ratio| ratio.to_string()),
            comparison_reason(Language::Vi, dataset, &comparison),
            comparison_reason(Language::En, dataset, &comparison),
        ]
    });
    table(COLUMNS, rows)
}
