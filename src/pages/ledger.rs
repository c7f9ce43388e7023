use yew::{Html, html};

use crate::chart::{ChartId, Spec, spec};
use crate::components::Page;
use crate::i18n::{
    found, period, result_label, status, status_reason, target_gap, target_label, topic, view_texts,
};
use crate::model::{ObservationId, Slug};
use crate::query::{Context, Entry, Status};
use crate::render::DrawError;
use crate::state::{Control, Route};

use super::chart::chart;
use super::citation::citation;
use super::contents::charts;
use super::evidence::cards;
use super::field::{section, shown};
use super::filters::filters;
use super::order::ranks;
use super::rules::status_anchor;
use super::site::Site;
use super::table::{evidence, head, term};

/// What the ledger can be narrowed and ordered by.
const CONTROLS: [Control; 5] =
    [Control::Status, Control::Topic, Control::Province, Control::Year, Control::Order];

/// The view of the targets: their chart, and the ledger.
pub(super) fn content(site: &Site, page: Page) -> Result<Html, DrawError> {
    let words_of_views = view_texts(page.language());
    let words = &words_of_views.targets;
    let ids: &[ChartId] = charts(page.view.route);
    let blocks = ids.iter().map(|id| chart(site, page, *id)).collect::<Result<Vec<_>, _>>()?;
    Ok(html! {
        <>
            <div class="intro">
                <h1>{ words.title }</h1>
                <p class="lead">{ words.lead }</p>
                <p class="boundaries">{ page.messages().boundaries }</p>
            </div>
            { for blocks }
            { section("ledger", words_of_views.ledger, ledger(page, &ledger_of(page))) }
            { cards(page, shown(page, ids)) }
        </>
    })
}

/// The targets in the order of their chart.
fn ledger_of(page: Page) -> Vec<Entry> {
    match spec(page.dataset, ChartId::Targets) {
        Spec::Bullets(entries) => entries,
        Spec::Panels(_) | Spec::Lines(_) => Vec::new(),
    }
}

/// The targets and their latest results as a table: what their chart shows, and no more.
pub(super) fn bullets(page: Page, caption: &'static str, entries: &[Entry]) -> Html {
    let language = page.language();
    let text = page.messages();
    let rows = entries.iter().map(|entry| {
        let target = page.dataset.observation(entry.target);
        let province = page.dataset.province(target.province).name.get(language);
        let result = entry.actual.map(|id| {
            let label = result_label(language, page.dataset.observation(id));
            html! { <><div>{ label }{ ":" }</div>{ evidence(page, id) }</> }
        });
        html! {
            <tr>
                <th scope="row">{ term(page, target.indicator) }</th>
                <td>
                    <div>{ format!("{province}, {}:", target_label(language, target)) }</div>
                    { evidence(page, entry.target) }
                </td>
                <td>{ for result }<div>{ status(language, entry.status) }</div></td>
            </tr>
        }
    });
    html! {
        <table>
            <caption>{ caption }</caption>
            { head([text.column_indicator, text.column_target, text.column_result]) }
            <tbody>{ for rows }</tbody>
        </table>
    }
}

/// Every target with where it was set, its latest result, the gap, and what became of it in words;
/// by status, each of which can be linked to by its name.
fn ledger(page: Page, entries: &[Entry]) -> Html {
    let language = page.language();
    let targets: Vec<ObservationId> = entries.iter().map(|entry| entry.target).collect();
    let label = view_texts(language).narrow_targets;
    let count = found(language, true, targets.len());
    let rows: Vec<Row<'_>> = entries.iter().zip(ranks(page, &targets)).collect();
    let groups = Status::ALL.iter().filter_map(|of| {
        let of_status: Vec<&Row<'_>> =
            rows.iter().filter(|(entry, _)| entry.status == *of).collect();
        (!of_status.is_empty()).then(|| group(page, *of, &of_status))
    });
    html! { <>{ filters(page, label, &CONTROLS, &targets, count) }{ for groups }</> }
}

/// A target with its places in the orders of the ledger.
type Row<'a> = (&'a Entry, String);

fn group(page: Page, of: Status, entries: &[&Row<'_>]) -> Html {
    let text = page.messages();
    let id = of.slug();
    let sources = page.view.link(page.dataset, page.view.at(Route::Sources));
    let explained = format!("{sources}#{}", status_anchor(of));
    html! {
        <section class="part" data-group={id} {id} aria-labelledby={format!("{id}-heading")}>
            <h3 id={format!("{id}-heading")}>
                <a href={explained}>{ status(page.language(), of) }</a>
                { format!(" ({})", entries.len()) }
            </h3>
            <table class="stacked" aria-labelledby={format!("{id}-heading")}>
                { head([text.column_indicator, text.column_target, text.column_result]) }
                <tbody>{ for entries.iter().map(|(entry, ranks)| row(page, entry, ranks)) }</tbody>
            </table>
        </section>
    }
}

/// One target. What the ledger may be narrowed and ordered by stands in its attributes.
fn row(page: Page, entry: &Entry, ranks: &str) -> Html {
    let language = page.language();
    let target = page.dataset.observation(entry.target);
    let indicator = page.dataset.indicator(target.indicator);
    let province = page.dataset.province(target.province).name.get(language);
    let result = match entry.actual {
        Some(id) => {
            let label = result_label(language, page.dataset.observation(id));
            html! { <div>{ label }{ ": " }{ evidence(page, id) }</div> }
        }
        None if entry.status == Status::NoActual => {
            html! { <strong>{ view_texts(language).no_result }</strong> }
        }
        None => Html::default(),
    };
    let statements = entry.context.iter().filter_map(|context| match context {
        Context::Neighbour(_) => None,
        Context::Statement(id) => {
            let statement = page.dataset.statement(*id);
            let period = period(language, statement.period);
            Some(html! {
                <div>
                    { format!("{period}: {} ", statement.status.get(language)) }
                    { citation(page, statement.source, statement.paragraph) }
                </div>
            })
        }
    });
    html! {
        <tr data-ranks={ranks.to_owned()} data-province={target.province.slug()}
            data-status={entry.status.slug()} data-topic={indicator.topic.slug()}
            data-year={target.period.year().to_string()}>
            <th scope="row">
                { term(page, target.indicator) }
                <div class="evidence">{ topic(language, indicator.topic) }</div>
            </th>
            <td>
                <div>{ format!("{province}, {}", target_label(language, target)) }</div>
                { evidence(page, entry.target) }
            </td>
            <td>
                { result }
                <div>{ status_reason(language, page.dataset, entry) }</div>
                <div class="evidence">{ target_gap(language, page.dataset, entry) }</div>
                { for statements }
            </td>
        </tr>
    }
}
