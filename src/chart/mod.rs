//! Charts as pure layout: from the dataset to a [`Scene`], a closed list of things at fixed places.
//!
//! Nothing here knows a browser, a clock or a drawing library, so a chart looks the same wherever
//! it is drawn.

mod axis;
mod bullets;
mod card;
mod evidence;
mod fitting;
mod floating;
mod layout;
mod legend;
mod lines;
mod panels;
mod poster;
mod scene;
mod sheet;
mod spec;
mod text;
mod theme;

pub use crate::model::ChartId;
pub use card::{CardSubject, card};
pub use evidence::{Citation, citations};
pub use floating::{CARD_ASIDE, CARD_DISTANCE, place_of, rise_of};
pub use layout::{WIDTHS, layout};
pub use legend::{Key, legend};
pub use poster::poster;
pub use scene::{Anchor, Item, Mark, Point, Region, Role, Scene};
pub use spec::{Panel, Spec, heading, spec, takeaway, unlike_pairs};
pub use text::{text_width, wrap};
pub use theme::{Colors, FONT_FAMILY, Rgb, TEXT_SIZE, Theme};
