use crate::model::{Dataset, Kind, Language, Observation, ObservationId};
use crate::query::{Absence, Comparison, Entry, EntryContext, Reason, StatusReason, Verdict};

use super::periods::period;
use super::terms::denominator;
use super::values::amount;

/// Why a province has no figure, as a whole sentence without its name: `không công bố số liệu`.
pub fn absence(language: Language, dataset: &Dataset<'_>, absence: Absence) -> String {
    match (language, absence) {
        (Language::Vi, Absence::NotPublished) => "không công bố số liệu".to_owned(),
        (Language::En, Absence::NotPublished) => "no figure published".to_owned(),
        (_, Absence::OnlyStatement(id)) => {
            let statement = dataset.statement(id);
            statement.status.get(language).to_owned()
        }
        (Language::Vi, Absence::OnlyChange(id)) => {
            let change = amount(language, dataset, dataset.observation(id));
            format!("chỉ công bố mức thay đổi: {change}")
        }
        (Language::En, Absence::OnlyChange(id)) => {
            let change = amount(language, dataset, dataset.observation(id));
            format!("only the change was published: {change}")
        }
        (Language::Vi, Absence::OnlyTarget(id)) => {
            let target = amount(language, dataset, dataset.observation(id));
            format!("chỉ có chỉ tiêu {target}, không công bố kết quả")
        }
        (Language::En, Absence::OnlyTarget(id)) => {
            let target = amount(language, dataset, dataset.observation(id));
            format!("only a target of {target}, no result published")
        }
    }
}

/// Why two figures may or may not be compared, as a sentence.
pub fn comparison_reason(
    language: Language,
    dataset: &Dataset<'_>,
    comparison: &Comparison,
) -> String {
    let left = dataset.observation(comparison.left);
    let right = dataset.observation(comparison.right);
    let names = || {
        let name =
            |figure: &Observation<'_>| dataset.indicator(figure.indicator).name.get(language);
        (name(left), name(right))
    };
    match (language, comparison.reason, comparison.verdict) {
        (Language::Vi, Reason::MonthsApart(0), _) => "Cùng một chỉ số, cùng thời điểm.".to_owned(),
        (Language::En, Reason::MonthsApart(0), _) => "One indicator, at the same time.".to_owned(),
        (Language::Vi, Reason::MonthsApart(months), Verdict::Same) => {
            format!("Cùng một chỉ số, cách nhau {months} tháng.")
        }
        (Language::En, Reason::MonthsApart(months), Verdict::Same) => {
            format!("One indicator, {} apart.", months_en(months))
        }
        (Language::Vi, Reason::MonthsApart(months), _) => format!(
            "Cùng một chỉ số nhưng cách nhau {months} tháng: chênh lệch do thời gian hay do địa \
             phương thì không tách được."
        ),
        (Language::En, Reason::MonthsApart(months), _) => format!(
            "One indicator but {} apart: what is due to time and what to place cannot be told.",
            months_en(months)
        ),
        (Language::Vi, Reason::Denominators(a, b), _) => {
            let (x, y) = names();
            format!(
                "“{x}” tính trên {}, “{y}” tính trên {}.",
                denominator(language, a),
                denominator(language, b)
            )
        }
        (Language::En, Reason::Denominators(a, b), _) => {
            let (x, y) = names();
            format!(
                "“{x}” is a share of {}, “{y}” of {}.",
                denominator(language, a),
                denominator(language, b)
            )
        }
        (Language::Vi, Reason::Units(..), _) => {
            let (x, y) = names();
            format!("“{x}” và “{y}” khác đơn vị.")
        }
        (Language::En, Reason::Units(..), _) => {
            let (x, y) = names();
            format!("“{x}” and “{y}” have different units.")
        }
        (Language::Vi, Reason::Definitions, _) => {
            let (x, y) = names();
            format!("“{x}” và “{y}” đếm những thứ khác nhau.")
        }
        (Language::En, Reason::Definitions, _) => {
            let (x, y) = names();
            format!("“{x}” and “{y}” count different things.")
        }
        (Language::Vi, Reason::Kinds(a, b), _) => {
            format!("Một bên là {}, một bên là {}.", kind(language, a), kind(language, b))
        }
        (Language::En, Reason::Kinds(a, b), _) => {
            format!("One is {}, the other {}.", kind(language, a), kind(language, b))
        }
        (Language::Vi, Reason::Unrelated, _) => "Hai chỉ số không liên quan.".to_owned(),
        (Language::En, Reason::Unrelated, _) => "The indicators are unrelated.".to_owned(),
    }
}

fn months_en(months: u32) -> String {
    if months == 1 { "1 month".to_owned() } else { format!("{months} months") }
}

const fn kind(language: Language, kind: Kind) -> &'static str {
    match (language, kind) {
        (Language::Vi, Kind::Actual) => "kết quả",
        (Language::Vi, Kind::Target) => "chỉ tiêu",
        (Language::Vi, Kind::Change) => "mức thay đổi",
        (Language::En, Kind::Actual) => "a result",
        (Language::En, Kind::Target) => "a target",
        (Language::En, Kind::Change) => "a change",
    }
}

