use yew::{Html, html};

use crate::chart::Spec;
use crate::model::{ObservationId, SourceId};

use super::page::Page;

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
    html! {
        <>
            <a href={format!("#source-{number}")}>{ format!("[{number}]") }</a>
            { format!(" {} {paragraphs}", page.messages().paragraph) }
        </>
    }
}

/// Every figure that the chart shows.
pub(super) fn shown(spec: &Spec) -> Vec<ObservationId> {
    match spec {
        Spec::Panels(panels) => {
            panels.iter().flat_map(|panel| &panel.rows).filter_map(|(_, row)| row.ok()).collect()
        }
        Spec::Bullets(entries) => entries
            .iter()
            .flat_map(|entry| std::iter::once(entry.target).chain(entry.actual))
            .collect(),
    }
}
