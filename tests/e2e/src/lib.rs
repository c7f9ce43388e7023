//! What the end-to-end tests share: the built site behind a server, and a browser that opens it.
//!
//! Nothing in here knows the data or the words of the page; those are the business of the tests.

mod browser;
mod chromedriver;
mod environment;
mod error;
mod page;
mod server;

pub use browser::Browser;
pub use environment::Environment;
pub use error::{Error, Result};
pub use page::{Page, Screen};
pub use server::{Behaviour, Server};
pub use thirtyfour::Key;
