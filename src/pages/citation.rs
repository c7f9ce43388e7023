use yew::{Html, html};

use crate::chart::{Spec, shown};
use crate::components::Page;
use crate::model::SourceId;
use crate::state::Route;

/// Where the figures of a chart come from: every document with its paragraphs.
pub(super) fn source_line(page: Page, spec: &Spec) -> Html {
    let text = page.messages();
    let figures = shown(spec);
    let figures: Vec<_> = figures.iter().map(|id| page.dataset.observation(*id)).collect();
    let places = (0u16..).map(SourceId).take(page.dataset.sources.len()).filter_map(|source| {
        let cited = |paragraph: &u16| {
            figures.iter().any(|figure| figure.source == source && figure.paragraph == *paragraph)
        };
        let last = figures.iter().map(|figure| figure.paragraph).max().unwrap_or(0);
        let numbers: Vec<String> =
            (1..=last).filter(cited).map(|paragraph| paragraph.to_string()).collect();
        let numbers = numbers.join(", ");
        (!numbers.is_empty()).then(|| {
            html! { <li>{ place(page, source, &numbers) }</li> }
        })
    });
    html! { <div class="source"><span>{ text.source }{ ":" }</span><ul>{ for places }</ul></div> }
}

/// One place in one document: its number in the list at the foot of the page, as a link to it, and
/// the paragraph.
pub(super) fn citation(page: Page, source: SourceId, paragraph: u16) -> Html {
    place(page, source, &paragraph.to_string())
}

fn place(page: Page, source: SourceId, paragraphs: &str) -> Html {
    let number = source.0 + 1;
    // The start page lists the documents at its own foot.
    let list = match page.view.route {
        Route::Home | Route::Sources => String::new(),
        Route::Figures | Route::Figure(_) => {
            page.view.link(page.dataset, page.view.at(Route::Sources))
        }
    };
    html! {
        <>
            <a href={format!("{list}#source-{number}")}>{ format!("[{number}]") }</a>
            { format!(" {} {paragraphs}", page.messages().paragraph) }
        </>
    }
}
