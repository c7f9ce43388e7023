//! What the end-to-end tests share: the built site behind a server, and browsers that open it.
//!
//! Nothing in here knows the data or the words of the page; those are the business of the tests.

mod browser;
mod driver;
mod emulation;
mod engine;
mod environment;
mod error;
mod hands;
mod link;
mod page;
mod picture;
mod screen;
mod server;
mod wire;

pub use browser::{Browser, Options};
pub use engine::Engine;
pub use environment::Environment;
pub use error::{Error, Result};
pub use link::Link;
pub use page::Page;
pub use picture::{Area, photograph};
pub use screen::Screen;
pub use server::{Behaviour, Into, Server, StatusCode};
pub use thirtyfour::Key;
