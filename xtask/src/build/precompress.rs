use std::fs;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, Result};

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

fn one(file: &Path) -> Result<()> {
    let bytes = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let write = |extension, compressed: io::Result<Vec<u8>>| {
        let copy = beside(file, extension);
        compressed
            .and_then(|bytes| fs::write(&copy, bytes))
            .with_context(|| format!("{} cannot be written", copy.display()))
    };
    write("br", compression::brotli(&bytes))?;
    write("gz", compression::gzip(&bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sizes::weigh;

    #[test]
    fn every_file_gets_its_own_copies() -> Result<()> {
        let dist = tempfile::tempdir()?;
        let files = ["index.html", "so/a/index.html", "assets/dak-so-1f.wasm", "data/a.csv", "x"];
        for path in files {
            let file = dist.path().join(path);
            fs::create_dir_all(file.parent().context("it has a folder")?)?;
            fs::write(file, path)?;
        }
        all(dist.path())?;
        assert_eq!(weigh(dist.path())?.len(), files.len());
        for path in files {
            let copy = |extension| fs::read(beside(&dist.path().join(path), extension));
            assert_eq!(copy("br")?, compression::brotli(path.as_bytes())?, "{path}");
            assert_eq!(copy("gz")?, compression::gzip(path.as_bytes())?, "{path}");
        }
        Ok(())
    }

    #[test]
    fn a_copy_that_cannot_be_written_fails_the_build() -> Result<()> {
        let dist = tempfile::tempdir()?;
        fs::write(dist.path().join("a.html"), "a")?;
        fs::create_dir(dist.path().join("a.html.br"))?;
        assert!(all(dist.path()).is_err());
        Ok(())
    }
}
