use yew::{Html, html};

use crate::chart::{ChartId, Mark, WIDTHS, layout};
use crate::components::Page;
use crate::model::Slug;
use crate::render::{DrawError, inline_svg};

use super::head::unchecked;

/// A chart as pictures, one for each width, of which the style sheet shows the one that fits. Their marks
/// name their figures, for the cards that `cards.js` shows on them. The app puts its live chart beside
/// them, and takes their place when it stands.
pub(super) fn still(page: Page, chart: ChartId) -> Result<Html, DrawError> {
    let mut pictures = String::new();
    for width in WIDTHS {
        let scene = layout(page.language(), page.dataset, chart, width);
        let figure = |mark: &Mark| page.dataset.observation(mark.observation).slug;
        pictures.push_str(&inline_svg(&scene, &format!("w{width}"), figure)?);
    }
    let id = chart.slug();
    Ok(html! {
        <div class="plot" data-chart={id}>
            <div class="still" role="img" aria-labelledby={format!("{id}-heading")}
                aria-describedby={format!("{id}-takeaway")}>
                { unchecked(pictures) }
            </div>
        </div>
    })
}
