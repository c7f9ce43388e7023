use crate::model::{Dataset, Language, Localized, ObservationId, Source, SourceId};

use super::labels::reference;
use super::messages::{PRODUCT, messages};
use super::pages::figure_title;
use super::periods::date;

/// A figure as a text cites it, up to the address that it ends in: value, province, time, document,
/// paragraph, printed token, and the `version` of the data with its ISO date.
pub fn figure_citation(
    language: Language,
    dataset: &Dataset<'_>,
    id: ObservationId,
    version: &str,
    iso_date: &str,
) -> String {
    let figure = dataset.observation(id);
    let label = figure_title(language, dataset, id);
    let document = document(language, dataset.source(figure.source));
    let (paragraph, printed) = (figure.paragraph, figure.printed);
    let date = date(language, iso_date);
    match language {
        Language::Vi => format!(
            "{label}. Nguồn: {document}, đoạn {paragraph}, nguyên văn “{printed}”. Dẫn theo \
             {PRODUCT}, dữ liệu phiên bản {version} ngày {date}"
        ),
        Language::En => format!(
            "{label}. Source: {document}, paragraph {paragraph}, printed as “{printed}”. Cited \
             from {PRODUCT}, data version {version} of {date}"
        ),
    }
}

/// A chart as a text cites it, up to the address that it ends in. `places` are the documents of its
/// figures with their paragraphs.
pub fn chart_citation(
    language: Language,
    dataset: &Dataset<'_>,
    heading: &str,
    places: &[(SourceId, Vec<u16>)],
    version: &str,
    iso_date: &str,
) -> String {
    let places = references(language, dataset, places);
    let date = date(language, iso_date);
    match language {
        Language::Vi => format!(
            "{PRODUCT}, biểu đồ “{heading}”. Nguồn: {places}. Dữ liệu phiên bản {version} ngày {date}"
        ),
        Language::En => format!(
            "{PRODUCT}, chart “{heading}”. Sources: {places}. Data version {version} of {date}"
        ),
    }
}

/// Where a figure stands, for the note of a bibliography in any language: the document in its own
/// language, as the figure's title is, and the terms in both.
pub fn figure_note(dataset: &Dataset<'_>, id: ObservationId) -> String {
    let figure = dataset.observation(id);
    let document = document(Language::Vi, dataset.source(figure.source));
    let (paragraph, printed) = (figure.paragraph, figure.printed);
    format!(
        "{document}, đoạn {paragraph}, nguyên văn “{printed}” [paragraph {paragraph}, printed as \
         “{printed}”]"
    )
}

/// Where the figures of a chart stand, for the note of a bibliography in any language.
pub fn chart_note(dataset: &Dataset<'_>, places: &[(SourceId, Vec<u16>)]) -> String {
    let terms = Localized { vi: "đoạn", en: "paragraph" };
    let places = references(Language::Vi, dataset, places);
    format!("{places} [{} = {}]", terms.vi, terms.en)
}

fn references(
    language: Language,
    dataset: &Dataset<'_>,
    places: &[(SourceId, Vec<u16>)],
) -> String {
    let places = places.iter().map(|(source, paragraphs)| {
        // Plain spaces: what is copied goes into other texts.
        reference(language, dataset.source(*source), paragraphs).replace('\u{a0}', " ")
    });
    places.collect::<Vec<_>>().join("; ")
}

/// Who wrote a document, what it is called and when it was published, as far as it prints that.
fn document(language: Language, source: &Source<'_>) -> String {
    let authors = source.authors().collect::<Vec<_>>().join(", ");
    let title = source.title_vi;
    let published = match source.published {
        "" => messages(language).no_date.to_owned(),
        iso => date(language, iso),
    };
    match (language, authors.as_str()) {
        (Language::Vi, "") => format!("“{title}”, không in tác giả, {published}"),
        (Language::En, "") => format!("“{title}”, no author printed, {published}"),
        (_, authors) => format!("{authors}, “{title}”, {published}"),
    }
}
