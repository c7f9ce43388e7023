//! Light and dark: as the system has it, or as the reader has chosen.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, PageTransitionEvent, Storage, window};

use super::document::{document, tell_window};
use super::screen::{CHOSEN, DARK, THEME, chosen_dark, is_so, media};

/// The name under which a choice is kept; `first.js` shows what is kept under it before anything is seen.
const KEPT: &str = "dak-so-theme";

/// The button that changes the theme.
const BUTTON: &str = "scheme";

const NAMES: [&str; 2] = ["light", "dark"];

/// Lets the button say which theme it is, as a view is rendered with a button that does not know.
pub fn show_theme() {
    if let Some(button) = document().and_then(|document| document.get_element_by_id(BUTTON)) {
        let _ = button.set_attribute("aria-pressed", if is_dark() { "true" } else { "false" });
    }
}

/// Lets the reader change the theme until the listeners are dropped, and follows what the system, another tab
/// or a visit before has chosen.
pub fn watch_theme() -> Vec<EventListener> {
    show_theme();
    keep_what_was_pressed();
    let listen = |target: Option<EventTarget>, event: &'static str, act: fn(&Event)| {
        target.map(|target| EventListener::new(&target, event, act))
    };
    let here = || window().map(EventTarget::from);
    [
        listen(document().map(EventTarget::from), "click", |event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            if target.is_some_and(|target| target.id() == BUTTON) {
                toggle();
            }
        }),
        listen(media(DARK).map(EventTarget::from), "change", |_| show_theme()),
        listen(here(), "storage", |_| recall()),
        listen(here(), "pageshow", |event| {
            // The reader has come back to a page that the browser had put aside.
            if event.dyn_ref().is_some_and(PageTransitionEvent::persisted) {
                recall();
            }
        }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The other theme. One that is the system's is no choice: who changes the system then changes the page.
fn toggle() {
    settle(!is_dark());
}

/// Keeps a theme that `first.js` has brought while nobody listened.
fn keep_what_was_pressed() {
    let kept = storage().and_then(|storage| storage.get_item(KEPT).ok()?);
    if let Some(dark) = chosen_dark()
        && kept.as_deref() != Some(NAMES[usize::from(dark)])
    {
        settle(dark);
    }
}

fn settle(dark: bool) {
    let choice = (dark != is_so(DARK)).then_some(NAMES[usize::from(dark)]);
    choose(choice);
    // Where nothing can be kept, a choice lasts as long as the page.
    if let Some(storage) = storage() {
        let _ = match choice {
            Some(name) => storage.set_item(KEPT, name),
            None => storage.remove_item(KEPT),
        };
    }
}

fn recall() {
    if let Some(Ok(kept)) = storage().map(|storage| storage.get_item(KEPT)) {
        choose(NAMES.into_iter().find(|name| kept.as_deref() == Some(name)));
    }
}

fn choose(theme: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    let _ = match theme {
        Some(name) => root.set_attribute(THEME, name),
        None => root.remove_attribute(THEME),
    };
    show_theme();
    // The charts are drawn anew.
    tell_window(CHOSEN);
}

fn is_dark() -> bool {
    chosen_dark().unwrap_or_else(|| is_so(DARK))
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}
