use std::env;
use std::ffi::OsStr;
use std::fmt;

use anyhow::{Result, bail};
use iri_string::types::UriAbsoluteStr;

/// The variable that may hold the base address.
const VARIABLE: &str = "DAK_SO_BASE_ADDRESS";

/// The address of the folder that the site will stand in.
///
/// It ends in a slash, so an address of a page is this with the page's path appended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BaseAddress(String);

impl BaseAddress {
    /// Reads an absolute http or https address that ends in a slash. `origin` names, in messages,
    /// where the text was found.
    pub(super) fn parse(text: &str, origin: &str) -> Result<Self> {
        match fault(text) {
            None => Ok(Self(text.to_owned())),
            Some(fault) => bail!(
                "{origin}: found `{text}`, which {fault}; expected the absolute http or https \
                 address of a folder, such as https://example.vn/dak-so/"
            ),
        }
    }
}

impl AsRef<OsStr> for BaseAddress {
    fn as_ref(&self) -> &OsStr {
        self.0.as_ref()
    }
}

impl fmt::Display for BaseAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The base address that the environment gives. An empty variable gives none.
pub(super) fn from_environment() -> Result<Option<BaseAddress>> {
    match env::var(VARIABLE) {
        Ok(text) if !text.is_empty() => BaseAddress::parse(&text, VARIABLE).map(Some),
        Err(env::VarError::NotUnicode(text)) => {
            BaseAddress::parse(&text.to_string_lossy(), VARIABLE).map(Some)
        }
        _ => Ok(None),
    }
}

/// What keeps a text from being a base address.
fn fault(text: &str) -> Option<&'static str> {
    if !text.is_ascii() {
        return Some("is not in ASCII, as Punycode and percent signs would write it");
    }
    let Ok(address) = UriAbsoluteStr::new(text) else {
        return Some(match text.contains('#') {
            true => "names a place in a page",
            false => "is not an absolute address",
        });
    };
    let scheme = address.scheme_str();
    if !["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
        return Some("has another scheme");
    }
    match address.authority_components() {
        None => return Some("names no host"),
        Some(authority) if authority.host().is_empty() => return Some("names no host"),
        Some(authority) if authority.userinfo().is_some() => return Some("names a user"),
        Some(_) => {}
    }
    if address.query_str().is_some() {
        return Some("has a query");
    }
    (!address.path_str().ends_with('/')).then_some("does not end in a slash")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_absolute_address_of_a_folder_is_taken_as_it_is() {
        for text in ["https://example.vn/", "http://localhost:8080/a/dak-so/", "HTTPS://x.vn/%C4/"]
        {
            let address = BaseAddress::parse(text, "--base-address").expect(text);
            assert_eq!(address.to_string(), text);
        }
    }

    #[test]
    fn anything_else_is_refused_with_what_is_wrong() {
        let check = |text, expected| assert_eq!(fault(text), Some(expected), "{text}");
        check("", "is not an absolute address");
        check("example.vn/dak-so/", "is not an absolute address");
        check("/dak-so/", "is not an absolute address");
        check("https://example.vn", "does not end in a slash");
        check("https://example.vn/dak-so", "does not end in a slash");
        check("https://example.vn/dak-so/index.html", "does not end in a slash");
        check("ftp://example.vn/", "has another scheme");
        check("file:///srv/dak-so/", "has another scheme");
        check("https:/dak-so/", "names no host");
        check("https:///dak-so/", "names no host");
        check("https://an@example.vn/", "names a user");
        check("https://example.vn/?a=/", "has a query");
        check("https://example.vn/#a/", "names a place in a page");
        check("https://đắk.vn/", "is not in ASCII, as Punycode and percent signs would write it");
        check("https://exa mple.vn/", "is not an absolute address");
    }

    #[test]
    fn the_message_names_place_find_and_expectation() {
        let error = BaseAddress::parse("https://example.vn", VARIABLE).expect_err("no slash");
        assert_eq!(
            error.to_string(),
            "DAK_SO_BASE_ADDRESS: found `https://example.vn`, which does not end in a slash; \
             expected the absolute http or https address of a folder, such as \
             https://example.vn/dak-so/"
        );
    }
}
