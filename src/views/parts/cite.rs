use yew::Html;

use crate::chart::{ChartId, citations, heading};
use crate::embedded::EDITION;
use crate::i18n::{chart_citation, figure_citation, messages};
use crate::model::{Language, ObservationId, Slug, SourceId};
use crate::views::Context;
use crate::views::markup::{each, markup};
use crate::views::paths::{CITATION_FILES, citation_file, cited_chart};

/// How to cite a figure.
pub(in crate::views) fn cite_figure(cx: Context<'_>, id: ObservationId) -> Html {
    let sentence =
        |language| figure_citation(language, cx.dataset, id, &EDITION.version, &EDITION.date);
    let figure = cx.dataset.observation(id);
    let printed = format!("“{}”", figure.printed);
    let vietnamese = [cx.dataset.source(figure.source).title_vi, &printed];
    cite(cx, figure.slug, "", &vietnamese, &sentence)
}

/// How to cite a chart.
pub(in crate::views) fn cite_chart(cx: Context<'_>, chart: ChartId) -> Html {
    let places = citations(cx.dataset, &cx.analysis.spec(chart).shown());
    let places: Vec<(SourceId, Vec<u16>)> =
        places.into_iter().map(|place| (place.source, place.paragraphs)).collect();
    let sentence = |language| {
        let heading = heading(language, chart);
        let (version, date) = (&EDITION.version, &EDITION.date);
        chart_citation(language, cx.dataset, heading, &places, version, date)
    };
    let titles = places.iter().map(|(source, _)| cx.dataset.source(*source).title_vi);
    let titles: Vec<&str> = titles.collect();
    cite(cx, &cited_chart(chart), chart.slug(), &titles, &sentence)
}

/// A citation in every language, that of the page first, and as files. `place` is the anchor of what
/// is cited; empty for a page of its own. `vietnamese` are the parts of a sentence that are in that
/// language in every other one.
fn cite(
    cx: Context<'_>,
    name: &str,
    place: &str,
    vietnamese: &[&str],
    sentence: &dyn Fn(Language) -> String,
) -> Html {
    // A citation names an address.
    if !cx.has_server() {
        return Html::default();
    }
    let text = cx.messages();
    let mut sentences = Vec::new();
    for language in Language::ALL.iter().copied() {
        let sentence = sentence(language);
        let sentence = match language {
            Language::Vi => sentence.into(),
            Language::En => marked(&sentence, vietnamese),
        };
        let address = address(cx, language, place);
        // No point at the end: it would be taken for a part of the address.
        let cited = markup! { <p lang={language.slug()}>{ sentence }{ ", " }{ address }</p> };
        let place = if language == cx.language() { 0 } else { sentences.len() };
        sentences.insert(place, cited);
    }
    let files = each(CITATION_FILES, |(form, extension)| {
        let href = cx.file(&citation_file(name, extension));
        let file = format!("dak-so-{name}.{extension}");
        markup! { { " " }<a href={href} download={file}>{ form }</a> }
    });
    markup! {
        <details class="cite">
            <summary>{ text.cite }</summary>
            { sentences }
            <p class="files">{ text.cite_files }{ files }</p>
        </details>
    }
}

/// The address of the page in a language. Without a base address, words stand for it, which the app
/// replaces by the address that the page was opened at.
fn address(cx: Context<'_>, language: Language, place: &str) -> Html {
    let path = cx.view.in_language(language).path(cx.dataset);
    match cx.absolute(&path) {
        Some(address) if place.is_empty() => address.into(),
        Some(address) => format!("{address}#{place}").into(),
        None => {
            let words = messages(language).cite_address;
            markup! { <span class="address">{ words }</span> }
        }
    }
}

/// A sentence of another language with what is Vietnamese in it marked as that, for who listens to it.
fn marked(sentence: &str, vietnamese: &[&str]) -> Html {
    let found = vietnamese.iter().filter_map(|part| Some((sentence.split_once(part)?, *part)));
    match found.min_by_key(|((before, _), _)| before.len()) {
        None => sentence.to_owned().into(),
        Some(((before, after), part)) => {
            let (before, part) = (before.to_owned(), part.to_owned());
            markup! { { before }<span lang="vi">{ part }</span>{ marked(after, vietnamese) } }
        }
    }
}
