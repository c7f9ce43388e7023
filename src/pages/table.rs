use yew::{Html, html};

use crate::chart::{ChartId, Panel, Spec, heading};
use crate::components::Page;
use crate::i18n::{
    absence, amount, period, period_with_basis, result_label, status, status_reason, target_label,
};
use crate::model::{ObservationId, ProvinceId, Slug};
use crate::query::{Absence, Context, Entry, History};
use crate::state::Route;

use super::citation::citation;

/// The figures of a chart as a table: every value with its hedge, unit, period, printed token and
/// source, and words where there is none.
pub(super) fn table(page: Page, chart: ChartId, spec: &Spec) -> Html {
    let caption = heading(page.language(), chart);
    match spec {
        Spec::Panels(panels) => panels_table(page, caption, panels),
        Spec::Bullets(entries) => targets_table(page, caption, entries),
        Spec::Lines(histories) => histories_table(page, caption, histories),
    }
}

/// A row a year, and words for a year of which nothing was published.
fn histories_table(page: Page, caption: &'static str, histories: &[History]) -> Html {
    let text = page.messages();
    let rows = histories.iter().flat_map(|history| {
        let province = page.dataset.province(history.province).name.get(page.language());
        let indicator = page.dataset.indicator(history.indicator).name.get(page.language());
        history.years(page.dataset).into_iter().map(move |year| {
            let actual = match year.actual {
                Some(id) => html! { <td>{ evidence(page, id) }</td> },
                None => html! { <td class="missing">{ missing(page, Absence::NotPublished) }</td> },
            };
            let target = year.target.map(|id| evidence(page, id));
            html! {
                <tr>
                    <th scope="row">{ format!("{province}, {indicator}, {}", year.number) }</th>
                    <td>{ for target }</td>
                    { actual }
                </tr>
            }
        })
    });
    html! {
        <table>
            <caption>{ caption }</caption>
            <thead>
                <tr>
                    <th scope="col">{ text.column_period }</th>
                    <th scope="col">{ text.column_target }</th>
                    <th scope="col">{ text.column_result }</th>
                </tr>
            </thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}

fn panels_table(page: Page, caption: &'static str, panels: &[Panel]) -> Html {
    let provinces = ProvinceId::ALL.iter().map(|province| {
        html! { <th scope="col">{ page.dataset.province(*province).name.get(page.language()) }</th> }
    });
    let rows = panels.iter().map(|panel| {
        let cells = panel.rows.iter().map(|(_, row)| match row {
            Ok(id) => html! { <td>{ evidence(page, *id) }</td> },
            Err(reason) => html! { <td class="missing">{ missing(page, *reason) }</td> },
        });
        let name = page.dataset.indicator(panel.indicator).name.get(page.language());
        html! { <tr><th scope="row">{ name }</th>{ for cells }</tr> }
    });
    html! {
        <table>
            <caption>{ caption }</caption>
            <thead><tr><th scope="col">{ page.messages().column_indicator }</th>{ for provinces }</tr></thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}

fn targets_table(page: Page, caption: &'static str, entries: &[Entry]) -> Html {
    let text = page.messages();
    let rows = entries.iter().map(|entry| {
        let target = page.dataset.observation(entry.target);
        let name = page.dataset.indicator(target.indicator).name.get(page.language());
        let province = page.dataset.province(target.province).name.get(page.language());
        let result = entry.actual.map(|id| {
            let label = result_label(page.language(), page.dataset.observation(id));
            html! { <div>{ label }{ ": " }{ evidence(page, id) }</div> }
        });
        let statements = entry.context.iter().filter_map(|context| match context {
            Context::Neighbour(_) => None,
            Context::Statement(id) => {
                let statement = page.dataset.statement(*id);
                let period = period(page.language(), statement.period);
                Some(html! {
                    <div>
                        { format!("{period}: {} ", statement.status.get(page.language())) }
                        { citation(page, statement.source, statement.paragraph) }
                    </div>
                })
            }
        });
        html! {
            <tr>
                <th scope="row">{ name }</th>
                <td>
                    <div>{ format!("{province}, {}", target_label(page.language(), target)) }</div>
                    { evidence(page, entry.target) }
                </td>
                <td>
                    <strong>{ status(page.language(), entry.status) }</strong>
                    <div>{ status_reason(page.language(), page.dataset, entry) }</div>
                    { for result }
                    { for statements }
                </td>
            </tr>
        }
    });
    html! {
        <table>
            <caption>{ caption }</caption>
            <thead>
                <tr>
                    <th scope="col">{ text.column_indicator }</th>
                    <th scope="col">{ text.column_target }</th>
                    <th scope="col">{ text.column_result }</th>
                </tr>
            </thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}

/// The value of a figure with its hedge and unit, as a link to the page of the figure.
pub(super) fn value(page: Page, id: ObservationId) -> Html {
    let figure = page.dataset.observation(id);
    let href = page.view.link(page.dataset, page.view.at(Route::Figure(id)));
    // In a narrow column the unit goes below its number, before a word is broken.
    let amount = amount(page.language(), page.dataset, figure).replace('\u{a0}', " ");
    html! { <a class="value" {href} data-figure={figure.slug}>{ amount }</a> }
}

/// A figure with what it rests on.
fn evidence(page: Page, id: ObservationId) -> Html {
    let text = page.messages();
    let figure = page.dataset.observation(id);
    html! {
        <>
            { value(page, id) }
            <div class="evidence">
                { period_with_basis(page.language(), figure) }<br />
                { text.printed }{ ": " }<q lang="vi">{ figure.printed }</q>{ ", " }
                { citation(page, figure.source, figure.paragraph) }
            </div>
        </>
    }
}

fn missing(page: Page, reason: Absence) -> Html {
    let words = absence(page.language(), page.dataset, reason);
    match reason {
        Absence::OnlyStatement(id) => {
            let statement = page.dataset.statement(id);
            html! { <>{ words }{ " " }{ citation(page, statement.source, statement.paragraph) }</> }
        }
        Absence::NotPublished | Absence::OnlyChange(_) | Absence::OnlyTarget(_) => {
            html! { words }
        }
    }
}
