use std::borrow::Cow;

use super::{
    Derivation, DerivationId, Indicator, IndicatorId, Observation, ObservationId, Province,
    ProvinceId, Source, SourceId, Statement, StatementId,
};

/// The whole validated data package.
///
/// Every id inside it names an existing row, so the accessors cannot fail. Ids must come from the
/// same dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dataset<'a> {
    /// The provinces, in the order of [`ProvinceId`].
    pub provinces: Cow<'a, [Province<'a>]>,
    /// The documents.
    pub sources: Cow<'a, [Source<'a>]>,
    /// The names of the families of indicators.
    pub families: Cow<'a, [&'a str]>,
    /// The indicators.
    pub indicators: Cow<'a, [Indicator<'a>]>,
    /// The figures.
    pub observations: Cow<'a, [Observation<'a>]>,
    /// The facts without a number.
    pub statements: Cow<'a, [Statement<'a>]>,
    /// The computed figures; none is computed from itself, at any remove.
    pub derivations: Cow<'a, [Derivation<'a>]>,
}

impl<'a> Dataset<'a> {
    /// The province with this id.
    pub fn province(&self, id: ProvinceId) -> &Province<'a> {
        &self.provinces[id as usize]
    }

    /// The document with this id.
    pub fn source(&self, id: SourceId) -> &Source<'a> {
        &self.sources[usize::from(id.0)]
    }

    /// The indicator with this id.
    pub fn indicator(&self, id: IndicatorId) -> &Indicator<'a> {
        &self.indicators[usize::from(id.0)]
    }

    /// The figure with this id.
    pub fn observation(&self, id: ObservationId) -> &Observation<'a> {
        &self.observations[usize::from(id.0)]
    }

    /// The fact with this id.
    pub fn statement(&self, id: StatementId) -> &Statement<'a> {
        &self.statements[usize::from(id.0)]
    }

    /// The computed figure with this id.
    pub fn derivation(&self, id: DerivationId) -> &Derivation<'a> {
        &self.derivations[usize::from(id.0)]
    }

    /// Every indicator with its id, in the order of the package.
    pub fn indicators(&self) -> impl Iterator<Item = (IndicatorId, &Indicator<'a>)> {
        (0u16..).map(IndicatorId).zip(self.indicators.iter())
    }

    /// Every figure with its id, in the order of the package.
    pub fn observations(&self) -> impl Iterator<Item = (ObservationId, &Observation<'a>)> {
        (0u16..).map(ObservationId).zip(self.observations.iter())
    }

    /// Every fact without a number with its id, in the order of the package.
    pub fn statements(&self) -> impl Iterator<Item = (StatementId, &Statement<'a>)> {
        (0u16..).map(StatementId).zip(self.statements.iter())
    }

    /// Every computed figure with its id, in the order of the package.
    pub fn derivations(&self) -> impl Iterator<Item = (DerivationId, &Derivation<'a>)> {
        (0u16..).map(DerivationId).zip(self.derivations.iter())
    }

    /// The indicator with this name.
    pub fn indicator_named(&self, slug: &str) -> Option<IndicatorId> {
        self.indicators().find(|(_, indicator)| indicator.slug == slug).map(|(id, _)| id)
    }

    /// The figure with this name.
    pub fn observation_named(&self, slug: &str) -> Option<ObservationId> {
        self.observations().find(|(_, observation)| observation.slug == slug).map(|(id, _)| id)
    }
}
