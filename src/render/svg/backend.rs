use std::mem;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};

use super::form::Form;
use super::palette;
use super::row::{Bar, Label, Line, Row};
use crate::chart::{Region, Role};

/// A plotters backend that writes SVG in either [`Form`]. What [`Device`](crate::render::Device)
/// asks for is written as it is drawn; only things in a row wait for the next one.
///
/// It has to be drawn on in the colours of [`palette::theme`], by which it knows their roles.
pub(super) struct Writer<'a> {
    markup: &'a mut String,
    form: Form<'a>,
    size: (u32, u32),
    /// What marks that nothing is drawn for yet cover, and the names of their figures.
    marks: Vec<(Region, &'a str)>,
    row: Row,
}

/// Why a picture is not written.
#[derive(Debug, thiserror::Error)]
pub(super) enum WriteError {
    /// Something was drawn in a colour that is not in the palette, or lets something through.
    #[error("no role has the colour {0:?}, with an opacity of {1}")]
    NoRole((u8, u8, u8), f64),
    /// A mark would have no element for its card.
    #[error("no bar is drawn for the mark of {0}")]
    NoBar(String),
}

type Drawn = Result<(), DrawingErrorKind<WriteError>>;

impl<'a> Writer<'a> {
    /// Begins a picture at the end of the markup. Each of the marks, given by what it covers and the
    /// name of its figure, will have one bar that bears the name.
    pub(super) fn new(
        markup: &'a mut String,
        form: Form<'a>,
        size: (u32, u32),
        marks: Vec<(Region, &'a str)>,
    ) -> Self {
        form.begin(markup, size);
        Self { markup, form, size, marks, row: Row::Empty }
    }

    /// Whether a bar is the ground of the whole picture.
    fn is_ground(&self, x: i32, bar: Bar) -> bool {
        let size = (bar.width.cast_unsigned(), bar.height.cast_unsigned());
        bar.fill == Role::Ground && (x, bar.y) == (0, 0) && size == self.size
    }

    /// Takes the name of the figure that a bar is drawn for: a bar of a province or of a target,
    /// from the left edge of the mark on. The mark of a target that is a range is wider than the
    /// line at its lower end.
    fn take_name(&mut self, x: i32, bar: Bar) -> Option<&'a str> {
        if !matches!(bar.fill, Role::Province(_) | Role::Hedge(_) | Role::Target) {
            return None;
        }
        let place = (x, bar.y, bar.height);
        let mut shapes = self.marks.iter().map(|(shape, _)| (shape.x, shape.y, shape.height));
        let index = shapes.position(|shape| shape == place)?;
        Some(self.marks.remove(index).1)
    }

    /// Writes the row that has been drawn.
    fn end_row(&mut self) {
        mem::replace(&mut self.row, Row::Empty).write(self.markup, self.form);
    }
}

impl DrawingBackend for Writer<'_> {
    type ErrorType = WriteError;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    /// Ends the picture, which nothing may be drawn on afterwards.
    fn present(&mut self) -> Drawn {
        self.end_row();
        self.form.end(self.markup);
        match self.marks.first() {
            Some((_, name)) => failed(WriteError::NoBar((*name).to_owned())),
            None => Ok(()),
        }
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
        let fill = role_of(style.color())?;
        let bar = Bar { y: top, width: right - left, height: bottom - top, fill };
        if self.is_ground(left, bar) && !self.form.has_ground() {
            return Ok(());
        }
        if let Some(name) = self.take_name(left, bar) {
            self.end_row();
            bar.write(left, Some(name), self.markup, self.form);
            return Ok(());
        }
        match &mut self.row {
            Row::Bars(alike, lefts) if self.form.joins() && *alike == bar => lefts.push(left),
            _ => {
                self.end_row();
                self.row = Row::Bars(bar, vec![left]);
            }
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let stroke = self.form.paint(role_of(style.color())?);
        self.end_row();
        self.form
            .element(self.markup, "polyline")
            .with("fill", "none")
            .with("stroke", stroke)
            .with("stroke-width", style.stroke_width())
            .with("points", points(path))
            .end();
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        let fill = self.form.fill(role_of(style.color())?);
        self.end_row();
        self.form
            .element(self.markup, "polygon")
            .with_any("fill", fill)
            .with("points", points(corners))
            .end();
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Drawn {
        let anchor = match style.anchor().h_pos {
            HPos::Left => None,
            HPos::Center => Some("middle"),
            HPos::Right => Some("end"),
        };
        let label = Label { x, anchor, words: text.to_owned() };
        let line = Line {
            y,
            // Sizes are whole pixels.
            size: style.size() as u32,
            bold: matches!(style.style(), FontStyle::Bold),
            color: role_of(style.color())?,
        };
        match &mut self.row {
            Row::Labels(alike, labels) if self.form.joins() && *alike == line => labels.push(label),
            _ => {
                self.end_row();
                self.row = Row::Labels(line, vec![label]);
            }
        }
        Ok(())
    }
}

fn failed<T>(error: WriteError) -> Result<T, DrawingErrorKind<WriteError>> {
    Err(DrawingErrorKind::DrawingError(error))
}

fn role_of(color: BackendColor) -> Result<Role, DrawingErrorKind<WriteError>> {
    palette::role_of(color).map_or_else(|| failed(WriteError::NoRole(color.rgb, color.alpha)), Ok)
}

fn points(path: impl IntoIterator<Item = BackendCoord>) -> String {
    let points: Vec<_> = path.into_iter().map(|(x, y)| format!("{x},{y}")).collect();
    points.join(" ")
}
