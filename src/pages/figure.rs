use yew::{Html, html};

use crate::components::Page;
use crate::i18n::{amount, kind_and_time, view_texts};
use crate::model::ObservationId;
use crate::query::field;
use crate::state::Route;

use super::cite::cite_figure;
use super::evidence::{entry, evidence};
use super::related::{comparisons, derived, statements, targets};
use super::site::Site;
use super::sources::imprint;

/// The page of one figure: its value, what it rests on, and what it may be compared with.
pub(super) fn content(site: &Site, page: Page, id: ObservationId) -> Html {
    let text = page.messages();
    let language = page.language();
    let figure = page.dataset.observation(id);
    let indicator = page.dataset.indicator(figure.indicator);
    let province = page.dataset.province(figure.province).name.get(language);
    let source = page.dataset.source(figure.source);
    let field = field(page.dataset, figure.indicator);
    let view = page.view.link(page.dataset, page.view.at(Route::Field(field)));
    let all = page.view.link(page.dataset, page.view.at(Route::Figures));
    html! {
        <article class="figure">
            <div class="intro">
                <p class="crumb">
                    <a href={view}>{ view_texts(language).field(field).short }</a>
                    { " · " }<a href={all}>{ text.figures_title }</a>
                </p>
                <h1>{ indicator.name.get(language) }</h1>
                <p class="lead">
                    { province }{ ". " }{ kind_and_time(language, page.dataset, id) }{ "." }
                </p>
                <div class="number" data-figure={figure.slug}>
                    { number_and_unit(&amount(language, page.dataset, figure)) }
                </div>
                <p class="boundaries">{ text.boundaries }</p>
            </div>
            <section aria-labelledby="evidence">
                <h2 id="evidence">{ text.evidence_heading }</h2>
                <dl class="facts-of-figure">
                    { evidence(page, id) }
                    { entry(text.document, imprint(page, source)) }
                    { entry(text.reading, source.note.get(language).into()) }
                    { entry(text.permanent_id, html! { <code>{ figure.slug }</code> }) }
                </dl>
                { cite_figure(site, page, id) }
            </section>
            { targets(page, id) }
            { comparisons(page, id) }
            { derived(page, id) }
            { statements(page, id) }
        </article>
    }
}

/// A value whose unit, which stands behind a space that does not break, is quieter than its number.
fn number_and_unit(amount: &str) -> Html {
    match amount.split_once('\u{a0}') {
        Some((number, unit)) => {
            html! { <>{ number }{ "\u{a0}" }<span class="unit">{ unit }</span></> }
        }
        None => amount.into(),
    }
}
