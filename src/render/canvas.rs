use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::{Device, DrawError, draw};
use crate::chart::{Scene, Theme};

/// The longest side of a backing store, in its own pixels: what old phones still allocate.
const MAX_SIDE: u32 = 8192;
/// The largest backing store, in pixels: Safari on iOS leaves a larger canvas empty.
const MAX_AREA: u64 = 4096 * 4096;

/// Draws a scene on a canvas, whose size on the page is left to the page's styles.
///
/// `pixel_ratio` is the number of device pixels to a CSS pixel. The backing store gets the scene's
/// size times the next whole number, or a smaller one where a canvas of that size would be too
/// large. A ratio that is none counts as one.
///
/// # Errors
///
/// [`DrawError::NoContext`] if the canvas serves another kind of context or the browser gives none;
/// [`DrawError::Backend`] if the browser refuses to draw.
pub fn draw_on_canvas(
    canvas: &HtmlCanvasElement,
    scene: &Scene,
    theme: Theme,
    pixel_ratio: f64,
    focus: Option<usize>,
) -> Result<(), DrawError> {
    let context = context_2d(canvas).ok_or(DrawError::NoContext)?;
    let scale = backing_scale(scene.width, scene.height, pixel_ratio);
    let width = scene.width.saturating_mul(scale.into());
    let height = scene.height.saturating_mul(scale.into());
    // Setting a size resets the canvas and makes it allocate anew, even if nothing changes.
    if canvas.width() != width {
        canvas.set_width(width);
    }
    if canvas.height() != height {
        canvas.set_height(height);
    }
    context.clear_rect(0.0, 0.0, width.into(), height.into());
    let surface = Surface { context, width, height };
    draw(Device::new(surface, scale, 1.0), scene, theme, focus)
}

fn context_2d(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// How many pixels of the backing store make a CSS pixel.
fn backing_scale(width: u32, height: u32, pixel_ratio: f64) -> u8 {
    let is_ratio = pixel_ratio.is_finite() && pixel_ratio > 0.0;
    // Zoomed pages report ratios such as 2.000000029; the conversion stops at 255.
    let wanted = if is_ratio { (pixel_ratio - 0.01).ceil() as u8 } else { 1 };
    let fits = |scale: &u8| {
        let (width, height) = (u64::from(width), u64::from(height));
        let scale = u64::from(*scale);
        width.max(height) * scale <= MAX_SIDE.into() && width * height * scale * scale <= MAX_AREA
    };
    (1..=wanted).rev().find(fits).unwrap_or(1)
}

/// What plotters draws on: the part of a canvas that [`Device`] asks for.
///
/// It stands in for plotters-canvas, which knows no baseline: it anchors text at the top, and each
/// browser takes the top of a font to be somewhere else.
struct Surface {
    context: CanvasRenderingContext2d,
    width: u32,
    height: u32,
}

/// The browser threw while drawing.
#[derive(Debug, thiserror::Error)]
#[error("the browser refused to draw on the canvas")]
struct Refused;

type Drawn = Result<(), DrawingErrorKind<Refused>>;

impl Surface {
    fn fill_with(&self, color: BackendColor) {
        self.context.set_fill_style_str(&css_color(color));
    }

    fn trace(&self, path: impl IntoIterator<Item = BackendCoord>) {
        self.context.begin_path();
        for (x, y) in path {
            // The first line of a path only moves to its end.
            self.context.line_to(x.into(), y.into());
        }
    }
}

impl DrawingBackend for Surface {
    type ErrorType = Refused;

    fn get_size(&self) -> (u32, u32) {
        (self.width, self.height)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        // The device draws outlines as filled rectangles.
        _fill: bool,
    ) -> Drawn {
        self.fill_with(style.color());
        let (width, height) = (right - left, bottom - top);
        self.context.fill_rect(left.into(), top.into(), width.into(), height.into());
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.context.set_stroke_style_str(&css_color(style.color()));
        self.context.set_line_width(style.stroke_width().into());
        self.trace(path);
        self.context.stroke();
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        self.fill_with(style.color());
        self.trace(corners);
        self.context.fill();
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Drawn {
        let weight = if matches!(style.style(), FontStyle::Bold) { "bold " } else { "" };
        // Sizes are whole pixels, and printing them as such keeps float printing out of the page.
        let size = style.size() as u32;
        self.context.set_font(&format!("{weight}{size}px {}", style.family().as_str()));
        self.context.set_text_align(match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Center => "center",
            HPos::Right => "right",
        });
        self.context.set_text_baseline("alphabetic");
        self.fill_with(style.color());
        self.context
            .fill_text(text, x.into(), y.into())
            .map_err(|_| DrawingErrorKind::DrawingError(Refused))
    }
}

/// An opaque colour; charts have no others.
fn css_color(BackendColor { rgb: (red, green, blue), .. }: BackendColor) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_backing_store_has_whole_pixels_and_stays_within_limits() {
        let check = |width, height, ratio, scale| {
            assert_eq!(backing_scale(width, height, ratio), scale, "{width} × {height} at {ratio}");
        };
        check(320, 200, 1.0, 1);
        check(320, 200, 1.25, 2);
        check(320, 200, 2.000_000_029, 2);
        check(320, 200, 2.625, 3);
        check(320, 200, 0.5, 1);
        for no_ratio in [0.0, -2.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            check(320, 200, no_ratio, 1);
        }
        check(3000, 100, 3.0, 2);
        check(2048, 2048, 3.0, 2);
        check(320, 200, 1e9, 16);
        check(9000, 9000, 3.0, 1);
        check(0, 0, 2.0, 2);
        check(u32::MAX, u32::MAX, 2.0, 1);
    }
}
