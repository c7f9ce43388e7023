use yew::Html;

use crate::i18n::{result_label, status, target_label};
use crate::query::Entry;
use crate::views::Context;
use crate::views::markup::{each, markup};

use super::table::{evidence, head, term};

/// The targets and their latest results as a table: what their chart shows, and no more.
pub(in crate::views) fn targets_table(
    cx: Context<'_>,
    caption: &'static str,
    entries: &[Entry],
) -> Html {
    let language = cx.language();
    let text = cx.messages();
    let rows = each(entries, |entry| {
        let target = cx.dataset.observation(entry.target);
        let province = cx.dataset.province(target.province).name.get(language);
        let result = entry.actual.map(|id| {
            let label = result_label(language, cx.dataset.observation(id));
            markup! { <div>{ label }{ ":" }</div>{ evidence(cx, id) } }
        });
        markup! {
            <tr>
                <th scope="row">{ term(cx, target.indicator) }</th>
                <td>
                    <div>{ format!("{province}, {}:", target_label(language, target)) }</div>
                    { evidence(cx, entry.target) }
                </td>
                <td>{ result }<div>{ status(language, entry.status) }</div></td>
            </tr>
        }
    });
    markup! {
        <table>
            <caption>{ caption }</caption>
            { head([text.column_indicator, text.column_target, text.column_result]) }
            <tbody>{ rows }</tbody>
        </table>
    }
}
