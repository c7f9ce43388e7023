use yew::{Html, html};

use crate::components::Page;
use crate::export::ARCHIVE;
use crate::state::Route;

use super::edition::edition_line;
use super::notices::save;
use super::site::Site;
use super::sources::document_list;

/// The edition in one file, which the build writes beside the pages.
const ONE_FILE: &str = "dak-so.html";

/// What every page rests on: boundaries and the data themselves; on the start page and
/// the views the documents too, since they cite them all along.
pub(super) fn footer(site: &Site, page: Page) -> Html {
    let text = page.messages();
    let cites = matches!(page.view.route, Route::Home | Route::Field(_) | Route::Targets);
    let documents = cites.then(|| {
        html! {
            <section aria-labelledby="sources-heading">
                <h2 id="sources-heading">{ text.sources_heading }</h2>
                <p>{ text.sources_intro }</p>
                { document_list(page) }
            </section>
        }
    });
    let address =
        site.base_address.as_ref().map(|base| format!("{base}{}", page.view.path(page.dataset)));
    html! {
        <footer>
            { for documents }
            { for (page.view.route != Route::Sources).then(|| boundaries(page)) }
            <section class="package" aria-labelledby="downloads-heading">
                <h2 id="downloads-heading">{ text.downloads_heading }</h2>
                <p>{ text.downloads_intro }</p>
                <ul class="downloads">{ for downloads(page) }{ archive(page) }{ one_file(page) }</ul>
                { save(page) }
            </section>
            { edition_line(page) }
            // Without a base address, start.js fills in the one that the page was opened at.
            <p class="printed">{ text.printed_from }{ ": " }<span class="address">{ address }</span></p>
        </footer>
    }
}

/// For which boundaries the figures are. The page of the documents says it in its own place.
fn boundaries(page: Page) -> Html {
    let provinces = page.dataset.provinces.iter();
    let notes = provinces.map(|province| html! { <p>{ province.note.get(page.language()) }</p> });
    html! {
        <section aria-labelledby="boundaries-heading">
            <h2 id="boundaries-heading">{ page.messages().boundaries_heading }</h2>
            { for notes }
        </section>
    }
}

fn downloads(page: Page) -> impl Iterator<Item = Html> {
    let text = page.messages();
    let files = [
        ("observations.csv", text.download_observations),
        ("indicators.csv", text.download_indicators),
        ("comparisons.csv", text.download_comparisons),
        ("targets.csv", text.download_targets),
        ("sources.csv", text.download_sources),
        ("datapackage.json", text.download_package),
    ];
    files.into_iter().map(move |(file, label)| {
        let href = format!("{}data/{file}", page.view.root());
        html! { <li><a {href} download={file}>{ label }</a>{ " " }<span>{ file }</span></li> }
    })
}

/// The way to the whole package as one file, which the edition in one file leaves out: `cargo xtask
/// build` finds it by its class, wherever it stands.
fn archive(page: Page) -> Html {
    html! { <li class="online">{ archive_link(page) }{ " " }<span>{ ARCHIVE }</span></li> }
}

/// A link to the whole package as one file.
pub(super) fn archive_link(page: Page) -> Html {
    let href = format!("{}data/{ARCHIVE}", page.view.root());
    html! { <a {href} download={ARCHIVE}>{ page.messages().download_all }</a> }
}

/// The way to the edition in one file, which itself leaves it out: `cargo xtask build` finds it by its
/// class.
fn one_file(page: Page) -> Html {
    let text = page.messages();
    let href = format!("{}{ONE_FILE}", page.view.root());
    html! {
        <li class="one-file">
            <a {href} download={ONE_FILE}>{ text.one_file }</a>{ " " }<span>{ text.one_file_size }</span>
        </li>
    }
}
