use crate::model::{Better, Decimal, Observation, Qualifier};

/// How an actual figure stands to a target, hedges included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Whatever the hedge leaves open, the target is reached.
    Reached,
    /// Whatever the hedge leaves open, it is not.
    Missed,
    /// The hedge leaves open whether it is.
    Open,
}

/// Whether `actual` reaches `target`.
///
/// A hedge is read as the set of values it leaves open: "over 98" is anything above 98, "nearly
/// 100" anything below 100. "About" and estimates stand for their value: they are the reporter's
/// best figure, and are shown with their hedge.
pub(super) fn outcome(
    target: &Observation<'_>,
    actual: &Observation<'_>,
    better: Better,
) -> Outcome {
    let threshold = upward(threshold(target, better), better);
    let strict = matches!(target.qualifier, Qualifier::Over | Qualifier::AtMost);
    let (worst, best) = ends(actual, better);
    let reached = worst.is_some_and(|end| {
        end.value > threshold || (end.value == threshold && (end.excluded || !strict))
    });
    let missed = best.is_some_and(|end| {
        end.value < threshold || (end.value == threshold && (end.excluded || strict))
    });
    match (reached, missed) {
        (true, _) => Outcome::Reached,
        (false, true) => Outcome::Missed,
        (false, false) => Outcome::Open,
    }
}

/// The value that has to be reached: of a range, the end that is easier to reach.
pub(super) fn threshold(target: &Observation<'_>, better: Better) -> Decimal {
    match better {
        Better::Higher => target.value,
        Better::Lower => target.value_high.unwrap_or(target.value),
    }
}

/// One end of the values that a figure leaves open.
#[derive(Clone, Copy)]
struct End {
    value: Decimal,
    /// Whether the end itself is not among them.
    excluded: bool,
}

/// The worst and the best value that a figure leaves open, turned so that more is better; `None`
/// where it sets no bound.
fn ends(actual: &Observation<'_>, better: Better) -> (Option<End>, Option<End>) {
    let end = |value, excluded| Some(End { value: upward(value, better), excluded });
    let (low, high) = (actual.value, actual.value_high.unwrap_or(actual.value));
    let (least, most) = match actual.qualifier {
        Qualifier::Exact | Qualifier::About | Qualifier::Estimate => {
            (end(low, false), end(high, false))
        }
        Qualifier::Over => (end(low, true), None),
        Qualifier::AtLeast => (end(low, false), None),
        Qualifier::Nearly | Qualifier::AtMost => (None, end(high, true)),
    };
    match better {
        Better::Higher => (least, most),
        Better::Lower => (most, least),
    }
}

/// The value turned so that more is better.
const fn upward(value: Decimal, better: Better) -> Decimal {
    match better {
        Better::Higher => value,
        Better::Lower => Decimal::new(-value.mantissa(), value.scale()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Kind, Period};
    use crate::query::fixture::observation;

    fn check(
        target: (Qualifier, i64),
        actual: (Qualifier, i64),
        better: Better,
        expected: Outcome,
    ) {
        let of = |kind, (qualifier, value)| Observation {
            qualifier,
            ..observation(0, kind, Period::of_year(2023), value)
        };
        let (target, actual) = (of(Kind::Target, target), of(Kind::Actual, actual));
        assert_eq!(outcome(&target, &actual, better), expected, "{target:?}\n{actual:?}");
    }

    #[test]
    fn more_is_better() {
        use Better::Higher;
        use Outcome::{Missed, Open, Reached};
        use Qualifier::{About, AtLeast, Exact, Nearly, Over};
        check((Exact, 60), (Exact, 60), Higher, Reached);
        check((Exact, 60), (Exact, 59), Higher, Missed);
        check((Over, 60), (Exact, 60), Higher, Missed);
        check((Over, 60), (Over, 60), Higher, Reached);
        check((AtLeast, 5), (Exact, 5), Higher, Reached);
        check((Exact, 60), (About, 60), Higher, Reached);
        check((Exact, 100), (Nearly, 100), Higher, Missed);
        check((Exact, 90), (Nearly, 100), Higher, Open);
        check((Exact, 99), (Over, 98), Higher, Open);
        check((Exact, 98), (Over, 98), Higher, Reached);
    }

    #[test]
    fn less_is_better() {
        use Better::Lower;
        use Outcome::{Missed, Open, Reached};
        use Qualifier::{AtMost, Exact, Over};
        check((AtMost, 5), (Exact, 4), Lower, Reached);
        check((AtMost, 5), (Exact, 5), Lower, Missed);
        check((AtMost, 5), (AtMost, 5), Lower, Reached);
        check((AtMost, 5), (AtMost, 7), Lower, Open);
        check((AtMost, 5), (Over, 5), Lower, Missed);
        check((AtMost, 5), (Over, 4), Lower, Open);
    }
}
