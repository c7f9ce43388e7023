use yew::Html;

use crate::chart::{Spec, citations};
use crate::i18n::view_texts;
use crate::model::SourceId;
use crate::state::Route;
use crate::views::Context;
use crate::views::markup::{each, markup};

use super::documents::imprint;

/// Where the figures of a chart come from: every document with its paragraphs.
pub(in crate::views) fn source_line(cx: Context<'_>, spec: &Spec) -> Html {
    let text = cx.messages();
    let places = each(citations(cx.dataset, &spec.shown()), |citation| {
        let numbers: Vec<String> = citation.paragraphs.iter().map(u16::to_string).collect();
        markup! { <li>{ place(cx, citation.source, &numbers.join(", ")) }</li> }
    });
    markup! { <div class="source"><span>{ text.source }{ ":" }</span><ul>{ places }</ul></div> }
}

/// The documents of a chart by their titles, with their imprint and the paragraphs.
pub(in crate::views) fn documents(cx: Context<'_>, spec: &Spec) -> Html {
    let rows = each(citations(cx.dataset, &spec.shown()), |citation| {
        let source = cx.dataset.source(citation.source);
        let numbers: Vec<String> = citation.paragraphs.iter().map(u16::to_string).collect();
        markup! {
            <li>
                <cite lang="vi">{ source.title_vi }</cite>{ ". " }{ imprint(cx, source) }
                <div>{ place(cx, citation.source, &numbers.join(", ")) }</div>
            </li>
        }
    });
    markup! {
        <h3>{ view_texts(cx.language()).documents_of_chart }</h3>
        <ul class="rows">{ rows }</ul>
    }
}

/// One place in one document: its number in the list at the foot of the page, as a link to it, and
/// the paragraph.
pub(in crate::views) fn citation(cx: Context<'_>, source: SourceId, paragraph: u16) -> Html {
    place(cx, source, &paragraph.to_string())
}

fn place(cx: Context<'_>, source: SourceId, paragraphs: &str) -> Html {
    let number = source.0 + 1;
    // Pages with charts list the documents at their own foot.
    let list = match cx.view.route {
        Route::Home | Route::Field(_) | Route::Targets | Route::Sources => String::new(),
        Route::Figures | Route::Figure(_) | Route::Embed(_) => cx.link(Route::Sources),
    };
    markup! {
        <a href={format!("{list}#source-{number}")}>{ format!("[{number}]") }</a>
        { format!(" {} {paragraphs}", cx.messages().paragraph) }
    }
}
