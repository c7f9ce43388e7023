use yew::Html;

use crate::i18n::{arithmetic, rule_texts};
use crate::model::{DerivationId, Input, ObservationId, SourceId};
use crate::views::Context;
use crate::views::markup::{each, markup};

use super::citation::citation;
use super::figure_link::figure_link;
use super::section::{row_list, section};

/// What was noticed of figures while the documents were read: a note of the data, the figures that
/// have it, and what was computed to see it.
struct Finding {
    note: &'static str,
    figures: Vec<ObservationId>,
    computed: Vec<DerivationId>,
}

/// Every contradiction, every misprint and every reading that needs a word, by document. All of it
/// comes from the notes of the data.
pub(in crate::views) fn findings(cx: Context<'_>) -> Html {
    let text = rule_texts(cx.language());
    let findings = collect(cx);
    let documents = each(cx.dataset.sources.iter().zip(0u16..), |(source, index)| {
        let of_source = |finding: &&Finding| of(cx, finding) == Some(SourceId(index));
        let rows = each(findings.iter().filter(of_source), |finding| item(cx, finding));
        if rows.is_empty() {
            return Html::default();
        }
        markup! {
            <h3><cite lang="vi">{ source.title_vi }</cite></h3>
            { row_list(rows) }
        }
    });
    let content = markup! { <p>{ text.findings_lead }</p>{ documents } };
    section("findings", text.findings, content)
}

/// The document that a finding is about. Figures with one note are of one document.
fn of(cx: Context<'_>, finding: &Finding) -> Option<SourceId> {
    finding.figures.first().map(|id| cx.dataset.observation(*id).source)
}

fn item(cx: Context<'_>, finding: &Finding) -> Html {
    let language = cx.language();
    let figures = each(&finding.figures, |id| {
        let figure = cx.dataset.observation(*id);
        markup! {
            <div>
                { figure_link(cx, *id) }{ " " }{ citation(cx, figure.source, figure.paragraph) }
            </div>
        }
    });
    let computed = each(&finding.computed, |id| {
        let derivation = cx.dataset.derivation(*id);
        let indicator = cx.dataset.indicator(derivation.indicator).name.get(language);
        let sum = arithmetic(language, cx.dataset, *id);
        let note = derivation.note.get(language);
        markup! { <div class="evidence">{ format!("{indicator}: {sum}. {note}") }</div> }
    });
    let note = (!finding.note.is_empty()).then(|| markup! { <div>{ finding.note }</div> });
    markup! { <li>{ figures }{ note }{ computed }</li> }
}

/// One finding for each note, with what was computed from its figures; then what was computed with a
/// note of its own from figures without one.
fn collect(cx: Context<'_>) -> Vec<Finding> {
    let language = cx.language();
    let mut findings: Vec<Finding> = Vec::new();
    for (id, figure) in cx.dataset.observations() {
        let note = figure.note.get(language);
        if note.is_empty() {
            continue;
        }
        let same = findings.iter_mut().find(|finding| {
            let first = finding.figures.first().map(|id| cx.dataset.observation(*id).source);
            finding.note == note && first == Some(figure.source)
        });
        match same {
            Some(finding) => finding.figures.push(id),
            None => findings.push(Finding { note, figures: vec![id], computed: Vec::new() }),
        }
    }
    for (id, derivation) in cx.dataset.derivations() {
        let rests_on = figures_of(cx, id);
        let explains = !derivation.note.get(language).is_empty()
            || rests_on.iter().all(|id| !cx.dataset.observation(*id).note.get(language).is_empty());
        if !explains {
            continue;
        }
        // A figure that is printed and computed, or one that it was computed from.
        let concerns = |other: &ObservationId| {
            let figure = cx.dataset.observation(*other);
            let is_printed_too = figure.indicator == derivation.indicator
                && figure.province == derivation.province
                && figure.period == derivation.period;
            is_printed_too || rests_on.contains(other)
        };
        match findings.iter_mut().find(|finding| finding.figures.iter().any(concerns)) {
            Some(finding) => finding.computed.push(id),
            None => findings.push(Finding { note: "", figures: rests_on, computed: vec![id] }),
        }
    }
    findings
}

/// The printed figures that a computed one rests on, at any remove.
fn figures_of(cx: Context<'_>, id: DerivationId) -> Vec<ObservationId> {
    let mut figures = Vec::new();
    for input in cx.dataset.derivation(id).inputs.iter() {
        match input {
            Input::Observation(id) => figures.push(*id),
            Input::Derivation(id) => figures.extend(figures_of(cx, *id)),
        }
    }
    figures
}
