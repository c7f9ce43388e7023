use yew::{Html, html};

use crate::components::Page;
use crate::i18n::{arithmetic, figure_label, rule_texts};
use crate::model::{DerivationId, Input, ObservationId, SourceId};
use crate::state::Route;

use super::citation::citation;
use super::field::section;

/// What was noticed of figures while the documents were read: a note of the data, the figures that
/// have it, and what was computed to see it.
struct Finding {
    note: &'static str,
    figures: Vec<ObservationId>,
    computed: Vec<DerivationId>,
}

/// Every contradiction, every misprint and every reading that needs a word, by document. All of it
/// comes from the notes of the data.
pub(super) fn findings(page: Page) -> Html {
    let text = rule_texts(page.language());
    let findings = collect(page);
    let documents = page.dataset.sources.iter().zip(0u16..).filter_map(|(source, index)| {
        let of_source: Vec<Html> = findings
            .iter()
            .filter(|finding| of(page, finding) == Some(SourceId(index)))
            .map(|finding| item(page, finding))
            .collect();
        (!of_source.is_empty()).then(|| {
            html! {
                <>
                    <h3><cite lang="vi">{ source.title_vi }</cite></h3>
                    <ul class="rows">{ for of_source }</ul>
                </>
            }
        })
    });
    let content = html! { <><p>{ text.findings_lead }</p>{ for documents }</> };
    section("findings", text.findings, content)
}

/// The document that a finding is about. Figures with one note are of one document.
fn of(page: Page, finding: &Finding) -> Option<SourceId> {
    finding.figures.first().map(|id| page.dataset.observation(*id).source)
}

fn item(page: Page, finding: &Finding) -> Html {
    let language = page.language();
    let figures = finding.figures.iter().map(|id| {
        let figure = page.dataset.observation(*id);
        let href = page.view.link(page.dataset, page.view.at(Route::Figure(*id)));
        let label = figure_label(language, page.dataset, figure);
        html! {
            <div>
                <a {href} data-figure={figure.slug}>{ label }</a>
                { " " }{ citation(page, figure.source, figure.paragraph) }
            </div>
        }
    });
    let computed = finding.computed.iter().map(|id| {
        let derivation = page.dataset.derivation(*id);
        let indicator = page.dataset.indicator(derivation.indicator).name.get(language);
        let sum = arithmetic(language, page.dataset, *id);
        let note = derivation.note.get(language);
        html! { <div class="evidence">{ format!("{indicator}: {sum}. {note}") }</div> }
    });
    let note = (!finding.note.is_empty()).then(|| html! { <div>{ finding.note }</div> });
    html! { <li>{ for figures }{ for note }{ for computed }</li> }
}

/// One finding for each note, with what was computed from its figures; then what was computed with a
/// note of its own from figures without one.
fn collect(page: Page) -> Vec<Finding> {
    let language = page.language();
    let mut findings: Vec<Finding> = Vec::new();
    for (id, figure) in page.dataset.observations() {
        let note = figure.note.get(language);
        if note.is_empty() {
            continue;
        }
        let same = findings.iter_mut().find(|finding| {
            let first = finding.figures.first().map(|id| page.dataset.observation(*id).source);
            finding.note == note && first == Some(figure.source)
        });
        match same {
            Some(finding) => finding.figures.push(id),
            None => findings.push(Finding { note, figures: vec![id], computed: Vec::new() }),
        }
    }
    for (id, derivation) in page.dataset.derivations() {
        let rests_on = figures_of(page, id);
        let explains = !derivation.note.get(language).is_empty()
            || rests_on
                .iter()
                .all(|id| !page.dataset.observation(*id).note.get(language).is_empty());
        if !explains {
            continue;
        }
        // A figure that is printed and computed, or one that it was computed from.
        let concerns = |other: &ObservationId| {
            let figure = page.dataset.observation(*other);
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
fn figures_of(page: Page, id: DerivationId) -> Vec<ObservationId> {
    let mut figures = Vec::new();
    for input in page.dataset.derivation(id).inputs.iter() {
        match input {
            Input::Observation(id) => figures.push(*id),
            Input::Derivation(id) => figures.extend(figures_of(page, *id)),
        }
    }
    figures
}
