use std::collections::BTreeMap;

use yew::{AttrValue, Html, html};

use crate::chart::{ChartId, Mark, layout};
use crate::embedded::DATASET;
use crate::model::{Language, Slug};
use crate::render::{DrawError, inline_svg};
use crate::state::View;

/// What stands in the places of charts in a file: pictures, one for each width, of which the style sheet
/// shows the one that fits.
pub struct Pictures {
    markup: BTreeMap<(Language, ChartId), AttrValue>,
}

impl Pictures {
    /// Draws every chart in every language, in widths of the layout.
    ///
    /// # Errors
    ///
    /// [`DrawError`], which is not known to happen.
    pub fn draw(widths: &[u32]) -> Result<Self, DrawError> {
        let mut markup = BTreeMap::new();
        for &language in Language::ALL {
            for &chart in ChartId::ALL {
                let mut pictures = String::new();
                for &width in widths {
                    let scene = layout(language, &DATASET, chart, width);
                    let figure = |mark: &Mark| DATASET.observation(mark.observation).slug;
                    pictures.push_str(&inline_svg(&scene, &format!("w{width}"), figure)?);
                }
                markup.insert((language, chart), pictures.into());
            }
        }
        Ok(Self { markup })
    }

    /// The pictures of a chart. Their marks name their figures, for the cards that `cards.js` shows on
    /// them. The app puts its live chart beside them, and takes their place when it stands.
    pub(super) fn slot(&self, view: View, chart: ChartId) -> Html {
        let markup = self.markup.get(&(view.language, chart)).cloned().unwrap_or_default();
        let id = chart.slug();
        html! {
            <div class="still" role="img" aria-labelledby={format!("{id}-heading")}
                aria-describedby={format!("{id}-takeaway")}>
                { Html::from_html_unchecked(markup) }
            </div>
        }
    }
}
