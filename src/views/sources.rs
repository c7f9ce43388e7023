use yew::{Html, html};

use crate::i18n::{figure_label, rule_texts};
use crate::model::SourceId;
use crate::state::Route;

use super::Context;
use super::parts::{archive_link, entry, findings, imprint, row_list, rules, section};

/// The page of the documents: how each was read, every figure that it gave, by what rules figures are
/// compared and targets judged, what does not add up, and for which boundaries figures are.
pub(crate) fn content(cx: Context<'_>) -> Html {
    let text = cx.messages();
    let documents = cx.dataset.sources.iter().zip(0u16..).map(|(source, index)| {
        let id = format!("source-{}", index + 1);
        html! {
            <section class="document" {id}>
                <h2>{ format!("[{}] ", index + 1) }<cite lang="vi">{ source.title_vi }</cite></h2>
                <p>{ imprint(cx, source) }</p>
                <p class="evidence">{ source.note.get(cx.language()) }</p>
                <details>
                    <summary>{ text.figures_of_source }</summary>
                    { row_list(figures(cx, SourceId(index))) }
                </details>
            </section>
        }
    });
    html! {
        <>
            <div class="intro">
                <h1>{ text.sources_title }</h1>
                <p class="lead">{ text.sources_lead }</p>
                <p class="boundaries">{ text.sources_intro }</p>
                <p class="crumb online">{ archive_link(cx) }</p>
                { contents(cx) }
            </div>
            { for documents }
            { rules(cx) }
            { findings(cx) }
            { boundaries(cx) }
        </>
    }
}

/// The parts of the page, as links.
fn contents(cx: Context<'_>) -> Html {
    let (text, rules) = (cx.messages(), rule_texts(cx.language()));
    let parts = [
        ("source-1", text.sources_heading),
        ("verdicts", rules.verdicts),
        ("statuses", rules.statuses),
        ("periods", rules.periods),
        ("hedges", rules.hedges),
        ("findings", rules.findings),
        ("boundaries", text.boundaries_heading),
    ];
    let links = parts.map(|(id, name)| html! { <li><a href={cx.here(id)}>{ name }</a></li> });
    html! { <nav aria-label={rules.contents}><ul class="downloads">{ for links }</ul></nav> }
}

/// For which boundaries the figures are, and what that means for later ones.
fn boundaries(cx: Context<'_>) -> Html {
    let (text, rules) = (cx.messages(), rule_texts(cx.language()));
    let provinces = cx.dataset.provinces.iter().map(|province| {
        let language = cx.language();
        entry(province.name.get(language), province.note.get(language).into())
    });
    let content = html! {
        <><p>{ rules.boundaries_lead }</p><dl class="facts-of-figure">{ for provinces }</dl></>
    };
    section("boundaries", text.boundaries_heading, content)
}

fn figures(cx: Context<'_>, source: SourceId) -> impl Iterator<Item = Html> {
    let of_source = cx.dataset.observations().filter(move |(_, figure)| figure.source == source);
    of_source.map(move |(id, figure)| {
        let label = figure_label(cx.language(), cx.dataset, figure);
        let href = cx.link(Route::Figure(id));
        let paragraph = format!(" ({} {})", cx.messages().paragraph, figure.paragraph);
        html! { <li><a {href} data-figure={figure.slug}>{ label }</a>{ paragraph }</li> }
    })
}
