use yew::{Html, html};

use crate::chart::{Spec, citations};
use crate::components::Page;
use crate::model::SourceId;
use crate::state::Route;

/// Where the figures of a chart come from: every document with its paragraphs.
pub(super) fn source_line(page: Page, spec: &Spec) -> Html {
    let text = page.messages();
    let places = citations(page.dataset, &spec.shown()).into_iter().map(|citation| {
        let numbers: Vec<String> = citation.paragraphs.iter().map(u16::to_string).collect();
        html! { <li>{ place(page, citation.source, &numbers.join(", ")) }</li> }
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
    // Pages with charts list the documents at their own foot.
    let list = match page.view.route {
        Route::Home | Route::Field(_) | Route::Targets | Route::Sources => String::new(),
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
