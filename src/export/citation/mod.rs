//! What a reader needs to cite a figure or a chart, as one record that has several forms.
//!
//! A record is in no language of the page: titles are in Vietnamese, as the documents are, with the
//! English in square brackets, as references to Vietnamese works are written in English texts.

mod bibtex;
mod csl;

pub use bibtex::bibtex;
pub use csl::csl_json;

use crate::i18n::{PRODUCT, chart_note, figure_description, figure_note, figure_title};
use crate::model::{Dataset, Edition, Language, Localized, ObservationId, SourceId};

/// What is cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CitedKind {
    /// A single figure: the page of it on this site.
    Figure,
    /// A chart with the figures in it.
    Chart,
}

/// A record of a bibliography.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// What is cited.
    pub kind: CitedKind,
    /// Its name in a bibliography: ASCII without spaces.
    pub key: String,
    /// What is cited, in Vietnamese and, in brackets, in English.
    pub title: String,
    /// Who published it: of a figure the authors that the document prints, of a chart this site.
    pub authors: Vec<String>,
    /// The ISO date: of a figure that of the document, if it prints one, of a chart that of the data.
    pub issued: Option<String>,
    /// The version of the data.
    pub version: String,
    /// The documents and paragraphs, and of a figure the printed token.
    pub note: String,
    /// Of a chart every figure with document, paragraph and printed token.
    pub summary: Option<String>,
    /// The absolute address, if it is known.
    pub address: Option<String>,
}

/// A chart that is cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitedChart<'a> {
    /// Its name in addresses and files.
    pub slug: &'a str,
    /// Its heading.
    pub heading: Localized<'a>,
    /// The figures that it shows.
    pub figures: Vec<ObservationId>,
    /// The documents of its figures with their paragraphs.
    pub places: Vec<(SourceId, Vec<u16>)>,
}

/// The record of a figure.
pub fn figure_record(
    dataset: &Dataset<'_>,
    edition: &Edition<'_>,
    id: ObservationId,
    address: Option<String>,
) -> Citation {
    let figure = dataset.observation(id);
    let source = dataset.source(figure.source);
    let title = |language| figure_title(language, dataset, id);
    Citation {
        kind: CitedKind::Figure,
        key: format!("dak-so-{}", figure.slug),
        title: format!("{} [{}]", title(Language::Vi), title(Language::En)),
        authors: source.authors().map(str::to_owned).collect(),
        issued: (!source.published.is_empty()).then(|| source.published.to_owned()),
        version: edition.version.to_string(),
        note: figure_note(dataset, id),
        summary: None,
        address,
    }
}

/// The record of a chart.
pub fn chart_record(
    dataset: &Dataset<'_>,
    edition: &Edition<'_>,
    chart: &CitedChart<'_>,
    address: Option<String>,
) -> Citation {
    let figures = chart.figures.iter().map(|id| figure_description(Language::Vi, dataset, *id));
    Citation {
        kind: CitedKind::Chart,
        key: format!("dak-so-{}", chart.slug),
        title: format!("{} [{}]", chart.heading.vi, chart.heading.en),
        authors: vec![PRODUCT.to_owned()],
        issued: Some(edition.date.to_string()),
        version: edition.version.to_string(),
        note: chart_note(dataset, &chart.places),
        summary: Some(figures.collect::<Vec<_>>().join(" ")),
        address,
    }
}
