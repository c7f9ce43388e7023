use std::collections::BTreeSet;

use plotters_svg::SVGBackend;

use super::{Device, DrawError, draw};
use crate::chart::{FONT_FAMILY, Item, Mark, Region, Rgb, Role, Scene, TEXT_SIZE, Theme};

/// plotters-svg divides every font size by this before it writes it.
const FONT_UNIT: f64 = 1.24;

/// Draws a scene as a complete SVG document, one CSS pixel to a user unit.
///
/// # Errors
///
/// None that are known: the backend writes to memory.
pub fn svg(scene: &Scene, theme: Theme) -> Result<String, DrawError> {
    let mut markup = String::new();
    let backend = SVGBackend::with_string(&mut markup, (scene.width, scene.height));
    draw(Device::new(backend, FONT_UNIT), scene, theme.into())?;
    Ok(tidy(markup, scene))
}

/// Draws a scene as an `<svg>` element that stands in a page: its font and its colours are the
/// page's, by the custom properties of the style sheet, and so follow its theme. `class` names the
/// width it is made for. What is drawn for a mark says in `data-mark` what `figure` calls its figure.
///
/// # Errors
///
/// As [`svg`].
pub fn inline_svg<'a>(
    scene: &Scene,
    class: &str,
    figure: impl Fn(&Mark) -> &'a str,
) -> Result<String, DrawError> {
    let mut markup = svg(scene, Theme::Light)?;
    for mark in &scene.marks {
        if let Some(bar) = bar_of(scene, mark) {
            let name = format!("<rect data-mark=\"{}\"", figure(mark));
            // One that has a name already is not found again.
            markup = markup.replacen(&bar, &bar.replacen("<rect", &name, 1), 1);
        }
    }
    let Scene { width, height, .. } = scene;
    // The page's own ground lies behind.
    let ground = format!("<rect x=\"0\" y=\"0\" width=\"{width}\" height=\"{height}\" ");
    markup = markup.replacen(&format!("{ground}{}/>", fill_of(Role::Ground)), "", 1);
    for role in Role::ALL {
        let property = format!("fill=\"var({})\"", role.property());
        markup = markup.replace(&fill_of(*role), &property);
    }
    let ink = format!(" fill=\"var({})\"", Role::Ink.property());
    let size = format!(" font-size=\"{TEXT_SIZE}\"");
    for idle in [" text-anchor=\"start\"", &ink, &size] {
        markup = markup.replace(idle, "");
    }
    // plotters-svg ends every line after a tag; as text it would be white space.
    let markup = with_ticks_joined(&markup.replace(">\n", ">").replace("\n<", "<"));
    let markup = with_labels_joined(&markup);
    let content = markup.split_once('>').map_or("", |(_, content)| content);
    Ok(format!("<svg class=\"{class}\" viewBox=\"0 0 {width} {height}\"{size}{ink}>{content}"))
}

/// The bar that is drawn for a mark, as it is written: that of a province or of a target, from the left
/// end of the mark on.
fn bar_of(scene: &Scene, mark: &Mark) -> Option<String> {
    scene.items.iter().find_map(|item| match item {
        Item::Bar { region: Region { x, y, width, height }, fill }
            if matches!(fill, Role::Province(_) | Role::Hedge(_) | Role::Target)
                && (*x, *y, *height) == (mark.shape.x, mark.shape.y, mark.shape.height) =>
        {
            let fill = fill_of(*fill);
            Some(format!(
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" {fill}/>"
            ))
        }
        _ => None,
    })
}

const RECT: &str = "<rect x=\"";

/// A tick of an axis as plotters-svg writes it: a rectangle of its own.
struct Tick {
    x: i32,
    y: i32,
    height: i32,
}

impl Tick {
    /// Reads one from what stands behind the start of a rectangle, up to its `fill`, and what follows.
    fn read<'a>(markup: &'a str, fill: &str) -> Option<(Self, &'a str)> {
        let (rect, rest) = markup.split_once(fill)?;
        let (x, rect) = rect.split_once("\" y=\"")?;
        let (y, rect) = rect.split_once("\" width=\"1\" height=\"")?;
        let height = rect.strip_suffix('"')?;
        let number = |text: &str| text.parse().ok();
        Some((Self { x: number(x)?, y: number(y)?, height: number(height)? }, rest))
    }
}

