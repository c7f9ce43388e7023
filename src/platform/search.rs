use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, HtmlInputElement, window};

/// The field, the words beside it, and what it searches.
const FIELD: &str = "search";
const FOUND: &str = "search-found";
const ROW: &str = "[data-words]";
const GROUP: &str = "[data-group]";
const SHOWN_ROW: &str = "[data-words]:not([hidden])";

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

/// Shows the rows whose words fit, and the groups that have such a row; hides the others. How many
/// rows are shown.
pub fn show_rows(fits: impl Fn(&str) -> bool) -> usize {
    let mut shown = 0;
    each(ROW, |row| {
        let fits = row.get_attribute("data-words").is_some_and(|words| fits(&words));
        shown += usize::from(fits);
        row.set_hidden(!fits);
    });
    each(GROUP, |group| {
        group.set_hidden(matches!(group.query_selector(SHOWN_ROW), Ok(None)));
    });
    shown
}

/// Says how many were found, where screen readers listen.
pub fn say_found(words: &str) {
    let place = document().and_then(|document| document.get_element_by_id(FOUND));
    if let Some(place) = place {
        place.set_text_content(Some(words));
    }
}

fn each(selector: &str, mut act: impl FnMut(&HtmlElement)) {
    let found = document().and_then(|document| document.query_selector_all(selector).ok());
    let Some(found) = found else { return };
    let elements = (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok());
    for element in elements {
        act(&element);
    }
}

fn document() -> Option<Document> {
    window()?.document()
}
