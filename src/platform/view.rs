//! What a document knows of its view besides what stands in its body.

use js_sys::{Function, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, HtmlElement, HtmlLinkElement, ScrollBehavior, ScrollIntoViewOptions, ScrollToOptions,
    window,
};

use super::controls::each;
use super::document::{PATH, document, tell_window};
use super::pace;

/// The attribute of a page that lets its first chart come first, and the one that leaves out what is below the
/// screen: both are true only while a page arrives.
const FIRST: &str = "data-first";
const ARRIVING: &str = "data-arriving";

/// The attribute by which the style sheet knows a document whose view the app has rendered.
pub(super) const RENDERED: &str = "data-rendered";

/// Where a view begins that has no place to go to.
const HEADING: &str = "h1";

/// What a document says of its view.
pub struct Described<'a> {
    /// Its title.
    pub title: &'a str,
    /// Its language, as a tag of BCP 47.
    pub language: &'a str,
    /// Its path below the folder of the site.
    pub path: &'a str,
    /// The same in each language, by the tags under which the document links them.
    pub alternates: &'a [(&'a str, String)],
}

/// What the head of the document names, but for what would be fetched once more.
const NAMED: &str = "link[href]:not([rel=preload], [rel=manifest])";

/// Names in full what the head of the document names, before the address of the document changes.
pub fn name_in_full() {
    each(NAMED, |link: &HtmlLinkElement| link.set_href(&link.href()));
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

/// The address at which the site says that it lies, if it does, with a slash at its end. `path` is that of the
/// view which the document was written with.
pub fn known_address(path: &str) -> Option<String> {
    let canonical = document()?.query_selector("link[rel=canonical]").ok()??;
    let canonical: HtmlLinkElement = canonical.unchecked_into();
    canonical.href().strip_suffix(path).map(str::to_owned)
}

/// Lets the document be that of a view.
pub fn describe(described: &Described<'_>) {
    let Some(document) = document() else { return };
    document.set_title(described.title);
    let Some(root) = document.document_element() else { return };
    let path_before = root.get_attribute(PATH).unwrap_or_default();
    let _ = root.set_attribute("lang", described.language);
    let _ = root.set_attribute(PATH, described.path);
    // The single-file edition shows nothing until the view is there that its address asks for.
    let _ = root.remove_attribute("hidden");
    for name in [FIRST, ARRIVING] {
        let _ = root.remove_attribute(name);
    }
    // A site that knows its address says so in the links of the document.
    let Some(site) = known_address(&path_before) else { return };
    each("link[rel=canonical]", |link: &HtmlLinkElement| {
        link.set_href(&format!("{site}{}", described.path));
    });
    for (tag, path) in described.alternates {
        each(&format!("link[hreflang={tag}]"), |link: &HtmlLinkElement| {
            link.set_href(&format!("{site}{path}"));
        });
    }
}

/// Says whether so far only the beginning of a view is there.
pub fn set_arriving(is_arriving: bool) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.toggle_attribute_with_force(ARRIVING, is_arriving);
    }
}

/// Tells the scripts of the page that another view is there.
pub fn announce() {
    tell_window(VIEW);
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

#[wasm_bindgen]
extern "C" {
    /// A document, as browsers know it that have transitions between views.
    type Animated;

    #[wasm_bindgen(method, catch, js_name = startViewTransition)]
    fn start(this: &Animated, change: &Function) -> Result<Transition, JsValue>;

    type Transition;

    #[wasm_bindgen(method, getter)]
    fn ready(this: &Transition) -> Promise;
}

/// Calls back to change the view, in a short transition where the browser has one and the reader wants motion. For a
/// transition, the browser takes a picture of the view before and one of the view after, for which a slow phone needs
/// longer than for the view, so there the view comes at once.
pub fn in_transition(change: impl FnOnce() + 'static) {
    let change: Function = Closure::once_into_js(change).unchecked_into();
    let document = document().filter(|_| !pace::is_slow() && !prefers_stillness());
    let started = document.map(|document| document.unchecked_into::<Animated>().start(&change));
    if let Some(Ok(transition)) = started {
        // One that another one takes the place of says so as an error, which it is not.
        let skipped = Closure::once(|_| {});
        let _ = transition.ready().catch(&skipped);
        skipped.forget();
    } else {
        let _ = change.call0(&JsValue::NULL);
    }
}

fn prefers_stillness() -> bool {
    let query = window().and_then(|window| window.match_media(STILL).ok()?);
    query.is_some_and(|query| query.matches())
}

const STILL: &str = "(prefers-reduced-motion: reduce)";
