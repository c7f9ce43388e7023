//! The charts as oEmbed describes them, for publishing systems that make a frame of a pasted address.

use yew::{Html, html};

use crate::chart::{ChartId, citations, heading, layout, poster, spec, takeaway, wrap};
use crate::components::Page;
use crate::export::{Embed, oembed};
use crate::i18n::embed_texts;
use crate::model::{Language, Slug};
use crate::state::{Route, View};

use super::chart::file_path;
use super::embed;
use super::files::{File, SHARPNESS};
use super::site::Site;

/// How wide a frame is that is asked for without a width, in CSS pixels.
const WIDTH: u32 = 700;

/// What surrounds the content of an embed on both sides, in CSS pixels; as in the style sheet.
const PADDING: u32 = 12;

/// The description of every chart in every language; none where the address of the site is unknown.
pub fn oembed_files(site: &Site) -> Vec<File> {
    let Some(base) = &site.base_address else { return Vec::new() };
    let views = Language::ALL.iter().flat_map(|language| {
        ChartId::ALL
            .iter()
            .map(|chart| (View { language: *language, route: Route::Embed(*chart) }, *chart))
    });
    let files = views.map(|(view, chart)| {
        let page = Page::new(view);
        let scene = poster(view.language, page.dataset, chart, None);
        let embed = Embed {
            title: &embed::title(page, chart),
            address: &format!("{base}{}", view.path(page.dataset)),
            width: WIDTH,
            height: height(page, chart),
            picture: &format!("{base}{}", file_path(page, chart, "png")),
            picture_size: (scene.width * SHARPNESS, scene.height * SHARPNESS),
        };
        File { path: path(page, chart), content: oembed(base, &embed).into_bytes() }
    });
    files.collect()
}

/// How a publishing system finds the description of a chart on a page.
pub(super) fn discovery(site: &Site, page: Page, chart: ChartId) -> Option<Html> {
    let href = site.absolute(&path(page, chart))?;
    let title = embed::title(page, chart);
    Some(html! { <link rel="alternate" type="application/json+oembed" {href} {title} /> })
}

fn path(page: Page, chart: ChartId) -> String {
    format!("oembed/{}/{}.json", page.language().slug(), chart.slug())
}

/// About how high the embed is at [`WIDTH`], in CSS pixels: its texts broken as in the widest of the
/// common fonts, in the sizes and with the distances of the style sheet. A test in a browser holds the
/// two together.
fn height(page: Page, chart: ChartId) -> u32 {
    let language = page.language();
    let inside = WIDTH - 2 * PADDING;
    let lines = |text: &str, size: u32, bold: bool, line: u32| {
        let count = wrap(text, size, bold, inside).len();
        u32::try_from(count).unwrap_or(u32::MAX).saturating_mul(line)
    };
    let spec = spec(page.dataset, chart);
    let sources: Vec<String> = citations(page.dataset, &spec.shown())
        .iter()
        .map(|place| {
            let title = page.dataset.source(place.source).title_vi;
            format!("{title}, {} {:?}", page.messages().paragraph, place.paragraphs)
        })
        .collect();
    let scene = layout(language, page.dataset, chart, 640);
    let headline = PADDING + lines(heading(language, chart), 22, true, 29);
    let takeaway = lines(&takeaway(language, page.dataset, chart), 16, false, 24) + PADDING;
    let legend = 32 + 16;
    let picture = scene.height * inside / scene.width;
    let hint = 12 + lines(page.messages().chart_hint, 14, false, 23);
    let notes = 44;
    let source = 4 + lines(&sources.join(" · "), 14, false, 29);
    let foot = lines(embed_texts(language).more, 14, false, 23) + 23 + 20;
    headline + takeaway + legend + picture + hint + notes + source + foot
}
