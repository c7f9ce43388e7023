use std::fs;
use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::sizes::{File, beside};

/// What the budgets ask of a page.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Page {
    /// Its path below `dist/`.
    pub(super) path: String,
    /// Its bytes after brotli 11, with those of the style sheets it links.
    pub(super) weight: usize,
    /// How many bytes of the compressed page it takes until headline and first chart are there
    /// whole; `None` where there is no chart.
    pub(super) first_view: Option<usize>,
}

impl Page {
    /// Reads a page and its compressed copy; `files` are all files of the site.
    pub(super) fn read(dist: &Path, file: &File, files: &[File]) -> Result<Self> {
        let path = file.path.clone();
        let place = dist.join(&path);
        let html = fs::read_to_string(&place).with_context(|| format!("{path} cannot be read"))?;
        let response =
            fs::read(beside(&place, "br")).with_context(|| format!("{path}.br cannot be read"))?;
        let view = view_end(&html).with_context(|| format!("{path} is incomplete"))?;
        let first_view = view.map(|end| needed(&response, end)).transpose()?;
        let linked = files.iter().filter(|file| file.has_extension("css") && names(&html, file));
        let styles: usize = linked.map(|style| style.brotli).sum();
        Ok(Self { path, weight: file.brotli + styles, first_view })
    }
}

/// Names of files carry a hash, so a page that contains the name links the file.
fn names(html: &str, file: &File) -> bool {
    let name = file.path.rsplit('/').next().unwrap_or(&file.path);
    html.contains(name)
}

/// Where in a page, in bytes, both the headline and the first chart have ended.
fn view_end(html: &str) -> Result<Option<usize>> {
    let end = |text: &str, tag: &str| text.find(tag).map(|start| start + tag.len());
    let Some(figure) = html.find("<figure") else {
        return Ok(None);
    };
    let headline = end(html, "</h1>").context("there is a figure, but no headline")?;
    let chart = end(&html[figure..], "</svg>").context("there is a figure, but no chart")?;
    Ok(Some(headline.max(figure + chart)))
}

/// How many bytes of a brotli stream give `length` bytes of what it holds.
fn needed(stream: &[u8], length: usize) -> Result<usize> {
    // Byte by byte, so that all that a byte makes known is counted before the next is taken.
    let mut decoder = brotli::Decompressor::new(stream, 1);
    let mut decoded = 0;
    let mut buffer = [0; 4096];
    while decoded < length {
        let count = decoder.read(&mut buffer).context("a compressed page cannot be read")?;
        ensure!(count > 0, "a compressed page is shorter than the page");
        decoded += count;
    }
    Ok(stream.len() - decoder.get_ref().len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::precompress::brotli;

    /// Words that hardly compress, and never the same twice.
    fn filling(length: usize) -> String {
        let mut state = 1_u32;
        let mut next = || {
            // Numerical Recipes, chapter 7: a quick linear congruential generator.
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from(b'a' + u8::try_from((state >> 24) % 26).unwrap_or(0))
        };
        (0..length).map(|_| next()).collect()
    }

    fn decoded(stream: &[u8]) -> String {
        let mut text = Vec::new();
        // A stream that breaks off ends in an error after all that could be decoded.
        let _ = brotli::Decompressor::new(stream, 4096).read_to_end(&mut text);
        String::from_utf8_lossy(&text).into_owned()
    }

    #[test]
    fn the_bytes_needed_hold_headline_and_chart_and_one_less_does_not() -> Result<()> {
        let page = format!(
            "<svg>icon</svg>{}<h1>A</h1><figure>{}<svg>chart</svg></figure>{}",
            filling(2_000),
            filling(3_000),
            filling(20_000)
        );
        let stream = brotli(page.as_bytes())?;
        let end = view_end(&page)?.context("there is a figure")?;
        assert!(page[..end].ends_with("<svg>chart</svg>"));
        let needed = needed(&stream, end)?;
        assert!(needed < stream.len() / 2, "{needed} of {}", stream.len());
        assert!(decoded(&stream[..needed]).contains("chart</svg>"));
        assert!(!decoded(&stream[..needed - 1]).contains("chart</svg>"));
        Ok(())
    }

    #[test]
    fn the_view_ends_where_the_later_of_headline_and_chart_ends() -> Result<()> {
        assert_eq!(view_end("<h1></h1><figure><svg></svg></figure><svg></svg>")?, Some(28));
        assert_eq!(view_end("<figure><svg></svg></figure><h1></h1>")?, Some(37));
        assert_eq!(view_end("<h1></h1><svg></svg>")?, None);
        assert!(view_end("<svg></svg><h1></h1><figure></figure>").is_err());
        assert!(view_end("<figure><svg></svg></figure>").is_err());
        Ok(())
    }

    #[test]
    fn a_page_is_weighed_with_the_styles_it_links_and_no_others() -> Result<()> {
        let dist = tempfile::tempdir()?;
        let file = |path: &str, brotli| File { path: path.to_owned(), brotli, ..File::default() };
        let page = br#"<link rel="stylesheet" href="../assets/app-1f.css"><h1>A</h1>"#;
        fs::write(dist.path().join("a.html"), page)?;
        fs::write(dist.path().join("a.html.br"), "")?;
        let files = [
            file("a.html", 100),
            file("assets/app-1f.css", 20),
            file("assets/print-2e.css", 3),
            file("assets/app-1f.js", 4),
        ];
        let page = Page::read(dist.path(), &files[0], &files)?;
        assert_eq!(page, Page { path: "a.html".to_owned(), weight: 120, first_view: None });
        Ok(())
    }
}
