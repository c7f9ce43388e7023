use crate::model::{Language, Period};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A period within a sentence: `năm 2022`, `tháng 8/2024`; `2022`, `August 2024`.
pub fn period(language: Language, period: Period) -> String {
    let year = period.year();
    match (language, period.month()) {
        (Language::Vi, None) => format!("năm {year}"),
        (Language::Vi, Some(month)) => format!("tháng {month}/{year}"),
        (Language::En, None) => year.to_string(),
        (Language::En, Some(month)) => format!("{} {year}", month_name(month)),
    }
}

/// A period in a label: `2022`, `8/2024`; `2022`, `Aug 2024`.
pub fn period_in_label(language: Language, period: Period) -> String {
    let year = period.year();
    match (language, period.month()) {
        (_, None) => year.to_string(),
        (Language::Vi, Some(month)) => format!("{month}/{year}"),
        (Language::En, Some(month)) => {
            let name = month_name(month);
            format!("{} {year}", name.get(..3).unwrap_or(name))
        }
    }
}

/// A day within a sentence, from an ISO date: `20/12/2024`; `20 December 2024`.
pub fn date(language: Language, iso: &str) -> String {
    let mut parts = iso.splitn(3, '-').map(|part| part.parse::<u16>().unwrap_or(0));
    let mut next = || parts.next().unwrap_or(0);
    let (year, month, day) = (next(), next(), next());
    match language {
        Language::Vi => format!("{day}/{month}/{year}"),
        Language::En => {
            let month = month_name(u8::try_from(month).unwrap_or(0));
            format!("{day} {month} {year}")
        }
    }
}

fn month_name(month: u8) -> &'static str {
    MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_years_and_months() {
        let (year, month) = (Period::of_year(2022), Period::of_month(2024, 8));
        assert_eq!(period(Language::Vi, year), "năm 2022");
        assert_eq!(period(Language::Vi, month), "tháng 8/2024");
        assert_eq!(period(Language::En, month), "August 2024");
        assert_eq!(period_in_label(Language::Vi, month), "8/2024");
        assert_eq!(period_in_label(Language::En, month), "Aug 2024");
        assert_eq!(period_in_label(Language::En, year), "2022");
    }

    #[test]
    fn names_days() {
        assert_eq!(date(Language::Vi, "2024-12-20"), "20/12/2024");
        assert_eq!(date(Language::En, "2024-12-20"), "20 December 2024");
        assert_eq!(date(Language::Vi, "2025-06-03"), "3/6/2025");
    }
}
