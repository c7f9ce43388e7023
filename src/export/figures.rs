use crate::i18n::{denominator, hedge, kind, messages, unit};
use crate::model::{Dataset, Language, ObservationId, PeriodBasis, Qualifier};

use super::table::table;

/// The columns of a file of figures.
pub(super) const COLUMNS: [&str; 18] = [
    "id",
    "province",
    "indicator",
    "name",
    "definition",
    "unit",
    "denominator",
    "kind",
    "period",
    "period_basis",
    "hedge",
    "value",
    "value_high",
    "of",
    "printed",
    "document",
    "paragraph",
    "note",
];

/// A CSV file of these figures, a row each, in the order given. Each row stands alone: where the
/// package has an id, it has words in `language` (documents keep their own title), but for `id` and
/// `indicator`, by which a figure is found in the package. Numbers and periods are in the form of the
/// package, in the unit of the indicator; `hedge` is empty for an exact figure.
pub fn figures_csv(dataset: &Dataset<'_>, language: Language, figures: &[ObservationId]) -> String {
    table(COLUMNS, figures.iter().map(|&id| row(dataset, language, id)))
}

/// What the columns hold for a figure; empty where a column does not apply to it.
pub(super) fn row(
    dataset: &Dataset<'_>,
    language: Language,
    id: ObservationId,
) -> [String; COLUMNS.len()] {
    let text = messages(language);
    let figure = dataset.observation(id);
    let indicator = dataset.indicator(figure.indicator);
    let whole = indicator.denominator.map_or("", |whole| denominator(language, whole));
    let basis = match figure.period_basis {
        PeriodBasis::Stated => text.period_stated,
        PeriodBasis::Inferred => text.period_inferred,
    };
    let hedge = match figure.qualifier {
        Qualifier::Exact => "",
        hedged => hedge(language, hedged),
    };
    [
        figure.slug.to_owned(),
        dataset.province(figure.province).name.get(language).to_owned(),
        indicator.slug.to_owned(),
        indicator.name.get(language).to_owned(),
        indicator.definition.get(language).to_owned(),
        unit(language, indicator.unit, false).to_owned(),
        whole.to_owned(),
        kind(language, figure.kind).to_owned(),
        figure.period.to_string(),
        basis.to_owned(),
        hedge.to_owned(),
        figure.value.to_string(),
        figure.value_high.map_or_else(String::new, |high| high.to_string()),
        figure.of.map_or_else(String::new, |of| of.to_string()),
        figure.printed.to_owned(),
        dataset.source(figure.source).title_vi.to_owned(),
        figure.paragraph.to_string(),
        figure.note.get(language).to_owned(),
    ]
}
