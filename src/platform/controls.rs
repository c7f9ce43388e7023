use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent, window};

use super::document::document;

/// The attribute of a control on a static page, with its name; and of a button or a link among them,
/// with the value that it stands for.
const CONTROL: &str = "data-control";
const VALUE: &str = "data-value";

const CONTROLS: &str = "[data-control]";
const CHOICES: &str = "[data-value]";

/// Links that become tabs, and their states. A button is pressed or not.
const LINK: &str = "A";
const TAB: &str = "[role=\"tab\"]";
const SELECTED: &str = "aria-selected";
const PRESSED: &str = "aria-pressed";

/// The attribute of the page by which the style sheet knows the tab.
const SIDE: &str = "data-tab";
const TABS: &str = "tab";

/// Calls back with the name of a control and its new value when the reader sets it, until the listeners
/// are dropped. A button that is pressed already gives its choice back.
pub fn watch_controls(changed: impl Fn(&str, &str) + Clone + 'static) -> Vec<EventListener> {
    let Some(document) = document() else { return Vec::new() };
    let on_click = {
        let changed = changed.clone();
        move |event: &Event| {
            let Some(choice) = target(event).and_then(|at| at.closest(CHOICES).ok()?) else {
                return;
            };
            event.prevent_default();
            if choice.tag_name() == LINK {
                show_side("");
            }
            // Not every browser gives the focus to what is clicked.
            focus(&choice);
            let again = choice.get_attribute(PRESSED).as_deref() == Some("true");
            let value = choice.get_attribute(VALUE).filter(|_| !again).unwrap_or_default();
            changed(&choice.get_attribute(CONTROL).unwrap_or_default(), &value);
        }
    };
    let on_input = move |event: &Event| {
        let Some(field) = target(event) else { return };
        if let Some(control) = field.get_attribute(CONTROL) {
            changed(&control, &typed(&field));
        }
    };
    let active = EventListenerOptions::enable_prevent_default();
    vec![
        EventListener::new_with_options(&document, "click", active, on_click),
        EventListener::new(&document, "input", on_input),
        EventListener::new_with_options(&document, "keydown", active, walk_tabs),
    ]
}

/// Moves along the tabs with the arrow keys, and chooses the one that is reached.
fn walk_tabs(event: &Event) {
    let (Some(tab), Some(event)) =
        (target(event).and_then(|at| at.closest(TAB).ok()?), event.dyn_ref::<KeyboardEvent>())
    else {
        return;
    };
    let row = tab.parent_element();
    let next = match event.key().as_str() {
        "ArrowRight" => {
            tab.next_element_sibling().or_else(|| row.and_then(|row| row.first_element_child()))
        }
        "ArrowLeft" => {
            tab.previous_element_sibling().or_else(|| row.and_then(|row| row.last_element_child()))
        }
        "Home" => row.and_then(|row| row.first_element_child()),
        "End" => row.and_then(|row| row.last_element_child()),
        _ => return,
    };
    event.prevent_default();
    if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
        next.click();
    }
}

/// What the reader has set before anybody listened: the name and value of the tabs, and of fields that
/// are not empty.
pub fn fields_at_start() -> Vec<(String, String)> {
    let side = root().and_then(|root| root.get_attribute(SIDE));
    let mut fields: Vec<(String, String)> =
        side.into_iter().map(|side| (TABS.to_owned(), side)).collect();
    each(CONTROLS, |field: &HtmlElement| {
        if !field.has_attribute(VALUE) {
            let value = typed(field);
            if let (false, Some(control)) = (value.is_empty(), field.get_attribute(CONTROL)) {
                fields.push((control, value));
            }
        }
    });
    fields
}

/// Shows on every control what it is set to. What the reader has just used stays where it is on the
/// screen, whatever comes or goes above it.
pub fn show_controls(value_of: impl Fn(&str) -> String) {
    let used = document().and_then(|document| document.active_element());
    let used = used.filter(|used| used.has_attribute(CONTROL));
    let top = || used.as_ref().map_or(0.0, |used| used.get_bounding_client_rect().top());
    let before = top();
    let side = value_of(TABS);
    // As long as nobody has chosen, a side that the address names as a place is seen too.
    if !side.is_empty() || root().is_some_and(|root| root.has_attribute(SIDE)) {
        show_side(&side);
    }
    each(CONTROLS, |control: &HtmlElement| {
        let value = value_of(&control.get_attribute(CONTROL).unwrap_or_default());
        match control.get_attribute(VALUE) {
            None if typed(control) != value => field(control).set_value(&value),
            None => {}
            Some(own) if own.is_empty() && control.tag_name() != LINK => {}
            Some(own) => show_choice(control, own == value),
        }
        let _ = control.remove_attribute("disabled");
    });
    if let (Some(_), Some(window)) = (&used, window()) {
        window.scroll_by_with_x_and_y(0.0, top() - before);
    }
}

fn show_side(side: &str) {
    if let Some(root) = root() {
        let _ = root.set_attribute(SIDE, side);
    }
}

fn root() -> Option<Element> {
    document()?.document_element()
}

/// A button without a value gives choices back, and is never on.
fn show_choice(choice: &HtmlElement, is_on: bool) {
    let on = if is_on { "true" } else { "false" };
    if choice.tag_name() != LINK {
        let _ = choice.set_attribute(PRESSED, on);
        return;
    }
    let _ = choice.set_attribute("role", "tab");
    let _ = choice.set_attribute(SELECTED, on);
    choice.set_tab_index(if is_on { 0 } else { -1 });
    if let Some(row) = choice.parent_element() {
        let _ = row.set_attribute("role", "tablist");
    }
}

/// What is typed or chosen in a field.
fn typed(element: &Element) -> String {
    field(element).value()
}

/// A field of either kind: a list to choose from has its value under the same name.
fn field(element: &Element) -> &HtmlInputElement {
    element.unchecked_ref()
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Does something with each element of the page that a selector finds.
pub(super) fn each<T: JsCast>(selector: &str, act: impl FnMut(&T)) {
    let found = document().and_then(|document| document.query_selector_all(selector).ok());
    let Some(found) = found else { return };
    // What it does may change what the selector finds.
    let elements: Vec<T> =
        (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect();
    elements.iter().for_each(act);
}
