use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlTemplateElement};

use super::document::document;

/// The list of a page, and what says how long it is.
const LIST: &str = "list";
const FOUND: &str = "found";

/// Where a list of a written page was put away; the start script brings it back when the app fails.
const WRITTEN: &str = "written";

/// The places of a list and of its length on a written page, emptied for what is rendered in them. What was
/// written there is kept out of sight. `None` where the page has no list.
pub fn take_list_over() -> Option<(Element, Element)> {
    let document = document()?;
    let places = (document.get_element_by_id(FOUND)?, document.get_element_by_id(LIST)?);
    put_away(&document, &places.0)?;
    put_away(&document, &places.1)?;
    Some(places)
}

fn put_away(document: &Document, place: &Element) -> Option<()> {
    let kept: HtmlTemplateElement = document.create_element("template").ok()?.dyn_into().ok()?;
    kept.set_class_name(WRITTEN);
    while let Some(child) = place.first_child() {
        kept.content().append_child(&child).ok()?;
    }
    place.append_child(&kept).ok()?;
    Some(())
}
