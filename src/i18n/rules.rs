//! The rules by which figures are read and compared, in words. Only the page of the documents says
//! them, so they stand apart from [`Messages`](super::Messages) and are not in the Wasm.

use crate::model::{Language, PeriodBasis, Qualifier};
use crate::query::{SAME_WITHIN_MONTHS, Status, Verdict};

use super::terms::pick;

/// The fixed texts around the rules.
///
/// Every language is a value of this type, so a text that is missing in one does not compile.
#[derive(Debug, PartialEq, Eq)]
pub struct RuleTexts {
    /// What the contents of the page are called.
    pub contents: &'static str,
    /// Heading of the verdicts of comparison.
    pub verdicts: &'static str,
    /// What they have in common.
    pub verdicts_lead: &'static str,
    /// Heading of the statuses of targets.
    pub statuses: &'static str,
    /// What they have in common.
    pub statuses_lead: &'static str,
    /// Heading of how periods are known.
    pub periods: &'static str,
    /// What they have in common.
    pub periods_lead: &'static str,
    /// Heading of the hedges.
    pub hedges: &'static str,
    /// What they have in common.
    pub hedges_lead: &'static str,
    /// Heading of the contradictions and misprints.
    pub findings: &'static str,
    /// What they have in common.
    pub findings_lead: &'static str,
    /// What the boundaries mean for figures to come.
    pub boundaries_lead: &'static str,
    /// The way from a status to the targets that have it.
    pub targets_with_status: &'static str,
}

/// The texts around the rules in `language`.
#[inline(never)]
pub const fn rule_texts(language: Language) -> &'static RuleTexts {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}

static VI: RuleTexts = RuleTexts {
    contents: "Trên trang này",
    verdicts: "Khi nào hai số so được với nhau",
    verdicts_lead: "Mỗi cặp số có một trong bốn kết luận dưới đây. Số của cả năm được tính là số đến tháng 12 năm đó.",
    statuses: "Thế nào là đạt chỉ tiêu",
    statuses_lead: "Chỉ kết quả của cùng chỉ số, cùng tỉnh, từ năm của chỉ tiêu trở đi mới được xét. Chỉ tiêu là một khoảng thì tính theo đầu dễ đạt hơn. Số kèm từ ước chừng được hiểu là mọi giá trị mà từ đó cho phép.",
    periods: "Thời điểm của một con số",
    periods_lead: "Số nào cũng ghi thời điểm và cho biết thời điểm ấy từ đâu mà có.",
    hedges: "Các từ ước chừng",
    hedges_lead: "Từ ước chừng trong tài liệu đi cùng con số ở mọi biểu đồ, thẻ, bảng và tệp; trên biểu đồ, số ước chừng có màu nhạt hơn. Chênh lệch hay tỷ lệ tính từ số ước chừng đều ghi là gần đúng.",
    findings: "Chỗ không khớp, chỗ in nhầm và cách hiểu",
    findings_lead: "Không con số nào được sửa: số giữ nguyên như in, kèm ghi chú dưới đây. Phép tính là của trang này, không phải của tài liệu.",
    boundaries_lead: "Số liệu sau này của tỉnh mới thuộc địa giới khác, nên không được nối vào các chuỗi số ở đây mà không ghi rõ.",
    targets_with_status: "Các chỉ tiêu thuộc loại này",
};

static EN: RuleTexts = RuleTexts {
    contents: "On this page",
    verdicts: "When two figures may be compared",
    verdicts_lead: "Each pair of figures has one of the four verdicts below. A figure for a whole year counts as one for its December.",
    statuses: "When a target counts as met",
    statuses_lead: "Only results of the same indicator and province, from the year of the target on, decide. Of a range, the end that is easier to reach counts. A hedged figure stands for every value that its hedge leaves open.",
    periods: "The period of a figure",
    periods_lead: "Each figure has its period, and says how that is known.",
    hedges: "Hedges",
    hedges_lead: "The hedge that a document prints stays with its figure in every chart, card, table and file; in charts, hedged figures are lighter. A difference or ratio of a hedged figure is given as approximate.",
    findings: "Contradictions, misprints and how they were read",
    findings_lead: "No figure was corrected: each stays as printed, with the note below. The arithmetic is this site’s, not the documents’.",
    boundaries_lead: "Later figures of the new provinces are for other boundaries, so they may not join these series unmarked.",
    targets_with_status: "The targets with this status",
};

