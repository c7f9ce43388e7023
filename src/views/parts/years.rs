use yew::Html;

use crate::i18n::view_texts;
use crate::query::{Absence, History, Year};
use crate::views::Context;
use crate::views::markup::{each, markup};

use super::table::{evidence, head, missing};

/// What was published over time as a table: a row a year, and words for a year of which there is
/// nothing.
pub(in crate::views) fn years(
    cx: Context<'_>,
    caption: &'static str,
    histories: &[History],
) -> Html {
    let text = cx.messages();
    let rows = each(histories, |history| {
        let years = each(history.years(cx.dataset), |year| row(cx, history, year));
        markup! { { years } }
    });
    markup! {
        <table>
            <caption>{ caption }</caption>
            { head([text.column_period, text.column_target, text.column_result]) }
            <tbody>{ rows }</tbody>
        </table>
    }
}

fn row(cx: Context<'_>, history: &History, year: Year) -> Html {
    let province = cx.dataset.province(history.province).name.get(cx.language());
    let actual = year.actual.map_or_else(
        || markup! { <td class="missing">{ missing(cx, Absence::NotPublished) }</td> },
        |id| markup! { <td>{ evidence(cx, id) }</td> },
    );
    let target = year
        .target
        .map_or_else(|| view_texts(cx.language()).no_target.into(), |id| evidence(cx, id));
    markup! {
        <tr>
            <th scope="row">{ format!("{province}, {}", year.number) }</th>
            <td>{ target }</td>
            { actual }
        </tr>
    }
}
