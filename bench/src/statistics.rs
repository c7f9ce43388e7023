//! The few numbers that stand for many runs.

/// The middle of some measurements, and how far they spread.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Spread {
    pub(crate) median: f64,
    pub(crate) least: f64,
    pub(crate) most: f64,
}

impl Spread {
    /// Of at least one measurement.
    pub(crate) fn of(measured: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut measured: Vec<f64> = measured.into_iter().collect();
        measured.sort_by(f64::total_cmp);
        let (least, most) = (*measured.first()?, *measured.last()?);
        let middle = measured.len() / 2;
        let upper = *measured.get(middle)?;
        let median = if measured.len() % 2 == 1 {
            upper
        } else {
            f64::midpoint(*measured.get(middle - 1)?, upper)
        };
        Some(Self { median, least, most })
    }
}

#[cfg(test)]
mod tests {
    use super::Spread;

    #[track_caller]
    fn check(measured: &[f64], expected: Option<(f64, f64, f64)>) {
        let expected = expected.map(|(least, median, most)| Spread { median, least, most });
        assert_eq!(Spread::of(measured.iter().copied()), expected, "{measured:?}");
    }

    #[test]
    fn the_median_is_the_middle_in_order_of_size() {
        check(&[9.0, 1.0, 5.0], Some((1.0, 5.0, 9.0)));
        check(&[4.0], Some((4.0, 4.0, 4.0)));
    }

    #[test]
    fn of_an_even_number_it_lies_between_the_two_in_the_middle() {
        check(&[8.0, 2.0, 1.0, 4.0], Some((1.0, 3.0, 8.0)));
    }

    #[test]
    fn one_slow_run_moves_only_the_far_end() {
        check(&[1.0, 1.0, 1.0, 1.0, 900.0], Some((1.0, 1.0, 900.0)));
    }

    #[test]
    fn nothing_has_no_middle() {
        check(&[], None);
    }
}
