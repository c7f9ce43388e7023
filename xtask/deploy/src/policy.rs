use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};

use crate::{Error, Place};

/// The edition in one file, which is no page of the site and has scripts of its own inside.
const ONE_FILE: &str = "dak-so.html";

/// The name of the one policy of Trusted Types: with it a page hands the address of the service worker
/// to the browser. No other text may become a script, a document or HTML.
const TRUSTED_TYPES: &str = "dak-so";

/// What the pages of a site may load and run, as a Content-Security-Policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// The sources of its own files: `'self'`, and the host where it is known. WebKitGTK 2.50 does not
    /// take `'self'` for the site in a frame that is sandboxed.
    own: String,
    styles: BTreeSet<String>,
    scripts: BTreeSet<String>,
}

impl Policy {
    /// Reads the pages of a finished site, and allows the styles and scripts that stand inside them, by
    /// their hashes.
    ///
    /// # Errors
    ///
    /// [`Error::Unreadable`] when a page cannot be read.
    pub fn of_site(site: &Path, place: &Place) -> Result<Self, Error> {
        let own = match &place.origin {
            Some(origin) => format!("'self' {origin}"),
            None => "'self'".to_owned(),
        };
        let mut policy = Self { own, styles: BTreeSet::new(), scripts: BTreeSet::new() };
        for page in pages(site)? {
            let html = fs::read_to_string(&page)
                .map_err(|source| Error::Unreadable { file: page.clone(), source })?;
            policy.add(&html);
        }
        Ok(policy)
    }

    fn add(&mut self, html: &str) {
        self.styles.extend(elements(html, "style").map(|(_, content)| hash(content)));
        // A script with an address is no part of the page, and one of data is never run.
        let runs = |tag: &str| !tag.contains(" src=") && !tag.contains("application/ld+json");
        let scripts = elements(html, "script").filter(|(tag, _)| runs(tag));
        self.scripts.extend(scripts.map(|(_, content)| hash(content)));
    }

    /// The policy without what only a header can say: who may frame the page.
    pub fn for_meta(&self) -> String {
        let own = &self.own;
        let sources = |hashes: &BTreeSet<String>| match hashes.is_empty() {
            true => String::new(),
            false => hashes.iter().map(|hash| format!(" 'sha256-{hash}'")).collect(),
        };
        let (styles, scripts) = (sources(&self.styles), sources(&self.scripts));
        let styles = if styles.is_empty() { " 'none'".to_owned() } else { styles };
        format!(
            "default-src 'none'; script-src {own} 'wasm-unsafe-eval'{scripts}; style-src{styles}; \
             img-src {own}; connect-src {own}; frame-src {own}; manifest-src {own}; \
             worker-src {own}; \
             base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
             trusted-types {TRUSTED_TYPES}"
        )
    }
}

/// Every page of a site, in the order of their paths.
pub(crate) fn pages(site: &Path) -> Result<Vec<PathBuf>, Error> {
    let unreadable = |source| Error::Unreadable { file: site.to_path_buf(), source };
    let mut pages = Vec::new();
    for entry in fs::read_dir(site).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let (path, name) = (entry.path(), entry.file_name());
        if path.is_dir() {
            pages.extend(self::pages(&path)?);
        } else if path.extension().is_some_and(|end| end == "html") && name != ONE_FILE {
            pages.push(path);
        }
    }
    pages.sort();
    Ok(pages)
}

/// The elements of a name, each with its tag and its content. Pages write both alike: `<style>`.
fn elements<'a>(html: &'a str, name: &str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let (start, end) = (format!("<{name}"), format!("</{name}>"));
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            let (_, behind) = rest.split_once(&start)?;
            let (tag, content) = behind.split_once('>')?;
            rest = behind;
            if !(tag.is_empty() || tag.starts_with(' ')) {
                continue;
            }
            let (content, behind) = content.split_once(&end)?;
            rest = behind;
            return Some((tag, content));
        }
    })
}

fn hash(content: &str) -> String {
    BASE64_STANDARD.encode(Sha256::digest(content))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// printf %s 'a{}' | openssl dgst -sha256 -binary | base64
    const OF_STYLE: &str = "'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='";

    /// printf %s 'b()' | openssl dgst -sha256 -binary | base64
    const OF_SCRIPT: &str = "'sha256-cf242PFc/kb7xD0Qzhsmd9vvRkc+cWFmbi+k+YvtdKc='";

    fn of(pages: &[(&str, &str)], place: &Place) -> String {
        let site = tempfile::tempdir().unwrap();
        for (path, html) in pages {
            let file = site.path().join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, html).unwrap();
        }
        Policy::of_site(site.path(), place).unwrap().for_meta()
    }

    #[test]
    fn styles_and_scripts_inside_of_pages_are_named_by_their_hashes_once() {
        let page = "<style>a{}</style><script src=\"x.js\" defer></script>\
                    <script type=\"application/ld+json\">{}</script>";
        let lost = "<style>a{}</style><script>b()</script>";
        let pages = [("index.html", page), ("so/a/index.html", page), ("404.html", lost)];
        let policy = of(&pages, &Place::unknown());
        assert!(policy.contains(&format!("style-src {OF_STYLE};")), "{policy}");
        let scripts = format!("script-src 'self' 'wasm-unsafe-eval' {OF_SCRIPT};");
        assert!(policy.contains(&scripts), "{policy}");
    }

    #[test]
    fn the_edition_in_one_file_is_no_page() {
        let policy = of(&[("dak-so.html", "<script>b()</script>")], &Place::unknown());
        assert!(!policy.contains("sha256"), "{policy}");
    }

    #[test]
    fn a_known_host_is_named_beside_the_site_itself() {
        let policy = of(&[("index.html", "")], &Place::at("https://example.vn/dak-so/"));
        for directive in
            ["script-src", "img-src", "connect-src", "frame-src", "manifest-src", "worker-src"]
        {
            let named = format!("; {directive} 'self' https://example.vn");
            assert!(policy.contains(&named), "{directive}: {policy}");
        }
    }

    #[test]
    fn nothing_is_allowed_that_is_not_named() {
        let policy = of(&[("index.html", "<style>a{}</style>")], &Place::unknown());
        assert!(policy.starts_with("default-src 'none'; "), "{policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
        assert!(policy.ends_with("trusted-types dak-so"), "{policy}");
    }
}
