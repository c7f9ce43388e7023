use yew::{Html, LocalServerRenderer, Properties, component, html};

use crate::embedded::{DATASET, EDITION};
use crate::model::{Language, Slug};
use crate::state::{Route, View, first_seen};
use crate::views::{Context, body, embed_body};

use super::head::{embed_head, head, not_found_head};
use super::not_found as lost;
use super::pictures::Pictures;
use super::site::Site;

/// The whole HTML document of a view.
pub async fn document(site: &Site, pictures: &Pictures, view: View) -> String {
    let chart = |view, chart| pictures.slot(view, chart);
    let cx = Context {
        is_written: true,
        base: site.base_address.as_deref(),
        ..Context::new(view, &chart)
    };
    let (head, body) = match view.route {
        Route::Embed(chart) => (embed_head(site, cx, chart), embed_body(cx, chart)),
        _ => (head(site, cx), body(cx)),
    };
    whole(view.language, &attributes(view), head, body).await
}

/// The HTML document for addresses that lead nowhere.
pub async fn not_found(site: &Site) -> String {
    whole(Language::Vi, "", not_found_head(site), lost::body(site)).await
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

async fn whole(language: Language, attributes: &str, head: Html, body: Html) -> String {
    let html = html! { <><head>{ head }</head><body>{ body }</body></> };
    let renderer = LocalServerRenderer::<Whole>::with_props(WholeProps { html });
    let markup = renderer.hydratable(false).render().await;
    // The renderer escapes more than HTML asks for, and these two are in every link.
    let markup = markup.replace("&#x2F;", "/").replace("&#x27;", "'");
    format!("<!doctype html>\n<html lang=\"{}\"{attributes}>{markup}</html>\n", language.slug())
}
