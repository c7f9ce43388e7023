use yew::{Html, html};

use crate::chart::ChartId;
use crate::components::Page;
use crate::i18n::{
    period, result_label, status, status_reason, target_gap, target_label, topic, view_texts,
};
use crate::model::Slug;
use crate::query::{Context, Entry, Status};
use crate::render::DrawError;

use super::chart::chart;
use super::citation::citation;
use super::contents::charts;
use super::evidence::cards;
use super::field::shown;
use super::site::Site;
use super::table::{evidence, head};

/// The view of the targets: their chart, with the ledger as its table.
pub(super) fn content(site: &Site, page: Page) -> Result<Html, DrawError> {
    let words = &view_texts(page.language()).targets;
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
            { cards(page, shown(page, ids)) }
        </>
    })
}

/// Every target with where it was set, its latest result, the gap, and what became of it in words;
/// by status, each of which can be linked to by its name.
pub(super) fn ledger(page: Page, entries: &[Entry]) -> Html {
    let groups = Status::ALL.iter().filter_map(|of| {
        let of_status: Vec<&Entry> = entries.iter().filter(|entry| entry.status == *of).collect();
        (!of_status.is_empty()).then(|| group(page, *of, &of_status))
    });
    html! { <>{ for groups }</> }
}

fn group(page: Page, of: Status, entries: &[&Entry]) -> Html {
    let text = page.messages();
    let id = of.slug();
    html! {
        <section class="part" {id} aria-labelledby={format!("{id}-heading")}>
            <h3 id={format!("{id}-heading")}>
                { status(page.language(), of) }{ format!(" ({})", entries.len()) }
            </h3>
            <table class="stacked" aria-labelledby={format!("{id}-heading")}>
                { head([text.column_indicator, text.column_target, text.column_result]) }
                <tbody>{ for entries.iter().map(|entry| row(page, entry)) }</tbody>
            </table>
        </section>
    }
}

/// One target. What a list of targets may be narrowed by stands in its attributes.
fn row(page: Page, entry: &Entry) -> Html {
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
        <tr data-status={entry.status.slug()} data-topic={indicator.topic.slug()}
            data-year={target.period.year().to_string()}>
            <th scope="row">
                { indicator.name.get(language) }
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
