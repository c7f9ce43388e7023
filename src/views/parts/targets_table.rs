use yew::{Html, html};

use crate::i18n::{result_label, status, target_label};
use crate::query::Entry;
use crate::views::Context;

use super::table::{evidence, head, term};

/// The targets and their latest results as a table: what their chart shows, and no more.
pub(in crate::views) fn targets_table(
    cx: Context<'_>,
    caption: &'static str,
    entries: &[Entry],
) -> Html {
    let language = cx.language();
    let text = cx.messages();
    let rows = entries.iter().map(|entry| {
        let target = cx.dataset.observation(entry.target);
        let province = cx.dataset.province(target.province).name.get(language);
        let result = entry.actual.map(|id| {
            let label = result_label(language, cx.dataset.observation(id));
            html! { <><div>{ label }{ ":" }</div>{ evidence(cx, id) }</> }
        });
        html! {
            <tr>
                <th scope="row">{ term(cx, target.indicator) }</th>
                <td>
                    <div>{ format!("{province}, {}:", target_label(language, target)) }</div>
                    { evidence(cx, entry.target) }
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
