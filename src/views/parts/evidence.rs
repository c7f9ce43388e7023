use yew::Html;

use crate::i18n::{amount, axis_unit, hedge, period_with_basis};
use crate::model::{Kind, ObservationId};
use crate::query::in_order;
use crate::state::Route;
use crate::views::markup::{each, markup};
use crate::views::{Context, Medium};

/// The cards of the figures that the charts of a written page show, each once, for `cards.js`, which opens
/// them on the marks of pictures before the app is there, and without it.
pub(in crate::views) fn cards(cx: Context<'_>, figures: Vec<ObservationId>) -> Html {
    // The app is at hand in a single file.
    if !cx.is_written || cx.medium == Medium::SingleFile {
        return Html::default();
    }
    let figures = in_order(figures, |id| *id);
    let shown = figures.chunk_by(|a, b| a == b).filter_map(<[ObservationId]>::first);
    let cards = each(shown, |id| {
        let name = cx.dataset.observation(*id).slug;
        markup! { <template data-card={name}>{ card(cx, *id) }</template> }
    });
    markup! { { cards } }
}

/// What stands in the card that opens on the mark of a figure.
pub fn card(cx: Context<'_>, id: ObservationId) -> Html {
    let text = cx.messages();
    let language = cx.language();
    let figure = cx.dataset.observation(id);
    let indicator = cx.dataset.indicator(figure.indicator);
    let province = cx.dataset.province(figure.province).name.get(language);
    let kind = (figure.kind == Kind::Target).then_some(text.column_target);
    markup! {
        <p class="card-title">
            { kind.map(|kind| markup! { { kind }{ ": " } }) }
            { indicator.name.get(language) }{ ", " }{ province }
        </p>
        <p class="card-value">{ amount(language, cx.dataset, figure) }</p>
        <dl>{ facts_of(cx, id) }</dl>
        <div class="card-foot">
            <a href={cx.link(Route::Figure(id))}>{ text.own_page }</a>
            <button type="button" class="close">{ text.close }</button>
        </div>
    }
}

/// What a figure rests on, as the entries of a description list: hedge, unit, definition, period,
/// document, paragraph, printed token and note.
pub(in crate::views) fn facts_of(cx: Context<'_>, id: ObservationId) -> Html {
    let text = cx.messages();
    let language = cx.language();
    let figure = cx.dataset.observation(id);
    let indicator = cx.dataset.indicator(figure.indicator);
    let source = cx.dataset.source(figure.source);
    let note = figure.note.get(language);
    markup! {
        { entry(text.hedge, hedge(language, figure.qualifier).into()) }
        { entry(text.unit, axis_unit(language, indicator).into()) }
        { entry(text.definition, indicator.definition.get(language).into()) }
        { entry(text.period, period_with_basis(language, figure).into()) }
        { entry(text.source, markup! {
            <cite lang="vi">{ source.title_vi }</cite>{ format!(", {} {}", text.paragraph, figure.paragraph) }
        }) }
        { entry(text.printed, markup! { <q lang="vi">{ figure.printed }</q> }) }
        { (!note.is_empty()).then(|| entry(text.note, note.into())) }
    }
}

/// One entry of a description list.
pub(in crate::views) fn entry(name: &'static str, value: Html) -> Html {
    markup! { <div><dt>{ name }</dt><dd>{ value }</dd></div> }
}
