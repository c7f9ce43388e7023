//! What a document knows of its view besides what stands in its body.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Element, HtmlElement, HtmlLinkElement, HtmlMetaElement, ScrollBehavior, ScrollIntoViewOptions,
    ScrollToOptions, window,
};

use super::controls::each;
use super::document::{PATH, document};

/// What is true of a page only while it arrives.
const WHILE_ARRIVING: [&str; 2] = ["data-first", "data-arriving"];

/// The attribute by which the style sheet knows a document whose view the app has rendered.
const RENDERED: &str = "data-rendered";

/// Where a view begins that has no place to go to.
const HEADING: &str = "h1";

/// What a document says of its view.
pub struct Described<'a> {
    /// Its title.
    pub title: &'a str,
    /// Its description.
    pub description: &'a str,
    /// Its language, as a tag of BCP 47.
    pub language: &'a str,
    /// Its path below the folder of the site.
    pub path: &'a str,
    /// The same in each language, by the tags under which the document links them.
    pub alternates: &'a [(&'a str, String)],
}

/// Takes away all that the document was written with, to make room for what is rendered.
pub fn clear_body() {
    let Some(body) = document().and_then(|document| document.body()) else { return };
    body.replace_children_with_node_0();
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute(RENDERED, "");
    }
}

/// Where a view is rendered.
pub fn body() -> Option<Element> {
    document()?.body().map(Element::from)
}

/// Lets the document be that of a view.
pub fn describe(described: &Described<'_>) {
    let Some(document) = document() else { return };
    document.set_title(described.title);
    let Some(root) = document.document_element() else { return };
    let path_before = root.get_attribute(PATH).unwrap_or_default();
    let _ = root.set_attribute("lang", described.language);
    let _ = root.set_attribute(PATH, described.path);
    for name in WHILE_ARRIVING {
        let _ = root.remove_attribute(name);
    }
    each("meta[name=description]", |meta: &HtmlMetaElement| {
        meta.set_content(described.description)
    });
    // A site that knows its address says so in the links of the page before.
    let Ok(Some(canonical)) = document.query_selector("link[rel=canonical]") else { return };
    let canonical: HtmlLinkElement = canonical.unchecked_into();
    let before = canonical.href();
    let Some(site) = before.strip_suffix(&path_before) else { return };
    canonical.set_href(&format!("{site}{}", described.path));
    for (tag, path) in described.alternates {
        each(&format!("link[hreflang={tag}]"), |link: &HtmlLinkElement| {
            link.set_href(&format!("{site}{path}"));
        });
    }
}

/// Tells the scripts of the page that another view is there.
pub fn announce() {
    if let (Some(window), Ok(event)) = (window(), web_sys::Event::new(VIEW)) {
        let _ = window.dispatch_event(&event);
    }
}

/// The event of the window by which scripts know of a view that was rendered.
const VIEW: &str = "view";

/// Takes the reader to a view that was rendered: to the place `top` CSS pixels down for who comes back,
/// else to the place with a name, else to its beginning. The focus goes along, as it does where a browser
/// follows a link.
pub fn arrive(top: Option<f64>, anchor: &str) {
    let Some(document) = document() else { return };
    let named = (!anchor.is_empty()).then(|| document.get_element_by_id(anchor)).flatten();
    let heading = || document.query_selector(HEADING).ok().flatten();
    let Some(target) = named.clone().or_else(heading) else { return };
    if let Some(target) = target.dyn_ref::<HtmlElement>() {
        focus(target);
    }
    match (top, named) {
        (Some(top), _) => scroll_to(top),
        (None, Some(named)) => {
            let options = ScrollIntoViewOptions::new();
            options.set_behavior(ScrollBehavior::Instant);
            named.scroll_into_view_with_scroll_into_view_options(&options);
        }
        (None, None) => scroll_to(0.0),
    }
}

/// Gives the focus to something that need not take it by itself, and scrolls nowhere.
fn focus(element: &HtmlElement) {
    if element.tab_index() < 0 && !element.has_attribute("tabindex") {
        element.set_tab_index(-1);
    }
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

fn scroll_to(top: f64) {
    let options = ScrollToOptions::new();
    options.set_top(top);
    options.set_behavior(ScrollBehavior::Instant);
    if let Some(window) = window() {
        window.scroll_to_with_scroll_to_options(&options);
    }
}

/// Calls back to change the view, in a short transition where the browser has one and the reader wants
/// motion.
pub fn in_transition(change: impl FnOnce() + 'static) {
    let change = Closure::once_into_js(change);
    let document = document().filter(|_| !prefers_stillness());
    let start = document.as_ref().and_then(|document| {
        let start = js_sys::Reflect::get(document, &"startViewTransition".into()).ok()?;
        start.dyn_into::<js_sys::Function>().ok()
    });
    let started = match (&document, start) {
        (Some(document), Some(start)) => start.call1(document, &change).ok(),
        _ => None,
    };
    if started.is_none() {
        let _ = change.unchecked_ref::<js_sys::Function>().call0(&wasm_bindgen::JsValue::NULL);
    }
}

fn prefers_stillness() -> bool {
    let query = window().and_then(|window| window.match_media(STILL).ok()?);
    query.is_some_and(|query| query.matches())
}

const STILL: &str = "(prefers-reduced-motion: reduce)";
