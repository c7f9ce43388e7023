use gloo::events::EventListener;
use web_sys::{HtmlDetailsElement, window};

use super::controls::each;

/// What is closed on the page and belongs on paper; terms are explained where they stand.
const CLOSED: &str = "details:not([open], .term)";

/// What was opened for the paper.
const OPENED: &str = "details[data-printed]";
const PRINTED: &str = "data-printed";

/// Lets nothing be hidden on paper, until the listeners are dropped.
pub fn watch_printing() -> Option<[EventListener; 2]> {
    let window = window()?;
    let before = EventListener::new(&window, "beforeprint", |_| {
        each(CLOSED, |details: &HtmlDetailsElement| {
            details.set_open(true);
            let _ = details.set_attribute(PRINTED, "");
        });
    });
    let after = EventListener::new(&window, "afterprint", |_| {
        each(OPENED, |details: &HtmlDetailsElement| {
            details.set_open(false);
            let _ = details.remove_attribute(PRINTED);
        });
    });
    Some([before, after])
}
