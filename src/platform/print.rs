use gloo::events::EventListener;
use web_sys::{HtmlDetailsElement, window};

use super::controls::each;
use super::document::document;
use super::screen::THEME;
use super::theme::announce_theme;
use super::view::RENDERED;

/// What is closed on the page and belongs on paper; terms are explained where they stand.
const CLOSED: &str = "details:not([open], .term)";

/// What was opened for the paper.
const OPENED: &str = "details[data-printed]";
const PRINTED: &str = "data-printed";

/// The theme of paper.
const PAPER: &str = "light";

/// Lets nothing be hidden or dark on paper, until the listeners are dropped.
pub fn watch_printing() -> Option<[EventListener; 2]> {
    let window = window()?;
    let before = EventListener::new(&window, "beforeprint", |_| {
        each(CLOSED, |details: &HtmlDetailsElement| {
            details.set_open(true);
            let _ = details.set_attribute(PRINTED, "");
        });
        redraw(Some(PAPER));
    });
    let after = EventListener::new(&window, "afterprint", |_| {
        each(OPENED, |details: &HtmlDetailsElement| {
            details.set_open(false);
            let _ = details.remove_attribute(PRINTED);
        });
        redraw(None);
    });
    Some([before, after])
}

/// Draws the charts of a rendered view, which has no pictures for paper, in a theme for the time being, or as
/// they were before. The theme that the reader has chosen is kept beside.
fn redraw(theme: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    if !root.has_attribute(RENDERED) {
        return;
    }
    let chosen = root.get_attribute(if theme.is_some() { THEME } else { PRINTED });
    let _ = match theme {
        Some(theme) => {
            let _ = root.set_attribute(PRINTED, chosen.as_deref().unwrap_or_default());
            root.set_attribute(THEME, theme)
        }
        None => match chosen.as_deref() {
            None | Some("") => root.remove_attribute(THEME),
            Some(chosen) => root.set_attribute(THEME, chosen),
        },
    };
    announce_theme();
}
