use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlAnchorElement, window};

use super::controls::each;

/// The links to the same page in another language.
const LANGUAGES: &str = "a[hreflang]";

/// What is read of a query: an address of a megabyte says no more than its beginning.
const LONGEST_QUERY: usize = 4096;

/// The query of the address, without its question mark.
pub fn query() -> String {
    let query = window().and_then(|window| window.location().search().ok()).unwrap_or_default();
    query.chars().skip(1).take(LONGEST_QUERY).collect()
}

/// Puts a query into the address, and into the links to the page in other languages. The reader can go
/// back to the one before if `as_step`. Where a page may not write its address, as in some frames, it
/// stays as it was.
pub fn set_query(query: &str, as_step: bool) {
    carry_over(query);
    let Some(window) = window() else { return };
    let (Ok(history), Ok(address)) = (window.history(), window.location().href()) else { return };
    let (address, place) = address.split_once('#').map_or((&*address, ""), |(a, place)| (a, place));
    let page = address.split('?').next().unwrap_or_default();
    let mark = if query.is_empty() { "" } else { "?" };
    let fence = if place.is_empty() { "" } else { "#" };
    let address = format!("{page}{mark}{query}{fence}{place}");
    let _ = if as_step {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        let state = history.state().unwrap_or(JsValue::NULL);
        history.replace_state_with_url(&state, "", Some(&address))
    };
}

/// Lets the links to other languages lead to the page as the reader has it.
pub fn carry_over(query: &str) {
    each(LANGUAGES, |link| {
        if let Some(link) = link.dyn_ref::<HtmlAnchorElement>()
            && link.search().trim_start_matches('?') != query
        {
            link.set_search(query);
        }
    });
}

/// Calls back when the reader goes back or forward to another query of the page, until the listener is
/// dropped.
pub fn watch_travel(travelled: impl Fn() + 'static) -> Option<EventListener> {
    Some(EventListener::new(&window()?.into(), "popstate", move |_| travelled()))
}
