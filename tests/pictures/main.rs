//! The pictures that are made at build: charts for downloading and previews for links, as they are
//! laid out from the real data, and as pixels.
#![cfg(all(feature = "embed", feature = "png", not(target_arch = "wasm32")))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "A test that cannot go on has failed.")]

mod cards;
mod pixels;
mod posters;
mod scene;
