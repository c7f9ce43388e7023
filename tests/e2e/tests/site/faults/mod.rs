//! What the site is to live through, fault by fault, in each engine that can have it.
//!
//! The numbers in the names of tests are those of `docs/faults.md`. Those of frames are in `embed`, and
//! those of the network in `offline`. What other modules test of a fault on every page, in the engines
//! that are driven soonest, has its number too.

mod loading;
mod reading;
