//! The built site as readers meet it, in a real browser.
//!
//! `cargo xtask test e2e` builds the site and runs these tests; `src/environment.rs` says what they
//! read from the environment.

// Each module is a test only, which clippy cannot see from the folder alone.
#[cfg(test)]
mod accessibility;
#[cfg(test)]
mod addresses;
#[cfg(test)]
mod card;
#[cfg(test)]
mod chart;
#[cfg(test)]
mod choices;
#[cfg(test)]
mod downloads;
#[cfg(test)]
mod drawing;
#[cfg(test)]
mod embed;
#[cfg(test)]
mod everyone;
#[cfg(test)]
mod failures;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod harness;
#[cfg(test)]
mod jolt;
#[cfg(test)]
mod keep;
#[cfg(test)]
mod keyboard;
#[cfg(test)]
mod language;
#[cfg(test)]
mod links;
#[cfg(test)]
mod lost;
#[cfg(test)]
mod markup;
#[cfg(test)]
mod offline;
#[cfg(test)]
mod one_file;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod picture;
#[cfg(test)]
mod pictured;
#[cfg(test)]
mod pointer;
#[cfg(test)]
mod policy;
#[cfg(test)]
mod print;
#[cfg(test)]
mod reach;
#[cfg(test)]
mod rendered;
#[cfg(test)]
mod scheme;
#[cfg(test)]
mod screens;
#[cfg(test)]
mod seen;
#[cfg(test)]
mod single_page;
#[cfg(test)]
mod start;
#[cfg(test)]
mod static_pages;
#[cfg(test)]
mod tables;
#[cfg(test)]
mod takeover;
#[cfg(test)]
mod touch;
#[cfg(test)]
mod trunk_serve;
#[cfg(test)]
mod visit;
