//! What the reader has chosen, and its address.
//!
//! A [`View`] and its path are two forms of one thing, and so are [`Choices`] and the query behind it:
//! every value has one address, and every address, however damaged, is some value. Nothing here
//! touches the browser.

mod choices;
mod route;
mod view;

pub use choices::{Choices, Control, Order, Side};
pub use route::Route;
pub use view::{NOT_FOUND, View};
