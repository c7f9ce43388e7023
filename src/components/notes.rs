use yew::{Html, html};

use crate::chart::{ChartId, Spec, unlike_pairs};
use crate::i18n::{comparison_reason, period_in_label};
use crate::model::{Observation, ObservationId, SourceId, Statement, Topic};
use crate::query::Reason;

use super::page::Page;

/// What a reader must know to read the chart right: which figures are unlike, what is odd about
/// single ones, and what was published without a number. Nothing when there is nothing to say.
pub(super) fn notes(page: Page, chart: ChartId, spec: &Spec) -> Html {
    let mut notes: Vec<Html> = Vec::new();
    if let Spec::Panels(panels) = spec {
        for pair in unlike_pairs(page.dataset, panels) {
            // Different units are seen at a glance; the same unit is what misleads.
            if !matches!(pair.reason, Reason::Units(..)) {
                let reason = comparison_reason(page.language, page.dataset, &pair);
                notes.push(html! { <>{ page.messages().unlike }{ " " }{ reason }</> });
            }
        }
    }
    let mut said: Vec<&str> = Vec::new();
    for id in shown(spec) {
        let figure = page.dataset.observation(id);
        let note = figure.note.get(page.language);
        if !note.is_empty() && !said.contains(&note) {
            said.push(note);
            notes.push(html! { <>{ subject(page, figure) }{ ": " }{ note }</> });
        }
    }
    if chart == ChartId::Coverage {
        notes.extend(page.dataset.statements.iter().filter_map(|statement| {
            let topic = page.dataset.indicator(statement.indicator).topic;
            (topic == Topic::Coverage).then(|| in_words(page, statement))
        }));
    }
    if notes.is_empty() {
        return Html::default();
    }
    html! {
        <div class="notes">
            <h3>{ page.messages().notes_heading }</h3>
            <ul>{ for notes.into_iter().map(|note| html! { <li>{ note }</li> }) }</ul>
        </div>
    }
}

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
            html! { <li>{ source_link(source) }{ format!(" {} {numbers}", text.paragraph) }</li> }
        })
    });
    html! { <div class="source"><span>{ text.source }{ ":" }</span><ul>{ for places }</ul></div> }
}

/// The number of a document in the list at the foot of the page, as a link to it.
pub(super) fn source_link(source: SourceId) -> Html {
    let number = source.0 + 1;
    html! { <a href={format!("#source-{number}")}>{ format!("[{number}]") }</a> }
}

/// Every figure that the chart shows.
fn shown(spec: &Spec) -> Vec<ObservationId> {
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

fn subject(page: Page, figure: &Observation<'_>) -> String {
    let province = page.dataset.province(figure.province).name.get(page.language);
    let indicator = page.dataset.indicator(figure.indicator).name.get(page.language);
    format!("{indicator} ({province}, {})", period_in_label(page.language, figure.period))
}

fn in_words(page: Page, statement: &Statement<'_>) -> Html {
    let province = page.dataset.province(statement.province).name.get(page.language);
    let period = period_in_label(page.language, statement.period);
    let place = format!(" {} {}", page.messages().paragraph, statement.paragraph);
    html! {
        <>
            { format!("{province}, {period}: {} ", statement.status.get(page.language)) }
            { source_link(statement.source) }{ place }
        </>
    }
}
