use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::{Locale, locale};

use crate::model::{Dataset, Language, Slug};

/// The place of every indicator in the order of names, one list a language in the order of
/// [`Language::ALL`]. Collation follows the Unicode collation algorithm with the tailoring of the
/// language (CLDR): in Vietnamese, ă comes after a and đ after d.
///
/// It is computed where the data are compiled in, so that no browser needs collation tables and no
/// two browsers differ.
pub fn name_ranks(dataset: &Dataset<'_>) -> Vec<Vec<u16>> {
    let ranks = Language::ALL.iter().map(|&language| {
        let collator = collator(language);
        let name = |index: &usize| dataset.indicators[*index].name.get(language);
        let mut order: Vec<usize> = (0..dataset.indicators.len()).collect();
        order.sort_by(|a, b| match &collator {
            Some(collator) => collator.compare(name(a), name(b)),
            None => Ordering::Equal,
        });
        let mut ranks = vec![0; order.len()];
        for (rank, index) in (0u16..).zip(order) {
            ranks[index] = rank;
        }
        ranks
    });
    ranks.collect()
}

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

    #[test]
    fn words_are_in_the_order_of_the_language() {
        let vietnamese = collator(Language::Vi).unwrap();
        let mut words = ["đường", "dịch", "ảnh", "an", "ăn", "bưu", "ân", "Dân"];
        words.sort_by(|a, b| vietnamese.compare(a, b));
        assert_eq!(words, ["an", "ảnh", "ăn", "ân", "bưu", "Dân", "dịch", "đường"]);
    }
}
