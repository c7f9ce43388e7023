use yew::Html;

use crate::i18n::{amount, kind_and_time, view_texts};
use crate::model::ObservationId;
use crate::query::field;
use crate::state::Route;

use super::Context;
use super::markup::markup;
use super::parts::{
    cite_figure, comparisons, derived, entry, facts_of, imprint, statements, targets,
};

/// The page of one figure: its value, what it rests on, and what it may be compared with.
pub(crate) fn content(cx: Context<'_>, id: ObservationId) -> Html {
    let text = cx.messages();
    let language = cx.language();
    let figure = cx.dataset.observation(id);
    let indicator = cx.dataset.indicator(figure.indicator);
    let province = cx.dataset.province(figure.province).name.get(language);
    let source = cx.dataset.source(figure.source);
    let field = field(cx.dataset, figure.indicator);
    let view = cx.link(Route::Field(field));
    let all = cx.link(Route::Figures);
    markup! {
        <article class="figure">
            <div class="intro">
                <p class="crumb">
                    <a href={view}>{ view_texts(language).field(field).short }</a>
                    { " · " }<a href={all}>{ text.figures_title }</a>
                </p>
                <h1>{ indicator.name.get(language) }</h1>
                <p class="lead">
                    { province }{ ". " }{ kind_and_time(language, cx.dataset, id) }{ "." }
                </p>
                <div data-figure={figure.slug} class="number">
                    { number_and_unit(&amount(language, cx.dataset, figure)) }
                </div>
                <p class="boundaries">{ text.boundaries }</p>
            </div>
            <section aria-labelledby="evidence">
                <h2 id="evidence">{ text.evidence_heading }</h2>
                <dl class="facts-of-figure">
                    { facts_of(cx, id) }
                    { entry(text.document, imprint(cx, source)) }
                    { entry(text.reading, source.note.get(language).into()) }
                    { entry(text.permanent_id, markup! { <code>{ figure.slug }</code> }) }
                </dl>
                { cite_figure(cx, id) }
            </section>
            { targets(cx, id) }
            { comparisons(cx, id) }
            { derived(cx, id) }
            { statements(cx, id) }
        </article>
    }
}

/// A value whose unit, which stands behind a space that does not break, is quieter than its number.
fn number_and_unit(amount: &str) -> Html {
    match amount.split_once('\u{a0}') {
        Some((number, unit)) => {
            markup! { { number.to_owned() }{ "\u{a0}" }<span class="unit">{ unit.to_owned() }</span> }
        }
        None => amount.to_owned().into(),
    }
}