/// What became of a target and why that is said, as sentences.
pub fn status_reason(language: Language, dataset: &Dataset<'_>, entry: &Entry) -> String {
    let actual =
        || entry.actual.map_or_else(String::new, |id| figure_in_time(language, dataset, id));
    match (language, entry.reason) {
        (Language::Vi, StatusReason::ReachedInTime) => format!("Kết quả đúng kỳ: {}.", actual()),
        (Language::En, StatusReason::ReachedInTime) => format!("Result in time: {}.", actual()),
        (Language::Vi, StatusReason::ReachedLater) => {
            format!("Không có số liệu đúng kỳ; về sau: {}.", actual())
        }
        (Language::En, StatusReason::ReachedLater) => {
            format!("No figure for the target’s own time; later: {}.", actual())
        }
        (Language::Vi, StatusReason::ReachedAfterMiss) => {
            format!("Đúng kỳ chưa đạt; về sau: {}.", actual())
        }
        (Language::En, StatusReason::ReachedAfterMiss) => {
            format!("Missed in its own time; later: {}.", actual())
        }
        (Language::Vi, StatusReason::Missed) => format!("Số mới nhất: {}.", actual()),
        (Language::En, StatusReason::Missed) => format!("Latest figure: {}.", actual()),
        (Language::Vi, StatusReason::HedgeTooWide) => {
            format!("Số công bố không đủ chính xác để kết luận: {}.", actual())
        }
        (Language::En, StatusReason::HedgeTooWide) => {
            format!("The published figure is too vague to tell: {}.", actual())
        }
        (Language::Vi, StatusReason::NoDirection) => {
            "Tài liệu không cho biết cao hơn hay thấp hơn là tốt.".to_owned()
        }
        (Language::En, StatusReason::NoDirection) => {
            "The documents do not tell whether more or less is better.".to_owned()
        }
        (Language::Vi, StatusReason::OnlyNeighbours) => format!(
            "Chỉ có số liệu của chỉ số gần nghĩa, không thay được cho chỉ tiêu: {}.",
            neighbours(language, dataset, entry)
        ),
        (Language::En, StatusReason::OnlyNeighbours) => format!(
            "Only neighbouring indicators were published; they cannot stand in for it: {}.",
            neighbours(language, dataset, entry)
        ),
        (Language::Vi, StatusReason::OnlyEarlier(id)) => {
            format!("Chỉ có số trước kỳ: {}.", figure_in_time(language, dataset, id))
        }
        (Language::En, StatusReason::OnlyEarlier(id)) => {
            format!("Only an earlier figure: {}.", figure_in_time(language, dataset, id))
        }
        (Language::Vi, StatusReason::NotYetReported) => {
            "Các tài liệu kết thúc trước khi hết kỳ của chỉ tiêu.".to_owned()
        }
        (Language::En, StatusReason::NotYetReported) => {
            "The documents end before the target’s time does.".to_owned()
        }
        (Language::Vi, StatusReason::NotPublished) => {
            "Không tài liệu nào công bố kết quả.".to_owned()
        }
        (Language::En, StatusReason::NotPublished) => "No document gives a result.".to_owned(),
    }
}

/// What stands in a chart where the result of a target would, when there is none; a few words.
pub fn missing_result(language: Language, reason: StatusReason) -> &'static str {
    match (language, reason) {
        (Language::Vi, StatusReason::NotYetReported) => "tài liệu chưa đến kỳ này",
        (Language::En, StatusReason::NotYetReported) => "documents end before",
        (Language::Vi, StatusReason::OnlyNeighbours) => "chỉ có chỉ số gần nghĩa",
        (Language::En, StatusReason::OnlyNeighbours) => "other indicators only",
        (Language::Vi, StatusReason::OnlyEarlier(_)) => "chỉ có số trước kỳ",
        (Language::En, StatusReason::OnlyEarlier(_)) => "earlier figures only",
        (Language::Vi, _) => "không công bố",
        (Language::En, _) => "not published",
    }
}

fn neighbours(language: Language, dataset: &Dataset<'_>, entry: &Entry) -> String {
    let mut text = String::new();
    for context in &entry.context {
        if let EntryContext::Neighbour(id) = context {
            if !text.is_empty() {
                text.push_str("; ");
            }
            let indicator = dataset.indicator(dataset.observation(*id).indicator);
            text.push_str(indicator.name.get(language));
            text.push_str(": ");
            text.push_str(&figure_in_time(language, dataset, *id));
        }
    }
    text
}

fn figure_in_time(language: Language, dataset: &Dataset<'_>, id: ObservationId) -> String {
    let figure = dataset.observation(id);
    let (amount, period) = (amount(language, dataset, figure), period(language, figure.period));
    format!("{amount} ({period})")
}
