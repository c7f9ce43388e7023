use yew::Html;

use crate::chart::Panel;
use crate::i18n::{absence, amount, period_with_basis};
use crate::model::{IndicatorId, ObservationId, ProvinceId, Slug};
use crate::query::Absence;
use crate::state::Route;
use crate::views::Context;
use crate::views::markup::{each, markup};

use super::citation::citation;

/// The figures of panels as a table: every value with its hedge, unit, period, printed token and
/// source, and words where there is none.
pub(in crate::views) fn table(cx: Context<'_>, caption: &'static str, panels: &[Panel]) -> Html {
    let provinces = each(ProvinceId::ALL, |province| {
        markup! { <th scope="col">{ cx.dataset.province(*province).name.get(cx.language()) }</th> }
    });
    let rows = each(panels, |panel| {
        let cells = each(&panel.rows, |(_, row)| match row {
            Ok(id) => markup! { <td>{ evidence(cx, *id) }</td> },
            Err(reason) => markup! { <td class="missing">{ missing(cx, *reason) }</td> },
        });
        markup! { <tr><th scope="row">{ term(cx, panel.indicator) }</th>{ cells }</tr> }
    });
    markup! {
        <table>
            <caption>{ caption }</caption>
            <thead><tr><th scope="col">{ cx.messages().column_indicator }</th>{ provinces }</tr></thead>
            <tbody>{ rows }</tbody>
        </table>
    }
}

/// The name of an indicator, which opens to what it means.
pub(in crate::views) fn term(cx: Context<'_>, indicator: IndicatorId) -> Html {
    let indicator = cx.dataset.indicator(indicator);
    markup! {
        <details class="term">
            <summary>{ indicator.name.get(cx.language()) }</summary>
            <p>{ indicator.definition.get(cx.language()) }</p>
        </details>
    }
}

/// The head of a table of three columns.
pub(in crate::views) fn head(columns: [&'static str; 3]) -> Html {
    let columns = each(columns, |name| markup! { <th scope="col">{ name }</th> });
    markup! { <thead><tr>{ columns }</tr></thead> }
}

/// The value of a figure with its hedge and unit, as a link to the page of the figure.
pub(in crate::views) fn value(cx: Context<'_>, id: ObservationId) -> Html {
    let figure = cx.dataset.observation(id);
    let href = cx.link(Route::Figure(id));
    // In a narrow column the unit goes below its number, before a word is broken.
    let amount = amount(cx.language(), cx.dataset, figure).replace('\u{a0}', " ");
    markup! { <a href={href} data-figure={figure.slug} class="value">{ amount }</a> }
}

/// A figure with what it rests on.
pub(in crate::views) fn evidence(cx: Context<'_>, id: ObservationId) -> Html {
    let text = cx.messages();
    let figure = cx.dataset.observation(id);
    markup! {
        { value(cx, id) }
        <div class="evidence">
            { period_with_basis(cx.language(), figure) }<br />
            { text.printed }{ ": " }<q lang="vi">{ figure.printed }</q>{ ", " }
            { citation(cx, figure.source, figure.paragraph) }
        </div>
    }
}

pub(in crate::views) fn missing(cx: Context<'_>, reason: Absence) -> Html {
    let words = absence(cx.language(), cx.dataset, reason);
    match reason {
        Absence::OnlyStatement(id) => {
            let statement = cx.dataset.statement(id);
            markup! { { words }{ " " }{ citation(cx, statement.source, statement.paragraph) } }
        }
        Absence::NotPublished | Absence::OnlyChange(_) | Absence::OnlyTarget(_) => words.into(),
    }
}
