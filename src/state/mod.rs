//! What the reader has chosen, and its address.
//!
//! A [`View`] and its path are two forms of one thing, and so are [`Choices`] and the query behind it:
//! every value has one address, and every address, however damaged, is some value. Nothing here
//! touches the browser.

mod addresses;
mod choices;
mod placement;
mod route;
mod view;

pub use addresses::{Address, Addresses, query_of, with_query};
pub use choices::{Change, Choices, Control, Order, Side};
pub use placement::{charts, first_seen, page_of};
pub use route::Route;
pub use view::{NOT_FOUND, View};
