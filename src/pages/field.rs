use yew::{Html, html};

use crate::chart::{ChartId, spec};
use crate::components::Page;
use crate::i18n::{
    arithmetic, comparison_reason, derived_amount, field_count, figure_label, kind_and_time,
    period, topic, view_texts,
};
use crate::model::{Derivation, DerivationId, Field, ObservationId, Slug, Topic};
use crate::query::{Point, derive, field, points, unlike};
use crate::render::DrawError;
use crate::state::Route;

use super::chart::chart;
use super::contents::charts;
use super::evidence::cards;
use super::notes::in_words;
use super::site::Site;
use super::table::{evidence, head, term};

/// The view of a field: its charts, every figure that they do not show, what follows from the figures,
/// what must not be compared, and what was published without a number.
pub(super) fn content(site: &Site, page: Page, of: Field) -> Result<Html, DrawError> {
    let language = page.language();
    let words = view_texts(language).field(of);
    let ids = charts(page.view.route);
    let shown = shown(page, ids);
    let blocks = ids.iter().map(|id| chart(site, page, *id)).collect::<Result<Vec<_>, _>>()?;
    let listed = Listed::new(page, of, &shown);
    Ok(html! {
        <>
            <div class="intro">
                <h1>{ words.title }</h1>
                <p class="lead">{ words.lead }</p>
                <p>{ field_count(language, page.dataset, of) }</p>
                <p class="boundaries">{ page.messages().boundaries }</p>
            </div>
            { for blocks }
            { figures(page, &listed, shown.is_empty()) }
            { computed(page, &listed.apart) }
            { never_compared(page, of, &shown) }
            { statements(page, of) }
            { cards(page, shown) }
        </>
    })
}

/// Every figure that charts show.
pub(super) fn shown(page: Page, charts: &[ChartId]) -> Vec<ObservationId> {
    charts.iter().flat_map(|id| spec(page.dataset, *id).shown()).collect()
}

/// What is known of a field beside its charts.
struct Listed {
    /// The figures, and computed values where their series is among them.
    points: Vec<Point>,
    /// The computed values that stand in no series of the list.
    apart: Vec<DerivationId>,
}

impl Listed {
    fn new(page: Page, of: Field, shown: &[ObservationId]) -> Self {
        let mut points = points(page.dataset, of);
        points.retain(|point| !matches!(point, Point::Published(id) if shown.contains(id)));
        let has_series = |derivation: &Derivation<'_>| {
            points.iter().any(|point| match point {
                Point::Published(id) => {
                    let figure = page.dataset.observation(*id);
                    figure.indicator == derivation.indicator
                        && figure.province == derivation.province
                }
                Point::Computed(_) => false,
            })
        };
        let apart: Vec<DerivationId> = points
            .iter()
            .filter_map(|point| match point {
                Point::Computed(id) => Some(*id),
                Point::Published(_) => None,
            })
            .filter(|id| !has_series(page.dataset.derivation(*id)))
            .collect();
        points.retain(|point| !matches!(point, Point::Computed(id) if apart.contains(id)));
        Self { points, apart }
    }
}

/// The figures that no chart of the view shows, by topic.
fn figures(page: Page, listed: &Listed, alone: bool) -> Html {
    let text = view_texts(page.language());
    let groups: Vec<(Topic, Vec<Html>)> = Topic::ALL
        .iter()
        .map(|topic| {
            let of_topic = listed.points.iter().filter(|point| topic_of(page, **point) == *topic);
            (*topic, of_topic.map(|point| row(page, *point)).collect())
        })
        .filter(|(_, rows): &(_, Vec<Html>)| !rows.is_empty())
        .collect();
    let is_one = groups.len() == 1;
    let groups = groups.into_iter().map(|(of, rows)| {
        let name = topic(page.language(), of);
        html! {
            <>
                { for (!is_one).then(|| html! { <h3>{ name }</h3> }) }
                { rows_table(page, name, rows) }
            </>
        }
    });
    let heading = if alone { text.field_figures } else { text.other_figures };
    section("figures", heading, html! { <>{ for groups }</> })
}

fn topic_of(page: Page, point: Point) -> Topic {
    let indicator = match point {
        Point::Published(id) => page.dataset.observation(id).indicator,
        Point::Computed(id) => page.dataset.derivation(id).indicator,
    };
    page.dataset.indicator(indicator).topic
}

fn rows_table(page: Page, label: &'static str, rows: Vec<Html>) -> Html {
    let text = page.messages();
    html! {
        <table class="stacked series" aria-label={label}>
            { head([text.column_indicator, text.column_province, text.column_value]) }
            <tbody>{ for rows }</tbody>
        </table>
    }
}

