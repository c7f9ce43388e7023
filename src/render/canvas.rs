use std::error::Error;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::device::measure;
use super::{Device, DrawError, draw};
use crate::chart::{Colors, Scene};

/// The longest side of a backing store, in its own pixels: what old phones still allocate.
const MAX_SIDE: f64 = 8192.0;
/// The largest backing store, in pixels: Safari on iOS leaves a larger canvas empty.
const MAX_AREA: f64 = 4096.0 * 4096.0;

/// Draws a scene on a canvas, whose size on the page is left to the page's styles.
///
/// `ratio` is the number of device pixels to a pixel of the scene: the pixel ratio of the screen
/// times by how much the page magnifies the chart. The backing store gets as many pixels, or fewer
/// where a canvas of that size would be too large; so every letter is drawn at the size at which it
/// is seen. A ratio that is none counts as one.
///
/// # Errors
///
/// [`DrawError::NoContext`] if the canvas serves another kind of context or the browser gives none;
/// [`DrawError::Backend`] if the browser refuses to draw.
pub fn draw_on_canvas(
    canvas: &HtmlCanvasElement,
    scene: &Scene,
    colors: Colors,
    ratio: f64,
) -> Result<(), DrawError> {
    let context = context_2d(canvas).ok_or(DrawError::NoContext)?;
    // Its context is the same one, so it draws through the transform that is set below.
    let shapes = CanvasBackend::with_canvas_object(canvas.clone()).ok_or(DrawError::NoContext)?;
    let (width, height) = backing_size(scene.width, scene.height, ratio);
    // Setting a size resets the canvas and makes it allocate anew, even if nothing changes.
    if canvas.width() != width {
        canvas.set_width(width);
    }
    if canvas.height() != height {
        canvas.set_height(height);
    }
    let along = f64::from(width) / f64::from(scene.width.max(1));
    let down = f64::from(height) / f64::from(scene.height.max(1));
    // A browser that refuses draws small; that shows, and breaks nothing.
    let _ = context.set_transform(along, 0.0, 0.0, down, 0.0, 0.0);
    context.clear_rect(0.0, 0.0, scene.width.into(), scene.height.into());
    let surface = Surface { shapes, context, size: (scene.width, scene.height) };
    draw(Device::new(surface), scene, colors)
}

fn context_2d(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// The size of the backing store of a scene, in its own pixels.
fn backing_size(width: u32, height: u32, ratio: f64) -> (u32, u32) {
    let is_ratio = ratio.is_finite() && ratio > 0.0;
    let (width, height) = (f64::from(width), f64::from(height));
    let side = MAX_SIDE / width.max(height);
    let area = (MAX_AREA / (width * height)).sqrt();
    let ratio = if is_ratio { ratio } else { 1.0 }.min(side).min(area);
    // One pixel more than the largest is too many.
    let half = if ratio < area { 0.5 } else { 0.0 };
    // The conversions stop at the ends of the type.
    ((width * ratio + half) as u32, (height * ratio + half) as u32)
}

/// What plotters draws on: plotters-canvas for every shape, and text set here.
///
/// plotters-canvas anchors text at its top, which each browser takes to be somewhere else, and knows
/// the pixels of a canvas for its size only. Here text stands on its baseline, and the size is that
/// of the scene: the transform of the context brings both to the pixels of the screen.
struct Surface {
    shapes: CanvasBackend,
    context: CanvasRenderingContext2d,
    size: (u32, u32),
}

/// The browser threw while drawing.
#[derive(Debug, thiserror::Error)]
#[error("the browser refused to draw on the canvas")]
struct Refused;

type Drawn<T = ()> = Result<T, DrawingErrorKind<Refused>>;

/// The error of plotters-canvas has no public name, and says no more than ours.
fn told<T, E: Error + Send + Sync>(drawn: Result<T, DrawingErrorKind<E>>) -> Drawn<T> {
    drawn.map_err(|_| DrawingErrorKind::DrawingError(Refused))
}

impl DrawingBackend for Surface {
    type ErrorType = Refused;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        told(self.shapes.ensure_prepared())
    }

    fn present(&mut self) -> Drawn {
        told(self.shapes.present())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        told(self.shapes.draw_pixel(point, color))
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        told(self.shapes.draw_line(from, to, style))
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        told(self.shapes.draw_rect(upper_left, bottom_right, style, fill))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        told(self.shapes.draw_path(path, style))
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        told(self.shapes.draw_circle(center, radius, style, fill))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        told(self.shapes.fill_polygon(corners, style))
    }

    fn blit_bitmap(&mut self, at: BackendCoord, size: (u32, u32), pixels: &[u8]) -> Drawn {
        told(self.shapes.blit_bitmap(at, size, pixels))
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Drawn {
        let weight = if matches!(style.style(), FontStyle::Bold) { "bold " } else { "" };
        // Scenes have whole pixels for sizes.
        let size = style.size() as u32;
        self.context.set_font(&format!("{weight}{size}px {}", style.family().as_str()));
        self.context.set_text_align(match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Center => "center",
            HPos::Right => "right",
        });
        self.context.set_text_baseline("alphabetic");
        self.context.set_fill_style_str(&css_color(style.color()));
        self.context
            .fill_text(text, x.into(), y.into())
            .map_err(|_| DrawingErrorKind::DrawingError(Refused))
    }

    fn estimate_text_size<S: BackendTextStyle>(&self, text: &str, style: &S) -> Drawn<(u32, u32)> {
        // The default asks the fonts of plotters, which in a browser measure with an element.
        Ok(measure(text, style))
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
    fn the_backing_store_has_the_pixels_of_the_screen_and_stays_within_limits() {
        let check = |width, height, ratio, size| {
            assert_eq!(backing_size(width, height, ratio), size, "{width} × {height} at {ratio}");
        };
        check(320, 200, 1.0, (320, 200));
        check(320, 200, 1.25, (400, 250));
        check(320, 200, 2.000_000_029, (640, 400));
        check(328, 200, 2.625, (861, 525));
        check(320, 200, 0.5, (160, 100));
        for no_ratio in [0.0, -2.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            check(320, 200, no_ratio, (320, 200));
        }
        check(4096, 100, 3.0, (8192, 200));
        check(2048, 2048, 3.0, (4096, 4096));
        check(640, 811, 60.0, (3638, 4610));
        check(9000, 9000, 3.0, (4096, 4096));
        check(0, 0, 2.0, (0, 0));
        check(u32::MAX, u32::MAX, 2.0, (4096, 4096));
    }
}
