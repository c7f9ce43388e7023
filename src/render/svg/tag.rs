use std::fmt::Display;

use html_escape::{encode_double_quoted_attribute, encode_text};

/// The start tag of an element that is being written.
pub(super) struct Tag<'a> {
    markup: &'a mut String,
    name: &'static str,
}

impl<'a> Tag<'a> {
    /// Begins an element at the end of the markup.
    pub(super) fn new(markup: &'a mut String, name: &'static str) -> Self {
        markup.push('<');
        markup.push_str(name);
        Self { markup, name }
    }

    /// Adds an attribute.
    pub(super) fn with(self, attribute: &str, value: impl Display) -> Self {
        let value = value.to_string();
        let value = encode_double_quoted_attribute(&value);
        self.markup.push_str(&format!(" {attribute}=\"{value}\""));
        self
    }

    /// Adds an attribute, unless its value is the default.
    pub(super) fn with_any(self, attribute: &str, value: Option<impl Display>) -> Self {
        match value {
            Some(value) => self.with(attribute, value),
            None => self,
        }
    }

    /// Ends an element without content.
    pub(super) fn end(self) {
        self.markup.push_str("/>");
    }

    /// Ends an element that holds words.
    pub(super) fn words(self, words: &str) {
        self.content(|markup| markup.push_str(&encode_text(words)));
    }

    /// Ends an element that holds what is written.
    pub(super) fn content(self, write: impl FnOnce(&mut String)) {
        self.markup.push('>');
        write(self.markup);
        self.markup.push_str(&format!("</{}>", self.name));
    }

    /// Ends the start tag alone; the end tag is for another to write.
    pub(super) fn open(self) {
        self.markup.push('>');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_values_that_look_like_markup_are_escaped() {
        let mut markup = String::new();
        let words = "< 90 & \"dy\"</text> &amp;";
        Tag::new(&mut markup, "text").with("class", "\"><script>&").words(words);
        assert_eq!(
            markup,
            "<text class=\"&quot;&gt;&lt;script&gt;&amp;\">\
             &lt; 90 &amp; \"dy\"&lt;/text&gt; &amp;amp;</text>"
        );
    }
}
