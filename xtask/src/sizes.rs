//! The files of the finished site and what they weigh.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A file of the finished site.
#[derive(Clone, Debug, Default)]
pub(crate) struct File {
    /// Its path below `dist/`, with slashes.
    pub(crate) path: String,
    /// Its bytes on disk.
    pub(crate) raw: usize,
    /// Its bytes after brotli 11, which is how a good server sends it.
    pub(crate) brotli: usize,
    /// Its bytes after gzip, for whoever takes no brotli.
    pub(crate) gzip: usize,
}

impl File {
    pub(crate) fn has_extension(&self, extension: &str) -> bool {
        self.extension() == Some(extension)
    }

    /// The part of the path behind its last dot.
    pub(crate) fn extension(&self) -> Option<&str> {
        Path::new(&self.path).extension().and_then(|extension| extension.to_str())
    }
}

/// The extensions of the compressed copies that lie beside each file.
pub(crate) const COPIES: [&str; 2] = ["br", "gz"];

/// Weighs every file below `folder`, in the order of their paths, by the copies beside it.
pub(crate) fn weigh(folder: &Path) -> Result<Vec<File>> {
    let weigh_one = |file: &PathBuf| {
        let copy = |extension| length(&beside(file, extension));
        let (raw, brotli, gzip) = (length(file)?, copy(COPIES[0])?, copy(COPIES[1])?);
        Ok(File { path: relative(file, folder), raw, brotli, gzip })
    };
    originals_below(folder)?.iter().map(weigh_one).collect()
}

/// Every file below `folder` that is no compressed copy, sorted.
pub(crate) fn originals_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    files.retain(|file| !COPIES.iter().any(|copy| file.extension().is_some_and(|e| e == *copy)));
    files.sort();
    Ok(files)
}

/// The path of a compressed copy: the extension comes on top, as servers look for it.
pub(crate) fn beside(file: &Path, extension: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    PathBuf::from(name)
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

fn length(file: &Path) -> Result<usize> {
    let about = fs::metadata(file).with_context(|| format!("{} is missing", file.display()))?;
    usize::try_from(about.len()).with_context(|| format!("{} is too long", file.display()))
}

/// The path of a file below `folder`, with slashes.
pub(crate) fn relative(file: &Path, folder: &Path) -> String {
    let below = file.strip_prefix(folder).unwrap_or(file);
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_weighed_with_its_copies_which_are_no_files_of_their_own() -> Result<()> {
        let dist = tempfile::tempdir()?;
        let page = dist.path().join("so/a/index.html");
        fs::create_dir_all(dist.path().join("so/a"))?;
        fs::write(&page, "1234")?;
        assert!(weigh(dist.path()).is_err(), "the copies are missing");
        fs::write(beside(&page, "br"), "12")?;
        fs::write(beside(&page, "gz"), "123")?;
        let files = weigh(dist.path())?;
        let [File { path, raw: 4, brotli: 2, gzip: 3 }] = &files[..] else {
            panic!("one file with its copies, not {files:?}");
        };
        assert_eq!(path, "so/a/index.html");
        Ok(())
    }
}
