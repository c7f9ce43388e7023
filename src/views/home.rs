use yew::{Html, html};

use crate::chart::ChartId;
use crate::i18n::{
    facts, field_summary, status, targets_takeaway, unknowns, unnumbered, view_texts,
};
use crate::model::{Field, Slug};
use crate::query::{Status, field, ledger};
use crate::state::{Route, charts};

use super::Context;
use super::parts::{cards, chart, section, shown};

/// The start page: the one comparison that holds, what the site is made of, what became of the
/// targets, what is not known, and the ways to the views.
pub(crate) fn content(cx: Context<'_>) -> Html {
    let text = cx.messages();
    let ids: &[ChartId] = charts(cx.view.route);
    let blocks = ids.iter().map(|id| chart(cx, *id));
    html! {
        <>
            <div class="intro">
                <h1>{ text.heading }</h1>
                <p class="lead">{ text.lead }</p>
            </div>
            { for blocks }
            // Below the chart, which is to be seen at first on a phone.
            <p class="boundaries">{ text.boundaries }</p>
            { list(facts(cx.language(), cx.dataset).map(|(number, words)| (number, words.into()))) }
            { promises(cx) }
            { unknown(cx) }
            { views(cx) }
            { cards(cx, shown(cx, ids)) }
        </>
    }
}

/// Numbers, each with the words that follow it.
fn list(entries: impl IntoIterator<Item = (String, Html)>) -> Html {
    let entries = entries.into_iter().map(|(number, words)| {
        html! { <li><strong>{ number }</strong>{ " " }<span>{ words }</span></li> }
    });
    html! { <ul class="facts">{ for entries }</ul> }
}

/// How many targets were met, and how many not, each with the way to them.
fn promises(cx: Context<'_>) -> Html {
    let language = cx.language();
    let entries = ledger(cx.dataset);
    let counts = Status::ALL.iter().filter_map(|of| {
        let count = entries.iter().filter(|entry| entry.status == *of).count();
        let link = html! {
            <a href={cx.place(Route::Targets, of.slug())}>{ status(language, *of) }</a>
        };
        (count > 0).then(|| (count.to_string(), link))
    });
    let content = html! {
        <>
            <p>{ targets_takeaway(language, cx.dataset, &entries) }</p>
            { list(counts) }
        </>
    };
    section("promises", view_texts(language).promises, content)
}

/// What no document gives.
fn unknown(cx: Context<'_>) -> Html {
    let language = cx.language();
    let unknowns = unknowns(language, cx.dataset).map(|(number, words)| (number, words.into()));
    let statements = cx.dataset.statements.len();
    let of_fields = Field::ALL.iter().map(|of| {
        let said = cx.dataset.statements.iter();
        (*of, said.filter(|said| field(cx.dataset, said.indicator) == *of).count())
    });
    let named = of_fields.filter(|(_, count)| *count > 0).enumerate().map(|(index, (of, count))| {
        let mark = if index == 0 { ":" } else { "," };
        let name = view_texts(language).field(of).short;
        html! { <>{ mark }{ " " }<a href={cx.place(Route::Field(of), "statements")}>{ name }</a>{ format!("\u{a0}({count})") }</> }
    });
    let words = html! { <>{ unnumbered(language, statements) }{ for named }</> };
    let entries = unknowns.into_iter().chain([(statements.to_string(), words)]);
    section("unknown", view_texts(language).unknown, list(entries))
}

/// The ways to the views. They are found by the names that the charts had when they all stood here.
fn views(cx: Context<'_>) -> Html {
    let language = cx.language();
    let text = view_texts(language);
    let entries = Route::VIEWS.iter().filter_map(|route| {
        let (id, words, said) = match route {
            Route::Field(of) => {
                let said = field_summary(language, cx.dataset, *of);
                (of.slug(), text.field(*of), said)
            }
            Route::Targets => ("targets", &text.targets, text.targets.lead.to_owned()),
            Route::Home | Route::Figures | Route::Sources | Route::Figure(_) | Route::Embed(_) => {
                return None;
            }
        };
        let href = cx.link(*route);
        Some(html! { <li {id}><a {href}>{ words.title }</a><div>{ said }</div></li> })
    });
    section("fields", text.fields, html! { <ul class="rows views">{ for entries }</ul> })
}
