use crate::model::{Dataset, IndicatorId, Language, ObservationId, ProvinceId, Slug, Unit};
use crate::query::{Comparison, Entry, History, Status, figure};

use super::numbers::number;
use super::periods::period_in_label;
use super::terms;
use super::values::short_amount;

/// What a pair of comparable figures says: `Đắk Lắk 22,86, Đắk Nông 16,36 thuê bao/100 dân: gấp
/// khoảng 1,40 lần.` The larger value comes first.
///
/// Empty when the pair may not be compared.
pub fn pair_takeaway(language: Language, dataset: &Dataset<'_>, pair: &Comparison) -> String {
    let Some(difference) = pair.difference else {
        return String::new();
    };
    let value = |id: ObservationId| dataset.observation(id).value;
    let ahead_left = value(pair.left) >= value(pair.right);
    let (ahead, behind) =
        if ahead_left { (pair.left, pair.right) } else { (pair.right, pair.left) };
    let named = |id: ObservationId| {
        let figure = dataset.observation(id);
        let name = dataset.province(figure.province).name.get(language);
        format!("{name} {}", short_amount(language, dataset, figure))
    };
    let mut text = format!("{}, {}", named(ahead), named(behind));
    let unit = dataset.indicator(dataset.observation(ahead).indicator).unit;
    if unit == Unit::Per100 {
        text.push(' ');
        text.push_str(terms::unit(language, unit, false));
    }
    // The ratio of the pair is left to right; the sentence wants larger to smaller.
    let turned = crate::query::compare(dataset, ahead, behind);
    let ratio = turned.difference.and_then(|difference| difference.ratio);
    match (language, ratio) {
        (_, None) => {}
        (Language::Vi, Some(_)) if value(ahead) == value(behind) => text.push_str(": bằng nhau"),
        (Language::En, Some(_)) if value(ahead) == value(behind) => text.push_str(": the same"),
        (Language::Vi, Some(ratio)) => {
            let about = if difference.approximate { "khoảng " } else { "" };
            text.push_str(&format!(": gấp {about}{}\u{a0}lần", number(language, ratio)));
        }
        (Language::En, Some(ratio)) => {
            let about = if difference.approximate { "about " } else { "" };
            text.push_str(&format!(": {about}{} times as many", number(language, ratio)));
        }
    }
    text.push('.');
    text
}

/// How many indicators of a chart each province published, and how many both did.
struct Published {
    all: usize,
    both: usize,
    by_province: [usize; 2],
}

fn published(dataset: &Dataset<'_>, indicators: &[IndicatorId]) -> Published {
    let has = |province, indicator| figure(dataset, province, indicator).is_ok();
    let count = |province| indicators.iter().filter(|id| has(province, **id)).count();
    let both = indicators
        .iter()
        .filter(|id| ProvinceId::ALL.iter().all(|province| has(*province, **id)))
        .count();
    let [first, second] = [ProvinceId::DakNong, ProvinceId::DakLak].map(count);
    Published { all: indicators.len(), both, by_province: [first, second] }
}

/// How far the provinces measure the same thing on subscriptions and access.
pub fn subscriptions_takeaway(
    language: Language,
    dataset: &Dataset<'_>,
    indicators: &[IndicatorId],
) -> String {
    let Published { all, both, .. } = published(dataset, indicators);
    match language {
        Language::Vi => format!(
            "{all} chỉ số đã công bố, {both} chỉ số có ở cả hai tỉnh. Phần còn lại mỗi tỉnh đo một \
             cách nên mỗi chỉ số có trục riêng."
        ),
        Language::En => format!(
            "{all} indicators were published, {both} of them by both provinces. The others are \
             measured differently, so each has its own axis."
        ),
    }
}

/// How much each province published on coverage.
pub fn coverage_takeaway(
    language: Language,
    dataset: &Dataset<'_>,
    indicators: &[IndicatorId],
) -> String {
    let published = published(dataset, indicators);
    let mut parts = Vec::with_capacity(ProvinceId::ALL.len());
    for (province, count) in ProvinceId::ALL.iter().zip(published.by_province) {
        let name = dataset.province(*province).name.get(language);
        parts.push(match (language, count) {
            (Language::Vi, 0) => format!("{name} không công bố tỷ lệ nào"),
            (Language::Vi, count) => format!("{name} công bố {count} chỉ số phủ sóng và kết nối"),
            (Language::En, 0) => format!("{name} published none"),
            (Language::En, 1) => format!("{name} published 1 indicator of coverage"),
            (Language::En, count) => format!("{name} published {count} indicators of coverage"),
        });
    }
    format!("{}.", parts.join("; "))
}

