use csv_core::{ReadFieldResult, Reader};

use super::Problem;

/// The fields of one line, each as it stands there and as it reads without its quotes.
///
/// This is the reader inside the `csv` crate, used directly because only it tells how many bytes a
/// field took, and with them the column at which the next one starts.
pub(super) struct Fields<'l> {
    reader: Reader,
    /// What has not been read; `None` when the line is over.
    rest: Option<&'l str>,
    unquoted: Vec<u8>,
}

impl<'l> Fields<'l> {
    pub(super) fn of(line: &'l str) -> Self {
        // Taking quotes off only shortens a field, so no field outgrows its line.
        let unquoted = vec![0; line.len() + 1];
        Self { reader: Reader::new(), rest: (!line.is_empty()).then_some(line), unquoted }
    }

    /// The next field: with its quotes, and without.
    pub(super) fn next_field(&mut self) -> Option<(&'l str, &str)> {
        let line = self.rest.take()?;
        let (mut read, mut written) = (0, 0);
        let record_end = loop {
            let input = &line.as_bytes()[read..];
            let (result, consumed, produced) =
                self.reader.read_field(input, &mut self.unquoted[written..]);
            read += consumed;
            written += produced;
            match result {
                // Asked again without input, the reader closes the last field of the line.
                ReadFieldResult::InputEmpty => {}
                ReadFieldResult::Field { record_end } => break record_end,
                ReadFieldResult::OutputFull | ReadFieldResult::End => return None,
            }
        };
        let raw = if record_end {
            line
        } else {
            self.rest = line.get(read..);
            line.get(..read)?.strip_suffix(',')?
        };
        Some((raw, std::str::from_utf8(&self.unquoted[..written]).ok()?))
    }
}

/// What is wrong with the quotes of a field. The reader takes any quotes in its stride, and would
/// turn a mistyped one into other text than its author sees.
pub(super) fn quote_problem(raw: &str) -> Option<Problem> {
    let quotes = raw.bytes().filter(|byte| *byte == b'"').count();
    if quotes == 0 {
        return None;
    }
    let Some(opened) = raw.strip_prefix('"') else {
        return Some(Problem::StrayQuote);
    };
    if quotes % 2 == 1 {
        return Some(Problem::UnclosedQuote);
    }
    match opened.strip_suffix('"') {
        Some(inner) if !inner.replace("\"\"", "").contains('"') => None,
        _ => Some(Problem::StrayQuote),
    }
}

/// Whether a character cannot be seen in an editor, and so can only be a mistake.
pub(super) fn is_invisible(character: char) -> bool {
    let zero_width = matches!(character, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    character.is_control() || zero_width
}

/// The length of a text in characters, as an editor counts columns.
pub(super) fn chars(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(line: &str) -> Vec<(String, String)> {
        let mut fields = Fields::of(line);
        let mut all = Vec::new();
        while let Some((raw, unquoted)) = fields.next_field() {
            all.push((raw.to_owned(), unquoted.to_owned()));
        }
        all
    }

    #[test]
    fn cuts_a_line_at_its_commas() {
        let check = |line: &str, expected: &[(&str, &str)]| {
            let expected: Vec<_> = expected
                .iter()
                .map(|(raw, text)| ((*raw).to_owned(), (*text).to_owned()))
                .collect();
            assert_eq!(fields(line), expected, "{line:?}");
        };
        check("", &[]);
        check("a", &[("a", "a")]);
        check("a,,ộ", &[("a", "a"), ("", ""), ("ộ", "ộ")]);
        check("a,", &[("a", "a"), ("", "")]);
        check("\"16,36\",b", &[("\"16,36\"", "16,36"), ("b", "b")]);
        check("\"say \"\"a\"\"\",b", &[("\"say \"\"a\"\"\"", "say \"a\""), ("b", "b")]);
        check("\"open,b", &[("\"open,b", "open,b")]);
    }

    #[test]
    fn tells_good_quotes_from_bad() {
        let check = |raw: &str, expected: Option<Problem>| {
            assert_eq!(quote_problem(raw), expected, "{raw:?}");
        };
        check("plain", None);
        check("\"\"", None);
        check("\"a \"\"b\"\"\"", None);
        check("\"", Some(Problem::UnclosedQuote));
        check("\"a", Some(Problem::UnclosedQuote));
        check("a \"b\"", Some(Problem::StrayQuote));
        check("\"a\"b\"\"", Some(Problem::StrayQuote));
    }
}
