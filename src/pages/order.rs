use std::cmp::{Ordering, Reverse};

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::{Locale, locale};

use crate::components::Page;
use crate::model::{Language, ObservationId, Slug};
use crate::state::Order;

/// For each figure of a list its place in every order, in the form that the app reads: the places in
/// the order of [`Order::ALL`], counted from 0. Figures that an order does not tell apart keep the order
/// of the list.
pub(super) fn ranks(page: Page, listed: &[ObservationId]) -> Vec<String> {
    let mut ranks = vec![String::new(); listed.len()];
    for order in Order::ALL {
        let mut rows: Vec<usize> = (0..listed.len()).collect();
        sort(page, *order, &mut rows, listed);
        for (place, row) in rows.into_iter().enumerate() {
            let rank = &mut ranks[row];
            if !rank.is_empty() {
                rank.push(' ');
            }
            rank.push_str(&place.to_string());
        }
    }
    ranks
}

fn sort(page: Page, order: Order, rows: &mut [usize], listed: &[ObservationId]) {
    let figure = |row: &usize| page.dataset.observation(listed[*row]);
    match order {
        Order::Newest => rows.sort_by_key(|row| Reverse(figure(row).period.last_month())),
        Order::Oldest => rows.sort_by_key(|row| figure(row).period.last_month()),
        Order::Province => rows.sort_by_key(|row| figure(row).province),
        Order::Name => {
            let name = |row: &usize| {
                page.dataset.indicator(figure(row).indicator).name.get(page.language())
            };
            let collator = collator(page.language());
            rows.sort_by(|a, b| match &collator {
                Some(collator) => collator.compare(name(a), name(b)),
                None => Ordering::Equal,
            });
        }
    }
}

/// How names are sorted in a language: in Vietnamese, ă comes after a and đ after d.
fn collator(language: Language) -> Option<CollatorBorrowed<'static>> {
    const VIETNAMESE: Locale = locale!("vi");
    const ENGLISH: Locale = locale!("en-GB");
    let locale = match language {
        Language::Vi => VIETNAMESE,
        Language::En => ENGLISH,
    };
    Collator::try_new(locale.into(), CollatorOptions::default()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::{Route, View};

    fn ordered(language: Language, order: Order) -> Vec<ObservationId> {
        let page = Page::new(View { language, route: Route::Figures });
        let listed: Vec<ObservationId> = page.dataset.observations().map(|(id, _)| id).collect();
        let ranks = ranks(page, &listed);
        let mut places = vec![ObservationId(0); listed.len()];
        for (rank, id) in ranks.iter().zip(listed) {
            let place: usize = rank.split(' ').nth(order as usize).unwrap().parse().unwrap();
            places[place] = id;
        }
        places
    }

    #[test]
    fn every_order_is_what_it_says() {
        let page = Page::new(View::default());
        let figures = |order| {
            let ids = ordered(Language::Vi, order).into_iter();
            ids.map(|id| page.dataset.observation(id)).collect::<Vec<_>>()
        };
        let newest = figures(Order::Newest);
        assert!(newest.is_sorted_by_key(|figure| Reverse(figure.period.last_month())));
        assert!(figures(Order::Oldest).is_sorted_by_key(|figure| figure.period.last_month()));
        assert!(figures(Order::Province).is_sorted_by_key(|figure| figure.province));
    }

    #[test]
    fn names_are_in_the_order_of_the_language() {
        let vietnamese = collator(Language::Vi).unwrap();
        let mut words = ["đường", "dịch", "ảnh", "an", "ăn", "bưu", "ân", "Dân"];
        words.sort_by(|a, b| vietnamese.compare(a, b));
        assert_eq!(words, ["an", "ảnh", "ăn", "ân", "bưu", "Dân", "dịch", "đường"]);
        let names = |language| {
            let page = Page::new(View { language, route: Route::Figures });
            let ids = ordered(language, Order::Name).into_iter();
            let names = ids.map(|id| {
                let indicator = page.dataset.observation(id).indicator;
                page.dataset.indicator(indicator).name.get(language)
            });
            names.collect::<Vec<_>>()
        };
        for &language in Language::ALL {
            let collator = collator(language).unwrap();
            let sorted = names(language).is_sorted_by(|a, b| collator.compare(a, b).is_le());
            assert!(sorted, "{language:?}");
        }
    }
}