/// How much each province published on digital government, and whether both measure the same.
pub fn government_takeaway(
    language: Language,
    dataset: &Dataset<'_>,
    indicators: &[IndicatorId],
) -> String {
    let Published { both, by_province, .. } = published(dataset, indicators);
    let name = |province: ProvinceId| dataset.province(province).name.get(language);
    let (first, second) = (name(ProvinceId::DakNong), name(ProvinceId::DakLak));
    let [a, b] = by_province;
    match (language, both) {
        (Language::Vi, 0) => {
            format!(
                "{first} có {a} tỷ lệ, {second} có {b} tỷ lệ; không chỉ số nào có ở cả hai tỉnh."
            )
        }
        (Language::Vi, _) => {
            format!("{first} có {a} tỷ lệ, {second} có {b} tỷ lệ; {both} chỉ số có ở cả hai tỉnh.")
        }
        (Language::En, 0) => format!(
            "Shares published: {a} by {first}, {b} by {second}; no indicator by both provinces."
        ),
        (Language::En, _) => {
            format!("Shares published: {a} by {first}, {b} by {second}; {both} of them by both.")
        }
    }
}

/// What became of the targets of each province.
pub fn targets_takeaway(language: Language, dataset: &Dataset<'_>, entries: &[Entry]) -> String {
    let mut sentences = Vec::with_capacity(ProvinceId::ALL.len());
    for province in ProvinceId::ALL {
        let name = dataset.province(*province).name.get(language);
        let of_province = |entry: &&Entry| dataset.observation(entry.target).province == *province;
        let total = entries.iter().filter(of_province).count();
        if total == 0 {
            sentences.push(match language {
                Language::Vi => format!("{name} không đặt chỉ tiêu nào bằng số."),
                Language::En => format!("{name} set no target in numbers."),
            });
            continue;
        }
        let mut counts: Vec<String> = Vec::new();
        for status in Status::ALL {
            let of_status = entries.iter().filter(|entry| entry.status == *status);
            let count = of_status.filter(of_province).count();
            if count > 0 {
                counts.push(counted(language, *status, count));
            }
        }
        sentences.push(match (language, total) {
            (Language::Vi, total) => format!("{name} đặt {total} chỉ tiêu: {}.", counts.join(", ")),
            (Language::En, 1) => format!("{name} set 1 target: {}.", counts.join(", ")),
            (Language::En, total) => format!("{name} set {total} targets: {}.", counts.join(", ")),
        });
    }
    sentences.join(" ")
}

/// What was published over time, with its targets, and for which years nothing was: `Đắk Nông, tỷ
/// trọng kinh tế số trong GRDP: ước 6,64 % (2022), 9,44 % (2024); chỉ tiêu 7,5 % (2023). Không có số
/// liệu công bố cho năm 2023.`
pub fn history_takeaway(
    language: Language,
    dataset: &Dataset<'_>,
    histories: &[History],
) -> String {
    let dated = |ids: &[ObservationId]| {
        let figures = ids.iter().map(|id| {
            let figure = dataset.observation(*id);
            let period = period_in_label(language, figure.period);
            format!("{} ({period})", short_amount(language, dataset, figure))
        });
        figures.collect::<Vec<_>>().join(", ")
    };
    let sentences = histories.iter().map(|history| {
        let province = dataset.province(history.province).name.get(language);
        let indicator = dataset.indicator(history.indicator).name.get(language);
        let results = dated(&history.actuals);
        let targets = dated(&history.targets);
        let years = history.years(dataset);
        let silent = years.iter().filter(|year| year.actual.is_none());
        let silent = silent.map(|year| year.number.to_string()).collect::<Vec<_>>().join(", ");
        let mut text = format!("{province}, {indicator}: {results}");
        if !targets.is_empty() {
            text.push_str(match language {
                Language::Vi => "; chỉ tiêu ",
                Language::En => "; target ",
            });
            text.push_str(&targets);
        }
        text.push('.');
        if !silent.is_empty() {
            text.push_str(&match language {
                Language::Vi => format!(" Năm {silent} không công bố kết quả."),
                Language::En => format!(" No result was published for {silent}."),
            });
        }
        text
    });
    sentences.collect::<Vec<_>>().join(" ")
}

fn counted(language: Language, status: Status, count: usize) -> String {
    match (language, status) {
        (Language::Vi, Status::Met) => format!("{count} đạt"),
        (Language::Vi, Status::MetLater) => format!("{count} đạt muộn"),
        (Language::Vi, Status::NotMet) => format!("{count} chưa đạt"),
        (Language::Vi, Status::NotComparable) => format!("{count} không so được"),
        (Language::Vi, Status::NoActual) => format!("{count} không có số liệu công bố"),
        (Language::En, Status::Met) => format!("{count} met"),
        (Language::En, Status::MetLater) => format!("{count} met later"),
        (Language::En, Status::NotMet) => format!("{count} not met"),
        (Language::En, Status::NotComparable) => format!("{count} not comparable"),
        (Language::En, Status::NoActual) => format!("{count} with no published figure"),
    }
}
