use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, window};

/// The field, the words beside it, and what it searches.
const FIELD: &str = "search";
const FOUND: &str = "search-found";
const ROW: &str = "[data-row]";
const GROUP: &str = "[data-group]";
const SHOWN_ROW: &str = "[data-row]:not([hidden])";

/// The search field of a static page.
#[derive(Clone)]
pub struct SearchField(HtmlInputElement);

impl SearchField {
    /// The field of this page, if it has one.
    pub fn on_page() -> Option<Self> {
        document()?.get_element_by_id(FIELD)?.dyn_into().ok().map(Self)
    }

    /// What is typed in it.
    pub fn text(&self) -> String {
        self.0.value()
    }

    /// Calls back when that changes, until the listener is dropped.
    pub fn watch(&self, changed: impl Fn() + 'static) -> EventListener {
        EventListener::new(&self.0, "input", move |_| changed())
    }
}

/// Shows the rows whose names fit, and the groups that have such a row; hides the others.
pub fn show_rows(fits: impl Fn(&str) -> bool) {
    let Some(document) = document() else { return };
    each(&document, ROW, |row| {
        let name = row.get_attribute("data-row").unwrap_or_default();
        row.set_hidden(!fits(&name));
    });
    each(&document, GROUP, |group| {
        group.set_hidden(matches!(group.query_selector(SHOWN_ROW), Ok(None)));
    });
}

/// Says how many were found, where screen readers listen.
pub fn say_found(words: &str) {
    let place = document().and_then(|document| document.get_element_by_id(FOUND));
    if let Some(place) = place {
        place.set_text_content(Some(words));
    }
}

fn each(document: &Document, selector: &str, act: impl Fn(&HtmlElement)) {
    let Ok(found) = document.query_selector_all(selector) else { return };
    for index in 0..found.length() {
        if let Some(element) = found.item(index).and_then(|node| node.dyn_into::<Element>().ok()) {
            if let Ok(element) = element.dyn_into() {
                act(&element);
            }
        }
    }
}

fn document() -> Option<Document> {
    window()?.document()
}
