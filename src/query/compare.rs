use crate::model::{Dataset, Decimal, Denominator, Kind, ObservationId, Qualifier, Slug, Unit};

/// Figures of one indicator are of the same time when at most this many months lie between them
/// (`data-rules`: half a year).
pub const SAME_WITHIN_MONTHS: u32 = 6;

/// The digits after the point that a ratio is rounded to.
const RATIO_SCALE: u8 = 2;

/// Whether two figures may be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// One indicator, one time: difference and ratio mean something.
    Same,
    /// One indicator, but too far apart in time.
    DifferentPeriod,
    /// Two indicators of one family: side by side, but never on one axis.
    DifferentDefinition,
    /// Nothing that a comparison could say.
    NotComparable,
}

impl Slug for Verdict {
    const ALL: &'static [Self] =
        &[Self::Same, Self::DifferentPeriod, Self::DifferentDefinition, Self::NotComparable];

    fn slug(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::DifferentPeriod => "different_period",
            Self::DifferentDefinition => "different_definition",
            Self::NotComparable => "not_comparable",
        }
    }
}

/// Why a verdict is as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// One indicator, this many months apart.
    MonthsApart(u32),
    /// Shares of different wholes, in the order of the figures.
    Denominators(Denominator, Denominator),
    /// Values in different units, in the order of the figures.
    Units(Unit, Unit),
    /// Same unit and same whole, but other things are counted.
    Definitions,
    /// One is reached and the other promised or a change.
    Kinds(Kind, Kind),
    /// The indicators have nothing to do with each other.
    Unrelated,
}

/// By how much two figures differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Left less right, in the unit of the indicator; exact.
    pub difference: Decimal,
    /// Left divided by right, rounded to two digits after the point; `None` when right is zero.
    pub ratio: Option<Decimal>,
    /// Whether the ratio is rounded, or a hedge on either figure makes both approximate.
    pub approximate: bool,
}

/// A pair of figures and what may be said about them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// One figure.
    pub left: ObservationId,
    /// The other figure.
    pub right: ObservationId,
    /// Whether they may be compared.
    pub verdict: Verdict,
    /// Why.
    pub reason: Reason,
    /// By how much they differ; only with [`Verdict::Same`], between provinces.
    pub difference: Option<Difference>,
}

/// Compares two figures by the rules of the data package.
pub fn compare(dataset: &Dataset<'_>, left: ObservationId, right: ObservationId) -> Comparison {
    let (a, b) = (dataset.observation(left), dataset.observation(right));
    let (verdict, reason) = judge(dataset, left, right);
    let difference = (verdict == Verdict::Same && a.province != b.province)
        .then(|| difference(a.value, b.value, [a.qualifier, b.qualifier]))
        .flatten();
    Comparison { left, right, verdict, reason, difference }
}

fn judge(dataset: &Dataset<'_>, left: ObservationId, right: ObservationId) -> (Verdict, Reason) {
    let (a, b) = (dataset.observation(left), dataset.observation(right));
    let (x, y) = (dataset.indicator(a.indicator), dataset.indicator(b.indicator));
    if x.family != y.family {
        return (Verdict::NotComparable, Reason::Unrelated);
    }
    if a.kind != b.kind {
        return (Verdict::NotComparable, Reason::Kinds(a.kind, b.kind));
    }
    if a.indicator == b.indicator {
        let months = a.period.months_apart(b.period);
        let verdict =
            if months <= SAME_WITHIN_MONTHS { Verdict::Same } else { Verdict::DifferentPeriod };
        return (verdict, Reason::MonthsApart(months));
    }
    let reason = if x.unit != y.unit {
        Reason::Units(x.unit, y.unit)
    } else {
        match (x.denominator, y.denominator) {
            (Some(p), Some(q)) if p != q => Reason::Denominators(p, q),
            _ => Reason::Definitions,
        }
    };
    (Verdict::DifferentDefinition, reason)
}

fn difference(left: Decimal, right: Decimal, hedges: [Qualifier; 2]) -> Option<Difference> {
    let ((a, b), (c, d)) = (left.fraction(), right.fraction());
    let ratio = Decimal::from_fraction(a * d, b * c, RATIO_SCALE);
    let rounded = ratio.is_some_and(|ratio| {
        let (e, f) = ratio.fraction();
        e * b * c != f * a * d
    });
    let hedged = hedges.into_iter().any(|qualifier| qualifier != Qualifier::Exact);
    Some(Difference { difference: left.minus(right)?, ratio, approximate: rounded || hedged })
}

