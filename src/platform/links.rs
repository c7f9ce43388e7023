use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, MouseEvent};

use super::document::document;

/// The attribute of a link that is a control of the page rather than a way on.
const VALUE: &str = "data-value";

/// Calls back with the whole address of a link that the reader follows in this window, until the listener
/// is dropped. A link that is `taken` is not followed by the browser.
///
/// A link with a modifier key, another button, a window of its own or a file to save is left to the browser,
/// as is one that something else on the page has taken.
pub fn watch_links(taken: impl Fn(&str) -> bool + 'static) -> Option<EventListener> {
    let active = EventListenerOptions::enable_prevent_default();
    let listener =
        EventListener::new_with_options(&document()?.into(), "click", active, move |event| {
            let Some(link) = event.dyn_ref().and_then(followed) else { return };
            if taken(&link.href()) {
                event.prevent_default();
            }
        });
    Some(listener)
}

fn followed(event: &MouseEvent) -> Option<HtmlAnchorElement> {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || modified {
        return None;
    }
    let target: Element = event.target()?.dyn_into().ok()?;
    let link: HtmlAnchorElement = target.closest("a[href]").ok()??.dyn_into().ok()?;
    let is_plain = !link.has_attribute("download")
        && !link.has_attribute(VALUE)
        && matches!(&*link.target(), "" | "_self");
    is_plain.then_some(link)
}
