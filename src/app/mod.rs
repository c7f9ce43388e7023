//! The single-page app, as Yew components.
//!
//! A component takes values, shows them and calls back; what it shows follows from its properties,
//! the reader's choices and the dataset alone. It touches the browser in event handlers and effects
//! only. What has no state and no effect is a plain function from values to [`Html`](yew::Html), and
//! lives in `views`: a component of its own would cost 1 to 2 KB of the Wasm.

#[allow(clippy::module_inception, reason = "the component has the name of what it is")]
mod app;
mod cards;
mod change;
mod choices;
mod follower;
mod plot;
mod router;
mod selection;
mod start;

pub use app::{App, AppProps, Place};
pub use router::Start;
pub use start::start;
