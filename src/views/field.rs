use yew::Html;

use crate::i18n::{
    arithmetic, comparison_reason, derived_amount, field_count, kind_and_time, period, topic,
    view_texts,
};
use crate::model::{Derivation, DerivationId, Field, ObservationId, Slug, Topic};
use crate::query::{Point, derive, field, points, unlike};
use crate::state::charts;

use super::Context;
use super::markup::{each, markup};
use super::parts::{
    cards, chart_figures, evidence, figure_link, head, in_words, list_section, row_list, section,
    shown, term,
};

/// The view of a field: its charts, every figure that they do not show, what follows from the figures,
/// what must not be compared, and what was published without a number.
pub(crate) fn content(cx: Context<'_>, of: Field) -> Html {
    let language = cx.language();
    let words = view_texts(language).field(of);
    let ids = charts(cx.view.route);
    let shown = shown(cx, ids);
    let blocks = chart_figures(cx, ids);
    let rest = || {
        let listed = Listed::new(cx, of, &shown);
        markup! {
            { figures(cx, &listed, shown.is_empty()) }
            { computed(cx, &listed.apart) }
            { never_compared(cx, of, &shown) }
            { statements(cx, of) }
        }
    };
    markup! {
        <div class="intro">
            <h1>{ words.title }</h1>
            <p class="lead">{ words.lead }</p>
            <p>{ field_count(language, cx.dataset, of) }</p>
            <p class="boundaries">{ cx.messages().boundaries }</p>
        </div>
        { blocks }
        { cx.below(rest) }
        { cards(cx, shown.clone()) }
    }
}

/// What is known of a field beside its charts.
struct Listed {
    /// The figures, and computed values where their series is among them.
    points: Vec<Point>,
    /// The computed values that stand in no series of the list.
    apart: Vec<DerivationId>,
}

impl Listed {
    fn new(cx: Context<'_>, of: Field, shown: &[ObservationId]) -> Self {
        let mut points = points(cx.dataset, of);
        points.retain(|point| !matches!(point, Point::Published(id) if shown.contains(id)));
        let has_series = |derivation: &Derivation<'_>| {
            points.iter().any(|point| match point {
                Point::Published(id) => {
                    let figure = cx.dataset.observation(*id);
                    figure.indicator == derivation.indicator
                        && figure.province == derivation.province
                }
                Point::Computed(_) => false,
            })
        };
        let mut apart: Vec<DerivationId> = Vec::new();
        for point in &points {
            if let Point::Computed(id) = point
                && !has_series(cx.dataset.derivation(*id))
            {
                apart.push(*id);
            }
        }
        points.retain(|point| !matches!(point, Point::Computed(id) if apart.contains(id)));
        Self { points, apart }
    }
}

/// The figures that no chart of the view shows, by topic.
fn figures(cx: Context<'_>, listed: &Listed, alone: bool) -> Html {
    let text = view_texts(cx.language());
    let mut groups: Vec<(Topic, Vec<Html>)> = Vec::new();
    for topic in Topic::ALL {
        let of_topic = listed.points.iter().filter(|point| topic_of(cx, **point) == *topic);
        let rows = each(of_topic, |point| row(cx, *point));
        if !rows.is_empty() {
            groups.push((*topic, rows));
        }
    }
    let is_one = groups.len() == 1;
    let groups = each(groups, |(of, rows)| {
        let name = topic(cx.language(), of);
        markup! {
            { (!is_one).then(|| markup! { <h3>{ name }</h3> }) }
            { rows_table(cx, name, rows) }
        }
    });
    let heading = if alone { text.field_figures } else { text.other_figures };
    section("figures", heading, markup! { { groups } })
}

fn topic_of(cx: Context<'_>, point: Point) -> Topic {
    let indicator = match point {
        Point::Published(id) => cx.dataset.observation(id).indicator,
        Point::Computed(id) => cx.dataset.derivation(id).indicator,
    };
    cx.dataset.indicator(indicator).topic
}

