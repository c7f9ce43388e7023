use std::error::Error;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, TextStyle};
use plotters_backend::{BackendCoord, DrawingBackend};

use super::Device;
use crate::chart::{Anchor, Colors, FONT_FAMILY, Item, Point, Region, Rgb, Role, Scene};

/// Why a chart was not drawn.
#[derive(Debug, thiserror::Error)]
pub enum DrawError {
    /// The canvas is in use for something else, or the browser has no memory left for it.
    #[error("the canvas has no 2d context to draw on")]
    NoContext,
    /// The backend failed.
    #[error("the chart could not be drawn: {0}")]
    Backend(#[source] Box<dyn Error + Send + Sync>),
}

impl<E: Error + Send + Sync + 'static> From<DrawingAreaErrorKind<E>> for DrawError {
    fn from(error: DrawingAreaErrorKind<E>) -> Self {
        Self::Backend(Box::new(error))
    }
}

/// Draws a scene.
///
/// # Errors
///
/// Only those of the backend.
pub fn draw<B>(device: Device<B>, scene: &Scene, colors: Colors) -> Result<(), DrawError>
where
    B: DrawingBackend,
    B::ErrorType: 'static,
{
    let pen = Pen { area: device.into_drawing_area(), colors };
    pen.area.fill(&pen.color(Role::Ground))?;
    for item in &scene.items {
        pen.item(item)?;
    }
    pen.area.present()?;
    Ok(())
}

struct Pen<B: DrawingBackend> {
    area: DrawingArea<Device<B>, Shift>,
    colors: Colors,
}

type Drawn<B> = Result<(), DrawingAreaErrorKind<<B as DrawingBackend>::ErrorType>>;

impl<B: DrawingBackend> Pen<B> {
    fn color(&self, role: Role) -> RGBColor {
        let Rgb(red, green, blue) = self.colors.color(role);
        RGBColor(red, green, blue)
    }

    fn item(&self, item: &Item) -> Drawn<B> {
        match item {
            Item::Bar { region, fill } => {
                self.area.draw(&Rectangle::new(corners(*region), self.color(*fill).filled()))
            }
            Item::Frame { region, stroke, weight } => {
                self.frame(*region, *stroke, weight.cast_signed())
            }
            Item::Line { from, to, stroke, weight } => {
                let style = self.color(*stroke).stroke_width(*weight);
                self.area.draw(&PathElement::new([at(*from), at(*to)], style))
            }
            Item::Shape { corners, fill } => {
                let corners: Vec<_> = corners.iter().copied().map(at).collect();
                self.area.draw(&Polygon::new(corners, self.color(*fill)))
            }
            Item::Text { at: baseline, anchor, size, bold, color, text } => {
                let style = self.text_style(*anchor, *size, *bold, *color);
                self.area.draw(&Text::new(text.as_str(), at(*baseline), style))
            }
        }
    }

    fn frame(&self, region: Region, stroke: Role, weight: i32) -> Drawn<B> {
        let style = self.color(stroke).stroke_width(weight.cast_unsigned());
        self.area.draw(&Rectangle::new(corners(region), style))
    }

    fn text_style(&self, anchor: Anchor, size: u32, bold: bool, color: Role) -> TextStyle<'static> {
        let style = if bold { FontStyle::Bold } else { FontStyle::Normal };
        let along = match anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        FontDesc::new(FontFamily::Name(FONT_FAMILY), size.into(), style)
            .color(&self.color(color))
            // The device sets text on its baseline and reads no vertical anchor.
            .pos(Pos::new(along, VPos::Top))
    }
}

const fn at(point: Point) -> BackendCoord {
    (point.x, point.y)
}

const fn corners(region: Region) -> [BackendCoord; 2] {
    [(region.x, region.y), (region.right(), region.bottom())]
}
