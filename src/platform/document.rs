use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlElement, Node, window};

/// The element that the app takes over.
const MOUNT_POINT: &str = "app";

/// The attribute by which `start.js` knows that the app runs.
const READY: (&str, &str) = ("data-app", "ready");

/// The query string of the page's address; empty when there is none.
pub fn query() -> String {
    window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// The element that the app takes over, if the page has it.
pub fn mount_point() -> Option<Element> {
    window()?.document()?.get_element_by_id(MOUNT_POINT)
}

/// Says to assistive technology and to the browser which language the page is in.
pub fn set_language(tag: &str) {
    set_root_attribute("lang", tag);
}

/// Sets the title of the page.
pub fn set_title(title: &str) {
    if let Some(document) = window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Tells the watchdog of `start.js` that the app runs.
pub fn mark_ready() {
    set_root_attribute(READY.0, READY.1);
}

/// Moves a positioned element to a place within its container, in CSS pixels.
pub fn place(element: &HtmlElement, left: i32, top: i32) {
    // A style set from code is allowed by a strict content security policy; an attribute is not.
    let style = element.style();
    let _ = style.set_property("left", &format!("{left}px"));
    let _ = style.set_property("top", &format!("{top}px"));
}

/// Whether the focus that an element inside of `container` loses goes to another one inside of it,
/// or only sleeps because the window has lost it.
pub fn focus_stays(container: &Element, event: &FocusEvent) -> bool {
    let next = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
    // When the window loses the focus, its document still remembers where it was.
    let asleep = || window()?.document()?.active_element().map(Node::from);
    next.or_else(asleep).is_some_and(|node| container.contains(Some(&node)))
}

/// Scrolls the page so that a line of `chart`, counted in CSS pixels from its top, is not covered by
/// `card`.
pub fn uncover(chart: &Element, line: i32, card: &Element) {
    let covered = chart.get_bounding_client_rect().top() + f64::from(line)
        - card.get_bounding_client_rect().top();
    if let (true, Some(window)) = (covered > 0.0, window()) {
        window.scroll_by_with_x_and_y(0.0, covered);
    }
}

fn set_root_attribute(name: &str, value: &str) {
    let root = window().and_then(|window| window.document()?.document_element());
    if let Some(root) = root {
        let _ = root.set_attribute(name, value);
    }
}
