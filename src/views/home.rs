use yew::Html;

use crate::chart::ChartId;
use crate::i18n::{
    facts, field_summary, status, targets_takeaway, unknowns, unnumbered, view_texts,
};
use crate::model::{Field, Slug};
use crate::query::{Status, field};
use crate::state::{Route, charts};

use super::Context;
use super::markup::{each, markup};
use super::parts::{cards, chart_figures, section, shown};

/// The start page: the one comparison that holds, what the site is made of, what became of the
/// targets, what is not known, and the ways to the views.
pub(crate) fn content(cx: Context<'_>) -> Html {
    let text = cx.messages();
    let ids: &[ChartId] = charts(cx.view.route);
    let blocks = chart_figures(cx, ids);
    markup! {
        <div class="intro">
            <h1>{ text.heading }</h1>
            <p class="lead">{ text.lead }</p>
        </div>
        { blocks }
        // Below the chart, which is to be seen at first on a phone.
        <p class="boundaries">{ text.boundaries }</p>
        { list(each(facts(cx.language(), cx.dataset), |(number, words)| item(number, words.into()))) }
        { cx.below(|| markup! { { promises(cx) }{ unknown(cx) }{ views(cx) } }) }
        { cards(cx, shown(cx, ids)) }
    }
}

/// Numbers, each with the words that follow it.
fn list(items: Vec<Html>) -> Html {
    markup! { <ul class="facts">{ items }</ul> }
}

fn item(number: String, words: Html) -> Html {
    markup! { <li><strong>{ number }</strong>{ " " }<span>{ words }</span></li> }
}

/// How many targets were met, and how many not, each with the way to them.
fn promises(cx: Context<'_>) -> Html {
    let language = cx.language();
    let entries = cx.analysis.ledger();
    let counts = each(Status::ALL, |of| {
        let count = entries.iter().filter(|entry| entry.status == *of).count();
        if count == 0 {
            return Html::default();
        }
        let link = markup! {
            <a href={cx.place(Route::Targets, of.slug())}>{ status(language, *of) }</a>
        };
        item(count.to_string(), link)
    });
    let content = markup! {
        <p>{ targets_takeaway(language, cx.dataset, entries) }</p>
        { list(counts) }
    };
    section("promises", view_texts(language).promises, content)
}

/// What no document gives.
fn unknown(cx: Context<'_>) -> Html {
    let language = cx.language();
    let unknowns = unknowns(language, cx.dataset);
    let mut items = each(unknowns, |(number, words)| item(number, words.into()));
    let statements = cx.dataset.statements.len();
    let mut named = Vec::new();
    for of in Field::ALL {
        let said = cx.dataset.statements.iter();
        let count = said.filter(|said| field(cx.dataset, said.indicator) == *of).count();
        if count > 0 {
            let mark = if named.is_empty() { ":" } else { "," };
            let name = view_texts(language).field(*of).short;
            named.push(markup! {
                { mark }{ " " }<a href={cx.place(Route::Field(*of), "statements")}>{ name }</a>
                { format!("\u{a0}({count})") }
            });
        }
    }
    let words = markup! { { unnumbered(language, statements) }{ named } };
    items.push(item(statements.to_string(), words));
    section("unknown", view_texts(language).unknown, list(items))
}

/// The ways to the views. They are found by the names that the charts had when they all stood here.
fn views(cx: Context<'_>) -> Html {
    let language = cx.language();
    let text = view_texts(language);
    let entries = each(&Route::VIEWS, |route| {
        let (id, words, said) = match route {
            Route::Field(of) => {
                let said = field_summary(language, cx.dataset, *of);
                (of.slug(), text.field(*of), said)
            }
            Route::Targets => ("targets", &text.targets, text.targets.lead.to_owned()),
            Route::Home | Route::Figures | Route::Sources | Route::Figure(_) | Route::Embed(_) => {
                return Html::default();
            }
        };
        let href = cx.link(*route);
        markup! { <li id={id}><a href={href}>{ words.title }</a><div>{ said }</div></li> }
    });
    section("fields", text.fields, markup! { <ul class="rows views">{ entries }</ul> })
}
