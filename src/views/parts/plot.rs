use yew::Html;

use crate::model::{ChartId, Slug};
use crate::views::Context;
use crate::views::markup::markup;

/// The place of a chart. What stands in it follows from what the view is rendered for.
pub(in crate::views) fn plot(cx: Context<'_>, chart: ChartId) -> Html {
    markup! { <div data-chart={chart.slug()} class="plot">{ (cx.chart)(cx.view, chart) }</div> }
}
