use std::fmt::Write;

use crate::i18n::PRODUCT;

use super::super::date_parts;
use super::Citation;

/// The names of the months that BibTeX knows by itself.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A record as an entry for BibTeX and biblatex, in UTF-8. It is of type `misc`, the one type for
/// what stands online that both know.
pub fn bibtex(citation: &Citation) -> String {
    let names: Vec<String> =
        citation.authors.iter().map(|name| format!("{{{}}}", escaped(name))).collect();
    let issued = citation.issued.as_deref().map_or_else(Vec::new, date_parts);
    let month = issued.get(1).and_then(|month| MONTHS.get(usize::from(*month).wrapping_sub(1)));
    let braced = |text: &str| format!("{{{}}}", escaped(text));
    let fields = [
        ("author", (!names.is_empty()).then(|| format!("{{{}}}", names.join(" and ")))),
        // Braced twice, or styles make small letters of the names in it.
        ("title", Some(format!("{{{}}}", braced(&citation.title)))),
        ("howpublished", Some(braced(PRODUCT))),
        ("version", Some(braced(&citation.version))),
        ("year", issued.first().map(|year| format!("{{{year}}}"))),
        ("month", month.map(|month| (*month).to_owned())),
        ("day", issued.get(2).map(|day| format!("{{{day}}}"))),
        ("note", Some(braced(&citation.note))),
        ("abstract", citation.summary.as_deref().map(braced)),
        // Addresses are taken as they are.
        ("url", citation.address.as_ref().map(|address| format!("{{{address}}}"))),
        ("langid", Some("{vietnamese}".to_owned())),
    ];
    let mut entry = format!("@misc{{{},\n", citation.key);
    for (name, value) in fields {
        if let Some(value) = value {
            // Writing to a string does not fail.
            let _ = writeln!(entry, "  {name} = {value},");
        }
    }
    entry.push_str("}\n");
    entry
}

/// A text in which nothing means anything to TeX.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '{' | '}' | '%' | '&' | '_' | '#' | '$' => {
                safe.push('\\');
                safe.push(character);
            }
            '\\' => safe.push_str("\\textbackslash{}"),
            '~' => safe.push_str("\\textasciitilde{}"),
            '^' => safe.push_str("\\textasciicircum{}"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::super::CitedKind;
    use super::*;
    use expect_test::expect;

    #[test]
    fn what_means_something_to_tex_is_escaped() {
        let citation = Citation {
            kind: CitedKind::Figure,
            key: "dak-so-a".to_owned(),
            title: "100% {a} & b_c #1".to_owned(),
            authors: vec!["Võ Hà".to_owned(), "Ban $ và C".to_owned()],
            issued: Some("2024-12-20".to_owned()),
            version: "1.0.0".to_owned(),
            note: r"a\b ~c^".to_owned(),
            summary: None,
            address: Some("https://example.vn/%C4_a/".to_owned()),
        };
        expect![[r"
            @misc{dak-so-a,
              author = {{Võ Hà} and {Ban \$ và C}},
              title = {{100\% \{a\} \& b\_c \#1}},
              howpublished = {Đắk Số},
              version = {1.0.0},
              year = {2024},
              month = dec,
              day = {20},
              note = {a\textbackslash{}b \textasciitilde{}c\textasciicircum{}},
              url = {https://example.vn/%C4_a/},
              langid = {vietnamese},
            }
        "]]
        .assert_eq(&bibtex(&citation));
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        let citation = Citation {
            kind: CitedKind::Figure,
            key: "dak-so-a".to_owned(),
            title: "A".to_owned(),
            authors: Vec::new(),
            issued: None,
            version: "1.0.0".to_owned(),
            note: "B".to_owned(),
            summary: None,
            address: None,
        };
        let entry = bibtex(&citation);
        for absent in ["author", "year", "month", "day", "url", "abstract"] {
            assert!(!entry.contains(absent), "{absent}: {entry}");
        }
    }
}
