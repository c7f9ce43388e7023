use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};

use crate::sizes::{beside, originals_below};

/// Compression is most of a build's work that is ours, and two cores are what a small machine has.
const THREADS: usize = 2;

/// Lays a copy compressed by brotli and one by gzip beside every file below `dist`.
pub(super) fn all(dist: &Path) -> Result<()> {
    let files = originals_below(dist)?;
    let next = AtomicUsize::new(0);
    // Each thread takes the next file, so that none waits for the other's large ones.
    let work = || {
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            one(file)?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS).map(|_| scope.spawn(work)).collect();
        threads.into_iter().try_for_each(|thread| match thread.join() {
            Ok(done) => done,
            Err(panic) => std::panic::resume_unwind(panic),
        })
    })
}

fn one(file: &PathBuf) -> Result<()> {
    let bytes = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let write = |extension, compressed: Vec<u8>| {
        let copy = beside(file, extension);
        fs::write(&copy, compressed)
            .with_context(|| format!("{} cannot be written", copy.display()))
    };
    write("br", brotli(&bytes)?)?;
    write("gz", gzip(&bytes)?)
}

/// Brotli at its best, with the largest window that every browser takes.
pub(crate) fn brotli(mut bytes: &[u8]) -> Result<Vec<u8>> {
    let size_hint = bytes.len();
    let parameters =
        BrotliEncoderParams { quality: 11, lgwin: 22, size_hint, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut compressed, &parameters)
        .context("brotli could not compress a file")?;
    Ok(compressed)
}

/// Gzip at its best, without a time, so that the same bytes come of the same bytes.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .context("gzip could not compress a file")
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;
    use crate::sizes::weigh;

    #[test]
    fn every_file_gets_copies_that_unpack_to_it() -> Result<()> {
        let dist = tempfile::tempdir()?;
        let files = ["index.html", "so/a/index.html", "assets/dak-so-1f.wasm", "data/a.csv", "x"];
        for (length, path) in files.iter().enumerate() {
            let file = dist.path().join(path);
            fs::create_dir_all(file.parent().context("it has a folder")?)?;
            fs::write(file, format!("{path}\n").repeat(length * 500))?;
        }
        all(dist.path())?;
        assert_eq!(weigh(dist.path())?.len(), files.len());
        for path in files {
            let file = dist.path().join(path);
            let bytes = fs::read(&file)?;
            let mut unpacked = Vec::new();
            brotli::Decompressor::new(&fs::read(beside(&file, "br"))?[..], 4096)
                .read_to_end(&mut unpacked)?;
            assert_eq!(unpacked, bytes, "{path}.br");
            unpacked.clear();
            flate2::read::GzDecoder::new(&fs::read(beside(&file, "gz"))?[..])
                .read_to_end(&mut unpacked)?;
            assert_eq!(unpacked, bytes, "{path}.gz");
        }
        Ok(())
    }

    #[test]
    fn gzip_holds_no_time() -> Result<()> {
        // RFC 1952, 2.3.1: four bytes of MTIME, 0 when there is none.
        assert_eq!(gzip(b"abc")?.get(4..8), Some(&[0; 4][..]));
        Ok(())
    }

    #[test]
    fn a_file_that_cannot_be_compressed_fails_the_build() -> Result<()> {
        let dist = tempfile::tempdir()?;
        fs::write(dist.path().join("a.html"), "a")?;
        fs::create_dir(dist.path().join("a.html.br"))?;
        assert!(all(dist.path()).is_err());
        Ok(())
    }
}
