use std::ops::Range;

use crate::model::Qualifier;

/// The words before a number that hedge it, longer ones before those they contain.
const BEFORE: [(&str, Qualifier); 9] = [
    ("ước tính đạt", Qualifier::Estimate),
    ("ước tính", Qualifier::Estimate),
    ("ước đạt", Qualifier::Estimate),
    ("ước", Qualifier::Estimate),
    ("khoảng", Qualifier::About),
    ("hơn", Qualifier::Over),
    ("trên", Qualifier::Over),
    ("gần", Qualifier::Nearly),
    ("dưới", Qualifier::AtMost),
];

/// The words after a number that hedge it.
const AFTER: [(&str, Qualifier); 1] = [("trở lên", Qualifier::AtLeast)];

/// How far from a number its hedge may stand, in characters. One hedge can serve two numbers of a
/// clause: `khoảng 400 Mbps đối với cá nhân và 500 Mbps` has 35 between the word and the 500.
const REACH_BEFORE: usize = 60;
const REACH_AFTER: usize = 15;

/// The hedge that stands directly at a token, with its words.
pub(super) fn hedge_at(paragraph: &str, token: &Range<usize>) -> Option<(Qualifier, &'static str)> {
    let (before, after) = around(paragraph, token);
    let after = after.trim_start_matches([' ', '%']);
    let following = AFTER.into_iter().find(|(words, _)| {
        after.strip_prefix(words).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    });
    let preceding = || {
        let before = before.trim_end();
        BEFORE.into_iter().find(|(words, _)| {
            before.strip_suffix(words).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
        })
    };
    following.or_else(preceding).map(|(words, qualifier)| (qualifier, words))
}

/// Whether words of this hedge stand near a token.
pub(super) fn is_hedged(paragraph: &str, token: &Range<usize>, qualifier: Qualifier) -> bool {
    let (before, after) = around(paragraph, token);
    let has = |text: &str, (words, hedge): (&str, Qualifier)| {
        hedge == qualifier
            && text.match_indices(words).any(|(start, _)| {
                !text[..start].ends_with(char::is_alphanumeric)
                    && !text[start + words.len()..].starts_with(char::is_alphanumeric)
            })
    };
    BEFORE.into_iter().any(|hedge| has(&before, hedge))
        || AFTER.into_iter().any(|hedge| has(&after, hedge))
}

/// The text within reach of a token, in lower case.
fn around(paragraph: &str, token: &Range<usize>) -> (String, String) {
    let before = paragraph.get(..token.start).unwrap_or_default();
    let after = paragraph.get(token.end..).unwrap_or_default();
    let start = before.char_indices().rev().take(REACH_BEFORE).last().map_or(0, |(at, _)| at);
    let after: String = after.chars().take(REACH_AFTER).collect();
    (before[start..].to_lowercase(), after.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token_in(paragraph: &str, token: &str) -> Range<usize> {
        let start = paragraph.find(token).unwrap_or_default();
        start..start + token.len()
    }

    #[test]
    fn reads_the_words_at_a_number() {
        let check = |paragraph: &str, token: &str, expected: Option<Qualifier>| {
            let found = hedge_at(paragraph, &token_in(paragraph, token));
            assert_eq!(found.map(|(qualifier, _)| qualifier), expected, "{paragraph:?}");
        };
        check("thôn khoảng 65%, với", "65%", Some(Qualifier::About));
        check("Hơn 600 trang", "600", Some(Qualifier::Over));
        check("dài trên 1.500 km", "1.500", Some(Qualifier::Over));
        check("hiện có gần 2.650 trạm", "2.650", Some(Qualifier::Nearly));
        check("09/2022 ước tính đạt 1.607.294 triệu", "1.607.294", Some(Qualifier::Estimate));
        check("2022 ước đạt ước đạt 776 tỷ", "776", Some(Qualifier::Estimate));
        check("GRDP ước tính 6,64%", "6,64%", Some(Qualifier::Estimate));
        check("5G đạt 5% trở lên, Phấn", "5%", Some(Qualifier::AtLeast));
        check("đạt 5% trở lên, Phấn", "5", Some(Qualifier::AtLeast));
        check("xuống dưới 5%...", "5%", Some(Qualifier::AtMost));
        check("xếp thứ 41/63 tỉnh", "41/63", None);
        check("17 thôn tại 07 huyện trên địa bàn", "07", None);
        check("tăng 0,25% so với", "0,25%", None);
    }

    #[test]
    fn finds_a_hedge_shared_by_two_numbers() {
        let paragraph = "tính trung bình khoảng 400 Mpbs đối với cá nhân và 500 Mpbs";
        let token = token_in(paragraph, "500");
        assert_eq!(hedge_at(paragraph, &token), None);
        assert!(is_hedged(paragraph, &token, Qualifier::About));
        assert!(!is_hedged(paragraph, &token, Qualifier::Over));
    }
}
