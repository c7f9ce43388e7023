//! What the product speaks of: provinces, indicators, observations, and the documents they come from.
//!
//! A [`Dataset`] is valid by construction: it is built by `data` from a package that passed every
//! check, so nothing here has to be checked again. This place knows no file format, no language's
//! wording, no chart and no browser.

mod dataset;
mod decimal;
mod edition;
mod ids;
mod language;
mod period;
mod records;
mod slug;
mod units;
mod vocabulary;

pub use dataset::Dataset;
pub use decimal::{Decimal, DecimalError};
pub use edition::Edition;
pub use ids::{
    DerivationId, FamilyId, IndicatorId, ObservationId, ProvinceId, SourceId, StatementId,
};
pub use language::{Language, Localized};
pub use period::{Period, PeriodError};
pub use records::{Derivation, Indicator, Input, Observation, Province, Source, Statement};
pub use slug::Slug;
pub(crate) use slug::slugs;
pub use units::{Denominator, Unit};
pub use vocabulary::{Better, ChartId, Field, Kind, Operation, PeriodBasis, Qualifier, Topic};
