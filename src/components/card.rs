use web_sys::HtmlElement;
use yew::{Callback, Html, Properties, component, html, use_effect_with, use_node_ref};

use crate::chart::Mark;
use crate::i18n::{Messages, amount, axis_unit, period};
use crate::model::{Kind, PeriodBasis, Qualifier};
use crate::platform::place;

use super::context::use_page;

/// The width of a card that floats over its chart, in CSS pixels; the same as in the style sheet.
const CARD_WIDTH: u32 = 320;

/// How far below its mark a card floats, in CSS pixels.
const DISTANCE: i32 = 6;

/// A mark and how its card behaves.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct CardProps {
    pub(super) mark: Mark,
    /// Whether the card stays until it is closed.
    pub(super) pinned: bool,
    /// The width of the chart in CSS pixels.
    pub(super) within: u32,
    pub(super) onclose: Callback<()>,
}

/// The evidence for one figure: value, hedge, unit, period, document, paragraph and printed token.
#[component]
pub(super) fn Card(props: &CardProps) -> Html {
    let page = use_page();
    let text = page.messages();
    let card = use_node_ref();

    use_effect_with((card.clone(), props.mark.clone(), props.within), |(card, mark, within)| {
        if let Some(card) = card.cast::<HtmlElement>() {
            let rightmost = within.saturating_sub(CARD_WIDTH).cast_signed();
            let centred = mark.shape.x + mark.shape.width / 2 - CARD_WIDTH.cast_signed() / 2;
            place(&card, centred.clamp(0, rightmost), mark.target.bottom() + DISTANCE);
        }
    });

    let figure = page.dataset.observation(props.mark.observation);
    let indicator = page.dataset.indicator(figure.indicator);
    let source = page.dataset.source(figure.source);
    let province = page.dataset.province(figure.province).name.get(page.language);
    let basis = match figure.period_basis {
        PeriodBasis::Stated => text.period_stated,
        PeriodBasis::Inferred => text.period_inferred,
    };
    let note = figure.note.get(page.language);
    let kind = (figure.kind == Kind::Target).then_some(text.column_target);
    let onclick = {
        let onclose = props.onclose.clone();
        Callback::from(move |_| onclose.emit(()))
    };
    html! {
        <div ref={card} class={yew::classes!("card", props.pinned.then_some("pinned"))}>
            <p class="card-title">
                { for kind.map(|kind| html! { <>{ kind }{ ": " }</> }) }
                { indicator.name.get(page.language) }{ ", " }{ province }
            </p>
            <p class="card-value">{ amount(page.language, page.dataset, figure) }</p>
            <dl>
                { line(text.hedge, hedge(text, figure.qualifier).into()) }
                { line(text.unit, axis_unit(page.language, indicator).into()) }
                { line(text.period, format!("{} ({basis})", period(page.language, figure.period)).into()) }
                { line(text.source, html! {
                    <><cite lang="vi">{ source.title_vi }</cite>{ format!(", {} {}", text.paragraph, figure.paragraph) }</>
                }) }
                { line(text.printed, html! { <q lang="vi">{ figure.printed }</q> }) }
                { for (!note.is_empty()).then(|| line(text.note, note.into())) }
            </dl>
            { for props.pinned.then(|| html! {
                <button type="button" class="close" {onclick}>{ text.close }</button>
            }) }
        </div>
    }
}

fn line(name: &'static str, value: Html) -> Html {
    html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> }
}

/// A hedge in the words of the documents.
const fn hedge(text: &Messages, qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Exact => text.hedge_exact,
        Qualifier::About => text.hedge_about,
        Qualifier::Over => text.hedge_over,
        Qualifier::Nearly => text.hedge_nearly,
        Qualifier::Estimate => text.hedge_estimate,
        Qualifier::AtLeast => text.hedge_at_least,
        Qualifier::AtMost => text.hedge_at_most,
    }
}
