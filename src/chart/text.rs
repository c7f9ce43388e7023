//! How wide text is, from one table, so that a chart is laid out alike with and without a browser.

/// The width that a line of text needs, in CSS pixels, rounded up, at a font size in CSS pixels.
///
/// No common system font sets the text wider, give or take the 2 % by which browsers hint and
/// round; most set it up to 15 % narrower. Kerning is left out: it mostly draws letters together.
///
/// The advance widths are the maximum, letter by letter, over the fonts that [`FONT_FAMILY`] leads
/// to or that share their widths: Liberation Sans (Arial, Helvetica), Roboto (Android), Noto Sans,
/// Open Sans (close to Segoe UI), Inter (close to San Francisco; its Ĩ, far too wide there, left out)
/// and DejaVu Sans (what `system-ui` means on a bare Linux; the widths of Verdana). They were read
/// with fontTools from Debian 12's packages, regular and bold each from its own file.
///
/// [`FONT_FAMILY`]: super::FONT_FAMILY
pub fn text_width(text: &str, size: u32, bold: bool) -> u32 {
    let advances = text.chars().map(|c| advance(c, bold)).fold(0, u32::saturating_add);
    advances.saturating_mul(size).div_ceil(1000)
}

/// Breaks text into lines of at most `max_width` CSS pixels, at a font size in CSS pixels.
///
/// Lines break at spaces, and the spaces around a break are dropped; no-break spaces hold. A word
/// that is too wide for a line of its own is broken between letters, never between a letter and
/// its marks, and a letter that is too wide stands alone. Empty text has no lines.
pub fn wrap(text: &str, size: u32, bold: bool, max_width: u32) -> Vec<&str> {
    let fits = |line: &str| text_width(line, size, bold) <= max_width;
    let mut lines = Vec::new();
    let mut rest = text.trim_matches(' ');
    while !rest.is_empty() {
        let (line, tail) = rest.split_at_checked(line_end(rest, fits)).unwrap_or((rest, ""));
        lines.push(line.trim_end_matches(' '));
        rest = tail.trim_start_matches(' ');
    }
    lines
}

/// Where the first line of the text ends, in bytes: after at least one letter.
fn line_end(text: &str, fits: impl Fn(&str) -> bool) -> usize {
    // A cut that fell inside a character would count as too wide, and no panic can follow.
    let fits = |end| text.get(..end).is_some_and(&fits);
    if let Some(end) = word_ends(text).take_while(|&end| fits(end)).last() {
        return end;
    }
    let mut ends = letter_ends(text);
    let first = ends.next().unwrap_or(text.len());
    ends.take_while(|&end| fits(end)).last().unwrap_or(first)
}

/// The byte after each word.
fn word_ends(text: &str) -> impl Iterator<Item = usize> {
    let spaces = text.match_indices(' ').map(|(at, _)| at);
    spaces.chain([text.len()])
}

/// The byte after each letter with its marks.
fn letter_ends(text: &str) -> impl Iterator<Item = usize> {
    let starts = text.char_indices().filter(|&(_, c)| !is_mark(c)).map(|(at, _)| at);
    starts.skip(1).chain([text.len()])
}

const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// The advance of one character in thousandths of the font size.
fn advance(c: char, bold: bool) -> u32 {
    match c {
        ' '..='~' => ascii(c as usize, bold),
        '\u{1ea0}'..='\u{1ef9}' => vietnamese(c, bold),
        'À'..='Ã' | 'Ă' => ascii(b'A'.into(), bold),
        'à'..='ã' | 'ă' => ascii(b'a'.into(), bold),
        'È'..='Ê' => ascii(b'E'.into(), bold),
        'è'..='ê' => ascii(b'e'.into(), bold),
        'Ì' | 'Í' | 'Ĩ' => ascii(b'I'.into(), bold),
        'ì' | 'í' | 'ĩ' => ascii(b'i'.into(), bold),
        'Ò'..='Õ' => ascii(b'O'.into(), bold),
        'ò'..='õ' => ascii(b'o'.into(), bold),
        'Ù' | 'Ú' | 'Ũ' => ascii(b'U'.into(), bold),
        'ù' | 'ú' | 'ũ' => ascii(b'u'.into(), bold),
        'Ý' => ascii(b'Y'.into(), bold),
        'ý' => ascii(b'y'.into(), bold),
        'Ơ' => ascii(b'O'.into(), bold) + horn(bold),
        'ơ' => ascii(b'o'.into(), bold) + horn(bold),
        'Ư' => ascii(b'U'.into(), bold) + horn(bold),
        'ư' => ascii(b'u'.into(), bold) + horn(bold),
        // The one mark that makes its letter wider.
        '\u{31b}' => horn(bold),
        'Đ' => either(bold, 775, 838),
        'đ' => either(bold, 635, 716),
        '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' => ascii(b' '.into(), bold),
        '·' | '‘' | '’' => 380,
        '²' | '³' | '°' => 500,
        '“' | '”' | '«' | '»' | '•' | '–' | '¶' | '§' => 660,
        '₫' | '€' => 700,
        '×' | '÷' | '±' | '−' | '≤' | '≥' | '≈' | '≠' => 838,
        '—' | '…' | '←'..='↓' | '©' | '®' => 1000,
        // Soft hyphens, joiners and directions are not seen.
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' => 0,
        // Chinese, Japanese and Korean are set in squares.
        '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' => 1000,
        _ if is_mark(c) => 0,
        // The widest that is likely, such as ‰ or an emoji.
        _ => 1440,
    }
}

