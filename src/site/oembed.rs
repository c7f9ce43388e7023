//! The charts as oEmbed describes them, for publishing systems that make a frame of a pasted address.

use yew::{Html, html};

use crate::chart::{ChartId, citations, heading, layout, poster, spec, takeaway, wrap};
use crate::embedded::DATASET;
use crate::export::{Embed, oembed};
use crate::i18n::{embed_texts, messages};
use crate::model::{Language, Slug};
use crate::state::{Route, View};
use crate::views::{chart_file, embed_title};

use super::assets::Site;
use super::files::{File, SHARPNESS};

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
        let scene = poster(view.language, &DATASET, chart, None);
        let embed = Embed {
            title: &embed_title(view.language, chart),
            address: &format!("{base}{}", view.path(&DATASET)),
            width: WIDTH,
            height: height(view.language, chart),
            picture: &format!("{base}{}", chart_file(view.language, chart, "png")),
            picture_size: (scene.width * SHARPNESS, scene.height * SHARPNESS),
        };
        File { path: path(view.language, chart), content: oembed(base, &embed).into_bytes() }
    });
    files.collect()
}

/// How a publishing system finds the description of a chart on a page.
pub(super) fn discovery(site: &Site, view: View, chart: ChartId) -> Option<Html> {
    let href = site.absolute(&path(view.language, chart))?;
    let title = embed_title(view.language, chart);
    Some(html! { <link rel="alternate" type="application/json+oembed" {href} {title} /> })
}

fn path(language: Language, chart: ChartId) -> String {
    format!("oembed/{}/{}.json", language.slug(), chart.slug())
}

/// About how high the embed is at [`WIDTH`], in CSS pixels: its texts broken as in the widest of the
/// common fonts, in the sizes and with the distances of the style sheet. A test in a browser holds the
/// two together.
fn height(language: Language, chart: ChartId) -> u32 {
    let inside = WIDTH - 2 * PADDING;
    let lines = |text: &str, size: u32, bold: bool, line: u32| {
        let count = wrap(text, size, bold, inside).len();
        u32::try_from(count).unwrap_or(u32::MAX).saturating_mul(line)
    };
    let spec = spec(&DATASET, chart);
    let sources: Vec<String> = citations(&DATASET, &spec.shown())
        .iter()
        .map(|place| {
            let title = DATASET.source(place.source).title_vi;
            format!("{title}, {} {:?}", messages(language).paragraph, place.paragraphs)
        })
        .collect();
    let scene = layout(language, &DATASET, chart, 640);
    let headline = PADDING + lines(heading(language, chart), 22, true, 29);
    let takeaway = lines(&takeaway(language, &DATASET, chart), 16, false, 24) + PADDING;
    let legend = 32 + 16;
    let picture = scene.height * inside / scene.width;
    let hint = 12 + lines(messages(language).chart_hint, 14, false, 23);
    let notes = 44;
    let source = 4 + lines(&sources.join(" · "), 14, false, 29);
    let foot = lines(embed_texts(language).more, 14, false, 23) + 23 + 20;
    headline + takeaway + legend + picture + hint + notes + source + foot
}
