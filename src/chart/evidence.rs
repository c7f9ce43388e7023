use crate::model::{Dataset, ObservationId, SourceId};

/// The paragraphs of one document that figures are taken from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The document.
    pub source: SourceId,
    /// Its paragraphs, each once and in order.
    pub paragraphs: Vec<u16>,
}

/// Where figures come from: every document they are taken from, in the order of the package.
pub fn citations(dataset: &Dataset<'_>, figures: &[ObservationId]) -> Vec<Citation> {
    let figures = || figures.iter().map(|id| dataset.observation(*id));
    let last = figures().map(|figure| figure.paragraph).max().unwrap_or(0);
    let cited = |source: SourceId| {
        let is_cited = |paragraph: &u16| {
            figures().any(|figure| figure.source == source && figure.paragraph == *paragraph)
        };
        Citation { source, paragraphs: (1..=last).filter(is_cited).collect() }
    };
    let sources = (0u16..).map(SourceId).take(dataset.sources.len());
    sources.map(cited).filter(|citation| !citation.paragraphs.is_empty()).collect()
}
