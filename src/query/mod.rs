//! What the data say when asked: the latest figure or why there is none, whether two figures may be
//! compared, what follows from printed figures, what became of the targets, and which figures a
//! reader's words mean.
//!
//! Answers are typed values with typed reasons; the words for them are in `i18n`. Nothing here
//! knows a language, a chart or a browser.

mod bounds;
mod compare;
mod derive;
mod field;
mod figure;
mod fold;
mod history;
mod ledger;
mod order;
mod search;

pub use compare::{
    Comparison, Difference, Reason, SAME_WITHIN_MONTHS, Verdict, compare, comparisons,
};
pub use derive::{Derived, derive};
pub use field::{Point, changes, field, points, unlike};
pub use figure::{Absence, figure, neighbours, statements};
pub use fold::fold;
pub use history::{History, Year, histories};
pub use ledger::{Entry, EntryContext, Status, StatusReason, ledger};
pub use order::in_order;
pub use search::{Query, words_of};

#[cfg(test)]
pub(crate) mod fixture;
