use std::fmt;

use crate::Error;

/// Who may put pages of the site into a frame, besides the site itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Portals(Vec<String>);

impl Portals {
    /// Reads origins separated by spaces.
    ///
    /// # Errors
    ///
    /// [`Error::Portal`] with the first that is none.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let origin = |word: &str| match is_origin(word) {
            true => Ok(word.to_owned()),
            false => Err(Error::Portal(word.to_owned())),
        };
        text.split_whitespace().map(origin).collect::<Result<_, _>>().map(Self)
    }
}

/// What `frame-ancestors` is followed by.
impl fmt::Display for Portals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("'self'")?;
        self.0.iter().try_for_each(|origin| write!(f, " {origin}"))
    }
}

/// Whether a word is a scheme and a host, perhaps with a port, or with a star for all hosts below one
/// (Content Security Policy Level 3, 2.3.1). Nothing else may come into the files of a server.
fn is_origin(word: &str) -> bool {
    let Some((scheme, rest)) = word.split_once("://") else { return false };
    let (host, port) = rest.split_once(':').unwrap_or((rest, "443"));
    let host = host.strip_prefix("*.").unwrap_or(host);
    let is_label = |label: &str| {
        !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    matches!(scheme, "http" | "https")
        && host.split('.').all(is_label)
        && port.parse::<u16>().is_ok_and(|port| port > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_itself_is_always_among_them() {
        let check =
            |text, expected| assert_eq!(Portals::parse(text).unwrap().to_string(), expected);
        check("", "'self'");
        check(" https://a.vn\n http://b.vn:8080", "'self' https://a.vn http://b.vn:8080");
        check("https://*.daklak.gov.vn", "'self' https://*.daklak.gov.vn");
    }

    #[test]
    fn anything_else_than_an_origin_is_refused() {
        for word in [
            "a.vn",
            "*",
            "'none'",
            "https://",
            "https://a.vn/",
            "https://a.vn;",
            "https://a.vn\"",
            "https://a.*",
            "https://a.vn:0",
            "data://a.vn",
        ] {
            let error = Portals::parse(&format!("https://b.vn {word}")).unwrap_err();
            assert!(error.to_string().contains(&format!("`{word}`")), "{error}");
        }
    }
}
