use std::collections::BTreeSet;

use yew::{Html, html};

use crate::components::Page;
use crate::i18n::{found, kind_and_time, spoken, topic};
use crate::model::{ObservationId, Slug, Topic};
use crate::query::Index;

use super::footer::archive_link;
use super::table::{head, value};

/// The page of all figures, by field, with a search that the app brings to life.
pub(super) fn content(page: Page) -> Html {
    let text = page.messages();
    let index = Index::new(page.dataset, |figure| spoken(page.dataset, figure));
    let groups = Topic::ALL.iter().map(|topic| group(page, &index, *topic));
    html! {
        <>
            <div class="intro">
                <h1>{ text.figures_title }</h1>
                <p class="lead">{ text.figures_lead }</p>
                <p class="crumb online">{ archive_link(page) }</p>
            </div>
            <div class="search" role="search">
                <label for="search">{ text.search_label }</label>
                <input id="search" type="search" autocomplete="off" spellcheck="false"
                    aria-describedby="search-hint" />
                <p class="hint" id="search-hint">{ text.search_hint }</p>
                <p id="search-found" role="status">
                    { found(page.language(), page.dataset.observations.len()) }
                </p>
            </div>
            { for groups }
        </>
    }
}

fn group(page: Page, index: &Index, field: Topic) -> Html {
    let text = page.messages();
    let of_field = page
        .dataset
        .observations()
        .filter(|(_, figure)| page.dataset.indicator(figure.indicator).topic == field);
    let rows: Vec<Html> = of_field.map(|(id, _)| row(page, index, id)).collect();
    if rows.is_empty() {
        return Html::default();
    }
    let id = field.slug();
    let name = topic(page.language(), field);
    html! {
        <section data-group={id} aria-labelledby={id}>
            <h2 {id}>{ name }</h2>
            <table>
                { head([text.column_indicator, text.column_province, text.column_value]) }
                <tbody>{ for rows }</tbody>
            </table>
        </section>
    }
}

fn row(page: Page, index: &Index, id: ObservationId) -> Html {
    let language = page.language();
    let figure = page.dataset.observation(id);
    let province = page.dataset.province(figure.province).name.get(language);
    html! {
        <tr data-words={words(index, id)}>
            <th scope="row">{ page.dataset.indicator(figure.indicator).name.get(language) }</th>
            <td>
                { province }
                <div class="evidence">{ kind_and_time(language, page.dataset, id) }</div>
            </td>
            <td>{ value(page, id) }</td>
        </tr>
    }
}

/// The words by which the search of the page finds a figure, each once.
fn words(index: &Index, id: ObservationId) -> String {
    let words: BTreeSet<&str> = index.words(id).split(' ').collect();
    words.into_iter().collect::<Vec<_>>().join(" ")
}
