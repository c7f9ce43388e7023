use super::slug::slugs;

slugs! {
    /// A language of the page and of the texts in the data package.
    Language {
        /// Vietnamese, the first language of the readers.
        Vi = "vi",
        /// English.
        En = "en",
    }
}

/// A text in every language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Localized<'a> {
    /// Vietnamese.
    pub vi: &'a str,
    /// English.
    pub en: &'a str,
}

impl<'a> Localized<'a> {
    /// The text in `language`.
    pub const fn get(self, language: Language) -> &'a str {
        match language {
            Language::Vi => self.vi,
            Language::En => self.en,
        }
    }

    /// Whether there is nothing to say in any language.
    pub const fn is_empty(self) -> bool {
        self.vi.is_empty() && self.en.is_empty()
    }
}
