//! Draws a laid-out [`Scene`](crate::chart::Scene) with plotters.
//!
//! One function, [`draw`], knows how; it is generic over the plotters backend and is handed a
//! [`Device`], which makes the backends agree. There are two backends, both our own:
//! [`draw_on_canvas`] draws on one that paints, [`svg`] and [`inline_svg`] on one that writes, the
//! first a document and the second an element of a page. `png` turns a document into pixels,
//! natively and with a font of its own.
//!
//! What holds here:
//! - Nothing is decided. Every place, size and word comes from the scene, every colour from the
//!   theme.
//! - Nothing is measured by the browser: no element is made, no style is read, no layout is forced.
//! - A canvas and an SVG of the same scene agree within one CSS pixel, at every pixel ratio.
//! - SVG is written once, with the role of each colour known. Nothing searches what is written.
//! - Whatever the browser refuses is an error, never a panic.

#[cfg(feature = "app")]
mod canvas;
mod device;
mod draw;
#[cfg(all(feature = "png", not(target_arch = "wasm32")))]
mod fonts;
#[cfg(all(feature = "png", not(target_arch = "wasm32")))]
mod png;
#[cfg(feature = "svg")]
mod svg;

#[cfg(feature = "app")]
pub use canvas::draw_on_canvas;
pub use device::Device;
pub use draw::{DrawError, draw};
#[cfg(all(feature = "png", not(target_arch = "wasm32")))]
pub use fonts::{FontError, Fonts};
#[cfg(all(feature = "png", not(target_arch = "wasm32")))]
pub use png::{PngError, png};
#[cfg(feature = "svg")]
pub use svg::{inline_svg, svg};
