use yew::Html;

use crate::i18n::{found, kind_and_time, topic};
use crate::model::{ObservationId, Slug, Topic};
use crate::state::Control;

use super::Context;
use super::listing::{by_topic, fitting, ordered};
use super::markup::{each, markup};
use super::parts::{archive_link, filters, head, in_order, term, value};

/// What the list can be narrowed and ordered by.
const CONTROLS: [Control; 6] = [
    Control::Search,
    Control::Topic,
    Control::Province,
    Control::Kind,
    Control::Year,
    Control::Order,
];

/// So many rows fill the first screen of a desktop.
const FIRST_ROWS: usize = 12;

/// The page of all figures, by field, with a search that the app brings to life.
pub(super) fn content(cx: Context<'_>) -> Html {
    let text = cx.messages();
    let all = by_topic(cx);
    markup! {
        <div class="intro">
            <h1>{ text.figures_title }</h1>
            <p class="lead">{ text.figures_lead }</p>
            { cx.has_server().then(|| markup! { <p class="crumb">{ archive_link(cx) }</p> }) }
        </div>
        { filters(cx, text.search_label, &CONTROLS, &all, count(cx)) }
        <div id="list">{ list(cx) }</div>
    }
}

/// How many figures the list shows, in words.
pub(super) fn count(cx: Context<'_>) -> String {
    found(cx.language(), false, fitting(cx, &by_topic(cx), &|_| None).len())
}

/// The figures that fit what is chosen: by field, or in one table in an order.
pub(super) fn list(cx: Context<'_>) -> Html {
    let shown = fitting(cx, &by_topic(cx), &|_| None);
    if let Some(order) = cx.choices.order() {
        let rows = each(ordered(cx, order, shown), |id| row(cx, id));
        return in_order(columns(cx), false, rows);
    }
    let topics = if cx.begins { &Topic::ALL[..1] } else { Topic::ALL };
    let groups = each(topics, |topic| group(cx, *topic, &shown));
    markup! { { groups } }
}

fn columns(cx: Context<'_>) -> Html {
    let text = cx.messages();
    head([text.column_indicator, text.column_province, text.column_value])
}

fn group(cx: Context<'_>, of: Topic, shown: &[ObservationId]) -> Html {
    let is_of = |id: &&ObservationId| {
        cx.dataset.indicator(cx.dataset.observation(**id).indicator).topic == of
    };
    let shown = shown.iter().filter(is_of);
    let rows = each(shown.take(if cx.begins { FIRST_ROWS } else { usize::MAX }), |id| row(cx, *id));
    if rows.is_empty() {
        return Html::default();
    }
    let id = of.slug();
    markup! {
        <section key={id} data-group={id} aria-labelledby={id} class="of-topic">
            <h2 id={id}>{ topic(cx.language(), of) }</h2>
            <table>{ columns(cx) }<tbody>{ rows }</tbody></table>
        </section>
    }
}

fn row(cx: Context<'_>, id: ObservationId) -> Html {
    let language = cx.language();
    let figure = cx.dataset.observation(id);
    markup! {
        <tr key={figure.slug} data-row={figure.slug}>
            <th scope="row">{ term(cx, figure.indicator) }</th>
            <td>
                { cx.dataset.province(figure.province).name.get(language) }
                <div class="evidence">{ kind_and_time(language, cx.dataset, id) }</div>
            </td>
            <td>{ value(cx, id) }</td>
        </tr>
    }
}