/// The markup with one path for all ticks of an axis: a page holds every chart in five widths, and what is
/// kept of all pages together is a hundredth smaller for it.
fn with_ticks_joined(markup: &str) -> String {
    let fill = format!(" fill=\"var({})\"/>", Role::Axis.property());
    let mut pieces = markup.split(RECT);
    let mut joined = pieces.next().unwrap_or_default().to_owned();
    // The last tick, and where the path that holds it ends.
    let mut last: Option<(Tick, usize)> = None;
    for piece in pieces {
        let Some((tick, rest)) = Tick::read(piece, &fill) else {
            joined.push_str(RECT);
            joined.push_str(piece);
            continue;
        };
        let Tick { x, y, height } = tick;
        let stroke = format!("h1v{height}h-1z");
        let same_axis = last.filter(|(last, _)| (last.y, last.height) == (y, height));
        let end = if let Some((last, end)) = same_axis {
            let next = format!("m{} 0{stroke}", x - last.x);
            joined.insert_str(end, &next);
            end + next.len()
        } else {
            joined.push_str(&format!("<path d=\"M{x} {y}{stroke}"));
            let end = joined.len();
            joined.push_str(&format!("\"{fill}"));
            end
        };
        joined.push_str(rest);
        last = Some((tick, end));
    }
    joined
}

const TEXT: &str = "<text x=\"";

/// A text as plotters-svg writes it, and what follows it up to the next.
struct Label<'a> {
    x: &'a str,
    y: &'a str,
    /// The attribute, if it is not the default.
    anchor: &'a str,
    /// All other attributes.
    style: &'a str,
    words: &'a str,
    rest: &'a str,
}

impl<'a> Label<'a> {
    /// Reads one from what stands behind the start of a text.
    fn read(markup: &'a str) -> Option<Self> {
        let (tag, content) = markup.split_once('>')?;
        let (words, rest) = content.split_once("</text>")?;
        let (x, tag) = tag.split_once("\" y=\"")?;
        let (y, attributes) = tag.split_once('"')?;
        let value = attributes.strip_prefix(" text-anchor=\"").and_then(|value| value.find('"'));
        let anchor = value.map_or(0, |value| " text-anchor=\"".len() + value + 1);
        let (anchor, style) = attributes.split_at(anchor);
        Some(Self { x, y, anchor, style, words, rest })
    }

    fn is_followed_on_its_line_by(&self, next: &Self) -> bool {
        self.rest.is_empty() && (self.y, self.style) == (next.y, next.style)
    }
}

/// The markup with one text for all labels of a line that follow each other and look the same, as those of
/// an axis do: a browser lays each text out by itself.
fn with_labels_joined(markup: &str) -> String {
    let mut pieces = markup.split(TEXT);
    let mut joined = pieces.next().unwrap_or_default().to_owned();
    let Some(labels) = pieces.map(Label::read).collect::<Option<Vec<_>>>() else {
        return markup.to_owned();
    };
    for line in labels.chunk_by(Label::is_followed_on_its_line_by) {
        if let [Label { x, y, anchor, style, words, rest }] = line {
            joined.push_str(&format!("{TEXT}{x}\" y=\"{y}\"{anchor}{style}>{words}</text>{rest}"));
        } else if let [.., Label { y, style, rest, .. }] = line {
            joined.push_str(&format!("<text y=\"{y}\"{style}>"));
            for Label { x, anchor, words, .. } in line {
                joined.push_str(&format!("<tspan x=\"{x}\"{anchor}>{words}</tspan>"));
            }
            joined.push_str("</text>");
            joined.push_str(rest);
        }
    }
    joined
}

fn fill_of(role: Role) -> String {
    let Rgb(red, green, blue) = Theme::Light.color(role);
    format!("fill=\"#{red:02X}{green:02X}{blue:02X}\"")
}

/// Takes out of the markup what plotters-svg cannot be told to leave out: the guess of an ascent
/// that moves text off its baseline, the noise that the division leaves in font sizes, what is the
/// default anyway, and the font family on every single text.
///
/// Only whole attributes are touched. The quotation marks around their values cannot stand in a
/// text, where they are escaped, so no label can be hit.
fn tidy(mut markup: String, scene: &Scene) -> String {
    let family = format!(" font-family=\"{}\"", FONT_FAMILY.replace('"', "&quot;"));
    for idle in [" dy=\"0.76em\"", " opacity=\"1\"", " stroke=\"none\"", &family] {
        markup = markup.replace(idle, "");
    }
    for size in font_sizes(scene) {
        let written = f64::from(size) * FONT_UNIT / FONT_UNIT;
        let attribute = |value: &str| format!(" font-size=\"{value}\"");
        markup = markup.replace(&attribute(&written.to_string()), &attribute(&size.to_string()));
    }
    markup.replacen("<svg", &format!("<svg{family}"), 1)
}

