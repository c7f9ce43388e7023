use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent, window};

/// Calls back when a pointer moves over the element, until it is dropped. Yew's own listeners take
/// longer: they walk down from the root.
pub fn watch_pointer(element: &Element, moved: impl Fn(&PointerEvent) + 'static) -> EventListener {
    EventListener::new(element, "pointermove", move |event| {
        if let Some(event) = event.dyn_ref() {
            moved(event);
        }
    })
}

/// Calls back when Esc is pressed anywhere on the page, until it is dropped.
pub fn watch_escape(pressed: impl Fn() + 'static) -> Option<EventListener> {
    let listener = EventListener::new(&window()?.into(), "keydown", move |event| {
        if event.dyn_ref().is_some_and(|event: &KeyboardEvent| event.key() == "Escape") {
            pressed();
        }
    });
    Some(listener)
}
