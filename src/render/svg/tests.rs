use expect_test::{Expect, expect};

use super::backend::Writer;
use super::form::Form;
use super::{inline_svg, svg};
use crate::chart::{Anchor, Item, Point, Region, Rgb, Role, Scene, Theme};
use crate::render::{Device, draw};

const REGION: Region = Region { x: 10, y: 20, width: 30, height: 8 };

const fn at(x: i32, y: i32) -> Point {
    Point { x, y }
}

fn text(size: u32, bold: bool, anchor: Anchor, text: &str) -> Item {
    let text = text.to_owned();
    Item::Text { at: at(100, 30), anchor, size, bold, color: Role::Ink, text }
}

fn label(x: i32, y: i32, size: u32, anchor: Anchor, words: &str) -> Item {
    let text = words.to_owned();
    Item::Text { at: at(x, y), anchor, size, bold: false, color: Role::Muted, text }
}

fn bar(x: i32, y: i32, width: i32, height: i32, fill: Role) -> Item {
    Item::Bar { region: Region { x, y, width, height }, fill }
}

fn line(from: Point, to: Point, weight: u32) -> Item {
    Item::Line { from, to, stroke: Role::Axis, weight }
}

fn scene(items: Vec<Item>) -> Scene {
    Scene { width: 200, height: 60, items, marks: Vec::new() }
}

fn document(items: Vec<Item>, theme: Theme) -> String {
    svg(&scene(items), theme).unwrap()
}

fn inline(items: Vec<Item>) -> String {
    inline_svg(&scene(items), "w200", |_| "").unwrap()
}

/// Checks what stands inside of the root in a page.
fn check(items: Vec<Item>, expected: &Expect) {
    let markup = inline(items);
    let content = markup.split_once('>').unwrap().1.strip_suffix("</svg>").unwrap();
    expected.assert_eq(&content.replace("><", ">\n<"));
}

