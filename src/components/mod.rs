//! The page, as Yew components.
//!
//! What has no state and no effect is a plain function from values to [`Html`](yew::Html): a
//! component of its own would cost 1 to 2 KB of the Wasm. A component takes values, shows them and
//! calls back; what it shows follows from its properties,
//! the reader's choices and the dataset alone. It asks the browser nothing while it renders, so
//! the same page can be written natively.

mod app;
mod card;
mod citation;
mod figure;
mod footer;
mod header;
mod legend;
mod notes;
mod page;
mod plot;
mod table;

pub use app::{App, AppProps};
