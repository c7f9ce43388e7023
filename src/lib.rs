//! Đắk Số compares what two Vietnamese provinces, Đắk Nông and Đắk Lắk, have published about their
//! digital infrastructure: coverage, subscriptions and digital-transformation targets.
//!
//! Data flow one way through the modules; `ARCHITECTURE.md` is the map, and `tests/architecture.rs`
//! fails when an import goes against it.

pub mod chart;
#[cfg(feature = "ui")]
pub mod components;
#[cfg(not(target_arch = "wasm32"))]
pub mod data;
#[cfg(feature = "embed")]
pub mod embedded;
#[cfg(not(target_arch = "wasm32"))]
pub mod export;
pub mod i18n;
pub mod model;
#[cfg(all(feature = "ssr", not(target_arch = "wasm32")))]
pub mod pages;
#[cfg(feature = "ui")]
pub mod platform;
pub mod query;
#[cfg(feature = "draw")]
pub mod render;
pub mod state;
