//! What the site needs offline: its views and texts in one file, and the worker that keeps that file and
//! those that all pages share. `static/sw.js` serves out of them; `dak_so::export::Kept` is what it reads.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use dak_so::export::Kept;
use deploy::Policy;

use super::{PARTS, assets, read, scripts};
use crate::sizes::{originals_below, relative};
use crate::tools::Tools;

/// The name of the worker, which keeps it from one version to the next.
pub(crate) const WORKER: &str = "sw.js";

/// The folders whose texts are there offline, and the endings of those. Pictures in pixels and archives, which
/// pack no better together than alone, are not.
const FOLDERS: [&str; 3] = ["data/", "charts/", "cite/"];
const TEXTS: [&str; 4] = ["csv", "json", "bib", "svg"];

/// Writes the worker into `dist`, where all else is final. With a policy, documents hold it themselves.
pub(super) fn write(tools: &Tools, dist: &Path, policy: Option<&Policy>) -> Result<()> {
    let kept =
        fs::read_to_string(tools.root().join(PARTS).join("kept.json")).context("kept.json")?;
    let mut pages: Kept = serde_json::from_str(&kept).context("kept.json")?;
    let shells = pages.shells.values_mut().map(|shell| &mut shell.page);
    for [before, _] in pages.pages.values_mut().chain(shells) {
        if let Some(policy) = policy {
            *before = deploy::with_policy(before, policy);
        }
    }
    add_texts(dist, &mut pages)?;
    let pages = assets::write(dist, "pages", "json", &serde_json::to_vec(&pages)?)?;
    let script = tools.root().join("static").join(WORKER);
    let script = fs::read_to_string(&script)
        .with_context(|| format!("{} cannot be read", script.display()))?;
    let whole = versioned(&script, &pages, &kept_files(dist)?);
    let minified = scripts::minified_text(tools, &whole)?;
    let file = dist.join(WORKER);
    fs::write(&file, minified).with_context(|| format!("{} cannot be written", file.display()))
}

/// Adds the texts of the site that views offer.
fn add_texts(dist: &Path, kept: &mut Kept) -> Result<()> {
    for file in originals_below(dist)? {
        let path = relative(&file, dist);
        let is_text = file.extension().is_some_and(|kind| TEXTS.iter().any(|text| kind == *text));
        if is_text && FOLDERS.iter().any(|folder| path.starts_with(folder)) {
            let text = fs::read_to_string(&file)
                .with_context(|| format!("{} cannot be read as text", file.display()))?;
            kept.files.insert(path, text);
        }
    }
    Ok(())
}

/// The script that is of no use offline, since it is for frames in other pages.
const NOT_KEPT: &str = "/frame-";

/// Whether a file of the site is kept by itself: each whose name holds the hash of its content.
pub(crate) fn is_kept(path: &str) -> bool {
    let name = path.strip_prefix(assets::FOLDER);
    name.is_some_and(|name| !name.starts_with(NOT_KEPT))
}

/// The paths of the files that are kept, each with the digest of its content as browsers check it.
fn kept_files(dist: &Path) -> Result<Vec<(String, String)>> {
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
    fn texts_that_views_offer_are_kept_and_nothing_else() -> Result<()> {
        let dist = dist(&[
            ("index.html", "a document"),
            ("data/a.csv", "1,2"),
            ("cite/a.csl.json", "{}"),
            ("charts/vi/a.svg", "<svg/>"),
            ("charts/vi/a.png", "not a text"),
            ("data/a.csv.br", "not a file"),
            ("oembed/vi/a.json", "for others"),
            ("assets/icon-1.svg", "kept by itself"),
        ])?;
        let mut kept = Kept::default();
        add_texts(dist.path(), &mut kept)?;
        let paths: Vec<&str> = kept.files.keys().map(String::as_str).collect();
        assert_eq!(paths, ["charts/vi/a.svg", "cite/a.csl.json", "data/a.csv"]);
        Ok(())
    }

    #[test]
    fn what_is_kept_bears_the_digest_of_its_content() -> Result<()> {
        let dist =
            dist(&[("assets/a-1.js", "abc"), ("assets/frame-2.js", "x"), ("index.html", "page")])?;
        // printf abc | openssl dgst -sha256 -binary | base64
        let digest = "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";
        assert_eq!(kept_files(dist.path())?, [("assets/a-1.js".to_owned(), digest.to_owned())]);
        Ok(())
    }

    #[test]
    fn every_change_makes_another_version() {
        let version = |script: &str, digest: &str| {
            let kept = [("assets/a-1.js".to_owned(), digest.to_owned())];
            let whole = versioned(script, "assets/pages-2.json", &kept);
            let expected = format!(
                "const PAGES=\"assets/pages-2.json\",FILES={{\"assets/a-1.js\":\"{digest}\",}},VERSION="
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
