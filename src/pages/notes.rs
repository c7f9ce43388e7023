use yew::{Html, html};

use crate::chart::{Spec, unlike_pairs};
use crate::components::Page;
use crate::i18n::{comparison_reason, period_in_label};
use crate::model::{Observation, Statement};
use crate::query::Reason;

use super::citation::citation;

/// What a reader must know to read the chart right. Nothing when there is nothing to say.
pub(super) fn notes(page: Page, spec: &Spec) -> Html {
    let notes = note_items(page, spec);
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

/// The same one by one: which figures are unlike, and what is odd about single ones.
pub(super) fn note_items(page: Page, spec: &Spec) -> Vec<Html> {
    let mut notes: Vec<Html> = Vec::new();
    if let Spec::Panels(panels) = spec {
        for pair in unlike_pairs(page.dataset, panels) {
            // Different units are seen at a glance; the same unit is what misleads.
            if !matches!(pair.reason, Reason::Units(..)) {
                let reason = comparison_reason(page.language(), page.dataset, &pair);
                notes.push(html! { <>{ page.messages().unlike }{ " " }{ reason }</> });
            }
        }
    }
    let mut said: Vec<&str> = Vec::new();
    for id in spec.shown() {
        let figure = page.dataset.observation(id);
        let note = figure.note.get(page.language());
        if !note.is_empty() && !said.contains(&note) {
            said.push(note);
            notes.push(html! { <>{ subject(page, figure) }{ ": " }{ note }</> });
        }
    }
    notes
}

fn subject(page: Page, figure: &Observation<'_>) -> String {
    let province = page.dataset.province(figure.province).name.get(page.language());
    let indicator = page.dataset.indicator(figure.indicator).name.get(page.language());
    format!("{indicator} ({province}, {})", period_in_label(page.language(), figure.period))
}

/// A fact without a number, with where and when.
pub(super) fn in_words(page: Page, statement: &Statement<'_>) -> Html {
    let province = page.dataset.province(statement.province).name.get(page.language());
    let period = period_in_label(page.language(), statement.period);
    html! {
        <>
            { format!("{province}, {period}: {} ", statement.status.get(page.language())) }
            { citation(page, statement.source, statement.paragraph) }
        </>
    }
}
