//! What comes to life on a static page, as Yew components.
//!
//! A component takes values, shows them and calls back; what it shows follows from its properties,
//! the reader's choices and the dataset alone. It touches the browser in event handlers and effects
//! only. What has no state and no effect is a plain function from values to [`Html`](yew::Html): a
//! component of its own would cost 1 to 2 KB of the Wasm.

mod app;
mod card;
mod choices;
mod follower;
mod page;
mod plot;
mod selection;

pub use app::{App, AppProps, Place};
pub use page::Page;
