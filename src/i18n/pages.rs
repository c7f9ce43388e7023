use crate::model::{Dataset, Kind, Language, ObservationId};

use super::labels::figure_label;
use super::messages::PRODUCT;
use super::periods::period;

/// The title of the page of a figure: `Đắk Nông, Thuê bao băng rộng cố định: 16,36 thuê bao/100 dân,
/// tháng 8/2024`.
pub fn figure_title(language: Language, dataset: &Dataset<'_>, id: ObservationId) -> String {
    figure_label(language, dataset, dataset.observation(id)).replace('\u{a0}', " ")
}

/// A figure with its evidence in one sentence or two, for search engines and shared links.
pub fn figure_description(language: Language, dataset: &Dataset<'_>, id: ObservationId) -> String {
    let figure = dataset.observation(id);
    let label = figure_title(language, dataset, id);
    let (title, paragraph) = (dataset.source(figure.source).title_vi, figure.paragraph);
    let printed = figure.printed;
    match language {
        Language::Vi => {
            format!("{label}. Nguồn: {title}, đoạn {paragraph}, nguyên văn “{printed}”.")
        }
        Language::En => {
            format!("{label}. Source: {title}, paragraph {paragraph}, printed as “{printed}”.")
        }
    }
}

/// What a figure is, with its time: `Chỉ tiêu 2023`, `Kết quả, tháng 8/2024`.
pub fn kind_and_time(language: Language, dataset: &Dataset<'_>, id: ObservationId) -> String {
    let figure = dataset.observation(id);
    let time = period(language, figure.period);
    match (language, figure.kind) {
        (Language::Vi, Kind::Target) => format!("Chỉ tiêu của {time}"),
        (Language::Vi, Kind::Actual) => format!("Kết quả, {time}"),
        (Language::Vi, Kind::Change) => format!("Mức thay đổi, {time}"),
        (Language::En, Kind::Target) => format!("Target for {time}"),
        (Language::En, Kind::Actual) => format!("Result, {time}"),
        (Language::En, Kind::Change) => format!("Change, {time}"),
    }
}

/// How many figures are listed, or targets.
pub fn found(language: Language, targets: bool, count: usize) -> String {
    match (language, targets, count) {
        (Language::Vi, false, 0) => "Không có số liệu nào phù hợp.".to_owned(),
        (Language::Vi, true, 0) => "Không có chỉ tiêu nào phù hợp.".to_owned(),
        (Language::Vi, false, count) => format!("{count} số liệu"),
        (Language::Vi, true, count) => format!("{count} chỉ tiêu"),
        (Language::En, false, 0) => "No figure fits.".to_owned(),
        (Language::En, true, 0) => "No target fits.".to_owned(),
        (Language::En, false, 1) => "1 figure".to_owned(),
        (Language::En, true, 1) => "1 target".to_owned(),
        (Language::En, false, count) => format!("{count} figures"),
        (Language::En, true, count) => format!("{count} targets"),
    }
}

/// The title of a page as browsers show it.
pub fn title(language: Language, heading: &str) -> String {
    match language {
        Language::Vi => format!("{heading} – {PRODUCT}, số liệu Đắk Nông và Đắk Lắk"),
        Language::En => format!("{heading} – {PRODUCT}, figures of Đắk Nông and Đắk Lắk"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_are_counted() {
        assert_eq!(found(Language::Vi, false, 1), "1 số liệu");
        assert_eq!(found(Language::En, false, 1), "1 figure");
        assert_eq!(found(Language::En, false, 87), "87 figures");
        assert_eq!(found(Language::En, true, 20), "20 targets");
        assert!(found(Language::Vi, true, 0).starts_with("Không"));
    }
}
