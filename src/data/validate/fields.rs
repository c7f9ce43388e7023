//! What a single field can hold. Every reader reports what it cannot read.

use super::report::{Checked, Report};
use crate::data::Problem;
use crate::data::hint::{closest, excerpt};
use crate::data::rows::Field;
use crate::model::{Decimal, Language, Localized, Period, Slug};

impl Report {
    /// A text that must not be empty.
    pub(super) fn text<'a>(
        &mut self,
        field: Field<'a>,
        expected: &'static str,
    ) -> Checked<&'a str> {
        if field.text.is_empty() {
            return Err(self.add(field.place, Problem::EmptyField { expected }));
        }
        Ok(field.text)
    }

    /// A name that can stand in an address.
    pub(super) fn id<'a>(&mut self, field: Field<'a>) -> Checked<&'a str> {
        let id = self.text(field, "an id")?;
        let is_word = |part: &str| {
            let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
            !part.is_empty() && part.bytes().all(allowed)
        };
        if !id.split('-').all(is_word) {
            return Err(self.add(field.place, Problem::BadId { found: excerpt(id) }));
        }
        Ok(id)
    }

    /// A word of a closed list.
    pub(super) fn word<T: Slug>(&mut self, field: Field<'_>) -> Checked<T> {
        T::from_slug(field.text).ok_or_else(|| {
            let allowed = words::<T>();
            let closest = closest(field.text, allowed.iter().copied());
            let found = excerpt(field.text);
            self.add(field.place, Problem::UnknownWord { found, allowed, closest })
        })
    }

    /// A word of a closed list, or nothing.
    pub(super) fn optional_word<T: Slug>(&mut self, field: Field<'_>) -> Checked<Option<T>> {
        if field.text.is_empty() { Ok(None) } else { self.word(field).map(Some) }
    }

    /// A number as the package writes it. No document prints one below zero.
    pub(super) fn number(&mut self, field: Field<'_>) -> Checked<Decimal> {
        let text = self.text(field, "a number such as 1607.294")?;
        let found = || excerpt(text);
        match Decimal::parse(text) {
            Ok(number) if number < Decimal::ZERO => {
                Err(self.add(field.place, Problem::NegativeNumber { found: found() }))
            }
            Ok(number) => Ok(number),
            Err(reason) => {
                Err(self.add(field.place, Problem::BadNumber { found: found(), reason }))
            }
        }
    }

    /// A number, or nothing.
    pub(super) fn optional_number(&mut self, field: Field<'_>) -> Checked<Option<Decimal>> {
        if field.text.is_empty() { Ok(None) } else { self.number(field).map(Some) }
    }

    /// A year or a month.
    pub(super) fn period(&mut self, field: Field<'_>) -> Checked<Period> {
        let text = self.text(field, "a year or a month such as 2022-09")?;
        Period::parse(text).map_err(|reason| {
            self.add(field.place, Problem::BadPeriod { found: excerpt(text), reason })
        })
    }

    /// A day of the calendar.
    pub(super) fn date<'a>(&mut self, field: Field<'a>) -> Checked<&'a str> {
        let text = self.text(field, "a day such as 2024-12-20")?;
        if !is_date(text) {
            return Err(self.add(field.place, Problem::BadDate { found: excerpt(text) }));
        }
        Ok(text)
    }

    /// A day of the calendar, or nothing.
    pub(super) fn optional_date<'a>(&mut self, field: Field<'a>) -> Checked<&'a str> {
        if field.text.is_empty() { Ok("") } else { self.date(field) }
    }

    /// A text that must be there in both languages.
    pub(super) fn localized<'a>(
        &mut self,
        vi: Field<'a>,
        en: Field<'a>,
        expected: &'static str,
    ) -> Checked<Localized<'a>> {
        let (vi, en) = (self.text(vi, expected), self.text(en, expected));
        Ok(Localized { vi: vi?, en: en? })
    }

    /// A text in both languages or in neither.
    pub(super) fn note<'a>(&mut self, vi: Field<'a>, en: Field<'a>) -> Checked<Localized<'a>> {
        let (missing, place) = match (vi.text.is_empty(), en.text.is_empty()) {
            (true, false) => (Language::Vi, vi.place),
            (false, true) => (Language::En, en.place),
            _ => {
                return Ok(Localized { vi: vi.text, en: en.text });
            }
        };
        Err(self.add(place, Problem::OneLanguage { missing }))
    }
}

/// The words of a closed list.
pub(super) fn words<T: Slug>() -> Vec<&'static str> {
    T::ALL.iter().map(|value| value.slug()).collect()
}

/// Whether a text is a day of the Gregorian calendar in the form of ISO 8601.
fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let mut part = |length: usize| {
        let digits = parts.next().filter(|part| part.len() == length)?;
        let all_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
        if all_digits { digits.parse::<u32>().ok() } else { None }
    };
    let (Some(year), Some(month), Some(day)) = (part(4), part(2), part(2)) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    parts.next().is_none() && (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_calendar() {
        for date in ["2024-12-20", "2024-02-29", "2000-02-29", "2025-06-30"] {
            assert!(is_date(date), "{date}");
        }
        for other in [
            "2023-02-29",
            "1900-02-29",
            "2025-06-31",
            "2025-13-01",
            "2025-00-01",
            "2025-01-00",
            "20/12/2024",
            "2024-12",
            "2024-12-20-1",
            "+024-12-20",
            "2024-1-20",
            "",
        ] {
            assert!(!is_date(other), "{other}");
        }
    }
}
