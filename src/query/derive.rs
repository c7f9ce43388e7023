use crate::model::{Dataset, Decimal, DerivationId, Input, Operation, Qualifier};

/// The digits after the point that a quotient is rounded to.
const QUOTIENT_SCALE: u8 = 2;

/// The digits that a computed whole keeps: it is no more certain than the share it comes from,
/// which is printed with two or three.
const WHOLE_DIGITS: u32 = 3;

/// A computed figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Derived {
    /// The value in the unit of the indicator.
    pub value: Decimal,
    /// [`Qualifier::Exact`], or [`Qualifier::About`] when an input is hedged or the result rounded.
    pub qualifier: Qualifier,
}

/// Computes a derivation.
///
/// `None` only for arithmetic that validation rules out: a missing input, division by zero, or a
/// result beyond 63 bits.
pub fn derive(dataset: &Dataset<'_>, id: DerivationId) -> Option<Derived> {
    let derivation = dataset.derivation(id);
    let mut operands = Vec::with_capacity(derivation.inputs.len());
    let mut hedged = false;
    for input in derivation.inputs.iter() {
        let operand = operand(dataset, *input)?;
        hedged |= operand.qualifier != Qualifier::Exact;
        operands.push(operand.value);
    }
    if let (Operation::Share, [Input::Observation(id)]) =
        (derivation.operation, derivation.inputs.as_ref())
    {
        operands.push(dataset.observation(*id).of?);
    }
    let (value, rounded) = compute(derivation.operation, &operands)?;
    let qualifier = if hedged || rounded { Qualifier::About } else { Qualifier::Exact };
    Some(Derived { value, qualifier })
}

fn operand(dataset: &Dataset<'_>, input: Input) -> Option<Derived> {
    match input {
        Input::Observation(id) => {
            let observation = dataset.observation(id);
            Some(Derived { value: observation.value, qualifier: observation.qualifier })
        }
        Input::Derivation(id) => derive(dataset, id),
    }
}

/// The result and whether it was rounded.
fn compute(operation: Operation, operands: &[Decimal]) -> Option<(Decimal, bool)> {
    match (operation, operands) {
        (Operation::Sum, [first, rest @ ..]) => {
            let sum = rest.iter().try_fold(*first, |sum, next| sum.plus(*next))?;
            Some((sum, false))
        }
        (Operation::Difference, [a, b]) => Some((a.minus(*b)?, false)),
        (Operation::Ratio, [a, b]) => quotient(*a, *b, 1, QUOTIENT_SCALE),
        (Operation::Share, [a, b]) => quotient(*a, *b, 100, QUOTIENT_SCALE),
        (Operation::Whole, [a, b]) => {
            let (whole, rounded) = quotient(*a, *b, 100, 0)?;
            let kept = significant(whole.mantissa(), WHOLE_DIGITS);
            Some((Decimal::integer(kept), rounded || kept != whole.mantissa()))
        }
        _ => None,
    }
}

/// `factor × a ÷ b`, without needless zeros, and whether it was rounded.
fn quotient(a: Decimal, b: Decimal, factor: i128, scale: u8) -> Option<(Decimal, bool)> {
    let ((a_n, a_d), (b_n, b_d)) = (a.fraction(), b.fraction());
    let (numerator, denominator) = (factor * a_n * b_d, a_d * b_n);
    let value = Decimal::from_fraction(numerator, denominator, scale)?;
    let (value_n, value_d) = value.fraction();
    let rounded = value_n.checked_mul(denominator)? != numerator.checked_mul(value_d)?;
    Some((value.trimmed(), rounded))
}

/// Rounds half up to so many significant digits.
fn significant(value: i64, digits: u32) -> i64 {
    let mut step = 1i64;
    while value.abs() / step >= 10i64.pow(digits) {
        step *= 10;
    }
    (value + step / 2) / step * step
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(operation: Operation, operands: &[&str], expected: Option<(&str, bool)>) {
        let operands: Vec<Decimal> =
            operands.iter().map(|text| Decimal::parse(text).unwrap()).collect();
        let found = compute(operation, &operands);
        let found = found.map(|(value, rounded)| (value.to_string(), rounded));
        assert_eq!(found, expected.map(|(text, rounded)| (text.to_owned(), rounded)));
    }

    #[test]
    fn computes_every_operation() {
        check(Operation::Sum, &["41", "13"], Some(("54", false)));
        check(Operation::Difference, &["6.64", "0.25"], Some(("6.39", false)));
        check(Operation::Ratio, &["15321", "10280"], Some(("1.49", true)));
        check(Operation::Share, &["71", "71"], Some(("100", false)));
        check(Operation::Share, &["6", "10"], Some(("60", false)));
        check(Operation::Share, &["3.3", "148"], Some(("2.23", true)));
        check(Operation::Whole, &["698", "98"], Some(("712", true)));
        check(Operation::Whole, &["2000000", "105.9"], Some(("1890000", true)));
        check(Operation::Whole, &["274000", "28.4"], Some(("965000", true)));
    }

    #[test]
    fn refuses_what_has_no_answer() {
        check(Operation::Ratio, &["1", "0"], None);
        check(Operation::Ratio, &["1"], None);
        check(Operation::Sum, &[], None);
    }
}
