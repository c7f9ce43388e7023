use yew::{Html, LocalServerRenderer, Properties, component};

use crate::embedded::{DATASET, EDITION};
use crate::model::{Language, Slug};
use crate::state::{Route, View, first_seen};
use crate::views::{Context, Medium, body, embed_body};

use super::assets::Site;
use super::head::{after_look, before_look, embed_head, not_found_head};
use super::not_found as lost;
use super::pictures::Pictures;

/// A document in two parts: what stands before, and what after the first script and the style that all
/// documents share.
pub(super) struct Document {
    pub(super) before: String,
    pub(super) after: String,
}

impl Document {
    /// The document with what all share in its place.
    fn whole(self, site: &Site) -> String {
        let Site { first, style, .. } = site;
        let Self { before, after } = self;
        format!("{before}<script>{first}</script><style>{style}</style>{after}")
    }
}

/// The whole HTML document of a view.
pub async fn document(site: &Site, pictures: &Pictures, view: View) -> String {
    document_for(Medium::Site, site, pictures, view).await.whole(site)
}

/// The document of a view in a medium.
pub(super) async fn document_for(
    medium: Medium,
    site: &Site,
    pictures: &Pictures,
    view: View,
) -> Document {
    let chart = |view, chart| pictures.slot(view, chart);
    let cx = written(medium, site, view, &chart);
    let attributes = attributes(view);
    if let Route::Embed(chart) = view.route {
        let head = embed_head(site, cx, chart);
        return parts(view.language, &attributes, head, embed_body(cx, chart)).await;
    }
    parts(view.language, &attributes, [before_look(site, cx), after_look(site, cx)], body(cx)).await
}

/// What a view is told that is written into a file.
pub(super) fn written<'a>(
    medium: Medium,
    site: &'a Site,
    view: View,
    chart: &'a dyn Fn(View, crate::model::ChartId) -> Html,
) -> Context<'a> {
    Context {
        medium,
        is_written: true,
        base: site.base_address.as_deref(),
        ..Context::new(view, chart)
    }
}

/// The HTML document for addresses that lead nowhere.
pub async fn not_found(site: &Site) -> String {
    lost_document(site).await.whole(site)
}

/// The same in its parts.
pub(super) async fn lost_document(site: &Site) -> Document {
    parts(Language::Vi, "", not_found_head(site), lost::body(site)).await
}

/// By which scripts and style know the view: its path; of an embed its chart and the data that it shows;
/// and what the words of the page wait for, which is what comes right after the pictures of the chart that
/// is first seen, because Chromium takes a start tag for the whole element.
fn attributes(view: View) -> String {
    let path = format!(" data-path=\"{}\"", view.path(&DATASET));
    let own = match (view.route, first_seen(view.route)) {
        (Route::Embed(chart), _) => {
            format!(" data-embed=\"{}\" data-v=\"{}\"", chart.slug(), EDITION.hash)
        }
        (_, Some(chart)) => format!(" data-first=\"{}-hint\"", chart.slug()),
        (_, None) => String::new(),
    };
    path + &own
}

#[derive(PartialEq, Properties)]
struct WholeProps {
    html: Html,
}

/// Gives the renderer the component that it asks for.
#[component]
fn Whole(props: &WholeProps) -> Html {
    props.html.clone()
}

/// The markup of nodes.
pub(super) async fn markup(html: Html) -> String {
    let renderer = LocalServerRenderer::<Whole>::with_props(WholeProps { html });
    let markup = renderer.hydratable(false).render().await;
    // The renderer escapes more than HTML asks for, and these two are in every link.
    markup.replace("&#x2F;", "/").replace("&#x27;", "'")
}

/// A document. Its head comes in two parts, between which stands what all documents share.
pub(super) async fn parts(
    language: Language,
    attributes: &str,
    [before, after]: [Html; 2],
    body: Html,
) -> Document {
    let language = language.slug();
    let (before, after) = (markup(before).await, markup(after).await);
    let body = markup(body).await;
    Document {
        before: format!("<!doctype html>\n<html lang=\"{language}\"{attributes}><head>{before}"),
        after: format!("{after}</head><body>{body}</body></html>\n"),
    }
}
