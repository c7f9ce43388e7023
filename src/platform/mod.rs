//! Every effect on the browser and every question to it, in narrow wrappers.
//!
//! None of them panics: what the browser lacks or refuses is an ordinary answer. They are called
//! from event handlers and effects only, never while rendering, so that the same components render
//! natively as well.

mod document;
mod screen;
mod search;

pub use document::{
    chart_places, detached, fill_card, focus_stays, give_up, is_close_button, keep_ratio, later,
    mark_alive, mark_ready, path, place, say, uncover,
};
pub use screen::{Subscription, Surroundings, colors, surroundings, watch};
pub use search::{SearchField, say_found, show_rows};
