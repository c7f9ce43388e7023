use crate::model::{Dataset, IndicatorId, Kind, ObservationId, ProvinceId, Slug, Topic};

/// What a province published on one indicator over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// The province.
    pub province: ProvinceId,
    /// The indicator.
    pub indicator: IndicatorId,
    /// Its results, from the earliest to the latest, at least two and not all the same.
    pub actuals: Vec<ObservationId>,
    /// Its targets, in the same order.
    pub targets: Vec<ObservationId>,
}

impl History {
    /// Every year from the first of a figure to the last, with the result and the target of each.
    /// A year without a result is part of it: that nothing was published is told.
    pub fn years(&self, dataset: &Dataset<'_>) -> Vec<Year> {
        let year = |id: &ObservationId| dataset.observation(*id).period.year();
        let all = || self.actuals.iter().chain(&self.targets).map(year);
        let (Some(first), Some(last)) = (all().min(), all().max()) else { return Vec::new() };
        let of = |ids: &[ObservationId], number| ids.iter().copied().rfind(|id| year(id) == number);
        (first..=last)
            .map(|number| Year {
                number,
                actual: of(&self.actuals, number),
                target: of(&self.targets, number),
            })
            .collect()
    }
}

/// One year of a history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Year {
    /// The calendar year.
    pub number: u16,
    /// Its result, the latest if there are several.
    pub actual: Option<ObservationId>,
    /// Its target.
    pub target: Option<ObservationId>,
}

/// The histories that a topic has: results of two years or more that show a change.
pub fn histories(dataset: &Dataset<'_>, topic: Topic) -> Vec<History> {
    let mut found = Vec::new();
    for (indicator, about) in dataset.indicators() {
        if about.topic != topic {
            continue;
        }
        for province in ProvinceId::ALL {
            let history = History {
                province: *province,
                indicator,
                actuals: by_time(dataset, *province, indicator, Kind::Actual),
                targets: by_time(dataset, *province, indicator, Kind::Target),
            };
            if changes(dataset, &history.actuals) {
                found.push(history);
            }
        }
    }
    found
}

/// The figures of a kind, from the earliest to the latest.
fn by_time(
    dataset: &Dataset<'_>,
    province: ProvinceId,
    indicator: IndicatorId,
    kind: Kind,
) -> Vec<ObservationId> {
    let time = |id: &ObservationId| dataset.observation(*id).period.last_month();
    let mut sorted: Vec<ObservationId> = Vec::new();
    for (id, figure) in dataset.observations() {
        if (figure.province, figure.indicator, figure.kind) == (province, indicator, kind) {
            // Put in its place: the code of a sort weighs more in the Wasm.
            let place = sorted.iter().take_while(|earlier| time(earlier) <= time(&id)).count();
            sorted.insert(place, id);
        }
    }
    sorted
}

/// Whether figures are of several years and differ.
fn changes(dataset: &Dataset<'_>, ids: &[ObservationId]) -> bool {
    let mut figures = ids.iter().map(|id| dataset.observation(*id));
    let Some(first) = figures.next() else { return false };
    figures.any(|figure| figure.period.year() != first.period.year() && figure.value != first.value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Period;
    use crate::query::fixture::{Fixture, observation};

    #[test]
    fn a_year_without_a_result_is_part_of_a_history() {
        let fixture = Fixture::new(vec![
            observation(0, Kind::Actual, Period::of_month(2024, 8), 94),
            observation(0, Kind::Target, Period::of_year(2023), 75),
            observation(0, Kind::Actual, Period::of_year(2022), 66),
            // What stays the same is no change over time.
            observation(1, Kind::Actual, Period::of_year(2022), 3),
            observation(1, Kind::Actual, Period::of_year(2024), 3),
        ]);
        let topic = fixture.dataset.indicator(IndicatorId(0)).topic;
        let found = histories(&fixture.dataset, topic);
        let [history] = found.as_slice() else { panic!("{found:?}") };
        let year = |number, actual: Option<u16>, target: Option<u16>| Year {
            number,
            actual: actual.map(ObservationId),
            target: target.map(ObservationId),
        };
        assert_eq!(
            history.years(&fixture.dataset),
            [year(2022, Some(2), None), year(2023, None, Some(1)), year(2024, Some(0), None)]
        );
    }
}
