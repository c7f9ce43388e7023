use yew::Html;

use crate::chart::{ChartId, Spec};
use crate::i18n::{
    found, period, result_label, status, status_reason, target_gap, target_label, topic, view_texts,
};
use crate::model::{ObservationId, Slug};
use crate::query::{Entry, EntryContext, Status};
use crate::state::{Control, Route, charts};

use super::Context;
use super::listing::{fitting, ordered};
use super::markup::{each, markup};
use super::parts::{
    cards, chart_figures, citation, evidence, filters, head, in_order, section, shown,
    status_anchor, term,
};

/// What the ledger can be narrowed and ordered by.
const CONTROLS: [Control; 5] =
    [Control::Status, Control::Topic, Control::Province, Control::Year, Control::Order];

/// The view of the targets: their chart, and the ledger.
pub(super) fn content(cx: Context<'_>) -> Html {
    let words_of_views = view_texts(cx.language());
    let words = &words_of_views.targets;
    let ids: &[ChartId] = charts(cx.view.route);
    let blocks = chart_figures(cx, ids);
    let ledger = || {
        let targets: Vec<ObservationId> = entries(cx).iter().map(|entry| entry.target).collect();
        let content = markup! {
            { filters(cx, words_of_views.narrow_targets, &CONTROLS, &targets, count(cx)) }
            <div id="list">{ list(cx) }</div>
        };
        section("ledger", words_of_views.ledger, content)
    };
    markup! {
        <div class="intro">
            <h1>{ words.title }</h1>
            <p class="lead">{ words.lead }</p>
            <p class="boundaries">{ cx.messages().boundaries }</p>
        </div>
        { blocks }
        { cx.below(ledger) }
        { cards(cx, shown(cx, ids)) }
    }
}

/// How many targets the ledger shows, in words.
pub(super) fn count(cx: Context<'_>) -> String {
    found(cx.language(), true, chosen(cx, entries(cx)).len())
}

/// Every target that fits what is chosen, with where it was set, its latest result, the gap, and what
/// became of it in words: by status, each of which can be linked to by its name, or in an order.
pub(super) fn list(cx: Context<'_>) -> Html {
    let entries = entries(cx);
    let shown = chosen(cx, entries);
    let entry = |id: &ObservationId| entries.iter().find(|entry| entry.target == *id);
    if let Some(order) = cx.choices.order() {
        let ids = ordered(cx, order, shown);
        let rows = each(ids.iter().filter_map(entry), |entry| row(cx, entry));
        return in_order(columns(cx), true, rows);
    }
    let shown: Vec<&Entry> = shown.iter().filter_map(entry).collect();
    let mut groups = Vec::new();
    for of in Status::ALL {
        let of_status = shown.iter().filter(|entry| entry.status == *of);
        let rows = each(of_status, |entry| row(cx, entry));
        if !rows.is_empty() {
            groups.push(group(cx, *of, rows));
        }
    }
    markup! { { groups } }
}

/// The targets in the order of their chart.
fn entries(cx: Context<'_>) -> &'static [Entry] {
    match cx.analysis.spec(ChartId::Targets) {
        Spec::Bullets(entries) => entries,
        Spec::Panels(_) | Spec::Lines(_) => &[],
    }
}

fn chosen(cx: Context<'_>, entries: &[Entry]) -> Vec<ObservationId> {
    let targets: Vec<ObservationId> = entries.iter().map(|entry| entry.target).collect();
    fitting(cx, &targets, &|id| {
        entries.iter().find(|entry| entry.target == id).map(|entry| entry.status)
    })
}

fn columns(cx: Context<'_>) -> Html {
    let text = cx.messages();
    head([text.column_indicator, text.column_target, text.column_result])
}

fn group(cx: Context<'_>, of: Status, rows: Vec<Html>) -> Html {
    let id = of.slug();
    let heading = format!("{id}-heading");
    markup! {
        <section key={id} data-group={id} id={id} aria-labelledby={heading.clone()} class="part">
            <h3 id={heading.clone()}>
                <a href={cx.place(Route::Sources, &status_anchor(of))}>{ status(cx.language(), of) }</a>
                { format!(" ({})", rows.len()) }
            </h3>
            <table aria-labelledby={heading} class="stacked">
                { columns(cx) }
                <tbody>{ rows }</tbody>
            </table>
        </section>
    }
}

/// One target.
fn row(cx: Context<'_>, entry: &Entry) -> Html {
    let language = cx.language();
    let target = cx.dataset.observation(entry.target);
    let indicator = cx.dataset.indicator(target.indicator);
    let province = cx.dataset.province(target.province).name.get(language);
    let result = match entry.actual {
        Some(id) => {
            let label = result_label(language, cx.dataset.observation(id));
            markup! { <div>{ label }{ ": " }{ evidence(cx, id) }</div> }
        }
        None if entry.status == Status::NoActual => {
            markup! { <strong>{ view_texts(language).no_result }</strong> }
        }
        None => Html::default(),
    };
    let statements = each(&entry.context, |context| match context {
        EntryContext::Neighbour(_) => Html::default(),
        EntryContext::Statement(id) => {
            let statement = cx.dataset.statement(*id);
            let period = period(language, statement.period);
            markup! {
                <div>
                    { format!("{period}: {} ", statement.status.get(language)) }
                    { citation(cx, statement.source, statement.paragraph) }
                </div>
            }
        }
    });
    markup! {
        <tr key={target.slug} data-row={target.slug}>
            <th scope="row">
                { term(cx, target.indicator) }
                <div class="evidence">{ topic(language, indicator.topic) }</div>
            </th>
            <td>
                <div>{ format!("{province}, {}", target_label(language, target)) }</div>
                { evidence(cx, entry.target) }
            </td>
            <td>
                { result }
                <div>{ status_reason(language, cx.dataset, entry) }</div>
                <div class="evidence">{ target_gap(language, cx.dataset, entry) }</div>
                { statements }
            </td>
        </tr>
    }
}
