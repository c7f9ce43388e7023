use yew::Html;

use crate::chart::{Spec, unlike_pairs};
use crate::i18n::{comparison_reason, period_in_label};
use crate::model::{Observation, Statement};
use crate::query::Reason;
use crate::views::Context;
use crate::views::markup::{each, markup};

use super::citation::citation;

/// What a reader must know to read the chart right. Nothing when there is nothing to say.
pub(in crate::views) fn notes(cx: Context<'_>, spec: &Spec) -> Html {
    let notes = note_items(cx, spec);
    if notes.is_empty() {
        return Html::default();
    }
    markup! {
        <div class="notes">
            <h3>{ cx.messages().notes_heading }</h3>
            <ul>{ each(notes, |note| markup! { <li>{ note }</li> }) }</ul>
        </div>
    }
}

/// The same one by one: which figures are unlike, and what is odd about single ones.
pub(in crate::views) fn note_items(cx: Context<'_>, spec: &Spec) -> Vec<Html> {
    let mut notes: Vec<Html> = Vec::new();
    if let Spec::Panels(panels) = spec {
        for pair in unlike_pairs(cx.dataset, panels) {
            // Different units are seen at a glance; the same unit is what misleads.
            if !matches!(pair.reason, Reason::Units(..)) {
                let reason = comparison_reason(cx.language(), cx.dataset, &pair);
                notes.push(markup! { { cx.messages().unlike }{ " " }{ reason } });
            }
        }
    }
    let mut said: Vec<&str> = Vec::new();
    for id in spec.shown() {
        let figure = cx.dataset.observation(id);
        let note = figure.note.get(cx.language());
        if !note.is_empty() && !said.contains(&note) {
            said.push(note);
            notes.push(markup! { { subject(cx, figure) }{ ": " }{ note } });
        }
    }
    notes
}

fn subject(cx: Context<'_>, figure: &Observation<'_>) -> String {
    let province = cx.dataset.province(figure.province).name.get(cx.language());
    let indicator = cx.dataset.indicator(figure.indicator).name.get(cx.language());
    format!("{indicator} ({province}, {})", period_in_label(cx.language(), figure.period))
}

/// A fact without a number, with where and when.
pub(in crate::views) fn in_words(cx: Context<'_>, statement: &Statement<'_>) -> Html {
    let province = cx.dataset.province(statement.province).name.get(cx.language());
    let period = period_in_label(cx.language(), statement.period);
    markup! {
        { format!("{province}, {period}: {} ", statement.status.get(cx.language())) }
        { citation(cx, statement.source, statement.paragraph) }
    }
}
