//! What the reader has chosen, and its address.
//!
//! A [`View`] and its path are two forms of one thing: every view has one path, and every path,
//! however damaged, is some view. Nothing here touches the browser.

mod route;
mod view;

pub use route::Route;
pub use view::{NOT_FOUND, View};
