use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, Tree};

use super::fonts::Fonts;

/// Why there is no PNG of a picture.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    /// The markup is not an SVG document.
    #[error("the SVG cannot be read: {0}")]
    Svg(#[from] usvg::Error),
    /// The picture would have no pixels, or more than memory holds.
    #[error("a picture {width} pixels wide and {height} pixels high cannot be drawn")]
    Size {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
    /// The pixels cannot be written as a PNG.
    #[error("the PNG cannot be written: {0}")]
    Write(#[from] oxipng::PngError),
}

/// How hard the pixels are packed, 0 to 12. From 10 on, packing takes two thirds of all the time,
/// for 8 % less.
const EFFORT: u8 = 9;

/// Draws an SVG document of [`svg`](super::svg) as an opaque PNG that is `width` device pixels
/// wide, and as high as its proportions ask for.
///
/// # Errors
///
/// When the markup is no SVG, when the picture is empty or too large, or when it cannot be written.
pub fn png(svg: &str, width: u32, fonts: &Fonts) -> Result<Vec<u8>, PngError> {
    let pixels = pixels(svg, width, fonts)?;
    let (width, height) = (pixels.width(), pixels.height());
    let depth = oxipng::BitDepth::Eight;
    let image =
        oxipng::RawImage::new(width, height, oxipng::ColorType::RGBA, depth, pixels.take())?;
    Ok(image.create_optimized_png(&packing())?)
}

/// A picture has a few dozen colours, so oxipng gives it a palette, and the filters of PNG, which
/// predict shades from their neighbours, only harm. That makes it less than half as heavy as the RGBA that
/// resvg would write.
fn packing() -> oxipng::Options {
    oxipng::Options {
        filters: std::iter::once(oxipng::FilterStrategy::NONE).collect(),
        deflater: oxipng::Deflater::Libdeflater { compression: EFFORT },
        ..oxipng::Options::default()
    }
}

fn pixels(svg: &str, width: u32, fonts: &Fonts) -> Result<Pixmap, PngError> {
    let tree = Tree::from_str(svg, &fonts.options())?;
    let scale = width as f32 / tree.size().width();
    let height = (tree.size().height() * scale).round() as u32;
    let mut pixels = Pixmap::new(width, height).ok_or(PngError::Size { width, height })?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    Ok(pixels)
}
