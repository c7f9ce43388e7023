//! How fast the reader's device is, judged by the time it takes for work that it has to do anyway.

use std::cell::Cell;

use js_sys::Date;

/// How long a fast device may take from the start of a view until it reacts, in milliseconds. A desktop takes about
/// 30, a phone four times slower about 90.
const QUICK: f64 = 45.0;

thread_local! {
    /// When work began on the view that does not react yet, in milliseconds.
    static BEGUN: Cell<Option<f64>> = const { Cell::new(None) };

    static IS_SLOW: Cell<bool> = const { Cell::new(false) };
}

/// Starts timing a view that is about to be rendered or hydrated.
pub fn start_timing() {
    BEGUN.set(Some(Date::now()));
}

/// Stops timing: the view reacts.
pub(super) fn stop_timing() {
    if let Some(begun) = BEGUN.take() {
        // Sticky, because transitions that come and go from view to view would look like a bug.
        IS_SLOW.set(IS_SLOW.get() || Date::now() - begun > QUICK);
    }
}

/// Whether the device has been too slow for decoration such as transitions.
pub(super) fn is_slow() -> bool {
    IS_SLOW.get()
}