fn rows_table(cx: Context<'_>, label: &'static str, rows: Vec<Html>) -> Html {
    let text = cx.messages();
    markup! {
        <table aria-label={label} class="stacked series">
            { head([text.column_indicator, text.column_province, text.column_value]) }
            <tbody>{ rows }</tbody>
        </table>
    }
}

fn row(cx: Context<'_>, point: Point) -> Html {
    let language = cx.language();
    let (indicator, province, time, note) = match point {
        Point::Published(id) => {
            let figure = cx.dataset.observation(id);
            let time = kind_and_time(language, cx.dataset, id);
            (figure.indicator, figure.province, time, figure.note)
        }
        Point::Computed(id) => {
            let computed = cx.dataset.derivation(id);
            let time = period(language, computed.period);
            (computed.indicator, computed.province, time, computed.note)
        }
    };
    let value = match point {
        Point::Published(id) => evidence(cx, id),
        Point::Computed(id) => markup! {
            <span class="value">{ computed_amount(cx, id) }</span>
            <div class="evidence">
                { arithmetic(language, cx.dataset, id) }<br />
                { cx.messages().computed }
            </div>
        },
    };
    let note = note.get(language);
    markup! {
        <tr>
            <th scope="row">{ term(cx, indicator) }</th>
            <td>
                { cx.dataset.province(province).name.get(language) }
                <div class="evidence">{ time }</div>
            </td>
            <td>
                { value }
                { (!note.is_empty()).then(|| markup! { <div class="evidence">{ note }</div> }) }
            </td>
        </tr>
    }
}

fn computed_amount(cx: Context<'_>, id: DerivationId) -> String {
    let indicator = cx.dataset.indicator(cx.dataset.derivation(id).indicator);
    // Validation has seen to it that there is a result.
    let amount =
        derive(cx.dataset, id).map(|result| derived_amount(cx.language(), indicator, result));
    amount.unwrap_or_default().replace('\u{a0}', " ")
}

/// What follows from the figures, with the arithmetic: totals that no document prints, shares, and
/// where figures contradict each other.
fn computed(cx: Context<'_>, ids: &[DerivationId]) -> Html {
    let language = cx.language();
    let rows = each(ids, |id| {
        let derivation = cx.dataset.derivation(*id);
        let name = cx.dataset.indicator(derivation.indicator).name.get(language);
        let province = cx.dataset.province(derivation.province).name.get(language);
        let time = period(language, derivation.period);
        markup! {
            <li>
                <strong>{ name }</strong>{ format!(", {province}, {time}: ") }
                <span class="value">{ computed_amount(cx, *id) }</span>
                <div>{ arithmetic(language, cx.dataset, *id) }</div>
                <div class="evidence">{ derivation.note.get(language) }</div>
            </li>
        }
    });
    if rows.is_empty() {
        return Html::default();
    }
    let list = markup! {
        <p class="evidence">{ cx.messages().computed }</p>
        { row_list(rows) }
    };
    section("computed", view_texts(language).computed, list)
}

/// The pairs that may tempt to a comparison, with the reason against it; those of the charts stand in
/// the notes of the charts.
fn never_compared(cx: Context<'_>, of: Field, shown: &[ObservationId]) -> Html {
    let language = cx.language();
    let pairs = unlike(cx.dataset, of).into_iter();
    let pairs = pairs.filter(|pair| !(shown.contains(&pair.left) && shown.contains(&pair.right)));
    let rows = each(pairs, |pair| {
        markup! {
            <li>
                { figure_link(cx, pair.left) }<br />{ figure_link(cx, pair.right) }
                <div>{ comparison_reason(language, cx.dataset, &pair) }</div>
            </li>
        }
    });
    list_section("unlike", view_texts(language).unlike, rows)
}

fn statements(cx: Context<'_>, of: Field) -> Html {
    let said = cx.dataset.statements.iter();
    let said = said.filter(|said| field(cx.dataset, said.indicator) == of);
    let rows = each(said, |said| markup! { <li>{ in_words(cx, said) }</li> });
    list_section("statements", view_texts(cx.language()).statements, rows)
}
