/// A long field is shown by its first characters: the place leads to the rest.
const EXCERPT_CHARS: usize = 60;

/// Beyond these sizes no hint is looked for: it would cost more time than it saves a reader.
const MAX_HINT_BYTES: usize = 80;
const MAX_CANDIDATES: usize = 500;

/// A field as a message shows it.
pub(super) fn excerpt(text: &str) -> String {
    match text.char_indices().nth(EXCERPT_CHARS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The candidate that a reader most likely meant, if one is close: a third of its letters may be
/// wrong, as in `rustc`.
pub(super) fn closest<'c>(
    found: &str,
    candidates: impl IntoIterator<Item = &'c str>,
) -> Option<String> {
    if found.is_empty() || found.len() > MAX_HINT_BYTES {
        return None;
    }
    candidates
        .into_iter()
        .take(MAX_CANDIDATES)
        .filter(|candidate| candidate.len().abs_diff(found.len()) <= found.len() / 3 + 1)
        .map(|candidate| (strsim::osa_distance(found, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= (candidate.len().max(found.len()) / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_word_that_was_meant() {
        let words = ["4g-population", "4g-villages", "5g-coverage"];
        let check = |found: &str, expected: Option<&str>| {
            assert_eq!(closest(found, words).as_deref(), expected, "{found:?}");
        };
        check("4g-popluation", Some("4g-population"));
        check("5g-coverge", Some("5g-coverage"));
        check("fixed-broadband", None);
        check("", None);
    }

    #[test]
    fn shortens_between_characters() {
        assert_eq!(excerpt("băng rộng"), "băng rộng");
        assert_eq!(excerpt(&"ộ".repeat(61)), format!("{}…", "ộ".repeat(60)));
    }
}
