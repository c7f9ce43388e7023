use yew::Html;

use crate::views::markup::markup;

/// A list in an order of the reader's, as one table in place of its groups.
pub(in crate::views) fn in_order(head: Html, is_stacked: bool, rows: Vec<Html>) -> Html {
    markup! {
        <table key={"in-order"} id="in-order" aria-labelledby="found"
            class={is_stacked.then_some("stacked")}>
            { head }
            <tbody>{ rows }</tbody>
        </table>
    }
}
