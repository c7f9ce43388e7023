use crate::model::{Dataset, Decimal, Indicator, Kind, Language, Observation, Qualifier, Unit};
use crate::query::Derived;

use super::numbers::number;
use super::terms;

/// A printed figure with its hedge and its unit: `khoảng 65%`, `71/71 xã, phường, thị trấn`,
/// `hơn 2.865 tỷ đồng`.
pub fn amount(language: Language, dataset: &Dataset<'_>, figure: &Observation<'_>) -> String {
    let unit = dataset.indicator(figure.indicator).unit;
    hedged(language, figure.qualifier, &measured(language, unit, figure))
}

/// The same without its unit, except for `%` and the like, for places where the unit stands in the
/// heading.
pub fn short_amount(language: Language, dataset: &Dataset<'_>, figure: &Observation<'_>) -> String {
    let value = number(language, figure.value);
    match (dataset.indicator(figure.indicator).unit, figure.of) {
        (Unit::Per100, _) => hedged(language, figure.qualifier, &value),
        (unit, Some(of)) if unit != Unit::Rank => {
            let part = format!("{value}/{}", number(language, of));
            hedged(language, figure.qualifier, &part)
        }
        _ => amount(language, dataset, figure),
    }
}

/// A computed figure with its hedge and its unit.
pub fn derived_amount(language: Language, indicator: &Indicator<'_>, derived: Derived) -> String {
    let text = number(language, derived.value);
    hedged(language, derived.qualifier, &joined(language, indicator.unit, &text, derived.value))
}

fn measured(language: Language, unit: Unit, figure: &Observation<'_>) -> String {
    let value = number(language, figure.value);
    if let Some(of) = figure.of {
        let of_text = number(language, of);
        return match (language, unit) {
            (Language::Vi, Unit::Rank) => format!("hạng {value}/{of_text}"),
            (Language::En, Unit::Rank) => format!("rank {value} of {of_text}"),
            _ => joined(language, unit, &format!("{value}/{of_text}"), of),
        };
    }
    if let Some(high) = figure.value_high {
        let range = format!("{value}–{}", number(language, high));
        return joined(language, unit, &range, high);
    }
    if figure.kind == Kind::Change {
        return changed(language, unit, &value, figure.value);
    }
    joined(language, unit, &value, figure.value)
}

fn changed(language: Language, unit: Unit, text: &str, value: Decimal) -> String {
    match (language, unit) {
        (_, Unit::Times) => joined(language, unit, text, value),
        // A change between two shares is counted in points, not in percent of the share.
        (Language::Vi, Unit::Percent) => format!("+{text}\u{a0}điểm phần trăm"),
        (Language::En, Unit::Percent) => format!("+{text}\u{a0}percentage points"),
        _ => joined(language, unit, &format!("+{text}"), value),
    }
}

/// A plain value with its unit.
pub fn with_unit(language: Language, unit: Unit, value: Decimal) -> String {
    joined(language, unit, &number(language, value), value)
}

/// A written number and its unit; `value` tells singular from plural.
fn joined(language: Language, unit: Unit, text: &str, value: Decimal) -> String {
    let word = terms::unit(language, unit, value == Decimal::integer(1));
    match unit {
        Unit::Percent | Unit::PercentGrowth => format!("{text}%"),
        Unit::Rank => format!("{word} {text}"),
        // The number and its unit stay on one line.
        _ => format!("{text}\u{a0}{word}"),
    }
}

fn hedged(language: Language, qualifier: Qualifier, text: &str) -> String {
    match (language, qualifier) {
        (_, Qualifier::Exact) => text.to_owned(),
        (Language::Vi, Qualifier::About) => format!("khoảng {text}"),
        (Language::Vi, Qualifier::Over) => format!("hơn {text}"),
        (Language::Vi, Qualifier::Nearly) => format!("gần {text}"),
        (Language::Vi, Qualifier::Estimate) => format!("ước {text}"),
        (Language::Vi, Qualifier::AtLeast) => format!("từ {text} trở lên"),
        (Language::Vi, Qualifier::AtMost) => format!("dưới {text}"),
        (Language::En, Qualifier::About) => format!("about {text}"),
        (Language::En, Qualifier::Over) => format!("over {text}"),
        (Language::En, Qualifier::Nearly) => format!("nearly {text}"),
        (Language::En, Qualifier::Estimate) => format!("an estimated {text}"),
        (Language::En, Qualifier::AtLeast) => format!("at least {text}"),
        (Language::En, Qualifier::AtMost) => format!("under {text}"),
    }
}
