//! Đắk Số compares what two Vietnamese provinces, Đắk Nông and Đắk Lắk, have published about their
//! digital infrastructure: coverage, subscriptions and digital-transformation targets.
//!
//! Data flow one way through the modules; `ARCHITECTURE.md` is the map, and `tests/architecture.rs`
//! fails when an import goes against it.

#[cfg(feature = "app")]
pub mod app;
pub mod chart;
#[cfg(not(target_arch = "wasm32"))]
pub mod data;
#[cfg(feature = "embed")]
pub mod embedded;
#[cfg(not(target_arch = "wasm32"))]
pub mod export;
pub mod i18n;
pub mod model;
#[cfg(feature = "app")]
pub mod platform;
pub mod query;
#[cfg(feature = "draw")]
pub mod render;
#[cfg(all(feature = "site", not(target_arch = "wasm32")))]
pub mod site;
pub mod state;
#[cfg(feature = "views")]
pub mod views;
