use crate::model::{Better, Dataset, Decimal, Kind, Observation, ObservationId, Slug, StatementId};

use super::bounds::{Outcome, outcome, threshold};
use super::figure::{neighbours, statements};

/// What became of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Reached in its own time.
    Met,
    /// Reached, as far as published figures tell, only later.
    MetLater,
    /// Not reached by the latest published figure.
    NotMet,
    /// Figures were published, but none that this target can be held against.
    NotComparable,
    /// No figure was published.
    NoActual,
}

impl Slug for Status {
    const ALL: &'static [Self] =
        &[Self::Met, Self::MetLater, Self::NotMet, Self::NotComparable, Self::NoActual];

    fn slug(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::MetLater => "met_later",
            Self::NotMet => "not_met",
            Self::NotComparable => "not_comparable",
            Self::NoActual => "no_actual",
        }
    }
}

/// Why a status is as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusReason {
    /// The figure of the target's own time reaches it.
    ReachedInTime,
    /// A later figure reaches it; none was published for the target's own time.
    ReachedLater,
    /// A later figure reaches it; the one of the target's own time did not.
    ReachedAfterMiss,
    /// The latest figure does not reach it.
    Missed,
    /// The hedge of the figure leaves open whether it does.
    HedgeTooWide,
    /// The data do not say which way is better.
    NoDirection,
    /// Only neighbour indicators were published: other definitions, other denominators.
    OnlyNeighbours,
    /// The only figure is from before the target's time.
    OnlyEarlier(ObservationId),
    /// The documents end before the target's time does.
    NotYetReported,
    /// Nothing was published.
    NotPublished,
}

/// What stands beside a target without deciding on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryContext {
    /// A figure of a neighbour indicator.
    Neighbour(ObservationId),
    /// A fact without a number on the same indicator.
    Statement(StatementId),
}

/// A target and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The target.
    pub target: ObservationId,
    /// The figure that decides, when there is one.
    pub actual: Option<ObservationId>,
    /// The actual less the target, in the unit of the indicator.
    pub gap: Option<Decimal>,
    /// What became of it.
    pub status: Status,
    /// Why that is the status.
    pub reason: StatusReason,
    /// What else was published.
    pub context: Vec<EntryContext>,
}

/// Every target of the dataset, in the order of the package.
pub fn ledger(dataset: &Dataset<'_>) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (id, target) in dataset.observations() {
        if target.kind == Kind::Target {
            entries.push(entry(dataset, id, target));
        }
    }
    entries
}

fn entry(dataset: &Dataset<'_>, id: ObservationId, target: &Observation<'_>) -> Entry {
    let (actual, status, reason) = decide(dataset, target);
    let better = dataset.indicator(target.indicator).better.unwrap_or(Better::Higher);
    let gap = actual
        .and_then(|actual| dataset.observation(actual).value.minus(threshold(target, better)));
    let neighbours = neighbours(dataset, target.province, target.indicator);
    let statements = statements(dataset, target.province, target.indicator);
    let context = neighbours
        .into_iter()
        .map(EntryContext::Neighbour)
        .chain(statements.map(EntryContext::Statement))
        .collect();
    Entry { target: id, actual, gap, status, reason, context }
}

fn decide(
    dataset: &Dataset<'_>,
    target: &Observation<'_>,
) -> (Option<ObservationId>, Status, StatusReason) {
    let mut actuals = in_time_order(dataset, target);
    let earlier =
        actuals.iter().rfind(|(_, actual)| actual.period.year() < target.period.year()).copied();
    actuals.retain(|(_, actual)| actual.period.year() >= target.period.year());

    let Some((latest, _)) = actuals.last().copied() else {
        return (None, absent_status(dataset, target), absent_reason(dataset, target, earlier));
    };
    let Some(better) = dataset.indicator(target.indicator).better else {
        return (Some(latest), Status::NotComparable, StatusReason::NoDirection);
    };
    let mut missed_in_time = false;
    let mut open = None;
    for (id, actual) in &actuals {
        let in_time = actual.period.year() == target.period.year();
        match outcome(target, actual, better) {
            Outcome::Reached if in_time => {
                return (Some(*id), Status::Met, StatusReason::ReachedInTime);
            }
            Outcome::Reached if missed_in_time => {
                return (Some(*id), Status::MetLater, StatusReason::ReachedAfterMiss);
            }
            Outcome::Reached => return (Some(*id), Status::MetLater, StatusReason::ReachedLater),
            Outcome::Missed => missed_in_time |= in_time,
            Outcome::Open => open = Some(*id),
        }
    }
    match open {
        Some(id) => (Some(id), Status::NotComparable, StatusReason::HedgeTooWide),
        None => (Some(latest), Status::NotMet, StatusReason::Missed),
    }
}

