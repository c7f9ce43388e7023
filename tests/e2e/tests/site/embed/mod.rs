//! Charts in other people's pages.

mod dialog;
mod faults;
mod host;
mod ways;
