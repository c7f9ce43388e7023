use std::convert::Infallible;

use plotters_backend::text_anchor::Pos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontFamily, FontStyle, FontTransform,
};

use crate::chart::text_width;

/// A plotters backend that speaks CSS pixels and draws the same picture on every inner backend.
///
/// The inner backends differ, and this is what evens them out:
/// - Level and upright lines and outlines become filled rectangles on whole CSS pixels, because the
///   backends disagree on half pixels. A line of weight `w` along `y` covers the rows from
///   `y - w / 2` up to `y - w / 2 + w`, and an outline lies inside of its rectangle.
/// - Text stands on its baseline, whatever vertical anchor its style names.
/// - Text is measured by [`text_width`]. The inner backend gets a style that cannot reach the font
///   code of plotters, which in a browser adds an element to the page and forces a layout.
///
/// Circles are left to the pixels of plotters: no scene has any.
pub struct Device<B> {
    backend: B,
}

impl<B: DrawingBackend> Device<B> {
    /// Wraps a backend.
    pub const fn new(backend: B) -> Self {
        Self { backend }
    }

    fn fill(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        color: BackendColor,
    ) -> Result<(), DrawingErrorKind<B::ErrorType>> {
        if from.0 >= to.0 || from.1 >= to.1 {
            return Ok(());
        }
        self.backend.draw_rect(from, to, &color, true)
    }
}

impl<B: DrawingBackend> DrawingBackend for Device<B> {
    type ErrorType = B::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.backend.get_size()
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.backend.ensure_prepared()
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.backend.present()
    }

    fn draw_pixel(
        &mut self,
        (x, y): BackendCoord,
        color: BackendColor,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.fill((x, y), (x.saturating_add(1), y.saturating_add(1)), color)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        let weight = style.stroke_width().cast_signed();
        let (left, right) = (from.0.min(to.0), from.0.max(to.0));
        let (top, bottom) = (from.1.min(to.1), from.1.max(to.1));
        if top == bottom {
            let top = top - weight / 2;
            self.fill((left, top), (right, top + weight), style.color())
        } else if left == right {
            let left = left - weight / 2;
            self.fill((left, top), (left + weight, bottom), style.color())
        } else {
            self.backend.draw_path([from, to], style)
        }
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        let color = style.color();
        let weight = style.stroke_width().cast_signed();
        if fill || weight * 2 >= (right - left).min(bottom - top) {
            return self.fill((left, top), (right, bottom), color);
        }
        let (inner_top, inner_bottom) = (top + weight, bottom - weight);
        self.fill((left, top), (right, inner_top), color)?;
        self.fill((left, inner_bottom), (right, bottom), color)?;
        self.fill((left, inner_top), (left + weight, inner_bottom), color)?;
        self.fill((right - weight, inner_top), (right, inner_bottom), color)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        let path: Vec<_> = path.into_iter().collect();
        if let [from, to] = *path {
            return self.draw_line(from, to, style);
        }
        self.backend.draw_path(path, style)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.backend.fill_polygon(corners, style)
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        baseline: BackendCoord,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.backend.draw_text(text, &Lettering(style), baseline)
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Self::ErrorType>> {
        Ok(measure(text, style))
    }
}

/// Width and height of a line of text in CSS pixels.
pub(super) fn measure<S: BackendTextStyle>(text: &str, style: &S) -> (u32, u32) {
    let size = style.size() as u32;
    (text_width(text, size, matches!(style.style(), FontStyle::Bold)), size)
}

/// A text style that is cut off from the fonts of plotters.
struct Lettering<'a, S>(&'a S);

impl<S: BackendTextStyle> BackendTextStyle for Lettering<'_, S> {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        self.0.color()
    }

    fn size(&self) -> f64 {
        self.0.size()
    }

    fn transform(&self) -> FontTransform {
        self.0.transform()
    }

    fn style(&self) -> FontStyle {
        self.0.style()
    }

    fn anchor(&self) -> Pos {
        self.0.anchor()
    }

    fn family(&self) -> FontFamily<'_> {
        self.0.family()
    }

    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), Infallible> {
        let (width, height) = measure(text, self);
        Ok(((0, 0), (width.cast_signed(), height.cast_signed())))
    }

    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _text: &str,
        _pos: BackendCoord,
        _draw: F,
    ) -> Result<Result<(), E>, Infallible> {
        // Only a backend that cannot write asks for the pixels of letters, and none is used.
        Ok(Ok(()))
    }
}

#[cfg(not(target_arch = "wasm32"))]
#[cfg(test)]
mod tests;
