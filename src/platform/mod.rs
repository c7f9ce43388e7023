//! Every effect on the browser and every question to it, in narrow wrappers.
//!
//! None of them panics: what the browser lacks or refuses is an ordinary answer. They are called
//! from event handlers and effects only, never while rendering, so that the same components render
//! natively as well.

mod document;
mod screen;

pub use document::{
    focus_stays, mark_ready, mount_point, place, query, set_language, set_title, uncover,
};
pub use screen::{Subscription, Surroundings, surroundings, watch};
