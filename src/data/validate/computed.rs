//! What derivations come to, as far as it decides whether they can be computed at all.

use super::report::Checked;
use crate::model::{Derivation, Input, Observation, Operation};

/// The derivations in an order in which each comes after its inputs.
pub(super) struct Order {
    /// Those that lead to printed figures.
    pub(super) sorted: Vec<usize>,
    /// Those on a cycle, or on a path from one cycle to another.
    pub(super) cyclic: Vec<usize>,
}

impl Order {
    /// Sorts by peeling off, again and again, what depends on nothing that is left. Without
    /// recursion, because a chain of derivations may be as long as the file.
    pub(super) fn of(derivations: &[Checked<Derivation<'_>>]) -> Self {
        let count = derivations.len();
        let mut inputs_of = vec![Vec::new(); count];
        let mut users_of = vec![Vec::new(); count];
        for (user, derivation) in derivations.iter().enumerate() {
            let Ok(derivation) = derivation else { continue };
            for input in derivation.inputs.iter() {
                if let Input::Derivation(id) = input
                    && usize::from(id.0) < count
                {
                    inputs_of[user].push(usize::from(id.0));
                    users_of[usize::from(id.0)].push(user);
                }
            }
        }
        let mut is_left = vec![true; count];
        let sorted = peel(&inputs_of, &users_of, &mut is_left);
        // What only depends on a cycle is not on it: peel from the other side as well.
        peel(&users_of, &inputs_of, &mut is_left);
        Self { sorted, cyclic: (0..count).filter(|index| is_left[*index]).collect() }
    }
}

/// Takes out, in order, every node whose `needs` are all taken out; `needed_by` is the reverse.
fn peel(needs: &[Vec<usize>], needed_by: &[Vec<usize>], is_left: &mut [bool]) -> Vec<usize> {
    let mut open: Vec<usize> =
        needs.iter().map(|all| all.iter().filter(|need| is_left[**need]).count()).collect();
    let mut taken: Vec<usize> =
        (0..needs.len()).filter(|node| is_left[*node] && open[*node] == 0).collect();
    let mut next = 0;
    while let Some(&node) = taken.get(next) {
        next += 1;
        is_left[node] = false;
        for &user in needed_by[node].iter().filter(|user| is_left[**user]) {
            open[user] -= 1;
            if open[user] == 0 {
                taken.push(user);
            }
        }
    }
    taken
}

/// The values of figures and derivations. `None` where a row was reported, or where a number
/// outgrows 128 bits.
pub(super) struct Values {
    observations: Vec<Option<Fraction>>,
    derivations: Vec<Option<Fraction>>,
}

impl Values {
    /// The printed figures, and no derivation yet.
    pub(super) fn of(observations: &[Checked<Observation<'_>>], derivations: usize) -> Self {
        let value = |observation: &Checked<Observation<'_>>| {
            let (numerator, denominator) = observation.as_ref().ok()?.value.fraction();
            Fraction::new(numerator, denominator)
        };
        Self {
            observations: observations.iter().map(value).collect(),
            derivations: vec![None; derivations],
        }
    }

    /// Computes a derivation after its inputs. Gives the position of an input that is a zero to
    /// divide by.
    pub(super) fn compute(&mut self, index: usize, derivation: &Derivation<'_>) -> Option<usize> {
        let inputs: Vec<Option<Fraction>> = derivation
            .inputs
            .iter()
            .map(|input| match input {
                Input::Observation(id) => *self.observations.get(usize::from(id.0))?,
                Input::Derivation(id) => *self.derivations.get(usize::from(id.0))?,
            })
            .collect();
        let divides =
            matches!(derivation.operation, Operation::Ratio | Operation::Share | Operation::Whole);
        if divides && let Some(Some(Fraction { numerator: 0, .. })) = inputs.get(1) {
            return Some(1);
        }
        let inputs: Option<Vec<Fraction>> = inputs.into_iter().collect();
        self.derivations[index] = inputs.and_then(|inputs| apply(derivation.operation, &inputs));
        None
    }
}

fn apply(operation: Operation, inputs: &[Fraction]) -> Option<Fraction> {
    let hundred = Fraction { numerator: 100, denominator: 1 };
    match (operation, inputs) {
        (Operation::Sum, [first, rest @ ..]) => {
            rest.iter().try_fold(*first, |sum, input| sum.plus(*input))
        }
        (Operation::Difference, [first, second]) => first.plus(second.negative()?),
        (Operation::Ratio, [first, second]) => first.over(*second),
        (Operation::Share | Operation::Whole, [first, second]) => {
            first.over(*second)?.over(hundred.inverse()?)
        }
        // The share of one figure in its own whole is left to the program: only whether it is zero
        // could matter here, and its numerator is the figure.
        (Operation::Share, [only]) => Some(*only),
        _ => None,
    }
}

/// A number without rounding, in lowest terms, with a positive denominator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Fraction {
    numerator: i128,
    denominator: i128,
}

