use yew::{Html, Properties, component, html};

use crate::chart::ChartId;
use crate::i18n::{facts, messages};
use crate::model::Slug;
use crate::state::View;

use super::figure::figure;
use super::footer::footer;
use super::header::header;
use super::page::Page;

/// What the page is asked to show.
#[derive(Clone, Copy, PartialEq, Eq, Properties)]
pub struct AppProps {
    /// The reader's choices.
    pub view: View,
}

/// The whole page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let page = Page::new(props.view.language);
    let text = messages(page.language);
    // The one comparison that holds comes first; what the page is made of comes after it.
    let mut figures = ChartId::ALL.iter().map(|chart| figure(page, *chart));
    html! {
        <>
            <a class="skip" href="#content">{ text.skip_to_content }</a>
            { header(page) }
            <main id="content" tabindex="-1">
                <div class="intro">
                    <h1>{ text.heading }</h1>
                    <p class="lead">{ text.lead }</p>
                    <p class="boundaries">{ text.boundaries }</p>
                </div>
                { for figures.next() }
                { facts_list(page) }
                { for figures }
            </main>
            { footer(page) }
        </>
    }
}

/// The page in three numbers.
fn facts_list(page: Page) -> Html {
    let facts = facts(page.language, page.dataset).map(|(number, label)| {
        html! { <li><strong>{ number }</strong>{ " " }<span>{ label }</span></li> }
    });
    html! { <ul class="facts">{ for facts }</ul> }
}
