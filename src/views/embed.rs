//! A chart alone, for a frame in somebody else's page: what it shows, in a sentence and as a picture,
//! from which documents, what must be known to read it right, and the way to all else.

use yew::Html;

use crate::chart::{ChartId, Spec, citations, heading, takeaway};
use crate::embedded::EDITION;
use crate::i18n::{embed_texts, newer_data};
use crate::model::Slug;
use crate::state::page_of;

use super::Context;
use super::markup::{each, markup};
use super::parts::{cards, edition_line, legend, note_items, plot};

/// The body of the page.
pub(crate) fn content(cx: Context<'_>, chart: ChartId) -> Html {
    let text = cx.messages();
    let spec = cx.analysis.spec(chart);
    let id = chart.slug();
    let heading_id = format!("{id}-heading");
    markup! {
        <main>
            <figure id={id} aria-labelledby={heading_id.clone()}>
                <figcaption>
                    <h1 id={heading_id}>
                        <a href={view_link(cx, chart)}>{ heading(cx.language(), chart) }</a>
                    </h1>
                    <p id={format!("{id}-takeaway")} class="takeaway">
                        { takeaway(cx.language(), cx.dataset, chart) }
                    </p>
                </figcaption>
                { newer(cx, chart) }
                { legend(cx, spec) }
                { plot(cx, chart) }
                <p class="hint">{ text.chart_hint }</p>
                { notes(cx, spec) }
                { documents(cx, spec) }
            </figure>
        </main>
        <footer>
            <p>
                <a href={view_link(cx, chart)}>{ embed_texts(cx.language()).more }</a>
            </p>
            { edition_line(cx) }
        </footer>
        { cards(cx, spec.shown()) }
    }
}

/// The place of the chart among the views, where it has its table, its files and how to cite it.
fn view_link(cx: Context<'_>, chart: ChartId) -> String {
    cx.place(page_of(chart), chart.slug())
}

/// What is said where the page around cites other data than these; `frame.js` shows it.
fn newer(cx: Context<'_>, chart: ChartId) -> Html {
    markup! {
        <p id="newer" hidden="hidden" class="notes">
            { newer_data(cx.language(), &EDITION.date) }{ " " }
            <a href={view_link(cx, chart)}>{ embed_texts(cx.language()).newest }</a>
        </p>
    }
}

fn notes(cx: Context<'_>, spec: &Spec) -> Html {
    let items = note_items(cx, spec);
    if items.is_empty() {
        return Html::default();
    }
    markup! {
        <details>
            <summary>{ cx.messages().notes_heading }</summary>
            <div class="notes">
                <ul>{ each(items, |note| markup! { <li>{ note }</li> }) }</ul>
            </div>
        </details>
    }
}

/// The documents by their titles: a frame has no list that numbers could lead to.
fn documents(cx: Context<'_>, spec: &Spec) -> Html {
    let text = cx.messages();
    let places = each(citations(cx.dataset, &spec.shown()), |citation| {
        let title = cx.dataset.source(citation.source).title_vi;
        let numbers: Vec<String> = citation.paragraphs.iter().map(u16::to_string).collect();
        let place = format!(", {} {}", text.paragraph, numbers.join(", "));
        markup! { <li><cite lang="vi">{ title }</cite>{ place }</li> }
    });
    markup! { <div class="source"><span>{ text.source }{ ":" }</span><ul>{ places }</ul></div> }
}
