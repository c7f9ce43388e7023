use std::fs;
use std::io::{ErrorKind, Read};
use std::path::Path;

use super::table::Table;
use super::{File, Problem};

/// The largest file that is read. The whole package has some 60 KB, so a file beyond this limit is
/// not the one that was meant.
pub const MAX_FILE_BYTES: u64 = 4 * 1024 * 1024;

/// The most rows of a file. Ids of the dataset count rows in 16 bits.
pub const MAX_ROWS: usize = 10_000;

/// The rows of the six files of a data package, with the place of every field.
///
/// A file that cannot be read is kept as its problem, so that [`validate`](super::validate) reports
/// it together with what is wrong in the other files.
#[derive(Debug)]
pub struct Package {
    tables: [Table; File::ALL.len()],
}

impl Package {
    /// Reads the six files of a folder.
    pub fn read(folder: &Path) -> Self {
        Self::from_files(|file| read_file(&folder.join(file.name())))
    }

    /// A package from the bytes of its files. A file without bytes is missing.
    pub fn from_texts<'t>(text_of: impl Fn(File) -> Option<&'t [u8]>) -> Self {
        Self {
            tables: File::ALL.map(|file| match text_of(file) {
                Some(bytes) => Table::parse(file, bytes),
                None => Table::unreadable(file, Problem::MissingFile),
            }),
        }
    }

    fn from_files(read: impl Fn(File) -> Result<Vec<u8>, Problem>) -> Self {
        Self {
            tables: File::ALL.map(|file| match read(file) {
                Ok(bytes) => Table::parse(file, &bytes),
                Err(problem) => Table::unreadable(file, problem),
            }),
        }
    }

    pub(super) fn table(&self, file: File) -> &Table {
        &self.tables[file as usize]
    }
}

fn read_file(path: &Path) -> Result<Vec<u8>, Problem> {
    let problem = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => Problem::MissingFile,
        reason => Problem::UnreadableFile { reason },
    };
    let file = fs::File::open(path).map_err(problem)?;
    let bytes = file.metadata().map_err(problem)?.len();
    if bytes > MAX_FILE_BYTES {
        return Err(Problem::FileTooLarge { bytes });
    }
    // The limit holds as well for a file that grows, or whose size the system does not know.
    let mut content = Vec::new();
    file.take(MAX_FILE_BYTES + 1).read_to_end(&mut content).map_err(problem)?;
    Ok(content)
}
