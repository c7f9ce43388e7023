//! Every effect on the browser and every question to it, in narrow wrappers.
//!
//! None of them panics: what the browser lacks or refuses is an ordinary answer. They are called
//! from event handlers and effects only, never while rendering, so that the same components render
//! natively as well.

mod address;
mod controls;
mod document;
mod list;
mod screen;

pub use address::{carry_over, query, set_query, watch_travel};
pub use controls::{fields_at_start, show_controls, watch_controls};
pub use document::{
    chart_places, detached, fill_card, focus_stays, give_up, is_close_button, keep_ratio, later,
    mark_alive, mark_ready, path, place, reveal, say, uncover,
};
pub use list::{say_found, show_rows};
pub use screen::{Subscription, Surroundings, colors, surroundings, watch};
