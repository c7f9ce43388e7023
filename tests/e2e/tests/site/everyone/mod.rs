//! The site for everyone: what assistive technology is told, what remains of a page when text grows
//! and colours are the reader's own, and what axe finds.
//!
//! The tests go over all views as they lie in the folder of the site, so that a new one is looked at
//! without further work; of the pages of single figures, which are alike, a spread.

mod axe;
pub(crate) mod media;
pub(crate) mod reflow;
mod tree;
mod views;
