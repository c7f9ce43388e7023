//! What is said of the network and of new versions. `static/offline.js` shows it, and keeps the site.

use yew::Html;

use crate::embedded::EDITION;
use crate::i18n::{date, view_texts};
use crate::views::Context;
use crate::views::markup::markup;

/// The lines that stand at the lower edge of the screen while they hold. They are no landmark, which would
/// be there while nothing is said.
pub(in crate::views) fn notices(cx: Context<'_>) -> Html {
    let text = &view_texts(cx.language()).offline;
    let data = markup! {
        { " " }{ text.data_of }{ " " }{ date(cx.language(), &EDITION.date) }{ "." }
    };
    markup! {
        <div id="notices">
            <p role="status" hidden="hidden">{ text.none }{ data }</p>
            <p role="status" hidden="hidden">
                { text.update }{ " " }
                <span>
                    <button type="button">{ text.use_update }</button>{ " " }
                    <button type="button">{ text.later }</button>
                </span>
            </p>
        </div>
    }
}

/// Where readers make sure that the site stays on their machine, and learn what does not.
pub(in crate::views) fn save(cx: Context<'_>) -> Html {
    let text = &view_texts(cx.language()).offline;
    markup! {
        <p id="save" hidden="hidden">
            { text.kept }{ " " }
            <button type="button">{ text.save }</button>{ " " }
            <span role="status" data-saving={text.saving} data-saved={text.saved}
                data-lent={text.lent} data-failed={text.failed} />
        </p>
    }
}
