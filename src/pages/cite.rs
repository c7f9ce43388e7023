use yew::{Html, html};

use crate::chart::{ChartId, citations, heading, spec};
use crate::components::Page;
use crate::export::{CitedChart, Edition};
use crate::i18n::{chart_citation, figure_citation, messages};
use crate::model::{Language, Localized, ObservationId, Slug, SourceId};
use crate::state::View;

use super::contents::page_of;
use super::site::{PACKAGE, Site};

/// The folder of the citations as files.
const FOLDER: &str = "cite";

/// The forms of a citation as a file: what they are called, and their extensions.
pub(super) const FORMS: [(&str, &str); 2] = [("BibTeX", "bib"), ("CSL-JSON", "csl.json")];

/// How to cite a figure.
pub(super) fn cite_figure(site: &Site, page: Page, id: ObservationId) -> Html {
    let sentence = |language, Edition { version, date }: &Edition| {
        figure_citation(language, page.dataset, id, version, date)
    };
    let figure = page.dataset.observation(id);
    let printed = format!("“{}”", figure.printed);
    let vietnamese = [page.dataset.source(figure.source).title_vi, &printed];
    cite(site, page, figure.slug, "", &vietnamese, sentence)
}

/// How to cite a chart.
pub(super) fn cite_chart(site: &Site, page: Page, chart: ChartId) -> Html {
    let cited = cited(page, chart);
    let sentence = |language, Edition { version, date }: &Edition| {
        let heading = cited.heading.get(language);
        chart_citation(language, page.dataset, heading, &cited.places, version, date)
    };
    let titles = cited.places.iter().map(|(source, _)| page.dataset.source(*source).title_vi);
    let titles: Vec<&str> = titles.collect();
    cite(site, page, &chart_name(chart), cited.slug, &titles, sentence)
}

/// A chart as citations know it.
pub(super) fn cited(page: Page, chart: ChartId) -> CitedChart<'static> {
    let figures = spec(page.dataset, chart).shown();
    let places = citations(page.dataset, &figures);
    let places: Vec<(SourceId, Vec<u16>)> =
        places.into_iter().map(|place| (place.source, place.paragraphs)).collect();
    let heading = Localized { vi: heading(Language::Vi, chart), en: heading(Language::En, chart) };
    CitedChart { slug: chart.slug(), heading, figures, places }
}

/// The name of a chart among the citations, where no figure has it.
pub(super) fn chart_name(chart: ChartId) -> String {
    format!("chart-{}", chart.slug())
}

/// The page on which a chart is cited by files that belong to no page.
pub(super) fn chart_page(chart: ChartId) -> View {
    View { language: Language::Vi, route: page_of(chart) }
}

/// The path of a citation as a file below the folder of the site.
pub(super) fn file_path(name: &str, extension: &str) -> String {
    format!("{FOLDER}/{name}.{extension}")
}

/// A citation in every language, that of the page first, and as files. `place` is the anchor of what
/// is cited; empty for a page of its own. `vietnamese` are the parts of a sentence that are in that
/// language in every other one.
fn cite(
    site: &Site,
    page: Page,
    name: &str,
    place: &str,
    vietnamese: &[&str],
    sentence: impl Fn(Language, &Edition) -> String,
) -> Html {
    let text = page.messages();
    let Ok(edition) = Edition::read(PACKAGE) else { return Html::default() };
    let mut languages = Language::ALL.to_vec();
    languages.sort_by_key(|language| *language != page.language());
    let sentences = languages.into_iter().map(|language| {
        let sentence = sentence(language, &edition);
        let sentence = match language {
            Language::Vi => sentence.into(),
            Language::En => marked(&sentence, vietnamese),
        };
        let address = address(site, page, language, place);
        // No point at the end: it would be taken for a part of the address.
        html! { <p lang={language.slug()}>{ sentence }{ ", " }{ address }</p> }
    });
    let files = FORMS.map(|(form, extension)| {
        let href = format!("{}{}", page.view.root(), file_path(name, extension));
        let file = format!("dak-so-{name}.{extension}");
        html! { <>{ " " }<a {href} download={file}>{ form }</a></> }
    });
    html! {
        <details class="cite">
            <summary>{ text.cite }</summary>
            { for sentences }
            <p class="files">{ text.cite_files }{ for files }</p>
        </details>
    }
}

/// The address of the page in a language. Without a base address, words stand for it, which start.js
/// replaces by the address that the page was opened at.
fn address(site: &Site, page: Page, language: Language, place: &str) -> Html {
    let path = page.view.in_language(language).path(page.dataset);
    match site.absolute(&path) {
        Some(address) if place.is_empty() => address.into(),
        Some(address) => format!("{address}#{place}").into(),
        None => {
            let words = messages(language).cite_address;
            html! { <span class="address">{ words }</span> }
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
            html! { <>{ before }<span lang="vi">{ part }</span>{ marked(after, vietnamese) }</> }
        }
    }
}
