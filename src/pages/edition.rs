//! Which state of the data the pages hold.

use yew::{Html, html};

use crate::components::Page;
use crate::export::{DescriptionError, Edition, data_hash};
use crate::i18n::data_edition;

use super::site::{DATA, PACKAGE};

/// The edition of the data that are compiled in, and their hash.
pub(super) fn edition() -> Result<(Edition, String), DescriptionError> {
    Ok((Edition::read(PACKAGE)?, data_hash(&DATA)))
}

/// The edition in words, for the foot of a page.
pub(super) fn edition_line(page: Page) -> Html {
    let Ok((Edition { version, date }, hash)) = edition() else { return Html::default() };
    html! {
        <p class="edition">{ data_edition(page.language(), &version, &date) }{ " " }<code>{ hash }</code></p>
    }
}
