use yew::{Html, html};

use crate::chart::{ChartId, spec};
use crate::components::Page;
use crate::i18n::facts;
use crate::model::Slug;
use crate::render::DrawError;

use super::chart::chart;
use super::evidence::cards;
use super::header::chart_menu;

/// The start page: the one comparison that holds, what the site is made of, and the charts.
pub(super) fn content(page: Page) -> Result<Html, DrawError> {
    let text = page.messages();
    let mut charts = Vec::with_capacity(ChartId::ALL.len());
    let mut figures = Vec::new();
    for id in ChartId::ALL {
        charts.push(chart(page, *id)?);
        figures.extend(spec(page.dataset, *id).shown());
    }
    let mut charts = charts.into_iter();
    Ok(html! {
        <>
            <div class="intro">
                <h1>{ text.heading }</h1>
                <p class="lead">{ text.lead }</p>
                <p class="boundaries">{ text.boundaries }</p>
            </div>
            { for charts.next() }
            { facts_list(page) }
            { chart_menu(page) }
            { for charts }
            { cards(page, figures) }
        </>
    })
}

/// The site in three numbers.
fn facts_list(page: Page) -> Html {
    let facts = facts(page.language(), page.dataset).map(|(number, label)| {
        html! { <li><strong>{ number }</strong>{ " " }<span>{ label }</span></li> }
    });
    html! { <ul class="facts">{ for facts }</ul> }
}
