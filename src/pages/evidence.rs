use yew::{Html, html};

use crate::components::Page;
use crate::i18n::{amount, axis_unit, hedge, period_with_basis};
use crate::model::{Kind, ObservationId};
use crate::state::Route;

/// The evidence of the figures that the charts of a page show, each once, for the card that opens on
/// a mark. The app clones it from here, so that it need not have the texts of all documents itself.
pub(super) fn cards(page: Page, mut figures: Vec<ObservationId>) -> Html {
    figures.sort_unstable();
    figures.dedup();
    html! { <>{ for figures.into_iter().map(|id| card(page, id)) }</> }
}

fn card(page: Page, id: ObservationId) -> Html {
    let text = page.messages();
    let language = page.language();
    let figure = page.dataset.observation(id);
    let indicator = page.dataset.indicator(figure.indicator);
    let province = page.dataset.province(figure.province).name.get(language);
    let kind = (figure.kind == Kind::Target).then_some(text.column_target);
    let own_page = page.view.link(page.dataset, page.view.at(Route::Figure(id)));
    html! {
        <template data-card={figure.slug}>
            <p class="card-title">
                { for kind.map(|kind| html! { <>{ kind }{ ": " }</> }) }
                { indicator.name.get(language) }{ ", " }{ province }
            </p>
            <p class="card-value">{ amount(language, page.dataset, figure) }</p>
            <dl>{ evidence(page, id) }</dl>
            <div class="card-foot">
                <a href={own_page}>{ text.own_page }</a>
                <button type="button" class="close">{ text.close }</button>
            </div>
        </template>
    }
}

/// What a figure rests on, as the entries of a description list: hedge, unit, definition, period,
/// document, paragraph, printed token and note.
pub(super) fn evidence(page: Page, id: ObservationId) -> Html {
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
pub(super) fn entry(name: &'static str, value: Html) -> Html {
    html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> }
}
