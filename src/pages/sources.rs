use yew::{Html, html};

use crate::components::Page;
use crate::i18n::{date, figure_label, rule_texts};
use crate::model::{Source, SourceId};
use crate::state::Route;

use super::evidence::entry;
use super::field::section;
use super::findings::findings;
use super::footer::archive_link;
use super::rules::rules;

/// The page of the documents: how each was read, every figure that it gave, by what rules figures are
/// compared and targets judged, what does not add up, and for which boundaries figures are.
pub(super) fn content(page: Page) -> Html {
    let text = page.messages();
    let documents = page.dataset.sources.iter().zip(0u16..).map(|(source, index)| {
        let id = format!("source-{}", index + 1);
        html! {
            <section class="document" {id}>
                <h2>{ format!("[{}] ", index + 1) }<cite lang="vi">{ source.title_vi }</cite></h2>
                <p>{ imprint(page, source) }</p>
                <p class="evidence">{ source.note.get(page.language()) }</p>
                <details>
                    <summary>{ text.figures_of_source }</summary>
                    <ul class="rows">{ for figures(page, SourceId(index)) }</ul>
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
                <p class="crumb online">{ archive_link(page) }</p>
                { contents(page) }
            </div>
            { for documents }
            { rules(page) }
            { findings(page) }
            { boundaries(page) }
        </>
    }
}

/// The parts of the page, as links.
fn contents(page: Page) -> Html {
    let (text, rules) = (page.messages(), rule_texts(page.language()));
    let parts = [
        ("source-1", text.sources_heading),
        ("verdicts", rules.verdicts),
        ("statuses", rules.statuses),
        ("periods", rules.periods),
        ("hedges", rules.hedges),
        ("findings", rules.findings),
        ("boundaries", text.boundaries_heading),
    ];
    let links = parts.map(|(id, name)| html! { <li><a href={format!("#{id}")}>{ name }</a></li> });
    html! { <nav aria-label={rules.contents}><ul class="downloads">{ for links }</ul></nav> }
}

/// For which boundaries the figures are, and what that means for later ones.
fn boundaries(page: Page) -> Html {
    let (text, rules) = (page.messages(), rule_texts(page.language()));
    let provinces = page.dataset.provinces.iter().map(|province| {
        let language = page.language();
        entry(province.name.get(language), province.note.get(language).into())
    });
    let content = html! {
        <><p>{ rules.boundaries_lead }</p><dl class="facts-of-figure">{ for provinces }</dl></>
    };
    section("boundaries", text.boundaries_heading, content)
}

fn figures(page: Page, source: SourceId) -> impl Iterator<Item = Html> {
    let of_source = page.dataset.observations().filter(move |(_, figure)| figure.source == source);
    of_source.map(move |(id, figure)| {
        let label = figure_label(page.language(), page.dataset, figure);
        let href = page.view.link(page.dataset, page.view.at(Route::Figure(id)));
        let paragraph = format!(" ({} {})", page.messages().paragraph, figure.paragraph);
        html! { <li><a {href} data-figure={figure.slug}>{ label }</a>{ paragraph }</li> }
    })
}

/// The documents with their imprint, as a numbered list to cite from.
pub(super) fn document_list(page: Page) -> Html {
    let documents = page.dataset.sources.iter().zip(1..).map(|(source, number)| {
        html! {
            <li id={format!("source-{number}")}>
                <cite lang="vi">{ source.title_vi }</cite>{ ". " }{ imprint(page, source) }
                <div class="evidence">{ source.note.get(page.language()) }</div>
            </li>
        }
    });
    html! { <ol class="sources">{ for documents }</ol> }
}

/// Who wrote a document and when, as far as it is printed.
pub(super) fn imprint(page: Page, source: &Source<'static>) -> Html {
    let text = page.messages();
    let author = match source.author {
        "" => html! { text.no_author },
        author => html! { <span lang="vi">{ author }</span> },
    };
    let published = if source.published.is_empty() {
        text.no_date.to_owned()
    } else {
        date(page.language(), source.published)
    };
    html! { <>{ author }{ ", " }{ published }{ "." }</> }
}
