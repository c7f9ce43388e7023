use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// The folder of the files whose names hold the hash of their contents.
pub(super) const FOLDER: &str = "assets";

/// The files that every page shares, as paths below `dist/`, with slashes.
pub(super) struct Assets {
    pub(super) app: String,
    pub(super) wasm: String,
    /// The digest of the WebAssembly, in the form of Subresource Integrity.
    pub(super) wasm_integrity: String,
    pub(super) start: String,
    pub(super) icon: String,
    pub(super) frame: String,
    pub(super) dialogs: String,
}

/// Writes a file into `dist`, named for its final bytes, and tells its path there.
///
/// Nothing may change the bytes afterwards: a browser keeps a file of this name for ever.
pub(super) fn write(dist: &Path, stem: &str, extension: &str, bytes: &[u8]) -> Result<String> {
    let path = format!("{FOLDER}/{stem}-{}.{extension}", hash(bytes));
    let folder = dist.join(FOLDER);
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let file = dist.join(&path);
    fs::write(&file, bytes).with_context(|| format!("{} cannot be written", file.display()))?;
    Ok(path)
}

/// The digest of a file by which browsers check it: Subresource Integrity.
pub(super) fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

/// The first 64 of the 256 bits of SHA-256, in 16 hexadecimal digits.
pub(super) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_for_its_bytes() -> Result<()> {
        let dist = tempfile::tempdir()?;
        let path = write(dist.path(), "start", "js", b"abc")?;
        // FIPS 180-2, appendix B.1: the digest of `abc` starts ba7816bf 8f01cfea.
        assert_eq!(path, "assets/start-ba7816bf8f01cfea.js");
        assert_eq!(fs::read(dist.path().join(path))?, b"abc");
        assert_ne!(write(dist.path(), "start", "js", b"abd")?, "assets/start-ba7816bf8f01cfea.js");
        Ok(())
    }
}
