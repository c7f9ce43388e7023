use crate::model::Decimal;

/// How many steps an axis aims for.
const STEPS: i128 = 5;

/// A linear axis from zero to a round maximum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Axis {
    max: Decimal,
    step: Decimal,
    /// Length in CSS pixels.
    length: i32,
}

impl Axis {
    /// The axis of a share: 0 to 100 %, in quarters.
    pub(super) const fn of_share(length: i32) -> Self {
        Self { max: Decimal::integer(100), step: Decimal::integer(25), length }
    }

    /// The axis of a part of a whole: 0 to the whole, with no steps between.
    pub(super) const fn of_whole(whole: Decimal, length: i32) -> Self {
        Self { max: whole, step: whole, length }
    }

    /// An axis that holds `largest`, with about five steps of 1, 2, 2.5 or 5 times a power of ten
    /// (the usual choice of round steps; compare d3-array's `ticks`).
    pub(super) fn holding(largest: Decimal, length: i32) -> Self {
        let (n, d) = largest.fraction();
        let step = round_step(n, d * STEPS);
        let (step_n, step_d) = step.fraction();
        // Rounded up, so that the largest value lies within.
        let (numerator, denominator) = (n * step_d, d * step_n);
        let steps = if denominator == 0 { 1 } else { (numerator + denominator - 1) / denominator };
        let max = Decimal::from_fraction(step_n * steps.max(1), step_d, step.scale());
        Self { max: max.unwrap_or(largest), step, length }
    }

    /// How far along the axis a value lies, in CSS pixels; values beyond it lie at its ends.
    pub(super) fn position(self, value: Decimal) -> i32 {
        let ((n, d), (max_n, max_d)) = (value.fraction(), self.max.fraction());
        let along = Decimal::from_fraction(n * max_d * i128::from(self.length), d * max_n, 0);
        let along = along.map_or(0, Decimal::mantissa).clamp(0, i64::from(self.length));
        i32::try_from(along).unwrap_or(self.length)
    }

    /// The values with a tick, from zero to the maximum.
    pub(super) fn ticks(self) -> Vec<Decimal> {
        let mut ticks = vec![Decimal::ZERO];
        while let Some(last) = ticks.last().copied() {
            match last.plus(self.step) {
                Some(next) if next <= self.max && last < next => ticks.push(next.trimmed()),
                _ => break,
            }
        }
        ticks
    }
}

/// The smallest round step that is at least `numerator ÷ denominator`.
fn round_step(numerator: i128, denominator: i128) -> Decimal {
    if numerator <= 0 || denominator <= 0 {
        return Decimal::integer(1);
    }
    // From a step far below any value upwards: 1, 2, 2.5, 5 thousandths, hundredths, …
    let mut unit = 1i128;
    loop {
        for tenths in [10, 20, 25, 50] {
            // The step in ten-thousandths.
            let step = unit * tenths;
            if step * denominator >= numerator * 10_000 {
                let step = Decimal::from_fraction(step, 10_000, 4);
                return step.unwrap_or(Decimal::integer(1)).trimmed();
            }
        }
        unit *= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_hold_the_largest_value() {
        let cases = [
            ("22.86", "0 5 10 15 20 25"),
            ("116.05", "0 25 50 75 100 125"),
            ("90.34", "0 20 40 60 80 100"),
            ("28.4", "0 10 20 30"),
            ("9.44", "0 2 4 6 8 10"),
            ("2000", "0 500 1000 1500 2000"),
            ("1.5", "0 0.5 1 1.5"),
            ("0", "0 1"),
        ];
        for (largest, expected) in cases {
            let axis = Axis::holding(Decimal::parse(largest).unwrap(), 300);
            let ticks: Vec<String> = axis.ticks().iter().map(ToString::to_string).collect();
            assert_eq!(ticks.join(" "), expected, "largest {largest}");
        }
    }

    #[test]
    fn positions_are_in_proportion() {
        let axis = Axis::of_share(300);
        let at = |text| axis.position(Decimal::parse(text).unwrap());
        assert_eq!((at("0"), at("50"), at("76.65"), at("100")), (0, 150, 230, 300));
        assert_eq!((at("120"), at("-5")), (300, 0));
    }
}
