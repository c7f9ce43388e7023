//! A chart alone, for a frame in somebody else's page: what it shows, in a sentence and as a picture,
//! from which documents, what must be known to read it right, and the way to all else.

use yew::{Html, html};

use crate::chart::{ChartId, Spec, citations, heading, spec, takeaway};
use crate::components::Page;
use crate::i18n::{PRODUCT, embed_texts, newer_data};
use crate::model::Slug;
use crate::render::DrawError;
use crate::state::View;

use super::contents::page_of;
use super::edition::{edition, edition_line};
use super::evidence::cards;
use super::legend::legend;
use super::notes::note_items;
use super::still::still;

/// The body of the page.
pub(super) fn content(page: Page, chart: ChartId) -> Result<Html, DrawError> {
    let text = page.messages();
    let spec = spec(page.dataset, chart);
    let id = chart.slug();
    let heading_id = format!("{id}-heading");
    Ok(html! {
        <>
            <main>
                <figure {id} aria-labelledby={heading_id.clone()}>
                    <figcaption>
                        <h1 id={heading_id}>
                            <a href={view_link(page, chart)}>{ heading(page.language(), chart) }</a>
                        </h1>
                        <p class="takeaway" id={format!("{id}-takeaway")}>
                            { takeaway(page.language(), page.dataset, chart) }
                        </p>
                    </figcaption>
                    { newer(page, chart) }
                    { legend(page, &spec) }
                    { still(page, chart)? }
                    <p class="hint">{ text.chart_hint }</p>
                    { notes(page, &spec) }
                    { documents(page, &spec) }
                </figure>
            </main>
            <footer>
                <p>
                    <a href={view_link(page, chart)}>{ embed_texts(page.language()).more }</a>
                </p>
                { edition_line(page) }
            </footer>
            { cards(page, spec.shown()) }
        </>
    })
}

/// The attributes of the page by which its script and its style know it, and with the version of its
/// data.
pub(super) fn attributes(chart: ChartId) -> String {
    let hash = edition().map(|(_, hash)| hash).unwrap_or_default();
    format!(" data-embed=\"{}\" data-v=\"{hash}\"", chart.slug())
}

/// The title of the page, which names the frame.
pub(super) fn title(page: Page, chart: ChartId) -> String {
    let kind = embed_texts(page.language()).chart;
    format!("{kind}: {} – {PRODUCT}", heading(page.language(), chart))
}

/// The place of the chart among the views, where it has its table, its files and how to cite it.
pub(super) fn view(page: Page, chart: ChartId) -> View {
    page.view.at(page_of(chart))
}

fn view_link(page: Page, chart: ChartId) -> String {
    format!("{}#{}", page.view.link(page.dataset, view(page, chart)), chart.slug())
}

/// What is said where the page around cites other data than these; `frame.js` shows it.
fn newer(page: Page, chart: ChartId) -> Html {
    let Ok((edition, _)) = edition() else { return Html::default() };
    html! {
        <p class="notes" id="newer" hidden=true>
            { newer_data(page.language(), &edition.date) }{ " " }
            <a href={view_link(page, chart)}>{ embed_texts(page.language()).newest }</a>
        </p>
    }
}

fn notes(page: Page, spec: &Spec) -> Html {
    let items = note_items(page, spec);
    if items.is_empty() {
        return Html::default();
    }
    html! {
        <details>
            <summary>{ page.messages().notes_heading }</summary>
            <div class="notes">
                <ul>{ for items.into_iter().map(|note| html! { <li>{ note }</li> }) }</ul>
            </div>
        </details>
    }
}

/// The documents by their titles: a frame has no list that numbers could lead to.
fn documents(page: Page, spec: &Spec) -> Html {
    let text = page.messages();
    let places = citations(page.dataset, &spec.shown()).into_iter().map(|citation| {
        let title = page.dataset.source(citation.source).title_vi;
        let numbers: Vec<String> = citation.paragraphs.iter().map(u16::to_string).collect();
        let place = format!(", {} {}", text.paragraph, numbers.join(", "));
        html! { <li><cite lang="vi">{ title }</cite>{ place }</li> }
    });
    html! { <div class="source"><span>{ text.source }{ ":" }</span><ul>{ for places }</ul></div> }
}
