//! The evidence cards of a chart. A card that was rendered stays in its place, laid out and out of sight,
//! so that it takes half the time to show it.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, window};

use super::document::after;

/// The attribute of a card with the name of its figure.
const FIGURE: &str = "data-of";

/// The classes of a card: out of sight, open as long as the pointer is over the mark, open to be used.
///
/// That one opens must change nothing that is laid out, nor what applies within it.
pub const CLOSED: &str = "card";
const OPEN: &str = "card open";
const PINNED: &str = "card open pinned";

/// The class of the button that closes a card, and the part of it with what can be used.
const CLOSE: &str = "close";
const FOOT: &str = ".card-foot";

/// How long a reader stays with a mark before it is said, in milliseconds.
const PAUSE: u32 = 300;

/// Opens the card of a figure among the cards of a chart, and closes that of another. One that is
/// `pinned` can be used; one that goes with the pointer cannot. `None` where there is no such card yet.
pub fn open_card(within: &Element, figure: &str, pinned: bool) -> Option<HtmlElement> {
    let card = within.query_selector(&format!("[{FIGURE}=\"{figure}\"]")).ok()??;
    close_card(within);
    card.set_class_name(if pinned { PINNED } else { OPEN });
    card.dyn_into().ok()
}

/// Closes the card that is open among those of a chart, if there is one.
pub fn close_card(within: &Element) {
    if let Ok(Some(open)) = within.query_selector(".open") {
        open.set_class_name(CLOSED);
    }
}

/// Lays out the card that was rendered last, by asking for its height.
pub fn lay_out_last_card(within: &Element) {
    let last = within.last_element_child().and_then(|last| last.dyn_into::<HtmlElement>().ok());
    if let Some(card) = last {
        card.offset_height();
    }
}

/// Lifts a card that floats `top` below the upper edge of its container, and reaches below the screen,
/// by its own height and `besides`, all in CSS pixels, if all of it is in view there.
pub fn lift(card: &HtmlElement, top: i32, besides: i32) {
    let on_screen = card.get_bounding_client_rect();
    let rise = card.offset_height().saturating_add(besides);
    let screen = window().and_then(|window| window.inner_height().ok()?.as_f64());
    if screen.is_some_and(|screen| on_screen.bottom() > screen)
        && on_screen.top() >= f64::from(rise)
    {
        let _ = card.style().set_property("top", &format!("{}px", top.saturating_sub(rise)));
    }
}

/// Scrolls the page so that a line of `chart`, counted in CSS pixels from its top, is not covered by
/// `card`.
pub fn uncover(chart: &Element, line: i32, card: &Element) {
    let covered = chart.get_bounding_client_rect().top() + f64::from(line)
        - card.get_bounding_client_rect().top();
    if let (true, Some(window)) = (covered > 0.0, window()) {
        // Firefox scrolls by whole pixels.
        window.scroll_by_with_x_and_y(0.0, covered.ceil());
    }
}

/// Says in `region` what stands in a card, once the reader has stayed with it: the whole card, without what
/// can be used in it. Who walks on quickly hears only where the walk ends.
///
/// The card itself says nothing, since it changes with every step.
pub fn say(region: &Element, card: &Element, is_due: impl Fn() -> bool + 'static) {
    let (region, card) = (region.clone(), card.clone());
    after(PAUSE, move || {
        if !is_due() || region.has_child_nodes() {
            return;
        }
        let mut next = card.first_child();
        while let Some(part) = next {
            if let Ok(copy) = part.clone_node_with_deep(true) {
                let _ = region.append_child(&copy);
            }
            next = part.next_sibling();
        }
        if let Ok(Some(foot)) = region.query_selector(FOOT) {
            foot.remove();
        }
    });
}

/// Takes back what was said: what the reader has left is not found there any more.
pub fn hush(region: &Element) {
    if region.has_child_nodes() {
        region.replace_children_with_node_0();
    }
}

/// Whether an event comes from the button that closes a card.
pub fn is_close_button(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.class_name() == CLOSE)
}
