/// The text in lower case and without Vietnamese marks: `Đắk Nông` becomes `dak nong`, however its
/// letters are composed. Characters that are no Latin letters stay as they are.
///
/// The ranges are blocks of Unicode that belong to one base letter, so no table of characters is
/// linked into the Wasm, as `char::to_lowercase` would.
pub fn fold(text: &str) -> String {
    text.chars().filter_map(base).collect()
}

/// The base letter of a character; `None` for a mark that stands on the letter before it.
const fn base(c: char) -> Option<char> {
    Some(match c {
        '\u{300}'..='\u{36f}' => return None,
        'À'..='Å' | 'à'..='å' | 'Ă' | 'ă' | 'Ạ'..='ặ' => 'a',
        // The Icelandic letter is typed for Đ by mistake: as capitals they look the same.
        'Đ' | 'đ' | 'Ð' | 'ð' => 'd',
        'È'..='Ë' | 'è'..='ë' | 'Ẹ'..='ệ' => 'e',
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ' | 'ĩ' | 'Ỉ'..='ị' => 'i',
        'Ò'..='Ö' | 'ò'..='ö' | 'Ơ' | 'ơ' | 'Ọ'..='ợ' => 'o',
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ' | 'ũ' | 'Ư' | 'ư' | 'Ụ'..='ự' => 'u',
        'Ý' | 'ý' | 'ÿ' | 'Ỳ'..='ỹ' => 'y',
        _ => c.to_ascii_lowercase(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    /// Every letter of the Vietnamese alphabet that has a mark, with its base: composed by Unicode's
    /// own tables from the vowels and the tones, and đ.
    fn letters() -> Vec<(char, char)> {
        let vowels = ["a", "a\u{306}", "a\u{302}", "e", "e\u{302}", "i", "o", "o\u{302}"];
        let vowels = vowels.into_iter().chain(["o\u{31b}", "u", "u\u{31b}", "y"]);
        let tones = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"];
        let mut letters = vec![('đ', 'd'), ('Đ', 'd')];
        for vowel in vowels {
            for tone in tones {
                let composed: String = format!("{vowel}{tone}").nfc().collect();
                for text in [composed.to_lowercase(), composed.to_uppercase()] {
                    let mut characters = text.chars();
                    let letter = characters.next().unwrap();
                    assert_eq!(characters.next(), None, "{text} is one character");
                    if !letter.is_ascii() {
                        letters.push((letter, vowel.chars().next().unwrap()));
                    }
                }
            }
        }
        letters
    }

    #[test]
    fn every_vietnamese_letter_folds_to_its_base() {
        let letters = letters();
        assert_eq!(letters.len(), 134);
        for (letter, base) in letters {
            assert_eq!(fold(&letter.to_string()), base.to_string(), "{letter}");
            let decomposed: String = letter.nfd().collect();
            assert_eq!(fold(&decomposed), base.to_string(), "{letter} in parts");
        }
    }

    #[test]
    fn other_characters_stay() {
        assert_eq!(fold("ĐẮK LẮK 16,36 % “4G” → Ω"), "dak lak 16,36 % “4g” → Ω");
        assert_eq!(fold("× ÷ Þ ß Ç"), "× ÷ Þ ß Ç");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn the_composition_of_letters_does_not_matter(
            text in prop::collection::vec(
                prop_oneof![
                    prop::sample::select(letters()).prop_map(|(letter, _)| letter),
                    prop::char::range(' ', '~'),
                ],
                0..40,
            )
        ) {
            let text: String = text.into_iter().collect();
            let (composed, parts): (String, String) = (text.nfc().collect(), text.nfd().collect());
            prop_assert_eq!(fold(&composed), fold(&parts));
        }
    }
}
