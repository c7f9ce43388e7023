use crate::model::{Dataset, Language, Observation, ObservationId, Slug};

use super::fold::fold;

/// The words by which a figure is found, folded and with one space between them.
///
/// It is found by its name in addresses, its province, indicator and definition in every language,
/// the title and the author of its document, and its token as printed. `spoken` adds what the page
/// says about it, which this place does not know: topic, value, unit, hedge and period as they are
/// written.
pub fn words_of(
    dataset: &Dataset<'_>,
    id: ObservationId,
    spoken: impl Fn(&Dataset<'_>, &Observation<'_>) -> String,
) -> String {
    let figure = dataset.observation(id);
    let mut text = spoken(dataset, figure);
    let mut add = |part: &str| {
        text.push('\n');
        text.push_str(part);
    };
    let indicator = dataset.indicator(figure.indicator);
    for &language in Language::ALL {
        add(dataset.province(figure.province).name.get(language));
        add(indicator.name.get(language));
        add(indicator.definition.get(language));
    }
    let source = dataset.source(figure.source);
    for part in [source.title_vi, source.author, figure.printed, figure.slug] {
        add(part);
    }
    words(&text)
}

/// What a reader looks for.
pub struct Query(String);

impl Query {
    /// Reads what was typed. Case and Vietnamese marks do not matter.
    pub fn new(typed: &str) -> Self {
        Self(words(typed))
    }

    /// Whether it has no words: then it fits all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether each of its words starts one of `held`, which are those of [`words_of`], in any order.
    /// A query without words fits all.
    pub fn fits(&self, held: &str) -> bool {
        self.0.split(' ').all(|word| starts(held).any(|rest| begins_with(rest, word)))
    }
}

/// The words of a text: folded, with one space between them.
///
/// Between two digits, the signs of numbers, dates, ranges and parts stay, one form for each:
/// `16,36` and `16.36` are one word, and so are `90–95` and `90-95`. Zeros in front of a number go,
/// so that `08/2024` is `8/2024`.
fn words(text: &str) -> String {
    let folded = fold(text);
    let mut words = String::with_capacity(folded.len());
    let mut rest = folded.chars().peekable();
    while let Some(c) = rest.next() {
        let before = words.bytes().next_back();
        let digit_follows = rest.peek().is_some_and(char::is_ascii_digit);
        let sign = match c {
            '.' | ',' => '.',
            '-' | '–' => '-',
            '/' => '/',
            '0' if digit_follows && starts_word(before) => continue,
            _ if is_letter(c) => {
                words.push(c);
                continue;
            }
            _ => ' ',
        };
        if sign != ' ' && digit_follows && before.is_some_and(|byte| byte.is_ascii_digit()) {
            words.push(sign);
        } else if before.is_some_and(|byte| byte != b' ') {
            words.push(' ');
        }
    }
    words.truncate(words.trim_end_matches(' ').len());
    words
}

/// Whether a character belongs to a word. Beyond ASCII all do, but for the blocks of signs and
/// spaces: letters of other scripts are then looked for, and not found.
const fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}' | '×' | '÷' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' => {
            false
        }
        _ => true,
    }
}

/// Whether a word starts after this byte. The digits after a point are no word: a search for 36
/// does not mean 16,36.
const fn starts_word(before: Option<u8>) -> bool {
    matches!(before, None | Some(b' ' | b'/' | b'-'))
}

/// The rest of `held` from each start of a word.
fn starts(held: &str) -> impl Iterator<Item = &[u8]> {
    let bytes = held.as_bytes();
    (0..bytes.len()).filter_map(|at| {
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        starts_word(before.copied()).then(|| bytes.get(at..)).flatten()
    })
}

