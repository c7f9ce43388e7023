use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, window};

use super::controls::each;

/// A row of a list, with its place in every order but the one of the page; what else it can be found
/// by stands in attributes of their own. A group of rows.
const ROW: &str = "[data-ranks]";
const RANKS: &str = "data-ranks";
const GROUP: &str = "[data-group]";
const SHOWN_ROW: &str = "[data-ranks]:not([hidden])";

/// The list in another order, which stands in place of its groups; and what says how long it is.
const IN_ORDER: &str = "in-order";
const FOUND: &str = "found";

/// Shows the rows that fit, and the groups that have such a row; hides the others. `fits` is asked with
/// what a row says about itself under a name. With an order, counted from 0, copies of the rows stand in
/// one table in its place, since the rows themselves belong to their groups. How many rows are shown.
pub fn show_rows(
    order: Option<usize>,
    fits: impl Fn(&dyn Fn(&str) -> Option<String>) -> bool,
) -> usize {
    let mut rows: Vec<HtmlElement> = Vec::new();
    each(ROW, |row| rows.push(row.clone()));
    // The copies of before are among them, and go.
    if let Some(old) = by_id(IN_ORDER) {
        rows.retain(|row| !old.contains(Some(row)));
        old.remove();
    }
    let mut shown = 0;
    let mut places: Vec<Option<HtmlElement>> = vec![None; rows.len()];
    for row in rows {
        let fits = fits(&|name| row.get_attribute(&format!("data-{name}")));
        row.set_hidden(!fits);
        shown += usize::from(fits);
        let place = order.and_then(|order| rank(&row, order)?.parse::<usize>().ok());
        if let Some(place) = place.and_then(|place| places.get_mut(place)) {
            *place = fits.then_some(row);
        }
    }
    each(GROUP, |group| {
        let is_empty = matches!(group.query_selector(SHOWN_ROW), Ok(None));
        group.set_hidden(is_empty || order.is_some());
    });
    if order.is_some() {
        stand_in_order(places.into_iter().flatten());
    }
    shown
}

fn rank(row: &Element, order: usize) -> Option<String> {
    Some(row.get_attribute(RANKS)?.split(' ').nth(order)?.to_owned())
}

/// Puts copies of rows into a table like those of the groups, before the first of them.
fn stand_in_order(rows: impl Iterator<Item = HtmlElement>) -> Option<()> {
    let group = window()?.document()?.query_selector(GROUP).ok()??;
    let like = group.query_selector("table").ok()??;
    let table: Element = like.clone_node().ok()?.dyn_into().ok()?;
    table.set_id(IN_ORDER);
    table.set_attribute("aria-labelledby", FOUND).ok()?;
    for part in ["thead", "tbody"] {
        let part = like.query_selector(part).ok()??;
        // The head with all that is in it, the body empty.
        let copy = part.clone_node_with_deep(part.tag_name() == "THEAD").ok()?;
        table.append_child(&copy).ok()?;
    }
    let body = table.last_element_child()?;
    for row in rows {
        body.append_child(&row.clone_node_with_deep(true).ok()?).ok()?;
    }
    group.before_with_node_1(&table).ok()
}

/// Says how many were found, where screen readers listen.
pub fn say_found(words: &str) {
    if let Some(place) = by_id(FOUND) {
        place.set_text_content(Some(words));
    }
}

fn by_id(id: &str) -> Option<Element> {
    window()?.document()?.get_element_by_id(id)
}
