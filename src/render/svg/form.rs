use super::tag::Tag;
use crate::chart::{FONT_FAMILY, Rgb, Role, TEXT_SIZE, Theme};

/// What a picture is written for.
#[derive(Clone, Copy)]
pub(super) enum Form<'a> {
    /// A file of its own, in the colours of a theme.
    Document(Theme),
    /// An element of a page, of this class. It has the page's font and ground, and its colours by
    /// their custom properties.
    Inline(&'a str),
}

impl Form<'_> {
    /// A colour, as attributes name it.
    pub(super) fn paint(self, role: Role) -> String {
        match self {
            Self::Document(theme) => {
                let Rgb(red, green, blue) = theme.color(role);
                format!("#{red:02X}{green:02X}{blue:02X}")
            }
            Self::Inline(_) => format!("var({})", role.property()),
        }
    }

    /// The colour that something is filled with, if it is not that of the root.
    pub(super) fn fill(self, role: Role) -> Option<String> {
        let paint = self.paint(role);
        (paint != self.paint(Role::Ink)).then_some(paint)
    }

    /// Whether what is alike on one level becomes one element. A page holds each chart in five
    /// widths, and is lighter for it; in a file each thing stays one of its own, for programs that
    /// open files read little of SVG.
    pub(super) const fn joins(self) -> bool {
        matches!(self, Self::Inline(_))
    }

    /// Whether the ground is drawn. In a page, the page's own lies behind.
    pub(super) const fn has_ground(self) -> bool {
        matches!(self, Self::Document(_))
    }

    /// Begins an element at the end of the markup.
    pub(super) fn element<'a>(self, markup: &'a mut String, name: &'static str) -> Tag<'a> {
        markup.push_str(self.separator());
        Tag::new(markup, name)
    }

    /// What stands between two elements. In a page a line break would be text.
    const fn separator(self) -> &'static str {
        match self {
            Self::Document(_) => "\n",
            Self::Inline(_) => "",
        }
    }

    /// Begins the root, whose attributes hold for all that do not name their own.
    pub(super) fn begin(self, markup: &mut String, (width, height): (u32, u32)) {
        let tag = Tag::new(markup, "svg");
        let tag = match self {
            Self::Document(_) => tag
                .with("xmlns", "http://www.w3.org/2000/svg")
                .with("width", width)
                .with("height", height)
                .with("font-family", FONT_FAMILY),
            Self::Inline(class) => tag.with("class", class),
        };
        tag.with("viewBox", format!("0 0 {width} {height}"))
            .with("font-size", TEXT_SIZE)
            .with("fill", self.paint(Role::Ink))
            .open();
    }

    /// Ends the root.
    pub(super) fn end(self, markup: &mut String) {
        let separator = self.separator();
        markup.push_str(&format!("{separator}</svg>{separator}"));
    }
}
