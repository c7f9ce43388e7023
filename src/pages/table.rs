use yew::{Html, html};

use crate::chart::Panel;
use crate::components::Page;
use crate::i18n::{absence, amount, period_with_basis};
use crate::model::{IndicatorId, ObservationId, ProvinceId, Slug};
use crate::query::Absence;
use crate::state::Route;

use super::citation::citation;

/// The figures of panels as a table: every value with its hedge, unit, period, printed token and
/// source, and words where there is none.
pub(super) fn table(page: Page, caption: &'static str, panels: &[Panel]) -> Html {
    let provinces = ProvinceId::ALL.iter().map(|province| {
        html! { <th scope="col">{ page.dataset.province(*province).name.get(page.language()) }</th> }
    });
    let rows = panels.iter().map(|panel| {
        let cells = panel.rows.iter().map(|(_, row)| match row {
            Ok(id) => html! { <td>{ evidence(page, *id) }</td> },
            Err(reason) => html! { <td class="missing">{ missing(page, *reason) }</td> },
        });
        html! { <tr><th scope="row">{ term(page, panel.indicator) }</th>{ for cells }</tr> }
    });
    html! {
        <table>
            <caption>{ caption }</caption>
            <thead><tr><th scope="col">{ page.messages().column_indicator }</th>{ for provinces }</tr></thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}

/// The name of an indicator, which opens to what it means.
pub(super) fn term(page: Page, indicator: IndicatorId) -> Html {
    let indicator = page.dataset.indicator(indicator);
    html! {
        <details class="term">
            <summary>{ indicator.name.get(page.language()) }</summary>
            <p>{ indicator.definition.get(page.language()) }</p>
        </details>
    }
}

/// The head of a table of three columns.
pub(super) fn head(columns: [&'static str; 3]) -> Html {
    let columns = columns.map(|name| html! { <th scope="col">{ name }</th> });
    html! { <thead><tr>{ for columns }</tr></thead> }
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
pub(super) fn evidence(page: Page, id: ObservationId) -> Html {
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

pub(super) fn missing(page: Page, reason: Absence) -> Html {
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
