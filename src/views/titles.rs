use crate::chart::{ChartId, heading, takeaway};
use crate::i18n::{
    PRODUCT, embed_texts, figure_description, figure_title, messages, title, view_texts,
};
use crate::model::{Dataset, Language};
use crate::state::{Route, View};

/// The title of a view; no two views of a language have the same.
pub fn title_of(view: View, dataset: &Dataset<'_>) -> String {
    let language = view.language;
    let text = messages(language);
    match view.route {
        Route::Home => text.document_title.to_owned(),
        Route::Field(of) => title(language, view_texts(language).field(of).title),
        Route::Targets => title(language, view_texts(language).targets.title),
        Route::Figures => title(language, text.figures_title),
        Route::Sources => title(language, text.sources_title),
        Route::Figure(id) => format!("{} – {PRODUCT}", figure_title(language, dataset, id)),
        Route::Embed(chart) => embed_title(language, chart),
    }
}

/// The title of an embed, which names its frame.
pub fn embed_title(language: Language, chart: ChartId) -> String {
    let kind = embed_texts(language).chart;
    format!("{kind}: {} – {PRODUCT}", heading(language, chart))
}

/// What a view is about, in a sentence or two, for search engines and for previews of links.
pub fn description_of(view: View, dataset: &Dataset<'_>) -> String {
    let language = view.language;
    let text = messages(language);
    match view.route {
        Route::Home => text.description.to_owned(),
        Route::Field(of) => view_texts(language).field(of).lead.to_owned(),
        Route::Targets => view_texts(language).targets.lead.to_owned(),
        Route::Figures => text.figures_lead.to_owned(),
        Route::Sources => text.sources_lead.to_owned(),
        Route::Figure(id) => figure_description(language, dataset, id),
        Route::Embed(chart) => takeaway(language, dataset, chart),
    }
}
