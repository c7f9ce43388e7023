use yew::Html;

use crate::state::Route;
use crate::views::Context;
use crate::views::markup::{each, markup};

use super::documents::document_list;
use super::downloads::downloads;
use super::edition::edition_line;
use super::notices::save;

/// What every page rests on: boundaries and the data themselves; on the start page and
/// the views the documents too, since they cite them all along.
pub(in crate::views) fn footer(cx: Context<'_>) -> Html {
    let text = cx.messages();
    let cites = matches!(cx.view.route, Route::Home | Route::Field(_) | Route::Targets);
    let documents = cites.then(|| {
        markup! {
            <section aria-labelledby="sources-heading">
                <h2 id="sources-heading">{ text.sources_heading }</h2>
                <p>{ text.sources_intro }</p>
                { document_list(cx) }
            </section>
        }
    });
    let address = cx.absolute(&cx.view.path(cx.dataset));
    markup! {
        <footer>
            { documents }
            { (cx.view.route != Route::Sources).then(|| boundaries(cx)) }
            <section aria-labelledby="downloads-heading" class="package">
                <h2 id="downloads-heading">{ text.downloads_heading }</h2>
                <p>{ text.downloads_intro }</p>
                { downloads(cx) }
                { cx.has_server().then(|| save(cx)) }
            </section>
            { edition_line(cx) }
            // Without a base address, the app fills in the one that the page was opened at.
            <p class="printed">{ text.printed_from }{ ": " }<span class="address">{ address }</span></p>
        </footer>
    }
}

/// For which boundaries the figures are. The page of the documents says it in its own place.
fn boundaries(cx: Context<'_>) -> Html {
    let provinces = cx.dataset.provinces.iter();
    let notes = each(provinces, |province| markup! { <p>{ province.note.get(cx.language()) }</p> });
    markup! {
        <section aria-labelledby="boundaries-heading">
            <h2 id="boundaries-heading">{ cx.messages().boundaries_heading }</h2>
            { notes }
        </section>
    }
}
