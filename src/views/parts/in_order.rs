use yew::{Html, classes, html};

/// A list in an order of the reader's, as one table in place of its groups.
pub(in crate::views) fn in_order(
    head: Html,
    is_stacked: bool,
    rows: impl IntoIterator<Item = Html>,
) -> Html {
    html! {
        <table id="in-order" key="in-order" class={classes!(is_stacked.then_some("stacked"))}
            aria-labelledby="found">
            { head }
            <tbody>{ for rows }</tbody>
        </table>
    }
}
