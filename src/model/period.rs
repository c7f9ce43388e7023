use std::fmt;

/// A year, or one month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    year: u16,
    /// 1 to 12, or 0 for the whole year.
    month: u8,
}

/// Why a text is not a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PeriodError {
    /// Neither `2022` nor `2022-09`.
    #[error("not of the form 2022 or 2022-09")]
    Form,
    /// A year outside of [`Period::YEARS`].
    #[error("a year outside {} to {}", Period::YEARS.start(), Period::YEARS.end())]
    Year,
    /// A month outside 01 to 12.
    #[error("a month outside 01 to 12")]
    Month,
}

impl Period {
    /// The years a figure may belong to: from the founding of Đắk Nông's department to the end of
    /// the present planning horizon.
    pub const YEARS: std::ops::RangeInclusive<u16> = 2004..=2050;

    /// A whole year.
    pub const fn of_year(year: u16) -> Self {
        Self { year, month: 0 }
    }

    /// One month of a year, 1 to 12.
    pub const fn of_month(year: u16, month: u8) -> Self {
        Self { year, month }
    }

    /// The year.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12, when the period is one month.
    pub const fn month(self) -> Option<u8> {
        match self.month {
            0 => None,
            month => Some(month),
        }
    }

    /// Reads `2022` or `2022-09`.
    ///
    /// # Errors
    /// When the text has another form, or a year or month that cannot be.
    pub fn parse(text: &str) -> Result<Self, PeriodError> {
        let digits = |part: &str, length: usize| {
            let all = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
            if all {
                part.parse::<u16>().map_err(|_| PeriodError::Form)
            } else {
                Err(PeriodError::Form)
            }
        };
        let (year, month) = match text.split_once('-') {
            Some((year, month)) => (digits(year, 4)?, Some(digits(month, 2)?)),
            None => (digits(text, 4)?, None),
        };
        if !Self::YEARS.contains(&year) {
            return Err(PeriodError::Year);
        }
        match month {
            None => Ok(Self::of_year(year)),
            Some(month @ 1..=12) => Ok(Self::of_month(year, month as u8)),
            Some(_) => Err(PeriodError::Month),
        }
    }

    /// The last month of the period, counted in months from year 0. A figure for a whole year is
    /// taken as the state at its end.
    pub const fn last_month(self) -> i32 {
        let month = if self.month == 0 { 12 } else { self.month };
        self.year as i32 * 12 + month as i32 - 1
    }

    /// The months between the ends of two periods.
    pub const fn months_apart(self, other: Self) -> u32 {
        self.last_month().abs_diff(other.last_month())
    }
}

/// The form of the data package.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        match self.month() {
            Some(month) => write!(f, "-{month:02}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses_years_and_months() {
        assert_eq!(Period::parse("2022"), Ok(Period::of_year(2022)));
        assert_eq!(Period::parse("2022-09"), Ok(Period::of_month(2022, 9)));
    }

    #[test]
    fn refuses_what_cannot_be() {
        let cases = [
            ("", PeriodError::Form),
            ("22", PeriodError::Form),
            ("2022-9", PeriodError::Form),
            ("09/2022", PeriodError::Form),
            ("2022-13", PeriodError::Month),
            ("2022-00", PeriodError::Month),
            ("0202", PeriodError::Year),
            ("2202", PeriodError::Year),
        ];
        for (text, error) in cases {
            assert_eq!(Period::parse(text), Err(error), "{text:?}");
        }
    }

    #[test]
    fn measures_between_the_ends() {
        let (august, december) = (Period::of_month(2024, 8), Period::of_month(2024, 12));
        assert_eq!(august.months_apart(december), 4);
        assert_eq!(Period::of_year(2024).months_apart(december), 0);
        assert_eq!(Period::of_year(2022).months_apart(august), 20);
    }
}
