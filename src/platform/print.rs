use gloo::events::EventListener;
use web_sys::{HtmlDetailsElement, window};

use super::controls::each;
use super::document::{document, tell_window};
use super::view::RENDERED;

/// What is closed on the page and belongs on paper; terms are explained where they stand.
const CLOSED: &str = "details:not([open], .term)";

/// What was opened for the paper.
const OPENED: &str = "details[data-printed]";
const PRINTED: &str = "data-printed";

/// By what the charts are told to draw themselves for another medium.
const PAPER: &str = "paper";

/// Lets nothing be hidden or dark on paper, until the listeners are dropped.
pub fn watch_printing() -> Option<[EventListener; 2]> {
    let window = window()?;
    let before = EventListener::new(&window, "beforeprint", |_| {
        each(CLOSED, |details: &HtmlDetailsElement| {
            details.set_open(true);
            let _ = details.set_attribute(PRINTED, "");
        });
        redraw(true);
    });
    let after = EventListener::new(&window, "afterprint", |_| {
        each(OPENED, |details: &HtmlDetailsElement| {
            details.set_open(false);
            let _ = details.remove_attribute(PRINTED);
        });
        redraw(false);
    });
    Some([before, after])
}

/// Calls back when what is drawn for the screen has to be drawn for paper (`true`), and when it has to be drawn for
/// the screen again. The drawing must be done when the callback returns, since the browser prints what is there then.
pub fn watch_paper(turned: impl Fn(bool) + 'static) -> Option<EventListener> {
    Some(EventListener::new(&window()?.into(), PAPER, move |_| turned(is_on_paper())))
}

/// Whether what is drawn now is drawn for paper.
pub(super) fn is_on_paper() -> bool {
    document()
        .and_then(|document| document.document_element())
        .is_some_and(|root| root.has_attribute(PRINTED))
}

/// Has the charts of a rendered view, which has no pictures for paper, drawn as paper shows them, or as the
/// screen does again.
fn redraw(for_paper: bool) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    if !root.has_attribute(RENDERED) {
        return;
    }
    let _ = root.toggle_attribute_with_force(PRINTED, for_paper);
    tell_window(PAPER);
}
