//! Which state of the data a view shows.

use yew::Html;

use crate::embedded::EDITION;
use crate::i18n::data_edition;
use crate::views::Context;
use crate::views::markup::markup;

/// The edition in words, for the foot of a page.
pub(in crate::views) fn edition_line(cx: Context<'_>) -> Html {
    let words = data_edition(cx.language(), &EDITION.version, &EDITION.date);
    markup! { <p class="edition">{ words }{ " " }<code>{ &*EDITION.hash }</code></p> }
}
