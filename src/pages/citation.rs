use yew::{Html, html};

use crate::chart::{Spec, citations};
use crate::components::Page;
use crate::i18n::view_texts;
use crate::model::SourceId;
use crate::state::Route;

use super::sources::imprint;

/// Where the figures of a chart come from: every document with its paragraphs.
pub(super) fn source_line(page: Page, spec: &Spec) -> Html {
    let text = page.messages();
    let places = citations(page.dataset, &spec.shown()).into_iter().map(|citation| {
        let numbers: Vec<String> = citation.paragraphs.iter().map(u16::to_string).collect();
        html! { <li>{ place(page, citation.source, &numbers.join(", ")) }</li> }
    });
    html! { <div class="source"><span>{ text.source }{ ":" }</span><ul>{ for places }</ul></div> }
}

/// The documents of a chart by their titles, with their imprint and the paragraphs.
pub(super) fn documents(page: Page, spec: &Spec) -> Html {
    let rows = citations(page.dataset, &spec.shown()).into_iter().map(|citation| {
        let source = page.dataset.source(citation.source);
        let numbers: Vec<String> = citation.paragraphs.iter().map(u16::to_string).collect();
        html! {
            <li>
                <cite lang="vi">{ source.title_vi }</cite>{ ". " }{ imprint(page, source) }
                <div>{ place(page, citation.source, &numbers.join(", ")) }</div>
            </li>
        }
    });
    html! {
        <>
            <h3>{ view_texts(page.language()).documents_of_chart }</h3>
            <ul class="rows">{ for rows }</ul>
        </>
    }
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
        Route::Figures | Route::Figure(_) | Route::Embed(_) => {
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
