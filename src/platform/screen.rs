use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, EventTarget, MediaQueryList, ResizeObserver, window};

use super::print::is_on_paper;

/// The custom property by which the style sheet chooses among the widths of a chart. The static
/// pictures are chosen by the same rules.
const CHART_WIDTH: &str = "--chart-width";

pub(super) const DARK: &str = "(prefers-color-scheme: dark)";

/// What a browser tells a canvas whose content it has lost, once it can be drawn again.
const RESTORED: &str = "contextrestored";

/// The attribute of the page with the scheme that the reader has chosen, and the event by which
/// `theme` tells the window of a new choice.
pub(super) const THEME: &str = "data-theme";
pub(super) const CHOSEN: &str = "theme";

/// Where the style sheet takes colours of the reader's own, or more contrast.
const OWN_COLORS: &str = "(forced-colors: active), (prefers-contrast: more)";

/// Pixel ratios between those that screens have. Every change that is not one of the width as well,
/// such as a window on its way to another screen, crosses one of them.
const RATIOS: [&str; 7] = [
    "(min-resolution: 1.01dppx)",
    "(min-resolution: 1.26dppx)",
    "(min-resolution: 1.51dppx)",
    "(min-resolution: 1.76dppx)",
    "(min-resolution: 2.01dppx)",
    "(min-resolution: 2.51dppx)",
    "(min-resolution: 3.01dppx)",
];

/// Pixels across a sheet of A4 between its margins, at 288 to the inch.
const SHEET: f64 = 2040.0;

/// What a chart must know of the screen to be drawn sharp and in the right colours.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Surroundings {
    /// The width that the chart has, in CSS pixels.
    pub width: u32,
    /// The width that the style sheet wants it to be laid out for.
    pub chart_width: u32,
    /// Device pixels to a CSS pixel.
    pub pixel_ratio: f64,
    /// Whether the page is light on dark: by the reader's choice, or as the system has it.
    pub dark: bool,
    /// Whether the reader has chosen the colours of the page, which [`colors`] reads.
    pub own_colors: bool,
}

/// What the screen is like for an element now.
pub fn surroundings(element: &Element) -> Surroundings {
    let window = window();
    let width = u32::try_from(element.client_width()).unwrap_or(0);
    let on_paper = is_on_paper();
    let least = if on_paper { SHEET / f64::from(width.max(1)) } else { 0.0 };
    let pixel_ratio = window.as_ref().map_or(1.0, |window| window.device_pixel_ratio()).max(least);
    let style = window.and_then(|window| window.get_computed_style(element).ok()?);
    let chart_width = style.and_then(|style| style.get_property_value(CHART_WIDTH).ok());
    Surroundings {
        width,
        // A style sheet that did not arrive says nothing.
        chart_width: chart_width.and_then(|value| value.trim().parse().ok()).unwrap_or(width),
        pixel_ratio,
        dark: !on_paper && chosen_dark().unwrap_or_else(|| is_so(DARK)),
        own_colors: is_so(OWN_COLORS),
    }
}

/// Whether the reader has chosen light on dark for this site, or dark on light; `None` where the page
/// follows the system.
pub(super) fn chosen_dark() -> Option<bool> {
    let theme = window()?.document()?.document_element()?.get_attribute(THEME)?;
    Some(theme == "dark")
}

/// The colours that custom properties have for an element, as red, green and blue; `None` in browsers
/// that do not know that they are colours.
pub fn colors<const N: usize>(element: &Element, properties: [&str; N]) -> Option<[[u8; 3]; N]> {
    let style = window()?.get_computed_style(element).ok()??;
    let mut colors = [[0; 3]; N];
    for (color, property) in colors.iter_mut().zip(properties) {
        *color = channels(&style.get_property_value(property).ok()?)?;
    }
    Some(colors)
}

/// Reads `rgb(26, 32, 38)`, the form in which browsers give a colour.
fn channels(color: &str) -> Option<[u8; 3]> {
    let mut numbers = color.strip_prefix("rgb")?.split(|letter: char| !letter.is_ascii_digit());
    let mut next = || numbers.find(|number| !number.is_empty())?.parse().ok();
    Some([next()?, next()?, next()?])
}

/// Watches until it is dropped.
pub struct Subscription {
    observer: Option<ResizeObserver>,
    // Kept for as long as the browser may call them.
    _on_resize: Closure<dyn FnMut()>,
    _on_change: Vec<EventListener>,
}

/// Calls back when the size of the element, the colours or the pixel ratio has changed, and when a
/// canvas in the element has lost what was drawn. Changes that come with printing are left out.
pub fn watch(
    element: &Element,
    changed: impl Fn() + Clone + 'static,
    lost: impl Fn() + 'static,
) -> Subscription {
    let changed = move || {
        if !is_on_paper() {
            changed();
        }
    };
    let on_resize = Closure::<dyn FnMut()>::new(changed.clone());
    let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok();
    if let Some(observer) = &observer {
        observer.observe(element);
    }
    // Not every browser tells of a new pixel ratio by an event of the window.
    let queries = [DARK, OWN_COLORS].into_iter().chain(RATIOS).filter_map(media);
    let queries = queries.map(|query| (EventTarget::from(query), "change"));
    let mut on_change: Vec<EventListener> = queries
        .chain(window().map(|window| (EventTarget::from(window), CHOSEN)))
        .map(|(target, event)| {
            let changed = changed.clone();
            EventListener::new(&target, event, move |_| changed())
        })
        .collect();
    // It does not bubble.
    let capture = EventListenerOptions::run_in_capture_phase();
    let on_restored = EventListener::new_with_options(element, RESTORED, capture, move |_| lost());
    on_change.push(on_restored);
    Subscription { observer, _on_resize: on_resize, _on_change: on_change }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

pub(super) fn is_so(query: &str) -> bool {
    media(query).is_some_and(|query| query.matches())
}

pub(super) fn media(query: &str) -> Option<MediaQueryList> {
    window()?.match_media(query).ok()?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_as_browsers_give_them() {
        assert_eq!(channels("rgb(26, 32, 38)"), Some([26, 32, 38]));
        assert_eq!(channels("rgba(0, 230, 255, 0.8)"), Some([0, 230, 255]));
        for other in ["", "CanvasText", "#1a2026", "rgb(26, 32)", "rgb(26, 32, 380)"] {
            assert_eq!(channels(other), None, "{other}");
        }
    }
}
