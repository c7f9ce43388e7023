use serde_json::json;

use crate::i18n::PRODUCT;

/// A chart for other people's pages, as oEmbed describes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Embed<'a> {
    /// The title of the frame.
    pub title: &'a str,
    /// The absolute address of the frame's page.
    pub address: &'a str,
    /// The width of the frame, in CSS pixels.
    pub width: u32,
    /// The height of the frame, in CSS pixels.
    pub height: u32,
    /// The absolute address of a picture of the chart.
    pub picture: &'a str,
    /// The width and height of the picture, in pixels.
    pub picture_size: (u32, u32),
}

/// The answer that [oEmbed](https://oembed.com) 1.0 gives for a chart: what a publishing system puts
/// into a page when somebody pastes the address of the chart. `site` is the absolute address of the
/// site.
pub fn oembed(site: &str, embed: &Embed<'_>) -> String {
    let Embed { title, address, width, height, picture, picture_size } = *embed;
    let html = format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\" \
         style=\"max-width:100%;border:0\"></iframe>",
        escaped(address),
        escaped(title),
    );
    let whole = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": PRODUCT,
        "provider_url": site,
        "html": html,
        "width": width,
        "height": height,
        "thumbnail_url": picture,
        "thumbnail_width": picture_size.0,
        "thumbnail_height": picture_size.1,
    });
    format!("{whole:#}\n")
}

/// A text between the quotation marks of an attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn a_publishing_system_gets_a_frame_and_a_picture() {
        let embed = Embed {
            title: "A \"B\" & C",
            address: "https://example.vn/nhung/a/",
            width: 700,
            height: 500,
            picture: "https://example.vn/a.png",
            picture_size: (1200, 900),
        };
        let answer: Value = serde_json::from_str(&oembed("https://example.vn/", &embed)).unwrap();
        // What the specification asks of a rich answer.
        for (name, value) in [("version", "1.0"), ("type", "rich")] {
            assert_eq!(answer[name], value);
        }
        assert_eq!((&answer["width"], &answer["height"]), (&700.into(), &500.into()));
        let html = answer["html"].as_str().unwrap();
        assert!(html.starts_with("<iframe src=\"https://example.vn/nhung/a/\" "), "{html}");
        assert!(html.contains("title=\"A &quot;B&quot; &amp; C\" width=\"700\""), "{html}");
    }
}
