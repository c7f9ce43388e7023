use yew::Html;

use crate::i18n::{
    arithmetic, comparison_reason, pair_takeaway, period, status, status_reason, verdict,
};
use crate::model::{Input, ObservationId, Slug};
use crate::query::{self, Comparison, Verdict};
use crate::views::Context;
use crate::views::markup::{each, markup};

use super::citation::citation;
use super::figure_link::figure_link;
use super::section::row_list;

/// Every figure that a figure may be tempted to be compared with, by verdict, with the reason.
pub(in crate::views) fn comparisons(cx: Context<'_>, id: ObservationId) -> Html {
    let text = cx.messages();
    let pairs = cx.analysis.comparisons().iter();
    let pairs: Vec<&Comparison> =
        pairs.filter(|pair| pair.left == id || pair.right == id).collect();
    let groups = each(Verdict::ALL, |kind| {
        let of_kind = pairs.iter().filter(|pair| pair.verdict == *kind);
        let rows = each(of_kind, |pair| comparison(cx, id, pair));
        if rows.is_empty() {
            return Html::default();
        }
        markup! {
            <h3>{ verdict(cx.language(), *kind) }</h3>
            { row_list(rows) }
        }
    });
    let nothing = pairs.is_empty().then(|| markup! { <p>{ text.no_comparisons }</p> });
    section("comparisons", text.comparisons_heading, markup! { { groups }{ nothing } })
}

fn comparison(cx: Context<'_>, id: ObservationId, pair: &Comparison) -> Html {
    let other = if pair.left == id { pair.right } else { pair.left };
    let reason = comparison_reason(cx.language(), cx.dataset, pair);
    let takeaway = pair_takeaway(cx.language(), cx.dataset, pair);
    markup! {
        <li>
            { figure_link(cx, other) }
            <div>{ reason }{ " " }{ takeaway }</div>
        </li>
    }
}

/// The target that a figure is, or decides on, with what became of it.
pub(in crate::views) fn targets(cx: Context<'_>, id: ObservationId) -> Html {
    let language = cx.language();
    let entries =
        cx.analysis.ledger().iter().filter(|entry| entry.target == id || entry.actual == Some(id));
    let rows = each(entries, |entry| {
        let other = if entry.target == id { entry.actual } else { Some(entry.target) };
        markup! {
            <li>
                <strong>{ status(language, entry.status) }</strong>
                <div>{ status_reason(language, cx.dataset, entry) }</div>
                { other.map(|other| figure_link(cx, other)) }
            </li>
        }
    });
    list_section("target", cx.messages().target_heading, rows)
}

/// What is computed from a figure, with the arithmetic.
pub(in crate::views) fn derived(cx: Context<'_>, id: ObservationId) -> Html {
    let (text, language) = (cx.messages(), cx.language());
    let uses = cx
        .dataset
        .derivations()
        .filter(|(_, derivation)| derivation.inputs.contains(&Input::Observation(id)));
    let rows = each(uses, |(derivation_id, derivation)| {
        let indicator = cx.dataset.indicator(derivation.indicator);
        let note = derivation.note.get(language);
        markup! {
            <li>
                <strong>
                    { indicator.name.get(language) }{ ", " }{ period(language, derivation.period) }
                </strong>
                <div>{ arithmetic(language, cx.dataset, derivation_id) }</div>
                <div class="evidence">{ text.computed }{ " " }{ note }</div>
            </li>
        }
    });
    list_section("derived", text.derived_heading, rows)
}

/// What the province published on the same thing without a number.
pub(in crate::views) fn statements(cx: Context<'_>, id: ObservationId) -> Html {
    let language = cx.language();
    let figure = cx.dataset.observation(id);
    let beside = query::statements(cx.dataset, figure.province, figure.indicator);
    let rows = each(beside, |id| {
        let statement = cx.dataset.statement(id);
        let time = period(language, statement.period);
        markup! {
            <li>
                { format!("{time}: {} ", statement.status.get(language)) }
                { citation(cx, statement.source, statement.paragraph) }
            </li>
        }
    });
    list_section("statements", cx.messages().statements_heading, rows)
}

fn list_section(id: &'static str, heading: &'static str, rows: Vec<Html>) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    section(id, heading, row_list(rows))
}

fn section(id: &'static str, heading: &'static str, content: Html) -> Html {
    markup! { <section aria-labelledby={id}><h2 id={id}>{ heading }</h2>{ content }</section> }
}
