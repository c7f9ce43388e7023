use crate::model::{Language, Slug};

/// The parameter that names the language.
const LANGUAGE: &str = "lang";

/// What the reader has chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// The language of the page.
    pub language: Language,
}

/// What a reader sees who has chosen nothing.
impl Default for View {
    fn default() -> Self {
        Self { language: Language::Vi }
    }
}

impl View {
    /// The view that a query string asks for, with or without its question mark. What it does not
    /// say, or says wrongly, is as by default; of a parameter that stands twice, the first counts.
    pub fn from_query(query: &str) -> Self {
        let language = query
            .trim_start_matches('?')
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .find(|(name, _)| *name == LANGUAGE)
            .and_then(|(_, value)| Language::from_slug(value));
        let default = Self::default();
        Self { language: language.unwrap_or(default.language) }
    }

    /// The one address of the view, relative to the page: a query string, or `./` by default.
    pub fn to_address(self) -> String {
        if self == Self::default() {
            return "./".to_owned();
        }
        format!("?{LANGUAGE}={}", self.language.slug())
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn addresses_lead_back() {
        for language in Language::ALL {
            let view = View { language: *language };
            assert_eq!(View::from_query(&view.to_address()), view);
        }
    }

    #[test]
    fn damaged_addresses_open_the_default() {
        for query in ["", "?", "?lang", "?lang=", "?lang=%00", "?lang=de", "?LANG=en", "?lang=<b>"]
        {
            assert_eq!(View::from_query(query), View::default(), "{query}");
        }
        assert_eq!(View::from_query("?x=1&lang=en&lang=vi").language, Language::En);
    }

    proptest! {
        #[test]
        fn any_address_is_a_view_with_one_address(query in ".{0,200}") {
            let view = View::from_query(&query);
            prop_assert_eq!(View::from_query(&view.to_address()), view);
        }
    }
}
