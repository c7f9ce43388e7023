use yew::{Html, html};

use crate::i18n::{axis_unit, hedge, period_with_basis};
use crate::model::ObservationId;

use super::page::Page;

/// What a figure rests on, as the entries of a description list: hedge, unit, definition, period,
/// document, paragraph, printed token and note.
pub fn evidence(page: Page, id: ObservationId) -> Html {
    let text = page.messages();
    let language = page.language();
    let figure = page.dataset.observation(id);
    let indicator = page.dataset.indicator(figure.indicator);
    let source = page.dataset.source(figure.source);
    let note = figure.note.get(language);
    html! {
        <>
            { entry(text.hedge, hedge(language, figure.qualifier).into()) }
            { entry(text.unit, axis_unit(language, indicator).into()) }
            { entry(text.definition, indicator.definition.get(language).into()) }
            { entry(text.period, period_with_basis(language, figure).into()) }
            { entry(text.source, html! {
                <><cite lang="vi">{ source.title_vi }</cite>{ format!(", {} {}", text.paragraph, figure.paragraph) }</>
            }) }
            { entry(text.printed, html! { <q lang="vi">{ figure.printed }</q> }) }
            { for (!note.is_empty()).then(|| entry(text.note, note.into())) }
        </>
    }
}

/// One entry of a description list.
pub fn entry(name: &'static str, value: Html) -> Html {
    html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> }
}
