//! The page, as Yew components.
//!
//! A component takes values, shows them and calls back; what it shows follows from its properties,
//! the reader's choices and the dataset alone. It asks the browser nothing while it renders, so
//! the same page can be written natively.

mod app;
mod card;
mod context;
mod figure;
mod footer;
mod header;
mod legend;
mod notes;
mod plot;
mod table;

pub use app::{App, AppProps};
