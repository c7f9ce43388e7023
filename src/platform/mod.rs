//! Every effect on the browser and every question to it, in narrow wrappers.
//!
//! None of them panics: what the browser lacks or refuses is an ordinary answer. They are called
//! from event handlers and effects only, never while rendering, so that the same components render
//! natively as well.

mod address;
mod cards;
mod controls;
mod document;
mod links;
mod list;
mod pace;
mod pointer;
mod print;
mod screen;
mod theme;
mod view;

pub use address::{
    Step, carry_over, href, is_top, last_top, let_browser_restore, load, name_addresses, reload,
    remember_visit, set_address, watch_leaving, watch_scrolling, watch_travel,
};
pub use cards::{
    CLOSED, close_card, hush, is_close_button, lay_out_last_card, lift, open_card, say, uncover,
};
pub use controls::{fields_at_start, show_controls, watch_controls};
pub use document::{
    chart_places, detached, focus_stays, give_up, has_focus, is_single_file, keep_ratio, later,
    let_go_of_focus, mark_alive, mark_ready, move_slider, path, place, reveal, site_root,
    when_idle,
};
pub use links::watch_links;
pub use list::take_list_over;
pub use pace::start_timing;
pub use pointer::{watch_escape, watch_pointer};
pub use print::{watch_paper, watch_printing};
pub use screen::{Subscription, Surroundings, colors, surroundings, watch};
pub use theme::{show_theme, watch_theme};
pub use view::{
    Described, announce, arrive, body, clear_body, describe, in_transition, known_address,
    name_in_full, set_arriving,
};
