use yew::{Html, html};

use crate::i18n::{PRODUCT, messages};
use crate::model::{Language, Slug};
use crate::state::{Route, View};

use super::header::route_title;
use super::site::Site;
use crate::embedded::DATASET;

/// What stands at addresses that lead nowhere, in both languages: nobody knows which one was meant.
///
/// A server shows it at any address, so relative links would lead astray. With a base address its
/// links are absolute; without one they are those of the folder that it lies in.
pub(super) fn body(site: &Site) -> Html {
    let languages = Language::ALL.iter().map(|language| {
        let text = messages(*language);
        let links = Route::VIEWS.map(|route| {
            let path = View { language: *language, route }.path(&DATASET);
            let href = match (&site.base_address, path.as_str()) {
                (Some(base), path) => format!("{base}{path}"),
                (None, "") => "./".to_owned(),
                (None, path) => path.to_owned(),
            };
            html! { <li><a {href}>{ route_title(text, route) }</a></li> }
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
    html! {
        <>
            <header class="top"><div class="bar"><p class="brand"><strong>{ PRODUCT }</strong></p></div></header>
            <main class="lost">{ for languages }</main>
        </>
    }
}