/// What a verdict means, and by what rule it is given.
pub fn verdict_rule(language: Language, verdict: Verdict) -> String {
    let months = SAME_WITHIN_MONTHS;
    match (language, verdict) {
        (Language::Vi, Verdict::Same) => format!(
            "Cùng một chỉ số, thời điểm cách nhau không quá {months} tháng. Chỉ khi đó trang này mới nói hai tỉnh hơn kém nhau bao nhiêu, gấp nhau bao nhiêu lần."
        ),
        (Language::En, Verdict::Same) => format!(
            "One indicator, at most {months} months apart. Only then does this site say by how much, or how many times, the provinces differ."
        ),
        (Language::Vi, Verdict::DifferentPeriod) => format!(
            "Cùng một chỉ số nhưng thời điểm cách nhau hơn {months} tháng. Chênh lệch có thể do thời gian, có thể do địa phương, nên không được tính."
        ),
        (Language::En, Verdict::DifferentPeriod) => format!(
            "One indicator, but more than {months} months apart. A difference may be due to time or to place, so none is given."
        ),
        (Language::Vi, Verdict::DifferentDefinition) => {
            "Hai chỉ số cùng nhóm nhưng khác đơn vị, tính trên tổng khác nhau hoặc đếm những thứ khác nhau, như tỷ lệ dân số và tỷ lệ thôn được phủ sóng. Hai số có thể đứng cạnh nhau nhưng không chung một trục.".to_owned()
        }
        (Language::En, Verdict::DifferentDefinition) => {
            "Two indicators of one family that have different units, are shares of different wholes or count different things, such as people covered and villages covered. They may stand side by side, but never on one axis.".to_owned()
        }
        (Language::Vi, Verdict::NotComparable) => {
            "Hai chỉ số không cùng nhóm, hoặc hai số khác loại: kết quả, chỉ tiêu, mức thay đổi.".to_owned()
        }
        (Language::En, Verdict::NotComparable) => {
            "The indicators are of different families, or the figures of different kinds: result, target, change.".to_owned()
        }
    }
}

/// What the status of a target means, and by what rule it is given.
pub const fn status_rule(language: Language, status: Status) -> &'static str {
    let (vi, en) = match status {
        Status::Met => (
            "Kết quả của đúng năm chỉ tiêu đạt mức đề ra.",
            "A result for the year of the target reaches it.",
        ),
        Status::MetLater => (
            "Năm của chỉ tiêu không có kết quả công bố hoặc chưa đạt; kết quả của năm sau thì đạt.",
            "No result was published for the year of the target, or it fell short; one for a later year reaches it.",
        ),
        Status::NotMet => (
            "Có kết quả của năm chỉ tiêu hoặc về sau, nhưng chưa kết quả nào đạt mức đề ra.",
            "Results for the year of the target or later were published, and none reaches it.",
        ),
        Status::NotComparable => (
            "Chỉ có số liệu của chỉ số gần nghĩa, tức là khác định nghĩa; hoặc con số công bố không đủ chính xác để kết luận; hoặc tài liệu không cho biết cao hơn hay thấp hơn là tốt.",
            "Only indicators with another definition were published; or the published figure is too vague to tell; or the documents do not say whether more or less is better.",
        ),
        Status::NoActual => (
            "Không tài liệu nào công bố kết quả cho năm của chỉ tiêu hoặc về sau, kể cả khi các tài liệu kết thúc trước năm đó. Số của năm trước không thay được.",
            "No document gives a result for the year of the target or later, be it because the documents end before. A figure of an earlier year does not decide.",
        ),
    };
    pick(language, vi, en)
}

/// How the period of a figure is known.
pub const fn period_rule(language: Language, basis: PeriodBasis) -> &'static str {
    let (vi, en) = match basis {
        PeriodBasis::Stated => (
            "Tài liệu ghi năm hoặc tháng của con số.",
            "The document gives the year or the month of the figure.",
        ),
        PeriodBasis::Inferred => (
            "Tài liệu không ghi; thời điểm được suy từ ngày tháng hoặc chủ đề của bài, như đã nói ở từng tài liệu. “Đến nay” được hiểu là thời điểm của bài.",
            "The document does not give it; it follows from the document’s date or subject, as told with each document. “To date” is read as the time of the document.",
        ),
    };
    pick(language, vi, en)
}

/// What the hedge of a figure means.
pub const fn hedge_rule(language: Language, qualifier: Qualifier) -> &'static str {
    let (vi, en) = match qualifier {
        Qualifier::Exact => (
            "Tài liệu in con số mà không kèm từ ước chừng.",
            "The document prints the number without a hedge.",
        ),
        Qualifier::About => (
            "Giá trị quanh con số in ra. Khi xét chỉ tiêu, con số được dùng như chính nó.",
            "A value near the printed number. Against a target, the number stands for itself.",
        ),
        Qualifier::Over => (
            "Giá trị lớn hơn con số in ra, không rõ lớn hơn bao nhiêu.",
            "A value above the printed number; by how much is not told.",
        ),
        Qualifier::Nearly => (
            "Giá trị nhỏ hơn con số in ra, không rõ nhỏ hơn bao nhiêu.",
            "A value below the printed number; by how much is not told.",
        ),
        Qualifier::Estimate => (
            "Tài liệu gọi con số là ước tính. Khi xét chỉ tiêu, con số được dùng như chính nó.",
            "The document calls the number an estimate. Against a target, the number stands for itself.",
        ),
        Qualifier::AtLeast => ("Bằng hoặc lớn hơn con số in ra.", "The printed number or more."),
        Qualifier::AtMost => ("Nhỏ hơn con số in ra.", "Less than the printed number."),
    };
    pick(language, vi, en)
}
