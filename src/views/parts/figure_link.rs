use yew::Html;

use crate::i18n::figure_label;
use crate::model::ObservationId;
use crate::state::Route;
use crate::views::Context;
use crate::views::markup::markup;

/// A link to the page of a figure, by all that tells it from the others.
pub(in crate::views) fn figure_link(cx: Context<'_>, id: ObservationId) -> Html {
    let figure = cx.dataset.observation(id);
    let label = figure_label(cx.language(), cx.dataset, figure);
    markup! { <a href={cx.link(Route::Figure(id))} data-figure={figure.slug}>{ label }</a> }
}
