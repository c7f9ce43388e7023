use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::model::Edition;

use super::date_parts;

/// The name of the whole data package as one file, beside the files that it holds.
pub const ARCHIVE: &str = "dak-so-data.zip";

/// The folder that the files unpack into.
const FOLDER: &str = "dak-so-data";

/// Why the files were not packed.
#[derive(Debug, thiserror::Error)]
#[error("{ARCHIVE} cannot be made: {0}")]
pub struct ArchiveError(#[from] ZipError);

/// These files by their names in one ZIP file, in the order of their names, as of the day of the
/// edition: the same files give the same bytes.
///
/// # Errors
/// When a file is larger than the format holds, or the date of the edition is no date.
pub fn archive(
    edition: &Edition<'_>,
    files: &BTreeMap<String, Vec<u8>>,
) -> Result<Vec<u8>, ArchiveError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(day(edition)?)
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        writer.start_file(format!("{FOLDER}/{name}"), options)?;
        writer.write_all(content).map_err(ZipError::from)?;
    }
    Ok(writer.finish()?.into_inner())
}

fn day(edition: &Edition<'_>) -> Result<DateTime, ZipError> {
    let no_date = ZipError::InvalidArchive("the edition has no date".into());
    let [year, month, day] = date_parts(&edition.date)[..] else { return Err(no_date) };
    let small = |part| u8::try_from(part).unwrap_or(u8::MAX);
    let date = DateTime::from_date_and_time(year, small(month), small(day), 0, 0, 0);
    date.map_err(|_| no_date)
}
