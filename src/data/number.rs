use thiserror::Error;

use crate::model::Decimal;

/// What a token says, as a Vietnamese document prints it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The number, the part of a whole, or the lower end of a range.
    pub value: Decimal,
    /// The upper end of a range: the 95 of `90-95%`.
    pub high: Option<Decimal>,
    /// The whole: the 10 of `06/10`, the 11 of `1 trong 11`.
    pub of: Option<Decimal>,
    /// The number word: the `triệu` of `2 triệu`.
    pub word: Option<NumberWord>,
    /// Whether it has a percent sign.
    pub percent: bool,
}

/// A word that multiplies the number before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberWord {
    /// `nghìn`, `ngàn`.
    Thousand,
    /// `triệu`.
    Million,
    /// `tỷ`, `tỉ`.
    Billion,
}

/// Why a token is not a number as Vietnamese documents print it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PrintedError {
    /// A number without digits before or after its decimal comma.
    #[error("digits are missing")]
    NoDigits,
    /// A character that belongs to no number.
    #[error("a character that is not part of a number")]
    Character,
    /// More than one decimal comma, as in `1,607,294`.
    #[error("more than one decimal comma; thousands are grouped by points")]
    Commas,
    /// Points that do not group thousands, as in `16.36`.
    #[error("points that do not group thousands; decimals follow a comma")]
    Grouping,
    /// A zero in front of other digits than one.
    #[error("a leading zero")]
    LeadingZero,
    /// More digits than the program keeps.
    #[error("more than {} digits", Decimal::MAX_DIGITS)]
    TooLong,
}

impl NumberWord {
    const WORDS: [(&'static str, Self); 5] = [
        ("nghìn", Self::Thousand),
        ("ngàn", Self::Thousand),
        ("triệu", Self::Million),
        ("tỷ", Self::Billion),
        ("tỉ", Self::Billion),
    ];

    /// The exponent of the power of ten it stands for.
    pub const fn power(self) -> i8 {
        match self {
            Self::Thousand => 3,
            Self::Million => 6,
            Self::Billion => 9,
        }
    }

    /// The number word a text begins with.
    pub fn at_start_of(text: &str) -> Option<Self> {
        let (_, word) = Self::WORDS.into_iter().find(|(name, _)| {
            text.strip_prefix(name).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })?;
        Some(word)
    }
}

impl Printed {
    /// Reads a token: a number (`1.607.294`, `16,36`, `03`), a percentage (`76,65%`), part and whole
    /// (`06/10`, `1 trong 11`), a range (`90-95%`), or a number with its word (`274 nghìn`).
    ///
    /// # Errors
    /// When the token is none of these.
    pub fn parse(token: &str) -> Result<Self, PrintedError> {
        let (token, percent) = match token.strip_suffix('%') {
            Some(rest) => (rest, true),
            None => (token, false),
        };
        let (numbers, word) = match token.split_once(' ') {
            Some((number, rest)) => {
                match NumberWord::WORDS.iter().find(|(name, _)| *name == rest) {
                    Some((_, word)) => (number, Some(*word)),
                    None => (token, None),
                }
            }
            None => (token, None),
        };
        let (mut high, mut of) = (None, None);
        let whole = numbers.split_once('/').or_else(|| numbers.split_once(" trong "));
        let value = if let Some((part, whole)) = whole {
            of = Some(number(whole)?);
            part
        } else if let Some((low, top)) = numbers.split_once('-') {
            high = Some(number(top)?);
            low
        } else {
            numbers
        };
        Ok(Self { value: number(value)?, high, of, word, percent })
    }
}

/// A Vietnamese number: thousands grouped by points or not at all, decimals after a comma, and a
/// zero before a lone digit, as forms print counts (`03`).
fn number(text: &str) -> Result<Decimal, PrintedError> {
    let (whole, fraction) = match text.split_once(',') {
        Some((_, fraction)) if fraction.contains(',') => return Err(PrintedError::Commas),
        Some((_, "")) => return Err(PrintedError::NoDigits),
        Some((whole, fraction)) => (whole, fraction),
        None => (text, ""),
    };
    if whole.is_empty() {
        return Err(PrintedError::NoDigits);
    }
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if fraction.contains('.') {
        return Err(PrintedError::Grouping);
    }
    if !whole.split('.').all(is_digits) || !is_digits(fraction) {
        return Err(PrintedError::Character);
    }
    if let Some((first, groups)) = whole.split_once('.') {
        let grouped = (1..=3).contains(&first.len()) && groups.split('.').all(|g| g.len() == 3);
        if !grouped {
            return Err(PrintedError::Grouping);
        }
    }
    let padded = whole.len() == 2 && fraction.is_empty();
    if whole.len() > 1 && whole.starts_with('0') && !padded {
        return Err(PrintedError::LeadingZero);
    }
    let digits = whole.replace('.', "");
    if digits.len() + fraction.len() > Decimal::MAX_DIGITS {
        return Err(PrintedError::TooLong);
    }
    let mantissa = format!("{digits}{fraction}").parse().map_err(|_| PrintedError::TooLong)?;
    let scale = u8::try_from(fraction.len()).map_err(|_| PrintedError::TooLong)?;
    Ok(Decimal::new(mantissa, scale))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(token: &str, expected: Result<&str, PrintedError>) {
        let shown = Printed::parse(token).map(|printed| {
            let mut text = printed.value.to_string();
            for (sign, number) in [("-", printed.high), ("/", printed.of)] {
                text.extend(number.map(|number| format!("{sign}{number}")));
            }
            text.extend(printed.word.map(|word| format!("e{}", word.power())));
            if printed.percent { text + "%" } else { text }
        });
        assert_eq!(shown, expected.map(str::to_owned), "{token:?}");
    }

    #[test]
    fn reads_every_form_the_documents_print() {
        check("16,36", Ok("16.36"));
        check("16,30", Ok("16.30"));
        check("0,25", Ok("0.25"));
        check("1.607.294", Ok("1607294"));
        check("1.607,5", Ok("1607.5"));
        check("10280", Ok("10280"));
        check("98", Ok("98"));
        check("03", Ok("3"));
        check("76,65%", Ok("76.65%"));
        check("06/10", Ok("6/10"));
        check("1 trong 11", Ok("1/11"));
        check("90-95%", Ok("90-95%"));
        check("2 triệu", Ok("2e6"));
        check("274 nghìn", Ok("274e3"));
        check("1,5 tỷ", Ok("1.5e9"));
    }

    #[test]
    fn refuses_other_forms() {
        check("", Err(PrintedError::NoDigits));
        check("%", Err(PrintedError::NoDigits));
        check(",5", Err(PrintedError::NoDigits));
        check("5,", Err(PrintedError::NoDigits));
        check("06/", Err(PrintedError::NoDigits));
        check("1,607,294", Err(PrintedError::Commas));
        check("1.60", Err(PrintedError::Grouping));
        check("16.36", Err(PrintedError::Grouping));
        check("1607.294", Err(PrintedError::Grouping));
        check("1.", Err(PrintedError::Grouping));
        check("1,607.294", Err(PrintedError::Grouping));
        check("003", Err(PrintedError::LeadingZero));
        check("01,5", Err(PrintedError::LeadingZero));
        check("0.500", Err(PrintedError::LeadingZero));
        check("5 cái", Err(PrintedError::Character));
        check("٣", Err(PrintedError::Character));
        check("1/2/3", Err(PrintedError::Character));
        check("-5", Err(PrintedError::NoDigits));
        check("1234567890123456", Err(PrintedError::TooLong));
    }
}
