use std::fs;
use std::path::Path;

use crate::policy::pages;
use crate::{Error, Policy};

/// What each page begins with, before anything that a policy is about.
const CHARSET: &str = "<meta charset=\"utf-8\">";

/// Writes the policy into every page of a site, for a host that sends no headers of ours. Who may frame
/// a page can only be said in a header.
///
/// # Errors
///
/// [`Error::Unreadable`] and [`Error::Unwritable`] with the page.
pub fn into_pages(site: &Path, policy: &Policy) -> Result<(), Error> {
    for file in pages(site)? {
        let html = fs::read_to_string(&file)
            .map_err(|source| Error::Unreadable { file: file.clone(), source })?;
        let html = with_policy(&html, policy);
        fs::write(&file, html).map_err(|source| Error::Unwritable { file, source })?;
    }
    Ok(())
}

/// A document that holds the policy itself, which follows the first element of its head.
pub fn with_policy(html: &str, policy: &Policy) -> String {
    html.replacen(CHARSET, &format!("{CHARSET}{}", element(policy)), 1)
}

/// The policy as an element of a page's head.
pub(crate) fn element(policy: &Policy) -> String {
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", policy.for_meta())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Place;

    #[test]
    fn the_policy_comes_before_all_that_it_is_about() {
        let site = tempfile::tempdir().unwrap();
        let file = site.path().join("index.html");
        let page = "<head><meta charset=\"utf-8\"><title>a</title><style>a{}</style></head>";
        fs::write(&file, page).unwrap();
        let policy = Policy::of_site(site.path(), &Place::unknown()).unwrap();
        into_pages(site.path(), &policy).unwrap();
        let written = fs::read_to_string(&file).unwrap();
        let (head, rest) = written.split_once("<title>").unwrap();
        assert!(head.contains("http-equiv=\"Content-Security-Policy\" content=\"default-src"));
        assert!(!head.contains("frame-ancestors"));
        assert_eq!(rest, "a</title><style>a{}</style></head>");
        // The policy is the same as before, so a page may be written once more.
        assert_eq!(Policy::of_site(site.path(), &Place::unknown()).unwrap(), policy);
    }
}
