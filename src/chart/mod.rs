//! Charts as pure layout: from the dataset to a [`Scene`], a closed list of things at fixed places.
//!
//! Nothing here knows a browser, a clock or a drawing library, so a chart looks the same wherever
//! it is drawn.

mod scene;
mod text;
mod theme;

pub use scene::{Anchor, Item, Mark, Point, Region, Role, Scene};
pub use text::text_width;
pub use theme::{FONT_FAMILY, Rgb, Theme};
