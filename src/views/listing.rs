//! Which figures of a list fit what a reader has chosen, and in which order they stand.

use std::sync::LazyLock;

use crate::embedded::{DATASET, NAME_RANKS};
use crate::i18n::spoken;
use crate::model::{ObservationId, Slug, Topic};
use crate::query::{Query, Status, in_order, words_of};
use crate::state::Order;

use super::Context;

/// The figures of a list that fit the choices of the reader, in the order of the list.
///
/// `status` is what became of a target, where the list is one of targets.
pub(super) fn fitting(
    cx: Context<'_>,
    listed: &[ObservationId],
    status: &dyn Fn(ObservationId) -> Option<Status>,
) -> Vec<ObservationId> {
    let choices = cx.choices;
    let query = Query::new(choices.search());
    let fits = |id: &&ObservationId| {
        let figure = cx.dataset.observation(**id);
        let topic = cx.dataset.indicator(figure.indicator).topic;
        // A choice that the list does not offer narrows nothing.
        let fits_status = |wanted| status(**id).is_none_or(|status| status == wanted);
        choices.province().is_none_or(|wanted| figure.province == wanted)
            && choices.topic().is_none_or(|wanted| topic == wanted)
            && choices.kind().is_none_or(|wanted| figure.kind == wanted)
            && choices.year().is_none_or(|wanted| figure.period.year() == wanted)
            && choices.status().is_none_or(fits_status)
            && (query.is_empty() || query.fits(words(**id)))
    };
    let mut fitting = Vec::new();
    for id in listed.iter().filter(fits) {
        fitting.push(*id);
    }
    fitting
}

/// The words by which a figure is found. They are prepared once, when somebody first searches.
fn words(id: ObservationId) -> &'static str {
    static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let figures = DATASET.observations();
        figures.map(|(id, _)| words_of(&DATASET, id, spoken)).collect()
    });
    WORDS.get(usize::from(id.0)).map_or("", String::as_str)
}

/// Figures in an order. Those that it does not tell apart keep the order they are given in.
pub(super) fn ordered(
    cx: Context<'_>,
    order: Order,
    figures: Vec<ObservationId>,
) -> Vec<ObservationId> {
    let figure = |id: &ObservationId| cx.dataset.observation(*id);
    let key = |id: &ObservationId| match order {
        Order::Newest => -figure(id).period.last_month(),
        Order::Oldest => figure(id).period.last_month(),
        Order::Province => figure(id).province as i32,
        Order::Name => {
            let ranks = NAME_RANKS.get(cx.language() as usize);
            let rank = ranks.and_then(|of| of.get(usize::from(figure(id).indicator.0)));
            rank.copied().map_or(i32::MAX, i32::from)
        }
    };
    in_order(figures, key)
}

/// The figures of the package by topic, as the page of all figures lists them.
pub(super) fn by_topic(cx: Context<'_>) -> Vec<ObservationId> {
    let mut listed = Vec::new();
    for of in Topic::ALL {
        for (id, figure) in cx.dataset.observations() {
            if cx.dataset.indicator(figure.indicator).topic == *of {
                listed.push(id);
            }
        }
    }
    listed
}

#[cfg(test)]
mod tests {
    use std::cmp::Reverse;

    use super::*;
    use crate::model::Language;
    use crate::state::{Route, View};
    use yew::Html;

    fn with_page(language: Language, check: impl FnOnce(Context<'_>)) {
        let chart = |_, _| Html::default();
        check(Context::new(View { language, route: Route::Figures }, &chart));
    }

    fn all(cx: Context<'_>) -> Vec<ObservationId> {
        cx.dataset.observations().map(|(id, _)| id).collect()
    }

    #[test]
    fn every_order_is_what_it_says() {
        with_page(Language::Vi, |cx| {
            let figures = |order| {
                let ids = ordered(cx, order, all(cx)).into_iter();
                ids.map(|id| cx.dataset.observation(id)).collect::<Vec<_>>()
            };
            let newest = figures(Order::Newest);
            assert!(newest.is_sorted_by_key(|figure| Reverse(figure.period.last_month())));
            assert!(figures(Order::Oldest).is_sorted_by_key(|figure| figure.period.last_month()));
            assert!(figures(Order::Province).is_sorted_by_key(|figure| figure.province));
            assert_eq!(newest.len(), cx.dataset.observations.len());
        });
    }

    #[test]
    fn names_are_in_the_order_of_the_language() {
        let first_letters = |language| {
            let mut letters = String::new();
            with_page(language, |cx| {
                for id in ordered(cx, Order::Name, all(cx)) {
                    let indicator = cx.dataset.observation(id).indicator;
                    let name = cx.dataset.indicator(indicator).name.get(language);
                    let letter = name.chars().next().unwrap_or_default();
                    if !letters.ends_with(letter) {
                        letters.push(letter);
                    }
                }
            });
            letters
        };
        // Đ is a letter of its own after D in Vietnamese, and a D with a stroke in English.
        let vietnamese = first_letters(Language::Vi);
        let after = |a: char, b: char| vietnamese.find(a) < vietnamese.find(b);
        assert!(after('C', 'D') && after('D', 'Đ') && after('Đ', 'H'), "{vietnamese}");
        assert!(first_letters(Language::En).chars().is_sorted_by_key(|c| c.to_ascii_lowercase()));
    }

    #[test]
    fn a_list_is_narrowed_by_everything_that_is_chosen() {
        with_page(Language::Vi, |cx| {
            let narrowed = |query: &str| {
                let choices = crate::state::Choices::from_query(cx.dataset, query);
                let cx = Context { choices: &choices, ..cx };
                fitting(cx, &all(cx), &|_| None)
            };
            assert_eq!(narrowed("").len(), cx.dataset.observations.len());
            assert_eq!(narrowed("q=%20").len(), cx.dataset.observations.len());
            for id in narrowed("province=dak-lak&kind=target&year=2025") {
                let figure = cx.dataset.observation(id);
                assert_eq!(figure.province.slug(), "dak-lak");
                assert_eq!((figure.kind.slug(), figure.period.year()), ("target", 2025));
            }
            assert!(!narrowed("q=bang+rong").is_empty());
            assert!(narrowed("q=bang+rong+xyz").is_empty());
        });
    }
}
