use yew::{Html, html};

/// A part of a view below its heading.
pub(in crate::views) fn section(id: &'static str, heading: &'static str, content: Html) -> Html {
    let heading_id = format!("{id}-heading");
    html! {
        <section class="part" {id} aria-labelledby={heading_id.clone()}>
            <h2 id={heading_id}>{ heading }</h2>
            { content }
        </section>
    }
}

/// The same with a list of rows; nothing where there is none.
pub(in crate::views) fn list_section(
    id: &'static str,
    heading: &'static str,
    rows: Vec<Html>,
) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    section(id, heading, row_list(rows))
}

/// Rows below each other.
pub(in crate::views) fn row_list(rows: impl IntoIterator<Item = Html>) -> Html {
    html! { <ul class="rows">{ for rows }</ul> }
}
