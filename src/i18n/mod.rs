//! The words, numbers and periods of the page, in every language.
//!
//! Interface texts are fields of [`Messages`], so a translation that is missing does not compile;
//! sentences are functions that match on the language, for the same reason. Formats follow vi-VN
//! and en-GB whatever the browser's own language is.

mod arithmetic;
mod citations;
mod embed;
mod facts;
mod labels;
mod messages;
mod messages_en;
mod messages_vi;
mod numbers;
mod pages;
mod periods;
mod reasons;
mod rules;
mod spoken;
mod summaries;
mod takeaways;
mod terms;
mod topics;
mod values;
mod views;
mod views_en;
mod views_vi;

pub use crate::model::Language;
pub use arithmetic::arithmetic;
pub use citations::{chart_citation, chart_note, figure_citation, figure_note};
pub use embed::{EmbedTexts, data_edition, embed_texts, newer_data};
pub use facts::{facts, from_documents};
pub use labels::{
    axis_unit, figure_label, period_with_basis, reference, result, result_label, target_label,
};
pub use messages::{Messages, PRODUCT, messages};
pub use numbers::number;
pub use pages::{figure_description, figure_title, found, kind_and_time, title};
pub use periods::{date, period, period_in_label};
pub use reasons::{absence, comparison_reason, missing_result, status_reason};
pub use rules::{RuleTexts, hedge_rule, period_rule, rule_texts, status_rule, verdict_rule};
pub use spoken::spoken;
pub use summaries::{field_count, field_summary, target_gap, unknowns, unnumbered};
pub use takeaways::{
    coverage_takeaway, government_takeaway, history_takeaway, pair_takeaway,
    subscriptions_takeaway, targets_takeaway,
};
pub use terms::{chart_role, denominator, hedge, kind, operation, status, unit, verdict};
pub use topics::topic;
pub use values::{amount, derived_amount, short_amount, with_unit};
pub use views::{ActionWords, OfflineWords, PictureWords, ViewTexts, ViewWords, view_texts};
