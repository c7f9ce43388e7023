use yew::{Html, html};

use crate::chart::ChartId;
use crate::components::Page;
use crate::i18n::{
    facts, field_summary, status, targets_takeaway, unknowns, unnumbered, view_texts,
};
use crate::model::{Field, Slug};
use crate::query::{Status, field, ledger};
use crate::render::DrawError;
use crate::state::Route;

use super::chart::chart;
use super::contents::charts;
use super::evidence::cards;
use super::field::{section, shown};
use super::site::Site;

/// The start page: the one comparison that holds, what the site is made of, what became of the
/// targets, what is not known, and the ways to the views.
pub(super) fn content(site: &Site, page: Page) -> Result<Html, DrawError> {
    let text = page.messages();
    let ids: &[ChartId] = charts(page.view.route);
    let blocks = ids.iter().map(|id| chart(site, page, *id)).collect::<Result<Vec<_>, _>>()?;
    Ok(html! {
        <>
            <div class="intro">
                <h1>{ text.heading }</h1>
                <p class="lead">{ text.lead }</p>
            </div>
            { for blocks }
            // Below the chart, which is to be seen at first on a phone.
            <p class="boundaries">{ text.boundaries }</p>
            { list(facts(page.language(), page.dataset).map(|(number, words)| (number, words.into()))) }
            { promises(page) }
            { unknown(page) }
            { views(page) }
            { cards(page, shown(page, ids)) }
        </>
    })
}

/// Numbers, each with the words that follow it.
fn list(entries: impl IntoIterator<Item = (String, Html)>) -> Html {
    let entries = entries.into_iter().map(|(number, words)| {
        html! { <li><strong>{ number }</strong>{ " " }<span>{ words }</span></li> }
    });
    html! { <ul class="facts">{ for entries }</ul> }
}

/// How many targets were met, and how many not, each with the way to them.
fn promises(page: Page) -> Html {
    let language = page.language();
    let entries = ledger(page.dataset);
    let targets = page.view.link(page.dataset, page.view.at(Route::Targets));
    let counts = Status::ALL.iter().filter_map(|of| {
        let count = entries.iter().filter(|entry| entry.status == *of).count();
        let link = html! {
            <a href={format!("{targets}#{}", of.slug())}>{ status(language, *of) }</a>
        };
        (count > 0).then(|| (count.to_string(), link))
    });
    let content = html! {
        <>
            <p>{ targets_takeaway(language, page.dataset, &entries) }</p>
            { list(counts) }
        </>
    };
    section("promises", view_texts(language).promises, content)
}

/// What no document gives.
fn unknown(page: Page) -> Html {
    let language = page.language();
    let unknowns = unknowns(language, page.dataset).map(|(number, words)| (number, words.into()));
    let statements = page.dataset.statements.len();
    let of_fields = Field::ALL.iter().map(|of| {
        let said = page.dataset.statements.iter();
        (*of, said.filter(|said| field(page.dataset, said.indicator) == *of).count())
    });
    let named = of_fields.filter(|(_, count)| *count > 0).enumerate().map(|(index, (of, count))| {
        let mark = if index == 0 { ":" } else { "," };
        let view = page.view.link(page.dataset, page.view.at(Route::Field(of)));
        let name = view_texts(language).field(of).short;
        html! { <>{ mark }{ " " }<a href={format!("{view}#statements")}>{ name }</a>{ format!("\u{a0}({count})") }</> }
    });
    let words = html! { <>{ unnumbered(language, statements) }{ for named }</> };
    let entries = unknowns.into_iter().chain([(statements.to_string(), words)]);
    section("unknown", view_texts(language).unknown, list(entries))
}

/// The ways to the views. They are found by the names that the charts had when they all stood here.
fn views(page: Page) -> Html {
    let language = page.language();
    let text = view_texts(language);
    let entries = Route::VIEWS.iter().filter_map(|route| {
        let (id, words, said) = match route {
            Route::Field(of) => {
                let said = field_summary(language, page.dataset, *of);
                (of.slug(), text.field(*of), said)
            }
            Route::Targets => ("targets", &text.targets, text.targets.lead.to_owned()),
            Route::Home | Route::Figures | Route::Sources | Route::Figure(_) | Route::Embed(_) => {
                return None;
            }
        };
        let href = page.view.link(page.dataset, page.view.at(*route));
        Some(html! { <li {id}><a {href}>{ words.title }</a><div>{ said }</div></li> })
    });
    section("fields", text.fields, html! { <ul class="rows views">{ for entries }</ul> })
}
