use std::sync::OnceLock;

use crate::chart::{Spec, spec};
use crate::embedded::DATASET;
use crate::model::{ChartId, Slug};
use crate::query::{Comparison, Entry, comparisons, ledger};

/// What follows from the dataset as a whole and is said on many views: each part is computed when a view asks
/// for it, and then once for all of them.
#[derive(Debug)]
pub struct Analysis {
    ledger: OnceLock<Vec<Entry>>,
    comparisons: OnceLock<Vec<Comparison>>,
    specs: [OnceLock<Spec>; ChartId::ALL.len()],
}

pub(super) static ANALYSIS: Analysis = Analysis {
    ledger: OnceLock::new(),
    comparisons: OnceLock::new(),
    specs: [const { OnceLock::new() }; ChartId::ALL.len()],
};

impl Analysis {
    /// Every target with what became of it, as [`ledger`] gives them.
    pub fn ledger(&self) -> &[Entry] {
        self.ledger.get_or_init(|| ledger(&DATASET))
    }

    /// Every pair of figures that a reader may be tempted to compare, as [`comparisons`] gives them.
    pub fn comparisons(&self) -> &[Comparison] {
        self.comparisons.get_or_init(|| comparisons(&DATASET))
    }

    /// What a chart shows.
    pub fn spec(&self, chart: ChartId) -> &Spec {
        self.specs[chart as usize].get_or_init(|| spec(&DATASET, chart))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_chart_has_its_own() {
        for _ in 0..2 {
            for chart in ChartId::ALL {
                assert_eq!(*ANALYSIS.spec(*chart), spec(&DATASET, *chart));
            }
        }
    }
}
