//! What the app in a browser carries of the data draws the same charts as the whole.
#![cfg(all(feature = "embed", not(target_arch = "wasm32")))]

use dak_so::chart::{ChartId, WIDTHS, layout};
use dak_so::data::without_evidence;
use dak_so::embedded::DATASET;
use dak_so::model::{Language, Slug};

#[test]
fn charts_are_the_same_without_the_evidence() {
    let lean = without_evidence(&DATASET);
    assert!(lean.indicators.iter().all(|indicator| indicator.definition.is_empty()));
    for chart in ChartId::ALL {
        for language in Language::ALL {
            for width in WIDTHS {
                let whole = layout(*language, &DATASET, *chart, width);
                assert_eq!(layout(*language, &lean, *chart, width), whole, "{}", chart.slug());
            }
        }
    }
}
