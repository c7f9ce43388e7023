use yew::{Html, html};

use crate::i18n::{
    arithmetic, comparison_reason, figure_label, pair_takeaway, period, status, status_reason,
    verdict,
};
use crate::model::{Input, ObservationId, Slug};
use crate::query::{self, Comparison, Verdict, ledger};
use crate::state::Route;
use crate::views::Context;

use super::citation::citation;
use super::section::row_list;

/// Every figure that a figure may be tempted to be compared with, by verdict, with the reason.
pub(in crate::views) fn comparisons(cx: Context<'_>, id: ObservationId) -> Html {
    let text = cx.messages();
    let mut pairs = query::comparisons(cx.dataset);
    pairs.retain(|pair| pair.left == id || pair.right == id);
    let groups = Verdict::ALL.iter().filter_map(|kind| {
        let of_kind: Vec<&Comparison> = pairs.iter().filter(|pair| pair.verdict == *kind).collect();
        (!of_kind.is_empty()).then(|| {
            let pairs = of_kind.into_iter().map(|pair| comparison(cx, id, pair));
            html! {
                <>
                    <h3>{ verdict(cx.language(), *kind) }</h3>
                    { row_list(pairs) }
                </>
            }
        })
    });
    let nothing = pairs.is_empty().then(|| html! { <p>{ text.no_comparisons }</p> });
    section("comparisons", text.comparisons_heading, html! { <>{ for groups }{ for nothing }</> })
}

fn comparison(cx: Context<'_>, id: ObservationId, pair: &Comparison) -> Html {
    let other = if pair.left == id { pair.right } else { pair.left };
    let reason = comparison_reason(cx.language(), cx.dataset, pair);
    let takeaway = pair_takeaway(cx.language(), cx.dataset, pair);
    html! {
        <li>
            { link(cx, other) }
            <div>{ reason }{ " " }{ takeaway }</div>
        </li>
    }
}

/// The target that a figure is, or decides on, with what became of it.
pub(in crate::views) fn targets(cx: Context<'_>, id: ObservationId) -> Html {
    let language = cx.language();
    let entries = ledger(cx.dataset);
    let entries = entries.iter().filter(|entry| entry.target == id || entry.actual == Some(id));
    let rows: Vec<Html> = entries
        .map(|entry| {
            let other = if entry.target == id { entry.actual } else { Some(entry.target) };
            html! {
                <li>
                    <strong>{ status(language, entry.status) }</strong>
                    <div>{ status_reason(language, cx.dataset, entry) }</div>
                    { for other.map(|other| link(cx, other)) }
                </li>
            }
        })
        .collect();
    list_section("target", cx.messages().target_heading, rows)
}

/// What is computed from a figure, with the arithmetic.
pub(in crate::views) fn derived(cx: Context<'_>, id: ObservationId) -> Html {
    let (text, language) = (cx.messages(), cx.language());
    let uses = cx
        .dataset
        .derivations()
        .filter(|(_, derivation)| derivation.inputs.contains(&Input::Observation(id)));
    let rows: Vec<Html> = uses
        .map(|(derivation_id, derivation)| {
            let indicator = cx.dataset.indicator(derivation.indicator);
            let note = derivation.note.get(language);
            html! {
                <li>
                    <strong>
                        { indicator.name.get(language) }{ ", " }{ period(language, derivation.period) }
                    </strong>
                    <div>{ arithmetic(language, cx.dataset, derivation_id) }</div>
                    <div class="evidence">{ text.computed }{ " " }{ note }</div>
                </li>
            }
        })
        .collect();
    list_section("derived", text.derived_heading, rows)
}

/// What the province published on the same thing without a number.
pub(in crate::views) fn statements(cx: Context<'_>, id: ObservationId) -> Html {
    let language = cx.language();
    let figure = cx.dataset.observation(id);
    let beside = query::statements(cx.dataset, figure.province, figure.indicator);
    let rows: Vec<Html> = beside
        .map(|id| {
            let statement = cx.dataset.statement(id);
            let time = period(language, statement.period);
            html! {
                <li>
                    { format!("{time}: {} ", statement.status.get(language)) }
                    { citation(cx, statement.source, statement.paragraph) }
                </li>
            }
        })
        .collect();
    list_section("statements", cx.messages().statements_heading, rows)
}

fn link(cx: Context<'_>, id: ObservationId) -> Html {
    let figure = cx.dataset.observation(id);
    let href = cx.link(Route::Figure(id));
    let label = figure_label(cx.language(), cx.dataset, figure);
    html! { <a {href} data-figure={figure.slug}>{ label }</a> }
}

fn list_section(id: &'static str, heading: &'static str, rows: Vec<Html>) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    section(id, heading, row_list(rows))
}

fn section(id: &'static str, heading: &'static str, content: Html) -> Html {
    html! { <section aria-labelledby={id}><h2 {id}>{ heading }</h2>{ content }</section> }
}
