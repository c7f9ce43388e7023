use std::sync::LazyLock;

use crate::chart::{Spec, spec};
use crate::embedded::DATASET;
use crate::model::{ChartId, Dataset, Slug};
use crate::query::{Comparison, Entry, comparisons, ledger};

/// What follows from the dataset as a whole and is said on many views.
#[derive(Debug)]
pub struct Analysis {
    /// Every target with what became of it, as [`ledger`] gives them.
    pub ledger: Vec<Entry>,
    /// Every pair of figures that a reader may be tempted to compare, as [`comparisons`] gives them.
    pub comparisons: Vec<Comparison>,
    /// What each chart shows, in the order of [`ChartId::ALL`].
    specs: Vec<Spec>,
}

/// Computed when the first view asks for it, and then once for all.
pub(super) static ANALYSIS: LazyLock<Analysis> = LazyLock::new(|| Analysis::of(&DATASET));

impl Analysis {
    fn of(dataset: &Dataset<'_>) -> Self {
        Self {
            ledger: ledger(dataset),
            comparisons: comparisons(dataset),
            specs: ChartId::ALL.iter().map(|chart| spec(dataset, *chart)).collect(),
        }
    }

    /// What a chart shows.
    pub fn spec(&self, chart: ChartId) -> &Spec {
        &self.specs[chart as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_chart_has_its_own() {
        for chart in ChartId::ALL {
            assert_eq!(*ANALYSIS.spec(*chart), spec(&DATASET, *chart));
        }
    }
}
