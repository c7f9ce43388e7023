use crate::model::{
    Dataset, Denominator, Indicator, Kind, Language, Observation, PeriodBasis, Source, Unit,
};

use super::messages::messages;
use super::periods::{period, period_in_label};
use super::terms;
use super::values::amount;

/// The unit of an axis: `% dân số`, `thuê bao/100 dân`, `xã, phường, thị trấn`.
pub fn axis_unit(language: Language, indicator: &Indicator<'_>) -> String {
    let unit = terms::unit(language, indicator.unit, false);
    match (language, indicator.unit, indicator.denominator) {
        (Language::Vi, Unit::Percent, Some(Denominator::Unstated)) => {
            format!("{unit} (tài liệu không nói rõ trên tổng nào)")
        }
        (Language::En, Unit::Percent, Some(Denominator::Unstated)) => {
            format!("{unit} (the document does not say of what)")
        }
        (Language::Vi, Unit::Percent, Some(of)) => {
            format!("{unit} {}", terms::denominator(language, of))
        }
        (Language::En, Unit::Percent, Some(of)) => {
            format!("{unit} of {}", terms::denominator(language, of))
        }
        _ => unit.to_owned(),
    }
}

/// A figure in one line for those who do not see the chart: `Đắk Nông, Thuê bao băng rộng cố định:
/// 16,36 thuê bao/100 dân, tháng 8/2024`.
pub fn figure_label(language: Language, dataset: &Dataset<'_>, figure: &Observation<'_>) -> String {
    let province = dataset.province(figure.province).name.get(language);
    let indicator = dataset.indicator(figure.indicator).name.get(language);
    let value = amount(language, dataset, figure);
    let time = match figure.kind {
        Kind::Target => target_label(language, figure),
        Kind::Actual | Kind::Change => period(language, figure.period),
    };
    format!("{province}, {indicator}: {value}, {time}")
}

/// The period of a figure and how it is known: `tháng 8/2024 (suy từ bài)`.
pub fn period_with_basis(language: Language, figure: &Observation<'_>) -> String {
    let text = messages(language);
    let basis = match figure.period_basis {
        PeriodBasis::Stated => text.period_stated,
        PeriodBasis::Inferred => text.period_inferred,
    };
    format!("{} ({basis})", period(language, figure.period))
}

/// A place in a document as a picture names it, which has no links: `Sở Thông tin và Truyền thông
/// tỉnh Đắk Lắk: Dấu ấn 20 năm xây dựng và phát triển, đoạn 13`.
pub fn reference(language: Language, source: &Source<'_>, paragraphs: &[u16]) -> String {
    let word = match (language, paragraphs) {
        (Language::En, [_, _, ..]) => "paragraphs",
        _ => messages(language).paragraph,
    };
    let numbers: Vec<String> = paragraphs.iter().map(u16::to_string).collect();
    // The word and the first number stay on one line.
    format!("{}, {word}\u{a0}{}", source.title_vi, numbers.join(", "))
}

/// What a target is called on a chart: `chỉ tiêu 2023`.
pub fn target_label(language: Language, target: &Observation<'_>) -> String {
    let period = period_in_label(language, target.period);
    match language {
        Language::Vi => format!("chỉ tiêu {period}"),
        Language::En => format!("target for {period}"),
    }
}

/// What a result is called on a chart: `kết quả 2024`.
pub fn result_label(language: Language, actual: &Observation<'_>) -> String {
    let period = period_in_label(language, actual.period);
    match language {
        Language::Vi => format!("kết quả {period}"),
        Language::En => format!("result {period}"),
    }
}

/// What the result of a target is called when there is none.
pub const fn result(language: Language) -> &'static str {
    match language {
        Language::Vi => "kết quả",
        Language::En => "result",
    }
}
