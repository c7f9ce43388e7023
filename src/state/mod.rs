//! What the reader has chosen, and its address.
//!
//! A [`View`] and its query string are two forms of one thing: every view has one address, and
//! every address, however damaged, is some view. Nothing here touches the browser.

mod view;

pub use view::View;
