use std::collections::BTreeSet;

use anyhow::{Context, Error, Result};
use iri_string::types::{UriReferenceStr, UriStr};

/// Where the pages are taken to lie while their links are resolved.
const BASE: &str = "http://site/";

/// The attribute that holds a link, as the pages write it.
const HREF: &str = "href=\"";

/// The body of a page whose links work inside of one file: a link to a page becomes `#/` with its
/// path and its anchor, a link to a file is that file's path below the folder of the site.
///
/// `path` is that of the page. The paths of the files are added to `files`.
pub(super) fn rewritten(body: &str, path: &str, files: &mut BTreeSet<String>) -> Result<String> {
    let mut pieces = body.split(HREF);
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (link, rest) = piece.split_once('"').context("a link has no end")?;
        whole.push_str(HREF);
        match target(link, path).with_context(|| format!("{link:?} is no link"))? {
            Target::Page(link) => whole.push_str(&link),
            Target::File(link) => {
                whole.push_str(&link);
                files.insert(link);
            }
            Target::Elsewhere => whole.push_str(link),
        }
        whole.push('"');
        whole.push_str(rest);
    }
    Ok(whole)
}

/// What a link leads to.
#[derive(Debug, PartialEq, Eq)]
enum Target {
    /// A page, or a place on it.
    Page(String),
    /// A file that the pages offer.
    File(String),
    /// Another site, or a place on the start page, which a browser finds by itself.
    Elsewhere,
}

fn target(link: &str, path: &str) -> Result<Target> {
    if UriStr::new(link).is_ok() || (path.is_empty() && link.starts_with('#')) {
        return Ok(Target::Elsewhere);
    }
    let page = format!("{BASE}{path}");
    let base = UriStr::new(&page).map_err(Error::msg)?.to_absolute();
    let link = UriReferenceStr::new(link).map_err(Error::msg)?;
    let resolved = link.resolve_against(base).to_string();
    let below = resolved.strip_prefix(BASE).context("it leaves the site")?;
    let place = below.split('#').next().unwrap_or_default();
    Ok(match place.is_empty() || place.ends_with('/') {
        // HTML allows no second `#` in an address.
        true => Target::Page(format!("#/{}", below.replace('#', "%23"))),
        false => Target::File(below.to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, link: &str, expected: &str, files: &[&str]) {
        let mut found = BTreeSet::new();
        let body = format!("<a href=\"{link}\">A</a>");
        let rewritten = rewritten(&body, path, &mut found);
        let expected = format!("<a href=\"{expected}\">A</a>");
        assert_eq!(rewritten.ok().as_deref(), Some(&*expected), "{link} on {path}");
        assert_eq!(found.iter().collect::<Vec<_>>(), files);
    }

    #[test]
    fn links_to_pages_become_fragments() {
        check("so/a/", "../../", "#/", &[]);
        check("so/a/", "../../nguon/#source-1", "#/nguon/%23source-1", &[]);
        check("so/a/", "../b/", "#/so/b/", &[]);
        check("so/a/", "#evidence", "#/so/a/%23evidence", &[]);
        check("so/a/", "", "#/so/a/", &[]);
        check("", "./", "#/", &[]);
        check("", "", "#/", &[]);
        check("", "en/figures/", "#/en/figures/", &[]);
        check("en/", "so/", "#/en/so/", &[]);
    }

    #[test]
    fn files_are_named_from_the_folder_of_the_site() {
        check("en/figure/a/", "../../../data/a.csv", "data/a.csv", &["data/a.csv"]);
        check("", "charts/vi/a.svg", "charts/vi/a.svg", &["charts/vi/a.svg"]);
    }

    #[test]
    fn what_a_browser_finds_by_itself_stays() {
        check("", "#coverage", "#coverage", &[]);
        check("so/a/", "https://example.vn/a?b=c#d", "https://example.vn/a?b=c#d", &[]);
        check("", "mailto:a@example.vn", "mailto:a@example.vn", &[]);
    }

    #[test]
    fn every_link_of_a_page_is_rewritten_and_nothing_else() -> Result<()> {
        let body = "<p>1</p><a href=\"../\">2</a><a href=\"../data/a.csv\" download>3</a><p>4</p>";
        let mut files = BTreeSet::new();
        let rewritten = rewritten(body, "en/", &mut files)?;
        let expected = "<p>1</p><a href=\"#/\">2</a><a href=\"data/a.csv\" download>3</a><p>4</p>";
        assert_eq!(rewritten, expected);
        Ok(())
    }

    #[test]
    fn a_broken_link_is_an_error() {
        let broken = |body: &str| rewritten(body, "", &mut BTreeSet::new()).is_err();
        assert!(broken("<a href=\"a"));
        assert!(broken("<a href=\"a b/\">"));
        assert!(broken("<a href=\"//example.vn/\">"));
    }
}
