//! The data package, compiled in.
//!
//! The build script reads and checks `static/data`, and writes it as constants. What it finds wrong
//! fails the build, so a program that runs has a [`DATASET`] in which every id and every number is
//! sound, and an [`EDITION`] to name it by.

include!(concat!(env!("OUT_DIR"), "/dataset.rs"));
