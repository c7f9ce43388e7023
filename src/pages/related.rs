use yew::{Html, html};

use crate::components::Page;
use crate::i18n::{
    arithmetic, comparison_reason, figure_label, pair_takeaway, period, status, status_reason,
    verdict,
};
use crate::model::{Input, ObservationId, Slug};
use crate::query::{self, Comparison, Verdict, ledger};
use crate::state::Route;

use super::citation::citation;

/// Every figure that a figure may be tempted to be compared with, by verdict, with the reason.
pub(super) fn comparisons(page: Page, id: ObservationId) -> Html {
    let text = page.messages();
    let mut pairs = query::comparisons(page.dataset);
    pairs.retain(|pair| pair.left == id || pair.right == id);
    let groups = Verdict::ALL.iter().filter_map(|kind| {
        let of_kind: Vec<&Comparison> = pairs.iter().filter(|pair| pair.verdict == *kind).collect();
        (!of_kind.is_empty()).then(|| {
            let pairs = of_kind.into_iter().map(|pair| comparison(page, id, pair));
            html! {
                <>
                    <h3>{ verdict(page.language(), *kind) }</h3>
                    <ul class="rows">{ for pairs }</ul>
                </>
            }
        })
    });
    let nothing = pairs.is_empty().then(|| html! { <p>{ text.no_comparisons }</p> });
    section("comparisons", text.comparisons_heading, html! { <>{ for groups }{ for nothing }</> })
}

fn comparison(page: Page, id: ObservationId, pair: &Comparison) -> Html {
    let other = if pair.left == id { pair.right } else { pair.left };
    let reason = comparison_reason(page.language(), page.dataset, pair);
    let takeaway = pair_takeaway(page.language(), page.dataset, pair);
    html! {
        <li>
            { link(page, other) }
            <div>{ reason }{ " " }{ takeaway }</div>
        </li>
    }
}

/// The target that a figure is, or decides on, with what became of it.
pub(super) fn targets(page: Page, id: ObservationId) -> Html {
    let language = page.language();
    let entries = ledger(page.dataset);
    let entries = entries.iter().filter(|entry| entry.target == id || entry.actual == Some(id));
    let rows: Vec<Html> = entries
        .map(|entry| {
            let other = if entry.target == id { entry.actual } else { Some(entry.target) };
            html! {
                <li>
                    <strong>{ status(language, entry.status) }</strong>
                    <div>{ status_reason(language, page.dataset, entry) }</div>
                    { for other.map(|other| link(page, other)) }
                </li>
            }
        })
        .collect();
    list_section("target", page.messages().target_heading, rows)
}

/// What is computed from a figure, with the arithmetic.
pub(super) fn derived(page: Page, id: ObservationId) -> Html {
    let (text, language) = (page.messages(), page.language());
    let uses = page
        .dataset
        .derivations()
        .filter(|(_, derivation)| derivation.inputs.contains(&Input::Observation(id)));
    let rows: Vec<Html> = uses
        .map(|(derivation_id, derivation)| {
            let indicator = page.dataset.indicator(derivation.indicator);
            let note = derivation.note.get(language);
            html! {
                <li>
                    <strong>
                        { indicator.name.get(language) }{ ", " }{ period(language, derivation.period) }
                    </strong>
                    <div>{ arithmetic(language, page.dataset, derivation_id) }</div>
                    <div class="evidence">{ text.computed }{ " " }{ note }</div>
                </li>
            }
        })
        .collect();
    list_section("derived", text.derived_heading, rows)
}

/// What the province published on the same thing without a number.
pub(super) fn statements(page: Page, id: ObservationId) -> Html {
    let language = page.language();
    let figure = page.dataset.observation(id);
    let beside = query::statements(page.dataset, figure.province, figure.indicator);
    let rows: Vec<Html> = beside
        .map(|id| {
            let statement = page.dataset.statement(id);
            let time = period(language, statement.period);
            html! {
                <li>
                    { format!("{time}: {} ", statement.status.get(language)) }
                    { citation(page, statement.source, statement.paragraph) }
                </li>
            }
        })
        .collect();
    list_section("statements", page.messages().statements_heading, rows)
}

fn link(page: Page, id: ObservationId) -> Html {
    let figure = page.dataset.observation(id);
    let href = page.view.link(page.dataset, page.view.at(Route::Figure(id)));
    let label = figure_label(page.language(), page.dataset, figure);
    html! { <a {href} data-figure={figure.slug}>{ label }</a> }
}

fn list_section(id: &'static str, heading: &'static str, rows: Vec<Html>) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    section(id, heading, html! { <ul class="rows">{ for rows }</ul> })
}

fn section(id: &'static str, heading: &'static str, content: Html) -> Html {
    html! { <section aria-labelledby={id}><h2 {id}>{ heading }</h2>{ content }</section> }
}