/// The block in which Unicode keeps the Vietnamese letters with two marks or a dot: ordered by base
/// letter, capitals at the even places.
fn vietnamese(c: char, bold: bool) -> u32 {
    let (base, is_horned) = match c {
        ..='\u{1eb7}' => (b'A', false),
        ..='\u{1ec7}' => (b'E', false),
        ..='\u{1ecb}' => (b'I', false),
        ..='\u{1ee3}' => (b'O', c >= '\u{1eda}'),
        ..='\u{1ef1}' => (b'U', c >= '\u{1ee8}'),
        _ => (b'Y', false),
    };
    let is_capital = u32::from(c).is_multiple_of(2);
    let base = if is_capital { base } else { base.to_ascii_lowercase() };
    ascii(base.into(), bold) + if is_horned { horn(bold) } else { 0 }
}

/// What the horn of Ơ and Ư adds to O and U.
const fn horn(bold: bool) -> u32 {
    either(bold, 126, 72)
}

const fn either(bold: bool, regular_advance: u32, bold_advance: u32) -> u32 {
    if bold { bold_advance } else { regular_advance }
}

fn ascii(code: usize, bold: bool) -> u32 {
    let table = if bold { &BOLD } else { &REGULAR };
    table.get(code.wrapping_sub(usize::from(b' '))).copied().unwrap_or_default().into()
}

#[rustfmt::skip]
static REGULAR: [u16; 95] = [
    318, 401, 460, 838, 638, 951, 780, 275, 391, 391, 552, 838, 318, 461, 318, 413, // space to /
    637, 637, 637, 637, 643, 637, 637, 637, 637, 637, 337, 337, 838, 838, 838, 557, // 0 to ?
    1016, 685, 687, 728, 771, 667, 611, 778, 752, 339, 552, 667, 563, 907, 760, 788, // @ to O
    667, 788, 723, 667, 643, 742, 685, 989, 686, 667, 686, 391, 411, 391, 838, 557, // P to _
    578, 613, 635, 559, 635, 616, 361, 635, 634, 279, 278, 580, 278, 975, 634, 612, // ` to o
    635, 635, 413, 523, 393, 634, 592, 818, 592, 592, 542, 637, 551, 637, 838, // p to ~
];

#[rustfmt::skip]
static BOLD: [u16; 95] = [
    349, 457, 521, 838, 696, 1002, 873, 307, 458, 458, 565, 838, 380, 469, 380, 414, // space to /
    696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 611, // 0 to ?
    1031, 774, 763, 753, 831, 684, 684, 821, 837, 389, 570, 775, 638, 996, 837, 851, // @ to O
    733, 851, 771, 721, 683, 813, 774, 1104, 771, 725, 726, 458, 423, 458, 838, 557, // P to _
    607, 675, 716, 593, 716, 679, 436, 716, 712, 343, 343, 666, 343, 1042, 712, 688, // ` to o
    716, 716, 494, 596, 479, 712, 652, 924, 646, 652, 583, 712, 551, 712, 838, // p to ~
];