/// Whether `held` begins with `word`. The points of a number may be left out: `2000` is found in
/// `2.000`.
fn begins_with(held: &[u8], word: &str) -> bool {
    let mut held = held.iter().copied();
    word.bytes().all(|wanted| {
        let next = held.next();
        let next = if next == Some(b'.') && wanted != b'.' { held.next() } else { next };
        next == Some(wanted)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Decimal, IndicatorId, Kind, Period, ProvinceId};
    use crate::query::fixture::{Fixture, observation};
    use proptest::prelude::*;

    /// The figures that a query finds.
    fn search(text: &str) -> Vec<u16> {
        let figure = observation(0, Kind::Actual, Period::of_month(2024, 8), 0);
        let fixture = Fixture::new(vec![
            Observation { value: Decimal::new(1636, 2), printed: "16,36", ..figure.clone() },
            Observation { indicator: IndicatorId(2), printed: "06/10", ..figure },
            Observation {
                province: ProvinceId::DakLak,
                printed: "90-95%",
                ..observation(1, Kind::Target, Period::of_year(2025), 2000)
            },
        ]);
        let spoken = |_: &Dataset<'_>, figure: &Observation<'_>| {
            let kind = if figure.kind == Kind::Target { "chỉ tiêu" } else { "kết quả" };
            format!("{kind} 1.500 {}", figure.period.year())
        };
        let query = Query::new(text);
        let figures = fixture.dataset.observations().map(|(id, _)| id);
        let fitting = figures.filter(|id| query.fits(&words_of(&fixture.dataset, *id, spoken)));
        fitting.map(|id| id.0).collect()
    }

    fn check(text: &str, expected: &[u16]) {
        assert_eq!(search(text), expected, "{text:?}");
    }

    #[test]
    fn no_word_finds_all() {
        for text in ["", "  ", "\u{a0}", "“…”", ",", "\u{301}"] {
            check(text, &[0, 1, 2]);
        }
    }

    #[test]
    fn every_word_must_start_one() {
        check("đắk lắk", &[2]);
        check("DAK LAK", &[2]);
        check("Đa\u{306}\u{301}k La\u{306}\u{301}k", &[2]);
        check("lắk đắk", &[2]);
        check("la", &[2]);
        check("ak", &[]);
        check("đắk alone", &[1]);
        check("đắk lắk alone", &[]);
        check("of-people", &[0]);
        check("people, (of)", &[0]);
        check("tài liệu", &[0, 1, 2]);
        check("chỉ tiêu", &[2]);
        check("привет", &[]);
    }

    #[test]
    fn numbers_are_found_as_written() {
        check("16,36", &[0]);
        check("16.36", &[0]);
        check("16,", &[0]);
        check("16,4", &[]);
        check("36", &[]);
        check("6/10", &[1]);
        check("06/10", &[1]);
        check("90–95%", &[2]);
        check("95", &[2]);
        check("1.500 lắk", &[2]);
        check("1500 lắk", &[2]);
        check("15.00", &[]);
        check("2025", &[2]);
    }

    #[test]
    fn words_have_one_form() {
        let cases = [
            (" Phủ  sóng, 4G. ", "phu song 4g"),
            ("1.607.294 / 1,607.294", "1.607.294 1.607.294"),
            ("90–95%, 90-95%", "90-95 90-95"),
            ("tháng 08/2024", "thang 8/2024"),
            ("007 0,05 00", "7 0.05 0"),
            ("e-tax a/b 1,a", "e tax a b 1 a"),
        ];
        for (text, expected) in cases {
            assert_eq!(words(text), expected, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn a_longer_query_finds_no_more(text in any::<String>(), more in any::<String>()) {
            let found = search(&format!("{text} {more}"));
            let before = search(&text);
            prop_assert!(found.iter().all(|id| before.contains(id)));
        }

        #[test]
        fn words_of_words_are_the_same(text in "[ -~À-ỹ\u{300}-\u{36f}–“”\u{a0}]*") {
            let once = words(&text);
            prop_assert_eq!(words(&once), once);
        }
    }
}