fn row(page: Page, point: Point) -> Html {
    let language = page.language();
    let (indicator, province, time, note) = match point {
        Point::Published(id) => {
            let figure = page.dataset.observation(id);
            let time = kind_and_time(language, page.dataset, id);
            (figure.indicator, figure.province, time, figure.note)
        }
        Point::Computed(id) => {
            let computed = page.dataset.derivation(id);
            let time = period(language, computed.period);
            (computed.indicator, computed.province, time, computed.note)
        }
    };
    let value = match point {
        Point::Published(id) => evidence(page, id),
        Point::Computed(id) => html! {
            <>
                <span class="value">{ computed_amount(page, id) }</span>
                <div class="evidence">
                    { arithmetic(language, page.dataset, id) }<br />
                    { page.messages().computed }
                </div>
            </>
        },
    };
    let note = note.get(language);
    html! {
        <tr>
            <th scope="row">{ term(page, indicator) }</th>
            <td>
                { page.dataset.province(province).name.get(language) }
                <div class="evidence">{ time }</div>
            </td>
            <td>
                { value }
                { for (!note.is_empty()).then(|| html! { <div class="evidence">{ note }</div> }) }
            </td>
        </tr>
    }
}

fn computed_amount(page: Page, id: DerivationId) -> String {
    let indicator = page.dataset.indicator(page.dataset.derivation(id).indicator);
    // Validation has seen to it that there is a result.
    let amount =
        derive(page.dataset, id).map(|result| derived_amount(page.language(), indicator, result));
    amount.unwrap_or_default().replace('\u{a0}', " ")
}

/// What follows from the figures, with the arithmetic: totals that no document prints, shares, and
/// where figures contradict each other.
fn computed(page: Page, ids: &[DerivationId]) -> Html {
    let language = page.language();
    let rows = ids.iter().map(|id| {
        let derivation = page.dataset.derivation(*id);
        let name = page.dataset.indicator(derivation.indicator).name.get(language);
        let province = page.dataset.province(derivation.province).name.get(language);
        let time = period(language, derivation.period);
        html! {
            <li>
                <strong>{ name }</strong>{ format!(", {province}, {time}: ") }
                <span class="value">{ computed_amount(page, *id) }</span>
                <div>{ arithmetic(language, page.dataset, *id) }</div>
                <div class="evidence">{ derivation.note.get(language) }</div>
            </li>
        }
    });
    let rows: Vec<Html> = rows.collect();
    if rows.is_empty() {
        return Html::default();
    }
    let list = html! {
        <>
            <p class="evidence">{ page.messages().computed }</p>
            <ul class="rows">{ for rows }</ul>
        </>
    };
    section("computed", view_texts(language).computed, list)
}

/// The pairs that may tempt to a comparison, with the reason against it; those of the charts stand in
/// the notes of the charts.
fn never_compared(page: Page, of: Field, shown: &[ObservationId]) -> Html {
    let language = page.language();
    let pairs = unlike(page.dataset, of).into_iter();
    let pairs = pairs.filter(|pair| !(shown.contains(&pair.left) && shown.contains(&pair.right)));
    let rows = pairs.map(|pair| {
        let link = |id: ObservationId| {
            let figure = page.dataset.observation(id);
            let href = page.view.link(page.dataset, page.view.at(Route::Figure(id)));
            let label = figure_label(language, page.dataset, figure);
            html! { <a {href} data-figure={figure.slug}>{ label }</a> }
        };
        html! {
            <li>
                { link(pair.left) }<br />{ link(pair.right) }
                <div>{ comparison_reason(language, page.dataset, &pair) }</div>
            </li>
        }
    });
    list("unlike", view_texts(language).unlike, rows.collect())
}

fn statements(page: Page, of: Field) -> Html {
    let said = page.dataset.statements.iter();
    let said = said.filter(|said| field(page.dataset, said.indicator) == of);
    let rows = said.map(|said| html! { <li>{ in_words(page, said) }</li> });
    list("statements", view_texts(page.language()).statements, rows.collect())
}

fn list(id: &'static str, heading: &'static str, rows: Vec<Html>) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    section(id, heading, html! { <ul class="rows">{ for rows }</ul> })
}

/// A part of a view below its heading.
pub(super) fn section(id: &'static str, heading: &'static str, content: Html) -> Html {
    let heading_id = format!("{id}-heading");
    html! {
        <section class="part" {id} aria-labelledby={heading_id.clone()}>
            <h2 id={heading_id}>{ heading }</h2>
            { content }
        </section>
    }
}
