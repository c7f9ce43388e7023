use crate::model::{Decimal, Language};

/// Writes a number as readers of the language do: `1.607,294` in Vietnamese, `1,607.294` in
/// English, with U+2212 for minus. The digits after the point are kept as they are.
pub fn number(language: Language, value: Decimal) -> String {
    let (group, point) = match language {
        Language::Vi => ('.', ','),
        Language::En => (',', '.'),
    };
    let digits = value.mantissa().unsigned_abs().to_string();
    let scale = usize::from(value.scale());
    let zeros = (scale + 1).saturating_sub(digits.len());
    let whole = (digits.len() + zeros).saturating_sub(scale);

    let mut text = String::with_capacity(digits.len() + 6);
    if value.mantissa() < 0 {
        text.push('−');
    }
    let padded = std::iter::repeat_n('0', zeros).chain(digits.chars());
    for (index, digit) in padded.enumerate() {
        if index == whole {
            text.push(point);
        } else if index > 0 && index < whole && (whole - index) % 3 == 0 {
            text.push(group);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn follows_the_language() {
        let cases = [
            ("0", "0", "0"),
            ("16.36", "16,36", "16.36"),
            ("2000", "2.000", "2,000"),
            ("1607.294", "1.607,294", "1,607.294"),
            ("263000", "263.000", "263,000"),
            ("2000000", "2.000.000", "2,000,000"),
            ("0.25", "0,25", "0.25"),
            ("0.05", "0,05", "0.05"),
            ("-6.50", "−6,50", "−6.50"),
            ("999", "999", "999"),
        ];
        for (text, vi, en) in cases {
            let value = Decimal::parse(text).unwrap();
            assert_eq!(number(Language::Vi, value), vi);
            assert_eq!(number(Language::En, value), en);
        }
    }
}
