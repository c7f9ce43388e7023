use crate::model::{Language, Topic};

/// The name of a field of indicators.
pub const fn topic(language: Language, topic: Topic) -> &'static str {
    let (vi, en) = match topic {
        Topic::Coverage => ("Phủ sóng và kết nối", "Coverage and connection"),
        Topic::Subscriptions => ("Thuê bao và tiếp cận", "Subscriptions and access"),
        Topic::Government => ("Chính quyền số", "Digital government"),
        Topic::Economy => {
            ("Kinh tế số, bưu chính, viễn thông", "Digital economy, post and telecom")
        }
        Topic::Society => ("Xã hội số", "Digital society"),
        Topic::Infrastructure => ("Hạ tầng viễn thông", "Telecom infrastructure"),
        Topic::Workforce => ("Nhân lực số", "Digital workforce"),
        Topic::Press => ("Báo chí, thông tin cơ sở", "Press and local information"),
    };
    match language {
        Language::Vi => vi,
        Language::En => en,
    }
}