impl Fraction {
    fn new(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator == 0 {
            return None;
        }
        let (mut divisor, mut rest) = (numerator, denominator);
        while rest != 0 {
            (divisor, rest) = (rest, divisor.checked_rem(rest)?);
        }
        // The divisor takes the sign of the denominator with it.
        let divisor = if (divisor < 0) == (denominator < 0) { divisor } else { -divisor };
        Some(Self {
            numerator: numerator.checked_div(divisor)?,
            denominator: denominator.checked_div(divisor)?,
        })
    }

    fn plus(self, other: Self) -> Option<Self> {
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        Self::new(left.checked_add(right)?, self.denominator.checked_mul(other.denominator)?)
    }

    fn over(self, other: Self) -> Option<Self> {
        Self::new(
            self.numerator.checked_mul(other.denominator)?,
            self.denominator.checked_mul(other.numerator)?,
        )
    }

    fn inverse(self) -> Option<Self> {
        Self::new(self.denominator, self.numerator)
    }

    fn negative(self) -> Option<Self> {
        Some(Self { numerator: self.numerator.checked_neg()?, ..self })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fraction(numerator: i128, denominator: i128) -> Option<Fraction> {
        Fraction::new(numerator, denominator)
    }

    #[test]
    fn computes_without_rounding() {
        let check = |operation, inputs: &[(i128, i128)], expected: Option<Fraction>| {
            let inputs: Option<Vec<_>> = inputs.iter().map(|(n, d)| fraction(*n, *d)).collect();
            assert_eq!(inputs.and_then(|inputs| apply(operation, &inputs)), expected);
        };
        check(Operation::Sum, &[(1, 3), (1, 3), (1, 3)], fraction(1, 1));
        check(Operation::Difference, &[(664, 100), (664, 100)], fraction(0, 1));
        check(Operation::Difference, &[(1, 4), (3, 4)], fraction(-1, 2));
        check(Operation::Ratio, &[(1, 2), (-1, 4)], fraction(-2, 1));
        check(Operation::Share, &[(1, 2), (2, 1)], fraction(25, 1));
        check(Operation::Whole, &[(698, 1), (98, 1)], fraction(34900, 49));
        check(Operation::Ratio, &[(1, 2), (0, 1)], None);
        check(Operation::Sum, &[(i128::MAX, 1), (1, 1)], None);
    }

    #[test]
    fn sorts_inputs_before_their_users_and_finds_cycles() {
        let check = |inputs: &[&[usize]], sorted: &[usize], cyclic: &[usize]| {
            let derivations: Vec<_> = inputs.iter().map(|inputs| Ok(derivation(inputs))).collect();
            let order = Order::of(&derivations);
            assert_eq!((order.sorted.as_slice(), order.cyclic.as_slice()), (sorted, cyclic));
        };
        check(&[&[], &[0], &[1, 0]], &[0, 1, 2], &[]);
        check(&[&[1], &[2], &[]], &[2, 1, 0], &[]);
        check(&[&[0]], &[], &[0]);
        // The first feeds the cycle and the last uses it; neither is on it.
        check(&[&[], &[0, 2], &[1], &[2]], &[0], &[1, 2]);
        check(&[&[1, 1], &[]], &[1, 0], &[]);
    }

    fn derivation(inputs: &[usize]) -> Derivation<'static> {
        use crate::model::{DerivationId, IndicatorId, Localized, Period, ProvinceId};
        let input = |row: &usize| Input::Derivation(DerivationId(*row as u16));
        Derivation {
            slug: "",
            province: ProvinceId::DakNong,
            indicator: IndicatorId(0),
            period: Period::of_year(2024),
            operation: Operation::Sum,
            inputs: inputs.iter().map(input).collect(),
            note: Localized { vi: "", en: "" },
        }
    }
}
