use web_sys::MouseEvent;
use yew::{Callback, Html, NodeRef, html};

use crate::chart::Mark;
use crate::i18n::{amount, axis_unit, hedge, period_with_basis};
use crate::model::{Kind, ObservationId};

use super::page::Page;

/// The width of a card that floats over its chart, in CSS pixels; the same as in the style sheet.
const CARD_WIDTH: u32 = 384;

/// How far below its mark a card floats, in CSS pixels.
const DISTANCE: i32 = 6;

/// Where a card floats over a chart of a width: below its mark, within the chart. Left and top in
/// CSS pixels.
pub(super) fn place_of(mark: &Mark, within: u32) -> (i32, i32) {
    let rightmost = within.saturating_sub(CARD_WIDTH).cast_signed();
    let centred = mark.shape.x + mark.shape.width / 2 - CARD_WIDTH.cast_signed() / 2;
    (centred.clamp(0, rightmost), mark.target.bottom() + DISTANCE)
}

/// The evidence for one figure: value, hedge, unit, definition, period, document, paragraph and
/// printed token. A pinned card stays until it is closed.
pub(super) fn card(
    page: Page,
    id: ObservationId,
    pinned: bool,
    node: &NodeRef,
    onclose: Callback<MouseEvent>,
) -> Html {
    let text = page.messages();
    let figure = page.dataset.observation(id);
    let indicator = page.dataset.indicator(figure.indicator);
    let source = page.dataset.source(figure.source);
    let province = page.dataset.province(figure.province).name.get(page.language);
    let note = figure.note.get(page.language);
    let kind = (figure.kind == Kind::Target).then_some(text.column_target);
    html! {
        <div ref={node.clone()} tabindex="-1" class={yew::classes!("card", pinned.then_some("pinned"))}>
            <p class="card-title">
                { for kind.map(|kind| html! { <>{ kind }{ ": " }</> }) }
                { indicator.name.get(page.language) }{ ", " }{ province }
            </p>
            <p class="card-value">{ amount(page.language, page.dataset, figure) }</p>
            <dl>
                { line(text.hedge, hedge(page.language, figure.qualifier).into()) }
                { line(text.unit, axis_unit(page.language, indicator).into()) }
                { line(text.definition, indicator.definition.get(page.language).into()) }
                { line(text.period, period_with_basis(page.language, figure).into()) }
                { line(text.source, html! {
                    <><cite lang="vi">{ source.title_vi }</cite>{ format!(", {} {}", text.paragraph, figure.paragraph) }</>
                }) }
                { line(text.printed, html! { <q lang="vi">{ figure.printed }</q> }) }
                { for (!note.is_empty()).then(|| line(text.note, note.into())) }
            </dl>
            { for pinned.then(|| html! {
                <button type="button" class="close" onclick={onclose}>{ text.close }</button>
            }) }
        </div>
    }
}

fn line(name: &'static str, value: Html) -> Html {
    html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> }
}
