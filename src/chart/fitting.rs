use super::scene::{Anchor, Point, Role};
use super::sheet::{Sheet, Style};
use super::text::{text_width, wrap};

/// The space that a text may take, and the font sizes that it may have.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    /// Its width in CSS pixels.
    pub(super) width: i32,
    /// Its height in CSS pixels.
    pub(super) height: i32,
    /// The largest font size.
    pub(super) largest: u32,
    /// The smallest one: what does not fit even then is set in it all the same.
    pub(super) smallest: u32,
    /// The most lines.
    pub(super) lines: usize,
}

/// Text in the size that fits it best, broken into lines.
pub(super) struct Fitted {
    lines: Vec<String>,
    style: Style,
}

/// Sets a text as large as it goes into a frame. It gets a line more only where that lets its
/// letters be a quarter larger, and its lines are of about the same length.
pub(super) fn fit(text: &str, bold: bool, color: Role, frame: &Frame) -> Fitted {
    let mut best = size(text, bold, frame, 1);
    for lines in 2..=frame.lines {
        let next = size(text, bold, frame, lines);
        best = match (best, next) {
            (Some(few), Some(many)) if many * 4 <= few * 5 => Some(few),
            (few, many) => many.or(few),
        };
    }
    let style = Style { size: best.unwrap_or(frame.smallest), bold, color };
    let lines = balanced(text, style, frame.width);
    Fitted { lines: lines.into_iter().map(str::to_owned).collect(), style }
}

/// The largest size at which the text has at most so many lines and breaks no word.
fn size(text: &str, bold: bool, frame: &Frame, lines: usize) -> Option<u32> {
    let width = frame.width.unsigned_abs();
    (frame.smallest..=frame.largest).rev().find(|size| {
        let broken = wrap(text, *size, bold, width);
        broken.len() <= lines
            && height(broken.len(), *size) <= frame.height
            && text.split(' ').all(|word| text_width(word, *size, bold) <= width)
    })
}

/// The lines of a text, no more than its width asks for, and none much longer than the others.
fn balanced(text: &str, style: Style, width: i32) -> Vec<&str> {
    let broken = |width: u32| wrap(text, style.size, style.bold, width);
    let widest = width.unsigned_abs();
    let lines = broken(widest).len();
    let words = text.split(' ').map(|word| text_width(word, style.size, style.bold));
    // The narrowest width that needs no line more, found by halving.
    let (mut narrow, mut wide) = (words.max().unwrap_or(0).min(widest), widest);
    while narrow < wide {
        let middle = narrow.midpoint(wide);
        if broken(middle).len() <= lines { wide = middle } else { narrow = middle + 1 }
    }
    broken(wide)
}

/// The height of so many lines: closer together than running text, and still with room for
/// "ẮỔỄ" above and "g" below.
fn height(lines: usize, size: u32) -> i32 {
    i32::try_from(lines).unwrap_or(i32::MAX).saturating_mul(leading(size))
}

fn leading(size: u32) -> i32 {
    (size * 13).div_ceil(10).cast_signed()
}

impl Fitted {
    /// The distance from its top to the baseline of its first line.
    pub(super) const fn first_baseline(&self) -> i32 {
        (self.style.size * 21).div_ceil(20).cast_signed()
    }

    /// Its height in CSS pixels.
    pub(super) fn height(&self) -> i32 {
        height(self.lines.len(), self.style.size)
    }

    /// The width of its longest line in CSS pixels.
    pub(super) fn width(&self) -> i32 {
        let widths = self
            .lines
            .iter()
            .map(|line| text_width(line, self.style.size, self.style.bold).cast_signed());
        widths.max().unwrap_or(0)
    }

    /// Puts it on a sheet with its top left corner at a point.
    pub(super) fn place(&self, sheet: &mut Sheet, at: Point) {
        let mut y = at.y + self.first_baseline();
        for line in &self.lines {
            sheet.text(Point { x: at.x, y }, Anchor::Start, line, self.style);
            y += leading(self.style.size);
        }
    }
}
