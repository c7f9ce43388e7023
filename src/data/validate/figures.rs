//! Whether the numbers of a row are those its printed token says.

use super::Field;
use super::observations::Draft;
use super::report::Report;
use crate::data::hint::excerpt;
use crate::data::{NumberWord, Printed, Problem};
use crate::model::{Decimal, Unit};

/// Reports numbers that differ from the token. `following` is the number word that follows the
/// token in its document, if that is at hand.
pub(super) fn check(draft: &Draft<'_>, following: Option<NumberWord>, report: &mut Report) {
    let (Ok(printed), Some(unit)) = (draft.printed, draft.unit) else {
        return;
    };
    if printed.percent && !matches!(unit, Unit::Percent | Unit::PercentGrowth) {
        report.add(draft.row.printed.place, Problem::PercentSign { unit });
    }
    let powers = powers(unit, printed.word.or(following));
    let (row, token) = (&draft.row, draft.row.printed.text);
    let mut compare = |field: Field<'_>, number: Option<Decimal>, powers: &[i8]| {
        let expected: Vec<String> = match number {
            Some(number) => powers.iter().filter_map(|power| shifted(number, *power)).collect(),
            None => vec![String::new()],
        };
        let agreeing = expected.iter().position(|expected| expected == field.text);
        if agreeing.is_none() {
            let expected = expected.iter().map(|text| quoted(text)).collect();
            let (found, printed) = (excerpt(field.text), excerpt(token));
            report.add(field.place, Problem::ValueDisagrees { found, expected, printed });
        }
        agreeing
    };
    let Printed { value, high, of, .. } = printed;
    // A field that is no number was reported, and one number says which unit the others are in.
    let power = if draft.value.is_ok() { compare(row.value, Some(value), &powers) } else { None };
    let powers = power.map_or(&powers[..], |power| &powers[power..=power]);
    if draft.value_high.is_ok() {
        compare(row.value_high, high, powers);
    }
    if draft.of.is_ok() {
        compare(row.of, of, powers);
    }
}

/// The powers of ten a printed number may be multiplied by to give its value.
///
/// Money is kept in billion đồng and printed in billion or in million: without the word behind the
/// number, either may be meant.
fn powers(unit: Unit, word: Option<NumberWord>) -> Vec<i8> {
    match (unit, word) {
        (Unit::BillionVnd, Some(word)) => vec![word.power() - NumberWord::Billion.power()],
        (Unit::BillionVnd, None) => {
            vec![0, NumberWord::Million.power() - NumberWord::Billion.power()]
        }
        (_, Some(word)) => vec![word.power()],
        (_, None) => vec![0],
    }
}

/// `number × 10^power` as the package writes it: with the decimals that were printed.
fn shifted(number: Decimal, power: i8) -> Option<String> {
    let scale = i16::from(number.scale()) - i16::from(power);
    let value = match u8::try_from(scale) {
        Ok(scale) => Decimal::new(number.mantissa(), scale),
        Err(_) => {
            let factor = 10i64.checked_pow(u32::from(scale.unsigned_abs()))?;
            Decimal::integer(number.mantissa().checked_mul(factor)?)
        }
    };
    Some(value.to_string())
}

fn quoted(text: &str) -> String {
    if text.is_empty() { "nothing".to_owned() } else { format!("`{text}`") }
}
