use crate::model::{Dataset, Decimal, Kind, Language};
use crate::query::{comparisons, ledger};

use super::numbers::number;

/// The page in three numbers, each with the words that follow it: how much was read, how much of
/// it can be compared, and how many promises can be checked.
pub fn facts(language: Language, dataset: &Dataset<'_>) -> [(String, String); 3] {
    let mut comparable: Vec<_> = comparisons(dataset)
        .into_iter()
        .filter(|pair| pair.difference.is_some())
        .map(|pair| dataset.observation(pair.left))
        .filter(|figure| figure.kind == Kind::Actual)
        .map(|figure| figure.indicator)
        .collect();
    comparable.dedup();
    let ledger = ledger(dataset);
    let decided = ledger.iter().filter(|entry| entry.actual.is_some()).count();
    let count = |count: usize| number(language, Decimal::integer(count.cast_signed() as i64));
    let (figures, documents) = (dataset.observations.len(), dataset.sources.len());
    let words = match language {
        Language::Vi => [
            from_documents(language, documents),
            "chỉ số so được giữa hai tỉnh".to_owned(),
            "chỉ tiêu có kết quả công bố".to_owned(),
        ],
        Language::En => [
            from_documents(language, documents),
            match comparable.len() {
                1 => "indicator comparable between the two provinces".to_owned(),
                _ => "indicators comparable between the two provinces".to_owned(),
            },
            "targets with a published result".to_owned(),
        ],
    };
    let numbers = [
        count(figures),
        count(comparable.len()),
        format!("{}/{}", count(decided), count(ledger.len())),
    ];
    let [a, b, c] = numbers;
    let [x, y, z] = words;
    [(a, x), (b, y), (c, z)]
}

/// The words that follow a number of figures from so many documents.
pub fn from_documents(language: Language, documents: usize) -> String {
    match (language, documents) {
        (Language::Vi, _) => format!("số liệu từ {documents} tài liệu, số nào cũng có nguồn"),
        (Language::En, 1) => "figures from 1 document, each with its source".to_owned(),
        (Language::En, _) => format!("figures from {documents} documents, each with its source"),
    }
}
