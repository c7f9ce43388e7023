use yew::{Html, LocalServerRenderer, Properties, component, html};

use crate::components::Page;
use crate::model::{Language, Slug};
use crate::render::DrawError;
use crate::state::{Route, View};

use super::contents::{charts, first_seen};
use super::embed_dialog::embed_dialog;
use super::footer::footer;
use super::head::{embed_head, head, not_found_head};
use super::header::header;
use super::notices::notices;
use super::picture::picture_dialog;
use super::site::Site;
use super::{embed, field, figure, figures, home, ledger, not_found as lost, sources};

/// Why a page was not written.
#[derive(Debug, thiserror::Error)]
pub enum PageError {
    /// A chart on it was not drawn.
    #[error("the page {path:?} cannot be written: {source}")]
    Chart {
        /// The path of the page.
        path: String,
        /// What went wrong.
        source: DrawError,
    },
}

/// The whole HTML document of a page.
///
/// # Errors
///
/// [`PageError`], none of which is known to happen.
pub async fn document(site: &Site, view: View) -> Result<String, PageError> {
    let page = Page::new(view);
    let content = content(site, page)
        .map_err(|source| PageError::Chart { path: view.path(page.dataset), source })?;
    if let Route::Embed(chart) = view.route {
        let attributes = format!("{}{}", path_attribute(page), embed::attributes(chart));
        let head = embed_head(site, page, chart);
        return Ok(whole(view.language, &attributes, head, content).await);
    }
    let text = page.messages();
    let alive = has_live_parts(view.route);
    let body = html! {
        <>
            <a class="skip" href="#content">{ text.skip_to_content }</a>
            { header(page) }
            <main id="content" tabindex="-1">{ content }</main>
            { footer(site, page) }
            { for alive.then(|| apology(page)) }
            { for (!charts(view.route).is_empty()).then(|| dialogs(site, page)) }
            { notices(page) }
        </>
    };
    let attributes = format!("{}{}", path_attribute(page), first_attribute(view.route));
    let head = head(site, page, alive);
    Ok(whole(view.language, &attributes, head, body).await)
}

/// What can be opened for each chart of the page.
fn dialogs(site: &Site, page: Page) -> Html {
    html! { <>{ picture_dialog(page) }{ embed_dialog(site, page) }</> }
}

/// By which the app knows the page.
fn path_attribute(page: Page) -> String {
    format!(" data-path=\"{}\"", page.view.path(page.dataset))
}

/// By which `first.js` knows what the words of the page wait for: what comes right after the pictures of the
/// chart that is first seen, because Chromium takes a start tag for the whole element.
fn first_attribute(route: Route) -> String {
    first_seen(route)
        .map(|chart| format!(" data-first=\"{}-hint\"", chart.slug()))
        .unwrap_or_default()
}

/// The HTML document for addresses that lead nowhere.
pub async fn not_found(site: &Site) -> String {
    whole(Language::Vi, "", not_found_head(site), lost::body(site)).await
}

fn content(site: &Site, page: Page) -> Result<Html, DrawError> {
    match page.view.route {
        Route::Home => home::content(site, page),
        Route::Field(of) => field::content(site, page, of),
        Route::Targets => ledger::content(site, page),
        Route::Figures => Ok(figures::content(page)),
        Route::Sources => Ok(sources::content(page)),
        Route::Figure(id) => Ok(figure::content(site, page, id)),
        Route::Embed(chart) => embed::content(page, chart),
    }
}

/// Whether the app has anything to bring to life on the page.
const fn has_live_parts(route: Route) -> bool {
    matches!(route, Route::Figures) || !charts(route).is_empty()
}

/// What is said when the app does not run.
fn apology(page: Page) -> Html {
    let text = page.messages();
    html! {
        <p id="start-failed" role="status" hidden=true>
            { text.start_failed }{ " " }<a href="">{ text.reload }</a>
        </p>
    }
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
