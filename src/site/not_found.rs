//! What stands at addresses that lead nowhere, in both languages: nobody knows which one was meant.
//!
//! A server shows the file at any address, so relative links would lead astray. With a base address
//! its links are absolute. Without one they are those of the folder that the file lies in, and a
//! script, the only one that stands in a page, asks the server which folder that is. Where it may not
//! run, the links are right for addresses beside the file.

use yew::{Html, html};

use crate::embedded::DATASET;
use crate::i18n::{PRODUCT, messages};
use crate::model::{Language, Slug};
use crate::state::{Route, View};
use crate::views::route_title;

use super::assets::Site;
use super::head::unchecked;

/// The script that finds the folder of the site.
const FIND_FOLDER: &str = include_str!("../../static/not-found.js");

pub(super) fn body(site: &Site) -> Html {
    let languages = Language::ALL.iter().map(|language| {
        let text = messages(*language);
        let links = Route::VIEWS.map(|route| {
            let href = link(site, View { language: *language, route });
            html! { <li><a {href}>{ route_title(*language, route) }</a></li> }
        });
        let heading = match language {
            Language::Vi => html! { <h1>{ text.not_found_title }</h1> },
            Language::En => html! { <h2>{ text.not_found_title }</h2> },
        };
        html! {
            <section lang={language.slug()}>
                { heading }
                <p>{ text.not_found_text }</p>
                <ul>{ for links }</ul>
            </section>
        }
    });
    let script =
        site.base_address.is_none().then(|| unchecked(format!("<script>{FIND_FOLDER}</script>")));
    html! {
        <>
            <header class="top"><div class="bar"><p class="brand"><strong>{ PRODUCT }</strong></p></div></header>
            <main class="lost">{ for languages }</main>
            { for script }
        </>
    }
}

/// The address of a page: the whole of it, or from the folder of the site.
fn link(site: &Site, view: View) -> String {
    let path = view.path(&DATASET);
    match site.absolute(&path) {
        Some(address) => address,
        // An empty link would lead to the address that leads nowhere.
        None if path.is_empty() => "./".to_owned(),
        None => path,
    }
}
