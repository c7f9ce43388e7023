use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::sizes::{File, beside};

/// What the budgets ask of a page.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Page {
    /// Its path below `dist/`.
    pub(super) path: String,
    /// Its bytes after brotli 11, with those of the style sheets it links.
    pub(super) weight: usize,
    /// The bytes of all scripts that it names, whether it asks for them at once or when they are needed.
    pub(super) scripts: usize,
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
        let needed = |end| compression::bytes_needed(&response, end);
        let first_view = view.map(needed).transpose();
        let first_view = first_view.with_context(|| format!("{path}.br cannot be read"))?;
        let linked = |kind| {
            let linked = files.iter().filter(|file| file.has_extension(kind) && names(&html, file));
            linked.map(|file| file.brotli).sum::<usize>()
        };
        Ok(Self { path, weight: file.brotli + linked("css"), scripts: linked("js"), first_view })
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

#[cfg(test)]
mod tests {
    use super::*;

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
    fn the_first_view_is_what_the_compressed_page_needs_for_its_chart() -> Result<()> {
        let dist = tempfile::tempdir()?;
        let view = "<svg>icon</svg><h1>A</h1><figure><svg>chart</svg>";
        let rows: String = (0..9_999).map(|row| format!("<tr><td>{row}")).collect();
        let html = format!("{view}</figure>{rows}");
        let response = compression::brotli(html.as_bytes())?;
        fs::write(dist.path().join("a.html"), &html)?;
        fs::write(dist.path().join("a.html.br"), &response)?;
        let file = File { path: "a.html".to_owned(), ..File::default() };
        let page = Page::read(dist.path(), &file, &[])?;
        assert_eq!(page.first_view, Some(compression::bytes_needed(&response, view.len())?));
        assert!(page.first_view.is_some_and(|needed| needed < response.len()));
        Ok(())
    }

    #[test]
    fn a_page_is_weighed_with_the_files_it_names_and_no_others() -> Result<()> {
        let dist = tempfile::tempdir()?;
        let file = |path: &str, brotli| File { path: path.to_owned(), brotli, ..File::default() };
        let page = br#"<link rel="stylesheet" href="../assets/app-1f.css"><script src="../assets/app-1f.js"></script>
            <h1 data-script="../assets/later-3a.js">A</h1>"#;
        fs::write(dist.path().join("a.html"), page)?;
        fs::write(dist.path().join("a.html.br"), "")?;
        let files = [
            file("a.html", 100),
            file("assets/app-1f.css", 20),
            file("assets/print-2e.css", 3),
            file("assets/app-1f.js", 10),
            file("assets/later-3a.js", 20),
            file("assets/other-4b.js", 5),
        ];
        let page = Page::read(dist.path(), &files[0], &files)?;
        assert_eq!(
            page,
            Page { path: "a.html".to_owned(), weight: 120, scripts: 30, first_view: None }
        );
        Ok(())
    }
}
