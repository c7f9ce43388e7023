use crate::model::{Dataset, IndicatorId, Kind, ObservationId, ProvinceId, StatementId};

/// Why a province has no figure for an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// It published nothing on it.
    NotPublished,
    /// It published that something was done, without a number.
    OnlyStatement(StatementId),
    /// It published how much it changed, not how much there is.
    OnlyChange(ObservationId),
    /// It published a target, not what came of it.
    OnlyTarget(ObservationId),
}

/// The latest actual figure of a province for an indicator.
///
/// # Errors
/// The reason why there is none, the most telling one first.
pub fn figure(
    dataset: &Dataset<'_>,
    province: ProvinceId,
    indicator: IndicatorId,
) -> Result<ObservationId, Absence> {
    let latest = |kind: Kind| {
        dataset
            .observations()
            .filter(|(_, observation)| {
                observation.province == province
                    && observation.indicator == indicator
                    && observation.kind == kind
            })
            .max_by_key(|(_, observation)| observation.period.last_month())
            .map(|(id, _)| id)
    };
    if let Some(actual) = latest(Kind::Actual) {
        return Ok(actual);
    }
    if let Some(statement) = statements(dataset, province, indicator).next() {
        return Err(Absence::OnlyStatement(statement));
    }
    if let Some(change) = latest(Kind::Change) {
        return Err(Absence::OnlyChange(change));
    }
    Err(latest(Kind::Target).map_or(Absence::NotPublished, Absence::OnlyTarget))
}

/// What a province said about an indicator without a number.
pub fn statements(
    dataset: &Dataset<'_>,
    province: ProvinceId,
    indicator: IndicatorId,
) -> impl Iterator<Item = StatementId> {
    dataset.statements().filter_map(move |(id, statement)| {
        (statement.province == province && statement.indicator == indicator).then_some(id)
    })
}

/// The latest actual figures of a province for the other indicators of the same family and unit:
/// what a reader may see beside a missing figure, as context and never in its place.
pub fn neighbours(
    dataset: &Dataset<'_>,
    province: ProvinceId,
    indicator: IndicatorId,
) -> Vec<ObservationId> {
    let wanted = dataset.indicator(indicator);
    dataset
        .indicators()
        .filter(|(id, other)| {
            *id != indicator && other.family == wanted.family && other.unit == wanted.unit
        })
        .filter_map(|(id, _)| figure(dataset, province, id).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Period;
    use crate::query::fixture::{Fixture, observation};

    #[test]
    fn takes_the_latest_actual() {
        let fixture = Fixture::new(vec![
            observation(0, Kind::Actual, Period::of_year(2022), 71),
            observation(0, Kind::Actual, Period::of_month(2024, 8), 72),
            observation(0, Kind::Target, Period::of_year(2025), 90),
        ]);
        assert_eq!(
            figure(&fixture.dataset, ProvinceId::DakNong, IndicatorId(0)),
            Ok(ObservationId(1))
        );
    }

    #[test]
    fn says_why_there_is_none() {
        let fixture = Fixture::new(vec![
            observation(0, Kind::Target, Period::of_year(2023), 100),
            observation(1, Kind::Change, Period::of_year(2023), 8),
        ]);
        let ask = |province, indicator| figure(&fixture.dataset, province, IndicatorId(indicator));
        assert_eq!(ask(ProvinceId::DakNong, 0), Err(Absence::OnlyTarget(ObservationId(0))));
        assert_eq!(ask(ProvinceId::DakNong, 1), Err(Absence::OnlyChange(ObservationId(1))));
        assert_eq!(ask(ProvinceId::DakLak, 0), Err(Absence::NotPublished));
    }
}
