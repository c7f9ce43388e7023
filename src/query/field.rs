use crate::model::{
    Dataset, DerivationId, Field, IndicatorId, Kind, ObservationId, ProvinceId, Slug, Topic,
};

use super::compare::{Comparison, Reason, SAME_WITHIN_MONTHS, Verdict, comparisons};
use super::order::in_order;

/// Families that a reader looks for in another field than that of their topic: taxes and invoices
/// are matters of enterprises, but what is counted is how far the state takes them electronically.
const ELSEWHERE: [(&str, Field); 1] = [("e-finance", Field::Government)];

/// The field that an indicator belongs to. Every indicator belongs to one.
pub fn field(dataset: &Dataset<'_>, indicator: IndicatorId) -> Field {
    let indicator = dataset.indicator(indicator);
    let family = dataset.families.get(usize::from(indicator.family.0));
    let elsewhere = ELSEWHERE.iter().find(|(name, _)| family == Some(name));
    match (elsewhere, indicator.topic) {
        (Some((_, field)), _) => *field,
        (None, Topic::Coverage | Topic::Infrastructure) => Field::Coverage,
        (None, Topic::Subscriptions) => Field::Subscriptions,
        (None, Topic::Economy) => Field::Economy,
        (None, Topic::Government | Topic::Society | Topic::Workforce | Topic::Press) => {
            Field::Government
        }
    }
}

/// A value of an indicator in a province at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// A published figure.
    Published(ObservationId),
    /// A value that follows from published figures.
    Computed(DerivationId),
}

/// Everything that is known in numbers of a field: by indicator and province in the order of the
/// package, and each of these in the order of time.
pub fn points(dataset: &Dataset<'_>, wanted: Field) -> Vec<Point> {
    let mut points = Vec::new();
    for (indicator, _) in dataset.indicators().filter(|(id, _)| field(dataset, *id) == wanted) {
        for province in ProvinceId::ALL {
            let mut series = Vec::new();
            for (id, figure) in dataset.observations() {
                if figure.indicator == indicator && figure.province == *province {
                    series.push((figure.period.last_month(), Point::Published(id)));
                }
            }
            for (id, computed) in dataset.derivations() {
                if computed.indicator == indicator && computed.province == *province {
                    series.push((computed.period.last_month(), Point::Computed(id)));
                }
            }
            for (_, point) in in_order(series, |(month, _)| *month) {
                points.push(point);
            }
        }
    }
    points
}

/// The first and the last result of every series of a field that has moved.
pub fn changes(dataset: &Dataset<'_>, wanted: Field) -> Vec<(ObservationId, ObservationId)> {
    let results = points(dataset, wanted).into_iter().filter_map(|point| match point {
        Point::Published(id) if dataset.observation(id).kind == Kind::Actual => Some(id),
        Point::Published(_) | Point::Computed(_) => None,
    });
    let results: Vec<ObservationId> = results.collect();
    let series = results.chunk_by(|left, right| {
        let (a, b) = (dataset.observation(*left), dataset.observation(*right));
        a.indicator == b.indicator && a.province == b.province
    });
    let ends = series.filter_map(|series| Some((*series.first()?, *series.last()?)));
    ends.filter(|(first, last)| {
        dataset.observation(*first).value != dataset.observation(*last).value
    })
    .collect()
}

/// The pairs of results of a field that a reader may be tempted to compare across the provinces, and
/// should not: one indicator too far apart in time, or other things in the same unit at one time.
pub fn unlike(dataset: &Dataset<'_>, wanted: Field) -> Vec<Comparison> {
    let mut pairs = comparisons(dataset);
    pairs.retain(|pair| {
        let (left, right) = (dataset.observation(pair.left), dataset.observation(pair.right));
        left.province != right.province
            && left.kind == Kind::Actual
            && right.kind == Kind::Actual
            && field(dataset, left.indicator) == wanted
            && match pair.verdict {
                Verdict::DifferentPeriod => true,
                // Different units are seen at a glance, and years apart nobody takes one for the other.
                Verdict::DifferentDefinition => {
                    let months = left.period.months_apart(right.period);
                    months <= SAME_WITHIN_MONTHS && !matches!(pair.reason, Reason::Units(..))
                }
                Verdict::Same | Verdict::NotComparable => false,
            }
    });
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Period;
    use crate::query::fixture::{Fixture, observation};

    #[test]
    fn a_series_is_in_the_order_of_time_and_its_ends_tell_the_change() {
        let fixture = Fixture::new(vec![
            observation(0, Kind::Actual, Period::of_month(2024, 8), 72),
            observation(0, Kind::Target, Period::of_year(2023), 90),
            observation(0, Kind::Actual, Period::of_year(2022), 71),
            observation(1, Kind::Actual, Period::of_year(2022), 5),
            observation(1, Kind::Actual, Period::of_year(2023), 5),
        ]);
        let field = field(&fixture.dataset, IndicatorId(0));
        let published = |id| Point::Published(ObservationId(id));
        let points = points(&fixture.dataset, field);
        assert_eq!(points.get(..3), Some(&[published(2), published(1), published(0)][..]));
        let changes = changes(&fixture.dataset, field);
        assert_eq!(changes, [(ObservationId(2), ObservationId(0))]);
    }
}
