use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Document, Element, Event, FocusEvent, HtmlElement, HtmlTemplateElement, Node,
    ScrollIntoViewOptions, ScrollLogicalPosition, window,
};

/// The attribute by which the static page says which one it is.
const PATH: &str = "data-path";

/// The attribute that says how the app fares: the style sheet and `start.js` read it.
const APP: &str = "data-app";
const READY: &str = "ready";
const FAILED: &str = "failed";

/// The attribute of a place for a live chart, with the name of the chart.
const CHART: &str = "data-chart";

/// The attribute of a template with the evidence of a figure, with the name of the figure; and the
/// class of the button in it.
const CARD: &str = "data-card";
const CLOSE: &str = "close";

/// The part of a card with what can be used in it; the place in a chart that screen readers listen
/// to, and its attribute with the name of the figure that is said there.
const FOOT: &str = ".card-foot";
const SAID: &str = ".said";
const FIGURE: &str = "data-figure-said";

/// How long a reader stays with a mark before it is said, in milliseconds.
const PAUSE: i32 = 300;

/// The attribute of a chart whose live picture has taken the place of the static one.
const ALIVE: &str = "data-alive";

/// The path of the page below the folder of the site.
pub fn path() -> Option<String> {
    document()?.document_element()?.get_attribute(PATH)
}

/// The places of the charts: for each, its name and an empty element for it, out of sight beside the
/// static picture.
pub fn chart_places() -> Vec<(String, Element)> {
    let Some(document) = document() else { return Vec::new() };
    let Ok(hosts) = document.query_selector_all(&format!("[{CHART}]")) else { return Vec::new() };
    (0..hosts.length())
        .filter_map(|index| {
            let host: Element = hosts.item(index)?.dyn_into().ok()?;
            let place = document.create_element("div").ok()?;
            place.set_class_name("live");
            host.append_child(&place).ok()?;
            Some((host.get_attribute(CHART)?, place))
        })
        .collect()
}

/// An element that is on no page, for an app that shows itself in places of its own.
pub fn detached() -> Option<Element> {
    document()?.create_element("div").ok()
}

/// Lets a live chart take the place of the static picture beside it.
pub fn mark_alive(live: &Element) {
    if let Some(host) = live.parent_element() {
        let _ = host.set_attribute(ALIVE, "");
    }
}

/// Says that the app can be used.
pub fn mark_ready() {
    set_state(READY);
}

/// Calls back in a task of its own, so that the browser can answer the reader before.
pub fn later(task: impl FnOnce() + 'static) {
    after(0, task);
}

/// Calls back after so many milliseconds.
fn after(milliseconds: i32, task: impl FnOnce() + 'static) {
    let task = Closure::once_into_js(task);
    if let Some(window) = window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(
            task.unchecked_ref(),
            milliseconds,
        );
    }
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

/// Fills a card with what the page holds for a figure.
pub fn fill_card(card: &Element, figure: &str) {
    let selector = format!("template[{CARD}=\"{figure}\"]");
    let found = document().and_then(|document| document.query_selector(&selector).ok()?);
    let template = found.and_then(|found| found.dyn_into::<HtmlTemplateElement>().ok());
    let content = template.and_then(|template| template.content().clone_node_with_deep(true).ok());
    if let Some(content) = content {
        card.replace_children_with_node_1(&content);
    }
}

/// Says, once the reader has stayed with it, what `chart` has a card for: the whole card, without what
/// can be used in it. Who walks on quickly hears only where the walk ends.
///
/// The card itself says nothing, since it changes with every step.
pub fn say(chart: &Element, figure: Option<&'static str>) {
    let Ok(Some(region)) = chart.query_selector(SAID) else { return };
    let figure = figure.unwrap_or_default();
    let is_due = move |region: &Element| region.get_attribute(FIGURE).as_deref() == Some(figure);
    if is_due(&region) {
        return;
    }
    let _ = region.set_attribute(FIGURE, figure);
    // What the reader has left is not found there any more.
    region.replace_children_with_node_0();
    after(PAUSE, move || {
        if is_due(&region) && !region.has_child_nodes() {
            fill_card(&region, figure);
            if let Ok(Some(foot)) = region.query_selector(FOOT) {
                foot.remove();
            }
        }
    });
}

/// Whether an event comes from the button that closes a card.
pub fn is_close_button(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.class_name() == CLOSE)
}

/// Gives a positioned element places and lengths within its container, by their names in CSS, in CSS
/// pixels.
pub fn place<const N: usize>(element: &HtmlElement, lengths: [(&str, i32); N]) {
    // A style set from code is allowed by a strict content security policy; an attribute is not.
    let style = element.style();
    for (name, length) in lengths {
        let _ = style.set_property(name, &format!("{length}px"));
    }
}

/// Keeps an element as high as its width asks for: the pixels of a canvas are whole, so their own
/// ratio is not quite that of what is drawn.
pub fn keep_ratio(element: &HtmlElement, width: u32, height: u32) {
    let _ = element.style().set_property("aspect-ratio", &format!("{width} / {height}"));
}

/// Whether the focus that an element inside of `container` loses goes to another one inside of it,
/// or only sleeps because the window has lost it.
pub fn focus_stays(container: &Element, event: &FocusEvent) -> bool {
    let next = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
    // When the window loses the focus, its document still remembers where it was.
    let asleep = || document()?.active_element().map(Node::from);
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

/// Scrolls the page as little as shows an element.
pub fn reveal(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

fn document() -> Option<Document> {
    window()?.document()
}