#[test]
fn a_scene_becomes_a_complete_document() {
    let (from, to) = (at(0, 50), at(200, 50));
    let items = vec![
        Item::Bar { region: REGION, fill: Role::Track },
        Item::Frame { region: REGION, stroke: Role::Target, weight: 1 },
        line(from, to, 1),
        line(at(10, 5), to, 2),
        Item::Shape { corners: vec![from, to, at(5, 5)], fill: Role::Target },
        text(14, false, Anchor::Start, "Đắk Nông"),
        text(15, true, Anchor::Middle, "85,5 %"),
        text(12, false, Anchor::End, "< 90 & \"dy\""),
    ];
    expect![[r##"
        <svg xmlns="http://www.w3.org/2000/svg" width="200" height="60" font-family="system-ui, -apple-system, &quot;Segoe UI&quot;, Roboto, &quot;Noto Sans&quot;, &quot;Liberation Sans&quot;, Arial, sans-serif" viewBox="0 0 200 60" font-size="14" fill="#1A2026">
        <rect x="0" y="0" width="200" height="60" fill="#FFFFFF"/>
        <rect x="10" y="20" width="30" height="8" fill="#E9ECEF"/>
        <rect x="10" y="20" width="30" height="1"/>
        <rect x="10" y="27" width="30" height="1"/>
        <rect x="10" y="21" width="1" height="6"/>
        <rect x="39" y="21" width="1" height="6"/>
        <rect x="0" y="50" width="200" height="1" fill="#B4BCC4"/>
        <polyline fill="none" stroke="#B4BCC4" stroke-width="2" points="10,5 200,50"/>
        <polygon points="0,50 200,50 5,5"/>
        <text x="100" y="30">Đắk Nông</text>
        <text x="100" y="30" text-anchor="middle" font-size="15" font-weight="bold">85,5 %</text>
        <text x="100" y="30" text-anchor="end" font-size="12">&lt; 90 &amp; "dy"</text>
        </svg>
    "##]].assert_eq(&document(items, Theme::Light));
}

#[test]
fn in_a_page_a_scene_has_the_ground_the_colours_and_the_font_of_the_page() {
    let items = vec![
        Item::Bar { region: REGION, fill: Role::Track },
        // A cut through a bar shows the ground, and is no ground itself.
        bar(20, 20, 1, 8, Role::Ground),
        Item::Bar { region: REGION, fill: Role::Target },
        text(14, false, Anchor::Start, "Đắk Nông"),
        text(15, true, Anchor::End, "85,5 %"),
    ];
    expect![[r#"<svg class="w200" viewBox="0 0 200 60" font-size="14" fill="var(--ink)"><rect x="10" y="20" width="30" height="8" fill="var(--track)"/><rect x="20" y="20" width="1" height="8" fill="var(--ground)"/><rect x="10" y="20" width="30" height="8"/><text x="100" y="30">Đắk Nông</text><text x="100" y="30" text-anchor="end" font-size="15" font-weight="bold">85,5 %</text></svg>"#]].assert_eq(&inline(items));
}

#[test]
fn lines_and_shapes_follow_the_theme_of_the_page_too() {
    let slanted = |stroke| Item::Line { from: at(10, 5), to: at(90, 50), stroke, weight: 2 };
    let corners = vec![at(0, 0), at(9, 0), at(5, 5)];
    check(
        vec![
            slanted(Role::Axis),
            slanted(Role::Target),
            // A stroke is not inherited.
            slanted(Role::Ink),
            Item::Shape { corners, fill: Role::Muted },
        ],
        &expect![[r#"
            <polyline fill="none" stroke="var(--axis)" stroke-width="2" points="10,5 90,50"/>
            <polyline fill="none" stroke="var(--ink)" stroke-width="2" points="10,5 90,50"/>
            <polyline fill="none" stroke="var(--ink)" stroke-width="2" points="10,5 90,50"/>
            <polygon fill="var(--muted)" points="0,0 9,0 5,5"/>"#]],
    );
}

#[test]
fn bars_that_are_alike_on_one_level_are_one_path_in_a_page() {
    check(
        vec![
            bar(0, 40, 100, 1, Role::Axis),
            bar(0, 40, 1, 4, Role::Axis),
            bar(50, 40, 1, 4, Role::Axis),
            bar(20, 40, 1, 4, Role::Axis),
            bar(99, 40, 1, 4, Role::Track),
            bar(99, 40, 1, 5, Role::Track),
            bar(99, 41, 1, 5, Role::Track),
            // What comes between may lie over the one and under the other.
            label(0, 9, 12, Anchor::Start, "0"),
            bar(120, 41, 1, 5, Role::Track),
        ],
        &expect![[r#"
            <rect x="0" y="40" width="100" height="1" fill="var(--axis)"/>
            <path d="M0 40h1v4h-1zm50 0h1v4h-1zm-30 0h1v4h-1z" fill="var(--axis)"/>
            <rect x="99" y="40" width="1" height="4" fill="var(--track)"/>
            <rect x="99" y="40" width="1" height="5" fill="var(--track)"/>
            <rect x="99" y="41" width="1" height="5" fill="var(--track)"/>
            <text x="0" y="9" font-size="12" fill="var(--muted)">0</text>
            <rect x="120" y="41" width="1" height="5" fill="var(--track)"/>"#]],
    );
}

#[test]
fn labels_that_are_alike_on_one_line_are_one_text_in_a_page() {
    check(
        vec![
            label(0, 20, 14, Anchor::Start, "Đắk Nông"),
            label(0, 40, 14, Anchor::Start, "0"),
            label(50, 40, 14, Anchor::Middle, "5"),
            label(99, 40, 14, Anchor::End, "10 > 9"),
            bar(0, 9, 9, 4, Role::Track),
            label(0, 40, 14, Anchor::Start, "%"),
            label(50, 40, 16, Anchor::Start, "%"),
        ],
        &expect![[r#"
            <text x="0" y="20" fill="var(--muted)">Đắk Nông</text>
            <text y="40" fill="var(--muted)">
            <tspan x="0">0</tspan>
            <tspan x="50" text-anchor="middle">5</tspan>
            <tspan x="99" text-anchor="end">10 &gt; 9</tspan>
            </text>
            <rect x="0" y="9" width="9" height="4" fill="var(--track)"/>
            <text x="0" y="40" fill="var(--muted)">%</text>
            <text x="50" y="40" font-size="16" fill="var(--muted)">%</text>"#]],
    );
}

#[test]
fn in_a_document_each_thing_is_an_element_of_its_own() {
    let tick = |x| bar(x, 40, 1, 4, Role::Axis);
    let number = |x| label(x, 58, 14, Anchor::Middle, "5");
    let markup = document(vec![tick(0), tick(50), number(0), number(50)], Theme::Light);
    let count = |tag: &str| markup.matches(tag).count();
    // One rectangle more is the ground.
    assert_eq!((count("<rect "), count("<text "), count("<tspan ")), (3, 2, 0), "{markup}");
}

#[test]
fn labels_that_look_like_markup_are_text() {
    let label = " dy=\"0.76em\" </text> <rect fill=\"var(--axis)\"/> &lt;";
    let escaped = " dy=\"0.76em\" &lt;/text&gt; &lt;rect fill=\"var(--axis)\"/&gt; &amp;lt;</text>";
    let item = || text(14, false, Anchor::Start, label);
    for markup in [document(vec![item()], Theme::Light), inline(vec![item()])] {
        assert!(markup.contains(&format!(">{escaped}")), "{markup}");
    }
}

#[test]
fn font_sizes_are_whole_numbers_and_the_usual_one_is_that_of_the_root() {
    for size in 8..=64 {
        let markup = document(vec![text(size, false, Anchor::Start, "·")], Theme::Light);
        let sizes: Vec<_> = markup.split(" font-size=\"").skip(1).collect();
        assert!(sizes[0].starts_with("14\""), "{markup}");
        match sizes[1..] {
            [] => assert_eq!(size, 14),
            [written] => assert!(written.starts_with(&format!("{size}\"")), "{markup}"),
            _ => panic!("{markup}"),
        }
    }
}

#[test]
fn every_role_has_its_own_colour_even_where_a_theme_has_one_for_two() {
    let colors = std::array::from_fn(|index| Rgb(0x80, 0x40, u8::try_from(index).unwrap()));
    for role in Role::ALL {
        let markup = document(vec![bar(10, 20, 30, 8, *role)], Theme::Page(colors));
        let Rgb(red, green, blue) = Theme::Page(colors).color(*role);
        let color = format!("#{red:02X}{green:02X}{blue:02X}");
        let (_, bar) = markup.split_once("<rect x=\"10\"").unwrap();
        // That of the root is inherited.
        assert_eq!(bar.contains(&color), *role != Role::Ink, "{role:?}: {markup}");
    }
}

#[test]
fn the_dark_theme_has_dark_ground() {
    let markup = document(Vec::new(), Theme::Dark);
    let ground = "<rect x=\"0\" y=\"0\" width=\"200\" height=\"60\" fill=\"#14191E\"/>";
    assert!(markup.contains(ground), "{markup}");
}

#[test]
fn a_colour_of_no_role_is_an_error() {
    let items = [
        bar(10, 20, 30, 8, Role::Track),
        text(14, false, Anchor::Start, "Đắk Nông"),
        line(at(10, 5), at(90, 50), 1),
        Item::Shape { corners: vec![at(0, 0), at(9, 0), at(5, 5)], fill: Role::Track },
    ];
    // The ground of the palette is drawn first, so the first foreign colour is that of the item.
    let colors = Theme::Page(std::array::from_fn(|index| Rgb(if index > 0 { 9 } else { 0 }, 0, 0)));
    for item in items {
        let mut markup = String::new();
        let writer = Writer::new(&mut markup, Form::Inline("w200"), (200, 60), Vec::new());
        let drawn = draw(Device::new(writer), &scene(vec![item.clone()]), colors.into());
        let error = drawn.unwrap_err().to_string();
        assert!(error.contains("no role has the colour"), "{item:?}: {error}");
    }
}
