use yew::{Html, html};

use crate::components::Page;
use crate::i18n::{found, kind_and_time, spoken, topic};
use crate::model::{ObservationId, Slug, Topic};
use crate::query::Index;
use crate::state::Control;

use super::filters::filters;
use super::footer::archive_link;
use super::order::ranks;
use super::table::{head, term, value};

/// What the list can be narrowed and ordered by.
const CONTROLS: [Control; 6] = [
    Control::Search,
    Control::Topic,
    Control::Province,
    Control::Kind,
    Control::Year,
    Control::Order,
];

/// The page of all figures, by field, with a search that the app brings to life.
pub(super) fn content(page: Page) -> Html {
    let text = page.messages();
    let index = Index::new(page.dataset, |figure| spoken(page.dataset, figure));
    let listed: Vec<ObservationId> =
        Topic::ALL.iter().flat_map(|topic| of_topic(page, *topic)).collect();
    let count = found(page.language(), false, listed.len());
    let controls = filters(page, text.search_label, &CONTROLS, &listed, count);
    let rows: Vec<Row> = listed.iter().copied().zip(ranks(page, &listed)).collect();
    let groups = Topic::ALL.iter().map(|topic| group(page, &index, *topic, &rows));
    html! {
        <>
            <div class="intro">
                <h1>{ text.figures_title }</h1>
                <p class="lead">{ text.figures_lead }</p>
                <p class="crumb online">{ archive_link(page) }</p>
            </div>
            { controls }
            { for groups }
        </>
    }
}

/// A figure with its places in the orders of the list.
type Row = (ObservationId, String);

fn of_topic(page: Page, of: Topic) -> impl Iterator<Item = ObservationId> {
    let figures = page.dataset.observations();
    let of_topic =
        figures.filter(move |(_, figure)| page.dataset.indicator(figure.indicator).topic == of);
    of_topic.map(|(id, _)| id)
}

fn group(page: Page, index: &Index, of: Topic, rows: &[Row]) -> Html {
    let text = page.messages();
    let is_of = |id: ObservationId| {
        page.dataset.indicator(page.dataset.observation(id).indicator).topic == of
    };
    let rows = rows.iter().filter(|(id, _)| is_of(*id)).map(|found| row(page, index, found));
    let rows: Vec<Html> = rows.collect();
    if rows.is_empty() {
        return Html::default();
    }
    let id = of.slug();
    let name = topic(page.language(), of);
    html! {
        <section class="of-topic" data-group={id} aria-labelledby={id}>
            <h2 {id}>{ name }</h2>
            <table>
                { head([text.column_indicator, text.column_province, text.column_value]) }
                <tbody>{ for rows }</tbody>
            </table>
        </section>
    }
}

/// A figure. What the list may be narrowed and ordered by stands in its attributes.
fn row(page: Page, index: &Index, (id, ranks): &Row) -> Html {
    let (language, id) = (page.language(), *id);
    let figure = page.dataset.observation(id);
    let province = page.dataset.province(figure.province).name.get(language);
    let topic = page.dataset.indicator(figure.indicator).topic;
    html! {
        <tr data-ranks={ranks.clone()} data-province={figure.province.slug()}
            data-topic={topic.slug()} data-kind={figure.kind.slug()}
            data-year={figure.period.year().to_string()} data-words={words(index, id)}>
            <th scope="row">{ term(page, figure.indicator) }</th>
            <td>
                { province }
                <div class="evidence">{ kind_and_time(language, page.dataset, id) }</div>
            </td>
            <td>{ value(page, id) }</td>
        </tr>
    }
}

/// The words by which the search of the page finds a figure. Each stands once, where it comes first, so
/// that the phrases of many rows stay alike and pack well; one that another begins with is found by that.
fn words(index: &Index, id: ObservationId) -> String {
    let words: Vec<&str> = index.words(id).split(' ').collect();
    let is_needed = |(at, word): &(usize, &&str)| {
        !words[..*at].contains(*word)
            && !words.iter().any(|other| other != *word && other.starts_with(**word))
    };
    let needed = words.iter().enumerate().filter(is_needed).map(|(_, word)| *word);
    needed.collect::<Vec<_>>().join(" ")
}