fn font_sizes(scene: &Scene) -> BTreeSet<u32> {
    let size = |item: &Item| match item {
        Item::Text { size, .. } => Some(*size),
        Item::Bar { .. } | Item::Frame { .. } | Item::Line { .. } | Item::Shape { .. } => None,
    };
    scene.items.iter().filter_map(size).collect()
}

#[cfg(not(target_arch = "wasm32"))]
#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::chart::{Anchor, Point};

    fn text(size: u32, bold: bool, anchor: Anchor, text: &str) -> Item {
        let at = Point { x: 100, y: 30 };
        Item::Text { at, anchor, size, bold, color: Role::Ink, text: text.to_owned() }
    }

    fn drawn(items: Vec<Item>) -> String {
        svg(&Scene { width: 200, height: 60, items, marks: Vec::new() }, Theme::Light).unwrap()
    }

    #[test]
    fn a_scene_becomes_a_complete_document() {
        let region = Region { x: 10, y: 20, width: 30, height: 8 };
        let (from, to) = (Point { x: 0, y: 50 }, Point { x: 200, y: 50 });
        expect![[r##"
            <svg font-family="system-ui, -apple-system, &quot;Segoe UI&quot;, Roboto, &quot;Noto Sans&quot;, &quot;Liberation Sans&quot;, Arial, sans-serif" width="200" height="60" viewBox="0 0 200 60" xmlns="http://www.w3.org/2000/svg">
            <rect x="0" y="0" width="200" height="60" fill="#FFFFFF"/>
            <rect x="10" y="20" width="30" height="8" fill="#E9ECEF"/>
            <rect x="10" y="20" width="30" height="1" fill="#1A2026"/>
            <rect x="10" y="27" width="30" height="1" fill="#1A2026"/>
            <rect x="10" y="21" width="1" height="6" fill="#1A2026"/>
            <rect x="39" y="21" width="1" height="6" fill="#1A2026"/>
            <rect x="0" y="50" width="200" height="1" fill="#B4BCC4"/>
            <polyline fill="none" stroke="#B4BCC4" stroke-width="2" points="10,5 200,50 "/>
            <polygon fill="#1A2026" points="0,50 200,50 5,5 "/>
            <text x="100" y="30" text-anchor="start" font-size="14" fill="#1A2026">
            Đắk Nông
            </text>
            <text x="100" y="30" text-anchor="middle" font-size="15" fill="#1A2026" font-weight="bold">
            85,5 %
            </text>
            <text x="100" y="30" text-anchor="end" font-size="12" fill="#1A2026">
            &lt; 90 &amp; &quot;dy&quot;
            </text>
            </svg>
        "##]].assert_eq(&drawn(vec![
            Item::Bar {
                region,
                fill: Role::Track,
            },
            Item::Frame {
                region,
                stroke: Role::Target,
                weight: 1,
            },
            Item::Line {
                from,
                to,
                stroke: Role::Axis,
                weight: 1,
            },
            Item::Line {
                from: Point { x: 10, y: 5 },
                to,
                stroke: Role::Axis,
                weight: 2,
            },
            Item::Shape {
                corners: vec![from, to, Point { x: 5, y: 5 }],
                fill: Role::Target,
            },
            text(14, false, Anchor::Start, "Đắk Nông"),
            text(15, true, Anchor::Middle, "85,5 %"),
            text(12, false, Anchor::End, "< 90 & \"dy\""),
        ]));
    }

    #[test]
    fn font_sizes_are_written_as_whole_numbers() {
        for size in 8..=64 {
            let markup = drawn(vec![text(size, false, Anchor::Start, "·")]);
            assert!(markup.contains(&format!("font-size=\"{size}\"")), "{size}: {markup}");
        }
    }

    #[test]
    fn labels_that_look_like_markup_are_left_alone() {
        let label = " dy=\"0.76em\" opacity=\"1\"";
        let markup = drawn(vec![text(14, false, Anchor::Start, label)]);
        assert!(markup.contains(&label.replace('"', "&quot;")), "{markup}");
    }

    #[test]
    fn in_a_page_a_scene_has_the_colours_and_the_font_of_the_page() {
        let region = Region { x: 10, y: 20, width: 30, height: 8 };
        let items = vec![
            Item::Bar { region, fill: Role::Track },
            Item::Bar { region, fill: Role::Target },
            text(14, false, Anchor::Start, "Đắk Nông"),
            text(15, true, Anchor::End, "85,5 %"),
        ];
        let scene = Scene { width: 200, height: 60, items, marks: Vec::new() };
        expect![[r#"<svg class="w200" viewBox="0 0 200 60" font-size="14" fill="var(--ink)"><rect x="10" y="20" width="30" height="8" fill="var(--track)"/><rect x="10" y="20" width="30" height="8"/><text x="100" y="30">Đắk Nông</text><text x="100" y="30" text-anchor="end" font-size="15" font-weight="bold">85,5 %</text></svg>"#]]
            .assert_eq(inline_svg(&scene, "w200", |_| "").unwrap().trim_end());
    }

    #[test]
    fn the_ticks_of_an_axis_are_one_path() {
        let axis = |x, y, width, height| Item::Bar {
            region: Region { x, y, width, height },
            fill: Role::Axis,
        };
        let label = || text(12, false, Anchor::Start, "0");
        let items = vec![
            axis(0, 40, 100, 1),
            axis(0, 40, 1, 4),
            label(),
            axis(50, 40, 1, 4),
            label(),
            axis(99, 40, 1, 4),
            Item::Bar { region: Region { x: 0, y: 9, width: 1, height: 4 }, fill: Role::Track },
            axis(0, 90, 1, 4),
        ];
        let scene = Scene { width: 100, height: 99, items, marks: Vec::new() };
        expect![[r#"<svg class="w100" viewBox="0 0 100 99" font-size="14" fill="var(--ink)"><rect x="0" y="40" width="100" height="1" fill="var(--axis)"/><path d="M0 40h1v4h-1zm50 0h1v4h-1zm49 0h1v4h-1z" fill="var(--axis)"/><text y="30" font-size="12"><tspan x="100">0</tspan><tspan x="100">0</tspan></text><rect x="0" y="9" width="1" height="4" fill="var(--track)"/><path d="M0 90h1v4h-1z" fill="var(--axis)"/></svg>"#]].assert_eq(inline_svg(&scene, "w100", |_| "").unwrap().trim_end());
    }

    #[test]
    fn the_labels_of_an_axis_are_one_text() {
        let label = |x, y, size, anchor, words: &str| {
            let at = Point { x, y };
            let text = words.to_owned();
            Item::Text { at, anchor, size, bold: false, color: Role::Muted, text }
        };
        let items = vec![
            label(0, 20, 14, Anchor::Start, "Đắk Nông"),
            label(0, 40, 14, Anchor::Start, "0"),
            label(50, 40, 14, Anchor::Middle, "5"),
            label(99, 40, 14, Anchor::End, "10 > 9"),
            Item::Bar { region: Region { x: 0, y: 9, width: 9, height: 4 }, fill: Role::Track },
            label(0, 40, 14, Anchor::Start, "%"),
            label(50, 40, 16, Anchor::Start, "%"),
        ];
        let scene = Scene { width: 100, height: 99, items, marks: Vec::new() };
        expect![[r#"<svg class="w100" viewBox="0 0 100 99" font-size="14" fill="var(--ink)"><text x="0" y="20" fill="var(--muted)">Đắk Nông</text><text y="40" fill="var(--muted)"><tspan x="0">0</tspan><tspan x="50" text-anchor="middle">5</tspan><tspan x="99" text-anchor="end">10 &gt; 9</tspan></text><rect x="0" y="9" width="9" height="4" fill="var(--track)"/><text x="0" y="40" fill="var(--muted)">%</text><text x="50" y="40" font-size="16" fill="var(--muted)">%</text></svg>"#]].assert_eq(inline_svg(&scene, "w100", |_| "").unwrap().trim_end());
    }

    #[test]
    fn the_dark_theme_has_dark_ground() {
        let scene = Scene { width: 2, height: 1, items: Vec::new(), marks: Vec::new() };
        let markup = svg(&scene, Theme::Dark).unwrap();
        assert!(markup.contains("fill=\"#14191E\""), "{markup}");
    }
}
