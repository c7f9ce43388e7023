use web_sys::MouseEvent;
use yew::{Callback, Html, NodeRef, html};

use crate::chart::Region;
use crate::i18n::amount;
use crate::model::{Kind, ObservationId};
use crate::state::Route;

use super::evidence::evidence;
use super::page::Page;

/// The width of a card that floats over its chart, in CSS pixels; the same as in the style sheet.
const CARD_WIDTH: u32 = 384;

/// How far below its mark a card floats, in CSS pixels.
const DISTANCE: i32 = 6;

/// Where a card floats over a chart of a width: below its mark, within the chart. Left and top, as
/// all of it in CSS pixels of the page.
pub(super) fn place_of(shape: Region, target: Region, within: u32) -> (i32, i32) {
    let rightmost = within.saturating_sub(CARD_WIDTH).cast_signed();
    let centred = shape.x + shape.width / 2 - CARD_WIDTH.cast_signed() / 2;
    (centred.clamp(0, rightmost), target.bottom() + DISTANCE)
}

/// The evidence for one figure, and the way to its own page. A pinned card stays until it is closed.
pub(super) fn card(
    page: Page,
    id: ObservationId,
    pinned: bool,
    node: &NodeRef,
    onclose: Callback<MouseEvent>,
) -> Html {
    let text = page.messages();
    let language = page.language();
    let figure = page.dataset.observation(id);
    let indicator = page.dataset.indicator(figure.indicator);
    let province = page.dataset.province(figure.province).name.get(language);
    let kind = (figure.kind == Kind::Target).then_some(text.column_target);
    let own_page = page.view.link(page.dataset, page.view.at(Route::Figure(id)));
    html! {
        <div ref={node.clone()} tabindex="-1" class={yew::classes!("card", pinned.then_some("pinned"))}>
            <p class="card-title">
                { for kind.map(|kind| html! { <>{ kind }{ ": " }</> }) }
                { indicator.name.get(language) }{ ", " }{ province }
            </p>
            <p class="card-value">{ amount(language, page.dataset, figure) }</p>
            <dl>{ evidence(page, id) }</dl>
            { for pinned.then(|| html! {
                <div class="card-foot">
                    <a href={own_page}>{ text.own_page }</a>
                    <button type="button" class="close" onclick={onclose}>{ text.close }</button>
                </div>
            }) }
        </div>
    }
}
