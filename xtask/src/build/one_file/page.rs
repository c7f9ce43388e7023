use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use dak_so::i18n::messages;
use dak_so::model::{Language, Slug};

use super::links;

/// The classes of the chart pictures that are left out. Each width weighs as much as half of the
/// program, and `static/one-file.css` shows another in their place.
const LEFT_OUT: [&str; 3] = ["w200", "w400", "w640"];

/// What is said on the pages of the site about the edition in one file, where it says instead what it
/// leaves out.
const OWN_LINK: &str = "<li class=\"one-file\">";

/// What the edition leaves out, as it begins and ends: the files that it has no room for, what shows a
/// picture that is not there, the citations, which name the address of a page of the site, and what is said of
/// a network, which it does without.
const ON_THE_SITE_ALONE: [(&str, &str); 8] = [
    ("<li class=\"online\">", "</li>"),
    ("<p class=\"crumb online\">", "</p>"),
    ("<span class=\"online\">", "</span>"),
    ("<dialog id=\"picture\"", "</dialog>"),
    ("<dialog id=\"embed\"", "</dialog>"),
    ("<details class=\"cite\">", "</details>"),
    ("<div id=\"notices\"", "</div>"),
    ("<p id=\"save\"", "</p>"),
];

/// A page of the site as the edition in one file holds it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Page {
    /// Its path below the folder of the site, with a slash at the end; empty for the start page.
    pub(super) path: String,
    pub(super) language: String,
    /// The title, escaped.
    pub(super) title: String,
    /// The description for whoever finds the file, escaped.
    pub(super) description: String,
    /// What is in the body, up to the footer.
    pub(super) content: String,
    /// The footer and what comes behind it.
    pub(super) footer: String,
}

impl Page {
    /// Reads the page of a path; the paths of the files that it offers are added to `files`.
    pub(super) fn read(dist: &Path, path: &str, files: &mut BTreeSet<String>) -> Result<Self> {
        let file = dist.join(path).join("index.html");
        let shown = file.display();
        let html = fs::read_to_string(&file).with_context(|| format!("{shown} cannot be read"))?;
        Self::parse(&html, path, files)
            .with_context(|| format!("{shown} is not as pages are written"))
    }

    fn parse(html: &str, path: &str, files: &mut BTreeSet<String>) -> Result<Self> {
        let between = |start, end| between(html, start, end).with_context(|| format!("no {start}"));
        let language = between("<html lang=\"", "\"")?;
        let body = without(between("<body>", "</body>")?, "<script", "</script>");
        let body =
            ON_THE_SITE_ALONE.iter().fold(body, |body, (start, end)| without(&body, start, end));
        let language_of_page = Language::from_slug(language).context("an unknown language")?;
        let left_out =
            format!("<li>{}</li>{OWN_LINK}", messages(language_of_page).one_file_without);
        let body = without(&body.replacen(OWN_LINK, &left_out, 1), OWN_LINK, "</li>");
        let pictures = |body: String, class: &&str| {
            without(&body, &format!("<svg class=\"{class}\""), "</svg>")
        };
        let body = LEFT_OUT.iter().fold(body, pictures);
        let body = links::rewritten(&body, path, files)?;
        let (content, footer) = body.split_at(body.find("<footer").context("no footer")?);
        Ok(Self {
            path: path.to_owned(),
            language: language.to_owned(),
            title: between("<title>", "</title>")?.to_owned(),
            description: between("<meta name=\"description\" content=\"", "\"")?.to_owned(),
            content: content.to_owned(),
            // Footers that are alike are held once.
            footer: unaddressed(footer),
        })
    }
}

/// What stands between the first `start` and the next `end`.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    Some(text.split_once(start)?.1.split_once(end)?.0)
}

/// A page or its footer without its own address, which is the last one on it: `start.js` fills in where the
/// page was opened.
pub(in crate::build) fn unaddressed(text: &str) -> String {
    const ADDRESS: &str = "<span class=\"address\">";
    let found = text.rsplit_once(ADDRESS);
    let parts = found.and_then(|(before, after)| Some((before, after.split_once("</span>")?.1)));
    parts.map_or_else(
        || text.to_owned(),
        |(before, after)| format!("{before}{ADDRESS}</span>{after}"),
    )
}

/// The text without whatever reaches from a `start` to the next `end`.
pub(in crate::build) fn without(text: &str, start: &str, end: &str) -> String {
    let mut pieces = text.split(start);
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |kept, piece| kept + piece.split_once(end).map_or("", |(_, rest)| rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = "<!doctype html>\n<html lang=\"en\" data-path=\"en/\"><head><title>A &amp; B\
        </title><meta name=\"description\" content=\"C\"></head><body><main>\
        <svg class=\"w328\">1</svg><svg class=\"w400\">2</svg><svg class=\"w640\">3</svg>\
        <svg class=\"w928\">4</svg><span class=\"online\"> <a href=\"../a.json\">G</a></span>\
        <details class=\"cite\"><p>H</p><a href=\"../a.bib\">I</a></details></main><footer><ul>\
        <li class=\"online\"><a href=\"../data/a.zip\">J</a></li><li class=\"one-file\"><a href=\"x\">D</a>\
        </li><li><a href=\"../data/a.csv\">E</a></li></ul></footer><p>F</p>\
        <dialog id=\"picture\"><p>K</p></dialog><dialog id=\"embed\" data-script=\"L\"></dialog>\
        <script src=\"s.js\"></script></body></html>";

    #[test]
    fn a_page_is_read_without_what_the_one_file_does_not_hold() -> Result<()> {
        let mut files = BTreeSet::new();
        let page = Page::parse(HTML, "en/", &mut files)?;
        let expected = Page {
            path: "en/".to_owned(),
            language: "en".to_owned(),
            title: "A &amp; B".to_owned(),
            description: "C".to_owned(),
            content: "<main><svg class=\"w328\">1</svg><svg class=\"w928\">4</svg></main>"
                .to_owned(),
            footer: "<footer><ul><li>Citations, JSON files and the ZIP package are on the website \
                alone.</li><li><a href=\"data/a.csv\">E</a></li></ul></footer><p>F</p>"
                .to_owned(),
        };
        assert_eq!(page, expected);
        assert_eq!(files.into_iter().collect::<Vec<_>>(), ["data/a.csv"]);
        Ok(())
    }

    #[test]
    fn a_page_that_lacks_something_is_an_error() {
        for part in ["<title>", "<footer>", "</body>", "lang=", "description"] {
            let html = HTML.replace(part, "");
            assert!(Page::parse(&html, "en/", &mut BTreeSet::new()).is_err(), "{part}");
        }
    }
}