/// The actual figures of a target's indicator, the earliest first.
fn in_time_order<'d, 'a>(
    dataset: &'d Dataset<'a>,
    target: &Observation<'_>,
) -> Vec<(ObservationId, &'d Observation<'a>)> {
    let mut actuals: Vec<(ObservationId, &Observation<'_>)> = Vec::new();
    for (id, actual) in dataset.observations() {
        let same = actual.province == target.province && actual.indicator == target.indicator;
        if same && actual.kind == Kind::Actual {
            let month = actual.period.last_month();
            let at = actuals.partition_point(|(_, other)| other.period.last_month() <= month);
            actuals.insert(at, (id, actual));
        }
    }
    actuals
}

fn absent_status(dataset: &Dataset<'_>, target: &Observation<'_>) -> Status {
    if neighbours(dataset, target.province, target.indicator).is_empty() {
        Status::NoActual
    } else {
        Status::NotComparable
    }
}

fn absent_reason(
    dataset: &Dataset<'_>,
    target: &Observation<'_>,
    earlier: Option<(ObservationId, &Observation<'_>)>,
) -> StatusReason {
    let reported_to = dataset
        .sources
        .iter()
        .filter(|source| source.province == target.province)
        .map(|source| source.as_of.last_month())
        .max();
    if absent_status(dataset, target) == Status::NotComparable {
        StatusReason::OnlyNeighbours
    } else if reported_to < Some(target.period.last_month()) {
        StatusReason::NotYetReported
    } else if let Some((id, _)) = earlier {
        StatusReason::OnlyEarlier(id)
    } else {
        StatusReason::NotPublished
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Period, Qualifier};
    use crate::query::fixture::{Fixture, observation};

    const TARGET: u16 = 2023;

    fn check(actuals: &[(u16, u16, i64)], status: Status, reason: StatusReason, gap: Option<i64>) {
        let mut rows = vec![observation(0, Kind::Target, Period::of_year(TARGET), 60)];
        rows.extend(actuals.iter().map(|(indicator, year, value)| {
            observation(*indicator, Kind::Actual, Period::of_year(*year), *value)
        }));
        let fixture = Fixture::new(rows);
        let entries = ledger(&fixture.dataset);
        let [entry] = entries.as_slice() else { panic!("one target: {entries:?}") };
        assert_eq!((entry.status, entry.reason), (status, reason));
        assert_eq!(entry.gap, gap.map(Decimal::integer));
    }

    #[test]
    fn tells_every_status() {
        use Status::{Met, MetLater, NoActual, NotComparable, NotMet};
        check(&[(0, 2023, 61)], Met, StatusReason::ReachedInTime, Some(1));
        check(&[(0, 2024, 75)], MetLater, StatusReason::ReachedLater, Some(15));
        check(&[(0, 2023, 50), (0, 2024, 75)], MetLater, StatusReason::ReachedAfterMiss, Some(15));
        check(&[(0, 2023, 50)], NotMet, StatusReason::Missed, Some(-10));
        check(&[(0, 2023, 50), (0, 2024, 55)], NotMet, StatusReason::Missed, Some(-5));
        check(&[], NoActual, StatusReason::NotPublished, None);
        check(&[(2, 2023, 99)], NoActual, StatusReason::NotPublished, None);
        check(&[(1, 2023, 99)], NotComparable, StatusReason::OnlyNeighbours, None);
        let earlier = StatusReason::OnlyEarlier(ObservationId(1));
        check(&[(0, 2022, 90)], NoActual, earlier, None);
    }

    #[test]
    fn a_hedge_can_leave_it_open() {
        let actual = observation(0, Kind::Actual, Period::of_year(TARGET), 50);
        let fixture = Fixture::new(vec![
            observation(0, Kind::Target, Period::of_year(TARGET), 60),
            Observation { qualifier: Qualifier::Over, ..actual },
        ]);
        let entry = &ledger(&fixture.dataset)[0];
        assert_eq!(
            (entry.status, entry.reason),
            (Status::NotComparable, StatusReason::HedgeTooWide)
        );
    }

    #[test]
    fn a_target_beyond_the_documents_is_not_yet_reported() {
        let fixture = Fixture::new(vec![observation(0, Kind::Target, Period::of_year(2025), 60)]);
        let entry = &ledger(&fixture.dataset)[0];
        assert_eq!((entry.status, entry.reason), (Status::NoActual, StatusReason::NotYetReported));
    }
}
