use std::cmp::Reverse;
use std::ops::Range;

/// Where a paragraph prints a token that a figure claims, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// Here, and for this figure alone.
    At(Range<usize>),
    /// Nowhere.
    Absent,
    /// Only where other figures have claimed it.
    Taken,
}

/// Gives each token its own place in the paragraph.
///
/// Longer tokens choose first, because a shorter one may stand within them (`5` in `5%`). Of several
/// places, a token takes the first that is free and `suits` it; tokens that suit a place choose
/// before those that suit none.
pub fn claim(
    paragraph: &str,
    tokens: &[&str],
    suits: impl Fn(usize, &Range<usize>) -> bool,
) -> Vec<Claim> {
    let places: Vec<Vec<Range<usize>>> =
        tokens.iter().map(|token| occurrences(paragraph, token)).collect();
    let mut order: Vec<usize> = (0..tokens.len()).collect();
    order.sort_by_key(|&token| {
        let suited = places[token].iter().any(|place| suits(token, place));
        (Reverse(tokens[token].len()), !suited)
    });
    let mut claims = vec![Claim::Absent; tokens.len()];
    let mut taken: Vec<Range<usize>> = Vec::new();
    for token in order {
        let is_free = |place: &&Range<usize>| {
            taken.iter().all(|other| other.end <= place.start || place.end <= other.start)
        };
        let mut free = places[token].iter().filter(is_free);
        let suited = free.clone().find(|place| suits(token, place));
        claims[token] = match suited.or_else(|| free.next()) {
            Some(place) => Claim::At(place.clone()),
            None if places[token].is_empty() => Claim::Absent,
            None => Claim::Taken,
        };
        if let Claim::At(place) = &claims[token] {
            taken.push(place.clone());
        }
    }
    claims
}

/// The places where a paragraph prints a token that is not part of a longer number: the `6` of
/// `6 trang`, but not that of `16,36`, `2016` or `6/10`.
fn occurrences(paragraph: &str, token: &str) -> Vec<Range<usize>> {
    if token.is_empty() {
        return Vec::new();
    }
    paragraph
        .match_indices(token)
        .map(|(start, found)| start..start + found.len())
        .filter(|place| {
            let before = paragraph[..place.start].chars().rev();
            let after = paragraph[place.end..].chars();
            !continues_number(before) && !continues_number(after)
        })
        .collect()
}

/// Whether the characters next to a token, outwards, make it longer: a digit, or a digit behind a
/// character that joins digits.
fn continues_number(mut outwards: impl Iterator<Item = char>) -> bool {
    match outwards.next() {
        Some('.' | ',' | '/' | '-') => outwards.next().is_some_and(|next| next.is_ascii_digit()),
        Some(next) => next.is_ascii_digit(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_whole_tokens_only() {
        let check = |paragraph: &str, token: &str, expected: usize| {
            assert_eq!(occurrences(paragraph, token).len(), expected, "{token:?} in {paragraph:?}");
        };
        check("có 6 trang", "6", 1);
        check("có 6, và 6.", "6", 2);
        check("16,36 năm 2016, 6/10, 2-6", "6", 0);
        check("đạt 76,65%; là 60,68%", "76,65%", 1);
        check("đạt 76,65%; là 60,68%", "76,65", 1);
        check("đạt 76,65%; là 60,68%", "65%", 0);
        check("Nông là 1 trong 11 tỉnh", "1 trong 11", 1);
        check("thuê bao/100 dân", "100", 1);
        check("", "6", 0);
    }

    #[test]
    fn gives_every_figure_its_own_place() {
        let check = |paragraph: &str, tokens: &[&str], expected: &[Claim]| {
            assert_eq!(claim(paragraph, tokens, |_, _| false), expected, "{paragraph:?}");
        };
        check("100%, 100%", &["100%", "100%"], &[Claim::At(0..4), Claim::At(6..10)]);
        check("100%, 84%", &["100%", "100%"], &[Claim::At(0..4), Claim::Taken]);
        check("100%", &["84%"], &[Claim::Absent]);
        // The longer token takes the only place it can, although it comes second.
        check("5%, 5", &["5", "5%"], &[Claim::At(4..5), Claim::At(0..2)]);
    }

    #[test]
    fn prefers_the_place_that_suits() {
        let suits = |token: usize, place: &Range<usize>| token == 0 && place.start == 4;
        let expected = [Claim::At(4..6), Claim::At(0..2)];
        assert_eq!(claim("5%, 5%", &["5%", "5%"], suits), expected);
    }
}
