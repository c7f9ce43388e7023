use std::collections::BTreeMap;

use yew::html;

use crate::embedded::DATASET;
use crate::export::{Kept, Shell};
use crate::i18n::messages;
use crate::model::{Language, Slug};
use crate::state::{NOT_FOUND, Route, View};
use crate::views::Medium;

use super::assets::Site;
use super::document::{document_for, lost_document, parts};
use super::head::{basics, icon, scripts};
use super::pictures::Pictures;

/// What the worker keeps of the pages of the site: every view as a document of its own, and one document a
/// language into which the app renders the page of any figure.
pub async fn kept_pages(site: &Site, pictures: &Pictures) -> Kept {
    let Site { first, style, .. } = site;
    let mut pages = BTreeMap::new();
    let mut shells = BTreeMap::new();
    for &language in Language::ALL {
        for route in Route::VIEWS {
            let view = View { language, route };
            let document = document_for(Medium::Offline, site, pictures, view).await;
            let path = format!("{}index.html", view.path(&DATASET));
            pages.insert(path, [document.before, document.after]);
        }
        let (folder, shell) = shell(site, language).await;
        shells.insert(folder, shell);
    }
    let shared = format!("<script>{first}</script><style>{style}</style>");
    let lost = lost_document(site).await;
    pages.insert(NOT_FOUND.to_owned(), [lost.before, lost.after]);
    Kept { shared, pages, shells, files: BTreeMap::new() }
}

/// The document for the pages of figures in a language, and the folder in which these lie.
async fn shell(site: &Site, language: Language) -> (String, Shell) {
    let figures = DATASET.observations();
    let names = figures.map(|(_, figure)| figure.slug.to_owned()).collect();
    let (id, _) = DATASET.observations().next().unzip();
    let view = View { language, route: id.map_or(Route::Figures, Route::Figure) };
    let text = messages(language);
    let all = view.link(&DATASET, view.at(Route::Figures));
    let body = html! {
        <main id="loading">
            <p role="status">{ text.loading }</p>
            <p id="start-failed" role="status" hidden=true>
                { text.start_failed }{ " " }<a href={all}>{ text.figures_title }</a>
            </p>
        </main>
    };
    let attributes = format!(" data-root=\"{}\"", view.root());
    let before = html! { <>{ basics(text.figures_title) }{ scripts(site, view) }</> };
    let head = [before, icon(site, view.root())];
    let document = parts(language, &attributes, head, body).await;
    let path = view.path(&DATASET);
    let folder = path.trim_end_matches('/').rsplit_once('/').map_or("", |(folder, _)| folder);
    (format!("{folder}/"), Shell { page: [document.before, document.after], names })
}
