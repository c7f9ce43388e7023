use gloo::timers::callback::Timeout;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Document, Element, Event, FocusEvent, HtmlElement, Node, ScrollIntoViewOptions,
    ScrollLogicalPosition, Url, window,
};

use super::controls::each;
use super::pace;

/// The attribute by which the static page says which one it is.
pub(super) const PATH: &str = "data-path";

/// The attribute that says how the app fares: the style sheet and `start.js` read it.
const APP: &str = "data-app";
const READY: &str = "ready";
const FAILED: &str = "failed";

/// The attribute of the place of a chart, with the name of the chart.
const CHART: &str = "data-chart";

/// When a browser is taken to be idle that does not tell, in milliseconds.
const IDLE: u32 = 200;

/// The attribute of a chart whose live picture has taken the place of the static one.
const ALIVE: &str = "data-alive";

/// Dispatches an event of our own on the window.
pub(super) fn tell_window(event: &str) {
    if let (Some(window), Ok(event)) = (window(), Event::new(event)) {
        let _ = window.dispatch_event(&event);
    }
}

/// The path of the page below the folder of the site.
pub fn path() -> Option<String> {
    document()?.document_element()?.get_attribute(PATH)
}

/// The attribute of a document without a view that says where the folder of the site is.
const ROOT: &str = "data-root";

/// The address of the folder of the site, for a document without a view.
pub fn site_root() -> Option<String> {
    let document = document()?;
    let root = document.document_element()?.get_attribute(ROOT)?;
    Url::new_with_base(&root, &document.base_uri().ok()??).ok().map(|url| url.href())
}

/// The attribute of the single-file edition.
const SINGLE_FILE: &str = "data-single-file";

/// Whether the document is the single-file edition.
pub fn is_single_file() -> bool {
    let root = document().and_then(|document| document.document_element());
    root.is_some_and(|root| root.has_attribute(SINGLE_FILE))
}

/// The places of the charts: for each, its name and the element with its static picture, beside which it goes.
pub fn chart_places() -> Vec<(String, Element)> {
    let mut places = Vec::new();
    each(&format!("[{CHART}]"), |place: &Element| {
        places.extend(place.get_attribute(CHART).map(|chart| (chart, place.clone())));
    });
    places
}

/// An element that is on no page, for an app that shows itself in places of its own.
pub fn detached() -> Option<Element> {
    document()?.create_element("div").ok()
}

/// Lets a live chart take the place of the static picture beside it.
pub fn mark_alive(live: &Element) {
    if let Some(place) = live.parent_element() {
        let _ = place.set_attribute(ALIVE, "");
    }
}

/// Says that the app can be used.
pub fn mark_ready() {
    set_state(READY);
    pace::stop_timing();
}

/// Calls back in a task of its own, so that the browser can answer the reader before.
pub fn later(task: impl FnOnce() + 'static) {
    after(0, task);
}

/// Calls back when the browser has nothing else to do.
pub fn when_idle(task: impl FnOnce() + 'static) {
    let Some(window) = window() else { return };
    let task = Closure::once_into_js(task);
    // Not every browser tells when it is.
    if window.request_idle_callback(task.unchecked_ref()).is_err() {
        let task: js_sys::Function = task.unchecked_into();
        after(IDLE, move || {
            let _ = task.call0(&JsValue::NULL);
        });
    }
}

/// Calls back after so many milliseconds.
pub(super) fn after(milliseconds: u32, task: impl FnOnce() + 'static) {
    Timeout::new(milliseconds, task).forget();
}

/// Hands the page back to what was written: `start.js` takes away what came to life.
pub fn give_up() {
    set_state(FAILED);
}

fn set_state(state: &str) {
    let root = document().and_then(|document| document.document_element());
    if let Some(root) = root {
        // Who has given up does not come back.
        if root.get_attribute(APP).as_deref() != Some(FAILED) {
            let _ = root.set_attribute(APP, state);
        }
    }
}

/// Moves a slider, and says where it stands.
pub fn move_slider(slider: &Element, value: usize, text: &str) {
    let _ = slider.set_attribute("aria-valuenow", &value.to_string());
    let _ = slider.set_attribute("aria-valuetext", text);
}

/// Gives an element the lengths of its own, by their names in CSS, in CSS pixels.
pub fn place<const N: usize>(element: &HtmlElement, lengths: [(&str, i32); N]) {
    let lengths = lengths.map(|(name, length)| format!("{name}:{length}px;"));
    // A style set from code is allowed by a strict content security policy; an attribute is not.
    element.style().set_css_text(&lengths.concat());
}

/// Keeps an element as high as its width asks for: the pixels of a canvas are whole, so their own
/// ratio is not quite that of what is drawn.
pub fn keep_ratio(element: &HtmlElement, width: u32, height: u32) {
    let _ = element.style().set_property("aspect-ratio", &format!("{width} / {height}"));
}

/// Takes the focus from whatever has it. When an element goes that has the focus, browsers lay out the whole page
/// before they let it go.
pub fn let_go_of_focus() {
    let focused = document().and_then(|document| document.active_element());
    if let Some(focused) = focused.and_then(|focused| focused.dyn_into::<HtmlElement>().ok()) {
        let _ = focused.blur();
    }
}

/// Whether an element, or one inside of it, has the focus.
pub fn has_focus(element: &Element) -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_some_and(|focused| element.contains(Some(&focused)))
}

/// Whether the focus that an element inside of `container` loses goes to another one inside of it,
/// or only sleeps because the window has lost it.
pub fn focus_stays(container: &Element, event: &FocusEvent) -> bool {
    let next = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
    // When the window loses the focus, its document still remembers where it was.
    let asleep = || document()?.active_element().map(Node::from);
    next.or_else(asleep).is_some_and(|node| container.contains(Some(&node)))
}

/// Scrolls the page as little as shows an element.
pub fn reveal(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

pub(super) fn document() -> Option<Document> {
    window()?.document()
}
