use yew::{Html, html};

use crate::model::{ChartId, Slug};
use crate::views::Context;

/// The place of a chart. What stands in it follows from what the view is rendered for.
pub(in crate::views) fn plot(cx: Context<'_>, chart: ChartId) -> Html {
    html! { <div class="plot" data-chart={chart.slug()}>{ (cx.chart)(cx.view, chart) }</div> }
}
