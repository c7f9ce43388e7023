use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use thiserror::Error;

/// The source documents, as paragraphs.
///
/// They are not part of the repository. Where they are at hand, every figure is checked against
/// the paragraph it claims to be printed in.
#[derive(Clone, Debug, Default)]
pub struct Documents {
    paragraphs: BTreeMap<String, Vec<String>>,
}

/// Why the documents cannot be read.
#[derive(Debug, Error)]
#[error("cannot read {}: {source}", .path.display())]
pub struct DocumentsError {
    path: PathBuf,
    source: io::Error,
}

impl Documents {
    /// Reads every `.txt` file of a folder. `None` when there is no such folder.
    ///
    /// # Errors
    /// When the folder or a file in it cannot be read, or a file is not UTF-8.
    pub fn read(folder: &Path) -> Result<Option<Self>, DocumentsError> {
        let failed = |path: &Path, source| DocumentsError { path: path.to_owned(), source };
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(failed(folder, error)),
        };
        let mut texts = Vec::new();
        for entry in entries {
            let path = entry.map_err(|error| failed(folder, error))?.path();
            if path.extension().is_some_and(|extension| extension == "txt") {
                let text = fs::read_to_string(&path).map_err(|error| failed(&path, error))?;
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                texts.push((name, text));
            }
        }
        Ok(Some(Self::from_texts(texts)))
    }

    /// The documents with these file names and texts.
    pub fn from_texts(
        texts: impl IntoIterator<Item = (impl Into<String>, impl AsRef<str>)>,
    ) -> Self {
        let paragraphs = texts.into_iter().map(|(name, text)| {
            let lines = text.as_ref().lines().map(str::trim);
            (name.into(), lines.filter(|line| !line.is_empty()).map(str::to_owned).collect())
        });
        Self { paragraphs: paragraphs.collect() }
    }

    /// The file names, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.paragraphs.keys().map(String::as_str)
    }

    /// The paragraphs of a document: its lines that are not blank. A citation counts them from 1.
    pub fn paragraphs(&self, document: &str) -> Option<&[String]> {
        self.paragraphs.get(document).map(Vec::as_slice)
    }

    /// The paragraph with this number, counted from 1.
    pub fn paragraph(&self, document: &str, number: u16) -> Option<&str> {
        let index = usize::from(number).checked_sub(1)?;
        self.paragraphs(document)?.get(index).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_the_lines_that_are_not_blank() {
        let documents = Documents::from_texts([("a.txt", "Tiêu đề\r\n \n\nĐoạn hai\n")]);
        assert_eq!(documents.paragraph("a.txt", 1), Some("Tiêu đề"));
        assert_eq!(documents.paragraph("a.txt", 2), Some("Đoạn hai"));
        assert_eq!(documents.paragraph("a.txt", 3), None);
        assert_eq!(documents.paragraph("a.txt", 0), None);
        assert_eq!(documents.paragraph("b.txt", 1), None);
    }
}
