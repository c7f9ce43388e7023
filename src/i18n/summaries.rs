//! Sentences that sum up a view, computed from the data. Only pages say them.

use crate::model::{
    Dataset, Decimal, Field, Kind, Language, ObservationId, ProvinceId, Slug, Unit,
};
use crate::query::{Entry, changes, field, figure};

use super::numbers::number;
use super::periods::period;
use super::values::{amount, with_unit};

/// What the figures of a field say beside what may be compared: what has changed, how much there is.
pub fn field_summary(language: Language, dataset: &Dataset<'_>, wanted: Field) -> String {
    let changes = changes(dataset, wanted).into_iter();
    let mut sentences: Vec<String> =
        changes.map(|(first, last)| change(language, dataset, first, last)).collect();
    sentences.push(field_count(language, dataset, wanted));
    sentences.join(" ")
}

/// How one figure of a series became another: `Tỷ trọng kinh tế số trong GRDP, Đắk Nông: ước 6,64%
/// (năm 2022), 9,44% (năm 2024).`
fn change(
    language: Language,
    dataset: &Dataset<'_>,
    first: ObservationId,
    last: ObservationId,
) -> String {
    let of = |id: ObservationId| {
        let figure = dataset.observation(id);
        format!("{} ({})", amount(language, dataset, figure), period(language, figure.period))
    };
    let figure = dataset.observation(last);
    let name = dataset.indicator(figure.indicator).name.get(language);
    let province = dataset.province(figure.province).name.get(language);
    format!("{name}, {province}: {}, {}.", of(first), of(last))
}

/// How many figures each province published in a field, and over which years.
pub fn field_count(language: Language, dataset: &Dataset<'_>, wanted: Field) -> String {
    let of_field = || {
        let figures = dataset.observations.iter();
        figures.filter(|figure| field(dataset, figure.indicator) == wanted)
    };
    let counts = ProvinceId::ALL.iter().map(|province| {
        let name = dataset.province(*province).name.get(language);
        let count = of_field().filter(|figure| figure.province == *province).count();
        match language {
            Language::Vi => format!("{name} công bố {count} số"),
            Language::En => format!("{name} published {count}"),
        }
    });
    let counts = counts.collect::<Vec<_>>().join(", ");
    let total = of_field().count();
    match (language, total) {
        (Language::Vi, _) => format!("Lĩnh vực này có {total} số liệu: {counts}."),
        (Language::En, 1) => format!("There is 1 figure in this field: {counts}."),
        (Language::En, _) => format!("There are {total} figures in this field: {counts}."),
    }
}

/// By how much a result misses or passes its target, or that this cannot be told: `Cao hơn chỉ tiêu
/// 1,94 điểm phần trăm.`
pub fn target_gap(language: Language, dataset: &Dataset<'_>, entry: &Entry) -> String {
    let Some(gap) = entry.gap else {
        return match language {
            Language::Vi => "Không có kết quả của chính chỉ số này để tính chênh lệch.".to_owned(),
            Language::En => {
                "There is no result of this very indicator to take a gap from.".to_owned()
            }
        };
    };
    let unit = dataset.indicator(dataset.observation(entry.target).indicator).unit;
    let size = Decimal::new(gap.mantissa().abs(), gap.scale());
    // Between two shares the difference is counted in points, not in percent of the share.
    let size = match (language, unit) {
        (Language::Vi, Unit::Percent) => {
            format!("{}\u{a0}điểm phần trăm", number(language, size))
        }
        (Language::En, Unit::Percent) if size == Decimal::integer(1) => {
            "1\u{a0}percentage point".to_owned()
        }
        (Language::En, Unit::Percent) => {
            format!("{}\u{a0}percentage points", number(language, size))
        }
        (_, unit) => with_unit(language, unit, size),
    };
    match (language, gap.mantissa().signum()) {
        (Language::Vi, 0) => "Vừa đúng chỉ tiêu.".to_owned(),
        (Language::En, 0) => "Exactly the target.".to_owned(),
        (Language::Vi, 1) => format!("Cao hơn chỉ tiêu {size}."),
        (Language::En, 1) => format!("{size} above the target."),
        (Language::Vi, _) => format!("Thấp hơn chỉ tiêu {size}."),
        (Language::En, _) => format!("{size} below the target."),
    }
}

/// What no document gives, each as a number and the words that follow it: indicators with a result of
/// one province alone, and indicators that are spoken of without any result.
pub fn unknowns(language: Language, dataset: &Dataset<'_>) -> [(String, String); 2] {
    let (mut one_sided, mut without) = (0, 0);
    for (id, _) in dataset.indicators() {
        let is_named = dataset.observations.iter().any(|figure| {
            figure.indicator == id && matches!(figure.kind, Kind::Actual | Kind::Target)
        });
        let is_named = is_named || dataset.statements.iter().any(|said| said.indicator == id);
        let with =
            ProvinceId::ALL.iter().filter(|province| figure(dataset, **province, id).is_ok());
        match with.count() {
            0 if is_named => without += 1,
            1 => one_sided += 1,
            _ => {}
        }
    }
    let count = |count: i64| number(language, Decimal::integer(count));
    let words = match language {
        Language::Vi => [
            "chỉ số chỉ một tỉnh có kết quả công bố",
            "chỉ số được nhắc đến nhưng không tỉnh nào công bố kết quả",
        ],
        Language::En => match (one_sided, without) {
            (1, 1) => [
                "indicator has a result from one province only",
                "indicator is spoken of, but neither province published a result",
            ],
            (1, _) => [
                "indicator has a result from one province only",
                "indicators are spoken of, but neither province published a result",
            ],
            (_, 1) => [
                "indicators have a result from one province only",
                "indicator is spoken of, but neither province published a result",
            ],
            _ => [
                "indicators have a result from one province only",
                "indicators are spoken of, but neither province published a result",
            ],
        },
    };
    let [x, y] = words.map(str::to_owned);
    [(count(one_sided), x), (count(without), y)]
}

/// The words that follow the number of facts without a number.
pub const fn unnumbered(language: Language, count: usize) -> &'static str {
    match (language, count) {
        (Language::Vi, _) => "việc đã công bố nhưng không kèm con số",
        (Language::En, 1) => "fact was published without a number",
        (Language::En, _) => "facts were published without a number",
    }
}