#[cfg(not(target_arch = "wasm32"))]
#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Every Vietnamese letter with marks, whole, and taken apart as Unicode decomposes it.
    const LETTERS: [(&str, &str); 12] = [
        ("Ằ", "A\u{306}\u{300}"),
        ("ặ", "a\u{323}\u{306}"),
        ("ã", "a\u{303}"),
        ("Ế", "E\u{302}\u{301}"),
        ("ĩ", "i\u{303}"),
        ("Ị", "I\u{323}"),
        ("ộ", "o\u{323}\u{302}"),
        ("Ờ", "O\u{31b}\u{300}"),
        ("ợ", "o\u{31b}\u{323}"),
        ("Ừ", "U\u{31b}\u{300}"),
        ("ự", "u\u{31b}\u{323}"),
        ("ỹ", "y\u{303}"),
    ];

    #[test]
    fn a_letter_is_as_wide_taken_apart_as_whole() {
        for (whole, apart) in LETTERS {
            for bold in [false, true] {
                assert_eq!(text_width(whole, 1000, bold), text_width(apart, 1000, bold), "{whole}");
            }
        }
    }

    #[test]
    fn marks_keep_the_width_of_the_base_letter() {
        for (base, marked) in [
            ("A", "ÀÁÂÃĂẠẢẤẦẨẪẬẮẰẲẴẶ"),
            ("a", "àáâãăạảấầẩẫậắằẳẵặ"),
            ("E", "ÈÉÊẸẺẼẾỀỂỄỆ"),
            ("e", "èéêẹẻẽếềểễệ"),
            ("I", "ÌÍĨỈỊ"),
            ("i", "ìíĩỉị"),
            ("O", "ÒÓÔÕỌỎỐỒỔỖỘ"),
            ("o", "òóôõọỏốồổỗộ"),
            ("Ơ", "ỚỜỞỠỢ"),
            ("ơ", "ớờởỡợ"),
            ("U", "ÙÚŨỤỦ"),
            ("u", "ùúũụủ"),
            ("Ư", "ỨỪỬỮỰ"),
            ("ư", "ứừửữự"),
            ("Y", "ÝỲỴỶỸ"),
            ("y", "ýỳỵỷỹ"),
        ] {
            for letter in marked.chars() {
                for bold in [false, true] {
                    assert_eq!(advance(letter, bold), text_width(base, 1000, bold), "{letter}");
                }
            }
        }
    }

    #[test]
    fn width_is_rounded_up_to_whole_pixels() {
        assert_eq!(text_width("", 14, false), 0);
        assert_eq!(text_width("i", 10, false), 3);
        assert_eq!(text_width("Đắk Nông", 14, false), 69);
        assert_eq!(text_width("Đắk Nông", 14, true), 77);
    }

    #[test]
    fn what_the_table_does_not_know_counts_as_wide() {
        assert_eq!(text_width("漢", 10, false), 10);
        assert!(text_width("\u{1f4f6}", 10, false) > 13);
    }

    #[test]
    fn lines_break_at_spaces() {
        let check = |text, max_width, lines: &[&str]| {
            assert_eq!(wrap(text, 10, false, max_width), lines, "{text:?} in {max_width}");
        };
        check("", 100, &[]);
        check("   ", 100, &[]);
        check("tỷ lệ phủ sóng", 1000, &["tỷ lệ phủ sóng"]);
        check("tỷ lệ phủ sóng", 40, &["tỷ lệ", "phủ", "sóng"]);
        check(" tỷ  lệ  ", 1000, &["tỷ  lệ"]);
        check("85\u{a0}% dân số", 30, &["85\u{a0}%", "dân", "số"]);
        check("mmmm", 20, &["mm", "mm"]);
        check("a mmmm", 20, &["a", "mm", "mm"]);
        check("e\u{302}\u{301}e\u{302}\u{301}", 1, &["e\u{302}\u{301}", "e\u{302}\u{301}"]);
        check("mm", 0, &["m", "m"]);
    }

    proptest! {
        #[test]
        fn wrapping_loses_nothing_but_spaces(
            text in "[ a-zđĐẮộ\u{301}\u{323}\u{a0}漢]{0,40}",
            max_width in 0u32..200,
            bold: bool,
        ) {
            let lines = wrap(&text, 14, bold, max_width);
            prop_assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
            for line in lines {
                let letters = line.chars().filter(|&c| !is_mark(c)).count();
                let fits = text_width(line, 14, bold) <= max_width;
                prop_assert!(fits || letters <= 1, "{line:?} is too wide");
                prop_assert!(!line.is_empty() && line.trim_matches(' ') == line);
            }
        }
    }
}
