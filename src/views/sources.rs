use yew::Html;

use crate::i18n::rule_texts;
use crate::model::SourceId;

use super::Context;
use super::markup::{each, markup};
use super::parts::{archive_link, entry, figure_link, findings, imprint, row_list, rules, section};

/// The page of the documents: how each was read, every figure that it gave, by what rules figures are
/// compared and targets judged, what does not add up, and for which boundaries figures are.
pub(crate) fn content(cx: Context<'_>) -> Html {
    let text = cx.messages();
    let documents = each(cx.dataset.sources.iter().zip(0u16..), |(source, index)| {
        let id = format!("source-{}", index + 1);
        markup! {
            <section id={id} class="document">
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
    markup! {
        <div class="intro">
            <h1>{ text.sources_title }</h1>
            <p class="lead">{ text.sources_lead }</p>
            <p class="boundaries">{ text.sources_intro }</p>
            { cx.has_server().then(|| markup! { <p class="crumb">{ archive_link(cx) }</p> }) }
            { contents(cx) }
        </div>
        { documents }
        { cx.below(|| markup! { { rules(cx) }{ findings(cx) }{ boundaries(cx) } }) }
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
    let links = each(parts, |(id, name)| markup! { <li><a href={cx.here(id)}>{ name }</a></li> });
    markup! { <nav aria-label={rules.contents}><ul class="downloads">{ links }</ul></nav> }
}

/// For which boundaries the figures are, and what that means for later ones.
fn boundaries(cx: Context<'_>) -> Html {
    let (text, rules) = (cx.messages(), rule_texts(cx.language()));
    let provinces = each(cx.dataset.provinces.iter(), |province| {
        let language = cx.language();
        entry(province.name.get(language), province.note.get(language).into())
    });
    let content = markup! {
        <p>{ rules.boundaries_lead }</p><dl class="facts-of-figure">{ provinces }</dl>
    };
    section("boundaries", text.boundaries_heading, content)
}

fn figures(cx: Context<'_>, source: SourceId) -> Vec<Html> {
    let of_source = cx.dataset.observations().filter(|(_, figure)| figure.source == source);
    each(of_source, |(id, figure)| {
        let paragraph = format!(" ({} {})", cx.messages().paragraph, figure.paragraph);
        markup! { <li>{ figure_link(cx, id) }{ paragraph }</li> }
    })
}
