//! How quick the reader's device is, told by how long it needed for what it had to do anyway.

use std::cell::Cell;

use js_sys::Date;

/// How long a view of a device that is quick may take from the beginning until it reacts, in milliseconds. A desktop
/// needs about 30 of them, a phone four times as slow about 90.
const QUICK: f64 = 45.0;

thread_local! {
    /// When the view began that does not react yet, in milliseconds.
    static BEGUN: Cell<Option<f64>> = const { Cell::new(None) };

    static IS_SLOW: Cell<bool> = const { Cell::new(false) };
}

/// Notes that a view begins to be rendered, or to be brought to life.
pub fn begin() {
    BEGUN.set(Some(Date::now()));
}

/// Notes that the view reacts.
pub(super) fn end() {
    if let Some(begun) = BEGUN.take() {
        // For good: what came and went with each view would look like a fault.
        IS_SLOW.set(IS_SLOW.get() || Date::now() - begun > QUICK);
    }
}

/// Whether the device has been too slow for what is beautiful and not needed.
pub(super) fn is_slow() -> bool {
    IS_SLOW.get()
}
