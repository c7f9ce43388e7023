//! Weighs the files of the finished site.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;

/// A file of the finished site.
pub(crate) struct Asset {
    /// Its path below `dist/`, with slashes.
    pub(crate) path: String,
    /// Its bytes on disk.
    pub(crate) raw: usize,
    /// Its bytes after brotli 11, which is how a good server sends it.
    pub(crate) brotli: usize,
    /// The style sheets among the files that it names, if it is a page.
    pub(crate) styles: Vec<String>,
}

impl Asset {
    pub(crate) fn has_extension(&self, extension: &str) -> bool {
        Path::new(&self.path).extension().is_some_and(|found| found == extension)
    }
}

/// Weighs every file below `folder`, in the order of their paths.
pub(crate) fn weigh(folder: &Path) -> Result<Vec<Asset>> {
    let files = files_below(folder)?;
    let paths: Vec<String> = files.iter().map(|file| relative(file, folder)).collect();
    let weigh_one = |(file, path): (&PathBuf, &String)| {
        let bytes = fs::read(file).with_context(|| format!("{path} cannot be read"))?;
        let styles = match path.ends_with(".html") {
            true => named_styles(&bytes, &paths),
            false => Vec::new(),
        };
        let brotli = compressed_size(&bytes)?;
        Ok(Asset { path: path.clone(), raw: bytes.len(), brotli, styles })
    };
    files.iter().zip(&paths).map(weigh_one).collect()
}

/// Prints what each file weighs.
pub(crate) fn print(assets: &[Asset]) {
    let width = assets.iter().map(|asset| asset.path.chars().count()).max().unwrap_or(0);
    println!("\n{:width$}  {:>9}  {:>9}", "dist/", "bytes", "brotli 11");
    for Asset { path, raw, brotli, .. } in assets {
        println!("{path:width$}  {raw:>9}  {brotli:>9}");
    }
}

/// Every file below `folder`, sorted.
pub(crate) fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    files.sort();
    Ok(files)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let unreadable = || format!("{} cannot be read", folder.display());
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        let path = entry.with_context(unreadable)?.path();
        match path.is_dir() {
            true => collect(&path, files)?,
            false => files.push(path),
        }
    }
    Ok(())
}

fn relative(file: &Path, folder: &Path) -> String {
    let below = file.strip_prefix(folder).unwrap_or(file);
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

/// The names of style sheets carry a hash, so a page that contains the name links the file.
fn named_styles(page: &[u8], paths: &[String]) -> Vec<String> {
    let page = String::from_utf8_lossy(page);
    let named = |path: &&String| {
        let name = path.rsplit('/').next().unwrap_or(path);
        path.ends_with(".css") && page.contains(name)
    };
    paths.iter().filter(named).cloned().collect()
}

fn compressed_size(mut bytes: &[u8]) -> Result<usize> {
    let parameters = BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut compressed, &parameters)
        .context("brotli could not compress a file")?;
    Ok(compressed.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_names_the_styles_it_links_and_no_others() {
        let paths = ["app-1f.css", "print-2e.css", "app.js"].map(str::to_owned);
        let page = br#"<link rel="stylesheet" href="./app-1f.css"><script src="./app.js">"#;
        assert_eq!(named_styles(page, &paths), ["app-1f.css"]);
    }

    #[test]
    fn repetition_weighs_next_to_nothing() -> Result<()> {
        assert!(compressed_size(&[b'a'; 100_000])? < 30);
        Ok(())
    }
}
