use std::cmp::Ordering;
use std::fmt;

/// A decimal number as a scaled integer: `mantissa × 10^-scale`.
///
/// Figures stay exact, and no floating-point formatting is linked into the Wasm (one `{:.1}` of a
/// float costs 6.6 KB there). The scale is kept as printed, so `16,30` stays `16,30`.
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    mantissa: i64,
    scale: u8,
}

/// Why a text is not a decimal number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecimalError {
    /// There are no digits.
    #[error("no digits")]
    Empty,
    /// A character other than a digit, a leading minus sign or one decimal point.
    #[error("a character that is not part of a number")]
    Character,
    /// More digits than the program keeps.
    #[error("more than {} digits", Decimal::MAX_DIGITS)]
    TooLong,
}

impl Decimal {
    /// The most digits a figure may have. Products of two such figures fit into 128 bits.
    pub const MAX_DIGITS: usize = 15;

    /// Zero.
    pub const ZERO: Self = Self::integer(0);

    /// `mantissa × 10^-scale`.
    pub const fn new(mantissa: i64, scale: u8) -> Self {
        Self { mantissa, scale }
    }

    /// A whole number.
    pub const fn integer(value: i64) -> Self {
        Self::new(value, 0)
    }

    /// The digits without the decimal point, with the sign.
    pub const fn mantissa(self) -> i64 {
        self.mantissa
    }

    /// The number of digits after the decimal point.
    pub const fn scale(self) -> u8 {
        self.scale
    }

    /// Reads the form used in the data package: digits with at most one decimal point.
    ///
    /// # Errors
    /// When the text is not such a number, or has more than [`Self::MAX_DIGITS`] digits.
    pub fn parse(text: &str) -> Result<Self, DecimalError> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = match digits.split_once('.') {
            Some((whole, fraction)) if !fraction.is_empty() => (whole, fraction),
            Some(_) => return Err(DecimalError::Character),
            None => (digits, ""),
        };
        if whole.is_empty() {
            return Err(DecimalError::Empty);
        }
        if whole.len() + fraction.len() > Self::MAX_DIGITS {
            return Err(DecimalError::TooLong);
        }
        let mut mantissa = 0i64;
        for byte in whole.bytes().chain(fraction.bytes()) {
            if !byte.is_ascii_digit() {
                return Err(DecimalError::Character);
            }
            mantissa = mantissa * 10 + i64::from(byte - b'0');
        }
        let sign = if negative { -1 } else { 1 };
        // The length was bounded above, so the scale fits.
        Ok(Self::new(sign * mantissa, fraction.len() as u8))
    }

    /// The number as a fraction of 128-bit integers: numerator and (positive) denominator.
    pub const fn fraction(self) -> (i128, i128) {
        (self.mantissa as i128, 10i128.pow(self.scale as u32))
    }

    /// `numerator ÷ denominator`, rounded half away from zero to `scale` digits after the point.
    ///
    /// `None` when the denominator is zero or the result does not fit.
    pub fn from_fraction(numerator: i128, denominator: i128, scale: u8) -> Option<Self> {
        if denominator == 0 {
            return None;
        }
        let scaled = numerator.checked_mul(10i128.checked_pow(u32::from(scale))?)?;
        let (scaled, denominator) = if denominator < 0 {
            (scaled.checked_neg()?, -denominator)
        } else {
            (scaled, denominator)
        };
        let half = denominator / 2;
        let rounded = if scaled < 0 {
            (scaled.checked_sub(half)?) / denominator
        } else {
            (scaled.checked_add(half)?) / denominator
        };
        Some(Self::new(i64::try_from(rounded).ok()?, scale))
    }

    /// `self − other`, exact.
    pub fn minus(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let mantissa = self.rescaled(scale)?.checked_sub(other.rescaled(scale)?)?;
        Some(Self::new(mantissa, scale))
    }

    /// `self + other`, exact.
    pub fn plus(self, other: Self) -> Option<Self> {
        self.minus(Self::new(other.mantissa.checked_neg()?, other.scale))
    }

    /// The same number without zeros at the end of its fraction.
    pub const fn trimmed(self) -> Self {
        let Self { mut mantissa, mut scale } = self;
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        Self::new(mantissa, scale)
    }

    /// The number without its sign.
    pub const fn abs(self) -> Self {
        Self::new(self.mantissa.saturating_abs(), self.scale)
    }

    fn rescaled(self, scale: u8) -> Option<i64> {
        let power = 10i64.checked_pow(u32::from(scale.checked_sub(self.scale)?))?;
        self.mantissa.checked_mul(power)
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let (left, left_denominator) = self.fraction();
        let (right, right_denominator) = other.fraction();
        (left * right_denominator).cmp(&(right * left_denominator))
    }
}

/// The form of the data package: a decimal point, no grouping.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.mantissa < 0 {
            f.write_str("-")?;
        }
        let digits = self.mantissa.unsigned_abs();
        let power = 10u64.saturating_pow(u32::from(self.scale));
        write!(f, "{}", digits / power)?;
        if self.scale > 0 {
            write!(f, ".{:0width$}", digits % power, width = usize::from(self.scale))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses_and_prints_the_same_text() {
        for text in ["0", "16.36", "1607.294", "-0.25", "263000", "16.30"] {
            assert_eq!(Decimal::parse(text).map(|value| value.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn refuses_what_is_not_a_number() {
        let cases = [
            ("", DecimalError::Empty),
            ("-", DecimalError::Empty),
            (".5", DecimalError::Empty),
            ("1.", DecimalError::Character),
            ("1,5", DecimalError::Character),
            ("1.607.294", DecimalError::Character),
            ("٣", DecimalError::Character),
            ("NaN", DecimalError::Character),
            ("1e9", DecimalError::Character),
            ("1234567890123456", DecimalError::TooLong),
        ];
        for (text, error) in cases {
            assert_eq!(Decimal::parse(text).err(), Some(error), "{text:?}");
        }
    }

    #[test]
    fn compares_by_value() {
        assert_eq!(Decimal::new(1630, 2), Decimal::new(163, 1));
        assert!(Decimal::new(944, 2) > Decimal::new(75, 1));
        assert!(Decimal::new(-1, 0) < Decimal::ZERO);
    }

    #[test]
    fn rounds_half_away_from_zero() {
        assert_eq!(Decimal::from_fraction(2286, 1636, 2), Some(Decimal::new(140, 2)));
        assert_eq!(Decimal::from_fraction(1, 8, 2), Some(Decimal::new(13, 2)));
        assert_eq!(Decimal::from_fraction(-1, 8, 2), Some(Decimal::new(-13, 2)));
        assert_eq!(Decimal::from_fraction(1, 0, 2), None);
    }

    #[test]
    fn adds_and_subtracts_exactly() {
        let (share, change) = (Decimal::new(664, 2), Decimal::new(25, 2));
        assert_eq!(share.minus(change), Some(Decimal::new(639, 2)));
        assert_eq!(Decimal::integer(41).plus(Decimal::integer(13)), Some(Decimal::integer(54)));
    }
}
