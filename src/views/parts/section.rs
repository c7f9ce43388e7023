use yew::Html;

use crate::views::markup::markup;

/// A part of a view below its heading.
pub(in crate::views) fn section(id: &'static str, heading: &'static str, content: Html) -> Html {
    let heading_id = format!("{id}-heading");
    markup! {
        <section id={id} aria-labelledby={heading_id.clone()} class="part">
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
pub(in crate::views) fn row_list(rows: Vec<Html>) -> Html {
    markup! { <ul class="rows">{ rows }</ul> }
}
