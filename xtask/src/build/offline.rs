//! What the site needs where there is no network: its pages and texts in one file, and the worker that
//! keeps that file and those that all pages share.
//!
//! `static/sw.js` serves out of them. The pages weigh a tenth together of what they weigh one by one.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::one_file::{unaddressed, without};
use super::{Inline, assets, read, scripts};
use crate::build::ONE_FILE;
use crate::sizes::{originals_below, relative};
use crate::tools::Tools;

/// The name of the worker, which keeps it from one version to the next.
pub(crate) const WORKER: &str = "sw.js";

/// The kinds of texts that are there without a network. Pictures in pixels and archives, which pack no
/// better together than alone, are not. In this order they pack best.
const KINDS: [&str; 5] = ["csv", "json", BIBTEX, "svg", "html"];

/// Citations are one kind, since the forms of one citation say the same: 190 bytes less.
const BIBTEX: &str = "bib";
const CITATIONS: &str = "cite/";

/// Where texts lie that are not among them: the files that are kept by themselves, the edition that needs
/// no network anyway, and what is for other people's pages.
const LEFT_OUT: [&str; 5] = [assets::FOLDER, ONE_FILE, "nhung/", "en/embed/", "oembed/"];

/// What stands in pages for search engines and for previews of links, as it begins and ends: neither
/// asks a reader's browser.
const FOR_OTHERS: [(&str, &str); 7] = [
    ("<link rel=\"canonical\"", ">"),
    ("<meta property=\"og:", ">"),
    ("<meta name=\"twitter:", ">"),
    ("<meta name=\"description\"", ">"),
    ("<link rel=\"alternate\"", ">"),
    ("<link rel=\"describedby\"", ">"),
    ("<script type=\"application/ld+json\">", "</script>"),
];

/// What stands between the address of a file and the name that it is saved under.
const SAVED_AS: &str = "\" download=\"dak-so-";

/// Stands behind every name and every text.
const END: char = '\0';

/// Writes the worker into `dist`, where all else is final.
pub(super) fn write(tools: &Tools, dist: &Path, inline: &Inline) -> Result<()> {
    let text = |file: &Path| String::from_utf8(read(file)?).context("what is in pages is no text");
    let (first, style) = (text(&inline.first)?, text(&inline.style)?);
    let shared = format!("<script>{first}</script><style>{style}</style>");
    let pages = assets::write(dist, "pages", "txt", packed(dist, &shared)?.as_bytes())?;
    let script = tools.root().join("static").join(WORKER);
    let script = fs::read_to_string(&script)
        .with_context(|| format!("{} cannot be read", script.display()))?;
    let whole = versioned(&script, &pages, &kept(dist)?);
    let minified = scripts::minified_text(tools, &whole)?;
    let file = dist.join(WORKER);
    fs::write(&file, minified).with_context(|| format!("{} cannot be written", file.display()))
}

/// Scripts that are of no use without a network, since they show frames of other pages.
const NOT_KEPT: [&str; 2] = ["/frame-", "/embed-dialog-"];

/// Whether a file of the site is kept by itself: each whose name holds the hash of its content.
pub(crate) fn is_kept(path: &str) -> bool {
    let name = path.strip_prefix(assets::FOLDER);
    name.is_some_and(|name| !NOT_KEPT.iter().any(|start| name.starts_with(start)))
}

/// Stands in a page for what all share.
const SHARED: &str = "<style></style>";

/// Every page and text of the site, names and contents in turn, with the script and the style that pages
/// share under no name.
fn packed(dist: &Path, shared: &str) -> Result<String> {
    let mut texts = vec![(String::new(), shared.to_owned())];
    for file in originals_below(dist)? {
        let path = relative(&file, dist);
        let is_text = file.extension().is_some_and(|kind| KINDS.iter().any(|text| kind == *text));
        if !is_text || LEFT_OUT.iter().any(|left_out| path.starts_with(left_out)) {
            continue;
        }
        let text = fs::read_to_string(&file)
            .with_context(|| format!("{} cannot be read as text", file.display()))?;
        let text = text.replacen(shared, SHARED, 1);
        let text = FOR_OTHERS.iter().fold(text, |text, (start, end)| without(&text, start, end));
        let text = if path.ends_with(".html") { placeless(&path, &text) } else { text };
        texts.push((path, text));
    }
    if texts.iter().any(|(path, text)| path.contains(END) || text.contains(END)) {
        bail!("a text holds the character that ends texts");
    }
    // Texts of a kind side by side, of a depth, of a language, the shorter one first: what is alike packs well.
    texts.sort_by_cached_key(|(path, _)| {
        let is_citation = path.starts_with(CITATIONS);
        let kind = if is_citation { BIBTEX } else { path.rsplit('.').next().unwrap_or_default() };
        let kind = KINDS.iter().position(|known| *known == kind);
        (kind, path.matches('/').count(), !path.starts_with("en/"), path.clone())
    });
    Ok(texts.iter().map(|(path, text)| format!("{path}{END}{text}{END}")).collect())
}

