use yew::{Html, html};

use crate::components::Page;
use crate::i18n::view_texts;
use crate::query::{Absence, History, Year};

use super::table::{evidence, head, missing};

/// What was published over time as a table: a row a year, and words for a year of which there is
/// nothing.
pub(super) fn years(page: Page, caption: &'static str, histories: &[History]) -> Html {
    let text = page.messages();
    let rows = histories.iter().flat_map(|history| {
        let years = history.years(page.dataset).into_iter();
        years.map(move |year| row(page, history, year))
    });
    html! {
        <table>
            <caption>{ caption }</caption>
            { head([text.column_period, text.column_target, text.column_result]) }
            <tbody>{ for rows }</tbody>
        </table>
    }
}

fn row(page: Page, history: &History, year: Year) -> Html {
    let province = page.dataset.province(history.province).name.get(page.language());
    let actual = year.actual.map_or_else(
        || html! { <td class="missing">{ missing(page, Absence::NotPublished) }</td> },
        |id| html! { <td>{ evidence(page, id) }</td> },
    );
    let target = year
        .target
        .map_or_else(|| view_texts(page.language()).no_target.into(), |id| evidence(page, id));
    html! {
        <tr>
            <th scope="row">{ format!("{province}, {}", year.number) }</th>
            <td>{ target }</td>
            { actual }
        </tr>
    }
}
