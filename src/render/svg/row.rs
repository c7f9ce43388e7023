use super::form::Form;
use super::tag::Tag;
use crate::chart::{Role, TEXT_SIZE};

/// Things of one kind that follow each other on one level, and become one element.
pub(super) enum Row {
    /// Nothing.
    Empty,
    /// Bars, and their left edges.
    Bars(Bar, Vec<i32>),
    /// The labels of one line.
    Labels(Line, Vec<Label>),
}

/// All of a bar but its left edge.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Bar {
    pub(super) y: i32,
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) fill: Role,
}

/// What the labels of a line share.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) y: i32,
    pub(super) size: u32,
    pub(super) bold: bool,
    pub(super) color: Role,
}

/// A text at a place of its line.
pub(super) struct Label {
    pub(super) x: i32,
    /// The name of its anchor, if it is not the default.
    pub(super) anchor: Option<&'static str>,
    pub(super) words: String,
}

impl Row {
    /// Writes the row at the end of the markup.
    pub(super) fn write(&self, markup: &mut String, form: Form<'_>) {
        match self {
            Self::Empty => {}
            Self::Bars(bar, lefts) => bar.write_all(lefts, markup, form),
            Self::Labels(line, labels) => line.write(labels, markup, form),
        }
    }
}

impl Bar {
    /// Writes a bar alone, with the name of its figure if it has one.
    pub(super) fn write(self, x: i32, name: Option<&str>, markup: &mut String, form: Form<'_>) {
        form.element(markup, "rect")
            .with_any("data-mark", name)
            .with("x", x)
            .with("y", self.y)
            .with("width", self.width)
            .with("height", self.height)
            .with_any("fill", form.fill(self.fill))
            .end();
    }

    fn write_all(self, lefts: &[i32], markup: &mut String, form: Form<'_>) {
        if let [x] = *lefts {
            return self.write(x, None, markup, form);
        }
        let Self { y, width, height, fill } = self;
        let outline = format!("h{width}v{height}h-{width}z");
        let mut path = String::new();
        let mut last = None;
        for x in lefts {
            // Where a part of a path is closed, the next one starts from its first corner.
            path += &last.map_or(format!("M{x} {y}"), |last| format!("m{} 0", x - last));
            path += &outline;
            last = Some(x);
        }
        form.element(markup, "path").with("d", path).with_any("fill", form.fill(fill)).end();
    }
}

impl Line {
    fn write(self, labels: &[Label], markup: &mut String, form: Form<'_>) {
        let tag = form.element(markup, "text");
        if let [Label { x, anchor, words }] = labels {
            let tag = tag.with("x", x).with("y", self.y).with_any("text-anchor", *anchor);
            return self.style(tag, form).words(words);
        }
        self.style(tag.with("y", self.y), form).content(|markup| {
            for Label { x, anchor, words } in labels {
                Tag::new(markup, "tspan")
                    .with("x", x)
                    .with_any("text-anchor", *anchor)
                    .words(words);
            }
        });
    }

    fn style<'a>(self, tag: Tag<'a>, form: Form<'_>) -> Tag<'a> {
        tag.with_any("font-size", (self.size != TEXT_SIZE).then_some(self.size))
            .with_any("fill", form.fill(self.color))
            .with_any("font-weight", self.bold.then_some("bold"))
    }
}
