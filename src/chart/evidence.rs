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
    let mut citations = Vec::new();
    for (index, _) in (0..).zip(dataset.sources.iter()) {
        let source = SourceId(index);
        let mut paragraphs = Vec::new();
        for paragraph in 1..=last {
            if figures().any(|figure| (figure.source, figure.paragraph) == (source, paragraph)) {
                paragraphs.push(paragraph);
            }
        }
        if !paragraphs.is_empty() {
            citations.push(Citation { source, paragraphs });
        }
    }
    citations
}
