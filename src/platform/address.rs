use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;
use web_sys::{Element, History, HtmlAnchorElement, ScrollRestoration, window};

use super::controls::each;

/// The links to the same view in another language.
const LANGUAGES: &str = "a[hreflang]";

/// What is read of an address: one of a megabyte says no more than its beginning.
const LONGEST_ADDRESS: usize = 8192;

/// How an address takes its place in the history of the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// As a step that the reader can go back from.
    New,
    /// In place of the present one.
    Same,
}

/// The address of the page.
pub fn href() -> String {
    let href = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.chars().take(LONGEST_ADDRESS).collect()
}

/// Whether the page has a window of its own, rather than a frame in another page.
pub fn is_top() -> bool {
    let Some(window) = window() else { return false };
    window.top().ok().flatten().is_some_and(|top| top == window)
}

/// Puts an address into the history. Where a page may not write its address, as in some frames, it stays
/// as it was; whether it did not.
pub fn set_address(href: &str, step: Step) -> bool {
    let Some(history) = history() else { return false };
    let written = match step {
        Step::New => history.push_state_with_url(&JsValue::NULL, "", Some(href)),
        Step::Same => {
            let state = history.state().unwrap_or(JsValue::NULL);
            history.replace_state_with_url(&state, "", Some(href))
        }
    };
    written.is_ok()
}

/// Remembers how far down the reader is, for who comes back to this step.
pub fn remember_visit() {
    let top = window().and_then(|window| window.scroll_y().ok()).unwrap_or_default();
    // A browser takes a millisecond or more for each change.
    if let (true, Some(history)) = (last_top() != Some(top), history()) {
        let _ = history.replace_state(&top.into(), "");
    }
}

/// How far down the reader was at the present step, in CSS pixels; `None` for who is there for the first
/// time.
pub fn last_top() -> Option<f64> {
    history()?.state().ok()?.as_f64().filter(|top| top.is_finite())
}

/// Whether the browser finds the place again by itself where the reader goes back to, as it does among
/// documents. Among views that the app renders it would look for it before the view is there.
pub fn let_browser_restore(is_allowed: bool) {
    if let Some(history) = history() {
        let how = if is_allowed { ScrollRestoration::Auto } else { ScrollRestoration::Manual };
        let _ = history.set_scroll_restoration(how);
    }
}

/// Lets the links to other languages lead to the view as the reader has it.
pub fn carry_over(query: &str) {
    each(LANGUAGES, |link: &HtmlAnchorElement| {
        if link.search().trim_start_matches('?') != query {
            link.set_search(query);
        }
    });
}

/// Fills in what a written page cannot know of its address: what is printed names it, and so does a citation in
/// each language, unless the page lies on this machine alone.
pub fn name_addresses() {
    let here = href();
    each(".address:empty", |place: &Element| place.set_text_content(Some(&here)));
    let has_host =
        window().is_some_and(|window| window.location().host().is_ok_and(|host| !host.is_empty()));
    if !has_host {
        return;
    }
    each(".cite .address", |place: &Element| {
        let language =
            place.closest("[lang]").ok().flatten().map(|cited| cited.get_attribute("lang"));
        let Some(Some(language)) = language else { return };
        let figure =
            place.closest("figure").ok().flatten().map(|figure| format!("#{}", figure.id()));
        each(&format!(".languages a[hreflang=\"{language}\"]"), |link: &HtmlAnchorElement| {
            let address = link.href() + figure.as_deref().unwrap_or_default();
            place.set_text_content(Some(&address));
        });
    });
}

/// Loads the page again as a document.
pub fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}

/// Loads another document in place of this one.
pub fn load(href: &str) {
    if let Some(window) = window() {
        let _ = window.location().replace(href);
    }
}

/// Calls back when the reader goes back or forward, until the listener is dropped.
pub fn watch_travel(travelled: impl Fn() + 'static) -> Option<EventListener> {
    Some(EventListener::new(&window()?.into(), "popstate", move |_| travelled()))
}

/// How long a reader stays at a place before it is remembered, in milliseconds: browsers allow only so many
/// changes to the history.
const PAUSE: u32 = 250;

/// Calls back when the reader has scrolled and stays where they are, until the listener is dropped.
pub fn watch_scrolling(stays: impl Fn() + 'static) -> Option<EventListener> {
    let stays = Rc::new(stays);
    let pause = RefCell::new(None);
    let listener = EventListener::new(&window()?.into(), "scroll", move |_| {
        let stays = stays.clone();
        // The pause before ends with the one that takes its place.
        pause.replace(Some(Timeout::new(PAUSE, move || stays())));
    });
    Some(listener)
}

/// Calls back when the reader leaves the document, until the listener is dropped.
pub fn watch_leaving(left: impl Fn() + 'static) -> Option<EventListener> {
    Some(EventListener::new(&window()?.into(), "pagehide", move |_| left()))
}

fn history() -> Option<History> {
    window()?.history().ok()
}