/// Every pair of one family across the provinces, and every pair of one indicator within one, in
/// the order of the package. All other pairs are [`Verdict::NotComparable`].
pub fn comparisons(dataset: &Dataset<'_>) -> Vec<Comparison> {
    let mut found = Vec::new();
    for (left, a) in dataset.observations() {
        for (right, b) in dataset.observations() {
            let one_family =
                dataset.indicator(a.indicator).family == dataset.indicator(b.indicator).family;
            let related = if a.province == b.province {
                a.indicator == b.indicator && a.kind == b.kind
            } else {
                one_family
            };
            if left < right && related {
                found.push(compare(dataset, left, right));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Observation, Period, ProvinceId};
    use crate::query::fixture::{Fixture, observation};

    fn of_dak_lak(indicator: u16, kind: Kind, period: Period, value: i64) -> Observation<'static> {
        Observation { province: ProvinceId::DakLak, ..observation(indicator, kind, period, value) }
    }

    fn check(other: Observation<'static>, verdict: Verdict, reason: Reason) -> Comparison {
        let august = Period::of_month(2024, 8);
        let fixture = Fixture::new(vec![observation(0, Kind::Actual, august, 60), other]);
        let found = compare(&fixture.dataset, ObservationId(0), ObservationId(1));
        assert_eq!((found.verdict, found.reason), (verdict, reason));
        found
    }

    #[test]
    fn one_indicator_within_half_a_year_is_the_same() {
        let december = Period::of_month(2024, 12);
        let found =
            check(of_dak_lak(0, Kind::Actual, december, 80), Verdict::Same, Reason::MonthsApart(4));
        let expected = Difference {
            difference: Decimal::integer(-20),
            ratio: Some(Decimal::new(75, 2)),
            approximate: false,
        };
        assert_eq!(found.difference, Some(expected));
    }

    #[test]
    fn half_a_year_is_the_limit() {
        check(
            of_dak_lak(0, Kind::Actual, Period::of_month(2025, 2), 80),
            Verdict::Same,
            Reason::MonthsApart(6),
        );
        let found = check(
            of_dak_lak(0, Kind::Actual, Period::of_month(2025, 3), 80),
            Verdict::DifferentPeriod,
            Reason::MonthsApart(7),
        );
        assert_eq!(found.difference, None);
    }

    #[test]
    fn another_denominator_is_another_definition() {
        let found = check(
            of_dak_lak(1, Kind::Actual, Period::of_month(2024, 8), 80),
            Verdict::DifferentDefinition,
            Reason::Denominators(Denominator::Population, Denominator::Villages),
        );
        assert_eq!(found.difference, None);
    }

    #[test]
    fn a_target_is_no_match_for_an_actual() {
        check(
            of_dak_lak(0, Kind::Target, Period::of_month(2024, 8), 80),
            Verdict::NotComparable,
            Reason::Kinds(Kind::Actual, Kind::Target),
        );
        check(
            of_dak_lak(2, Kind::Actual, Period::of_month(2024, 8), 80),
            Verdict::NotComparable,
            Reason::Unrelated,
        );
    }

    #[test]
    fn a_verdict_does_not_depend_on_the_order() {
        let fixture = Fixture::new(vec![
            observation(0, Kind::Actual, Period::of_year(2022), 60),
            of_dak_lak(0, Kind::Actual, Period::of_year(2024), 80),
        ]);
        let (a, b) = (ObservationId(0), ObservationId(1));
        assert_eq!(
            compare(&fixture.dataset, a, b).verdict,
            compare(&fixture.dataset, b, a).verdict
        );
    }

    #[test]
    fn within_one_province_there_is_no_difference_to_show() {
        let fixture = Fixture::new(vec![
            observation(0, Kind::Actual, Period::of_month(2024, 8), 60),
            observation(0, Kind::Actual, Period::of_month(2024, 9), 61),
        ]);
        let found = compare(&fixture.dataset, ObservationId(0), ObservationId(1));
        assert_eq!((found.verdict, found.difference), (Verdict::Same, None));
    }
}