/// A page without what follows from where it lies: its path and the names that citations are saved under,
/// which the worker puts back, and the address that is printed, which `start.js` fills in.
fn placeless(path: &str, page: &str) -> String {
    let folder = path.strip_suffix("index.html").unwrap_or(path);
    let page = page.replacen(&format!(" data-path=\"{folder}\">"), " data-path>", 1);
    let page = unaddressed(&page);
    let mut pieces = page.split(SAVED_AS);
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |kept, piece| {
        let (name, rest) = piece.split_once('"').unwrap_or((piece, ""));
        if kept.ends_with(&format!("/{name}")) {
            kept + "\" download" + rest
        } else {
            kept + SAVED_AS + piece
        }
    })
}

/// The paths of the files that are kept, each with the digest of its content as browsers check it.
fn kept(dist: &Path) -> Result<Vec<(String, String)>> {
    let mut kept = Vec::new();
    for file in originals_below(dist)? {
        let path = relative(&file, dist);
        if is_kept(&path) {
            kept.push((path, assets::integrity(&read(&file)?)));
        }
    }
    Ok(kept)
}

/// The script of the worker with what is its alone. Its version is another one whenever it or a kept file
/// is.
fn versioned(script: &str, pages: &str, kept: &[(String, String)]) -> String {
    let files = kept.iter().map(|(path, digest)| format!("{path:?}:{digest:?},"));
    let constants = format!("const PAGES={pages:?},FILES={{{}}}", files.collect::<String>());
    let version = assets::hash(format!("{constants}\n{script}").as_bytes());
    format!("{constants},VERSION={version:?};\n{script}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dist(files: &[(&str, &str)]) -> Result<tempfile::TempDir> {
        let dist = tempfile::tempdir()?;
        for (path, content) in files {
            let file = dist.path().join(path);
            fs::create_dir_all(file.parent().context("it has a folder")?)?;
            fs::write(file, content)?;
        }
        Ok(dist)
    }

    #[test]
    fn what_follows_from_the_place_of_a_page_is_left_out() {
        let page = "<html data-path=\"so/x/\"><a href=\"../../cite/x.bib\" download=\"dak-so-x.bib\">\
            <a href=\"../../charts/vi/x.csv\" download=\"dak-so-x-vi.csv\">\
            <span class=\"address\">words</span><p><span class=\"address\">https://a.vn/so/x/</span></p>";
        let packed = "<html data-path><a href=\"../../cite/x.bib\" download>\
            <a href=\"../../charts/vi/x.csv\" download=\"dak-so-x-vi.csv\">\
            <span class=\"address\">words</span><p><span class=\"address\"></span></p>";
        assert_eq!(placeless("so/x/index.html", page), packed);
    }

    #[test]
    fn pages_and_texts_are_packed_and_nothing_else() -> Result<()> {
        let shared = "<script>b</script><style>a{}</style>";
        let dist = dist(&[
            ("index.html", &format!("{shared}A{shared}")),
            ("en/index.html", &format!("<meta property=\"og:type\" content=\"x\">{shared}B")),
            ("so/x/index.html", &format!("{shared}C")),
            ("data/a.csv", "1,2"),
            ("charts/a.png", "not a text"),
            ("dak-so.html", "not a page"),
            ("dak-so.html.br", "not a file"),
            ("assets/icon-1.svg", "kept by itself"),
            ("robots.txt", "for others"),
        ])?;
        let expected = [
            ("", shared),
            ("data/a.csv", "1,2"),
            ("index.html", &format!("<style></style>A{shared}")),
            ("en/index.html", "<style></style>B"),
            ("so/x/index.html", "<style></style>C"),
        ];
        let expected = expected.map(|(path, text)| format!("{path}\0{text}\0"));
        assert_eq!(packed(dist.path(), shared)?, expected.concat());
        fs::write(dist.path().join("index.html"), "a\0b")?;
        assert!(packed(dist.path(), shared).is_err());
        Ok(())
    }

    #[test]
    fn what_is_kept_bears_the_digest_of_its_content() -> Result<()> {
        let dist =
            dist(&[("assets/a-1.js", "abc"), ("assets/frame-2.js", "x"), ("index.html", "page")])?;
        // printf abc | openssl dgst -sha256 -binary | base64
        let digest = "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";
        assert_eq!(kept(dist.path())?, [("assets/a-1.js".to_owned(), digest.to_owned())]);
        Ok(())
    }

    #[test]
    fn every_change_makes_another_version() {
        let version = |script: &str, digest: &str| {
            let kept = [("assets/a-1.js".to_owned(), digest.to_owned())];
            let whole = versioned(script, "assets/pages-2.txt", &kept);
            let expected = format!(
                "const PAGES=\"assets/pages-2.txt\",FILES={{\"assets/a-1.js\":\"{digest}\",}},VERSION="
            );
            assert!(whole.starts_with(&expected) && whole.ends_with(script), "{whole}");
            whole.replacen(script, "", 1).replacen(digest, "", 1)
        };
        let first = version("serve()", "sha256-a");
        assert_eq!(first, version("serve()", "sha256-a"));
        assert_ne!(first, version("serve()", "sha256-b"));
        assert_ne!(first, version("other()", "sha256-a"));
    }
}
