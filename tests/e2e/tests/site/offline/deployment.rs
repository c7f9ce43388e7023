use std::fs;
use std::path::{Path, PathBuf};

use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::pages::folder;

/// A site on a server, in one version after another.
///
/// Version 0 is the site as it was built, with its compressed copies. The others are the same under
/// other names: the number of the version stands in the place of the hash.
pub(crate) struct Deployment {
    folder: TempDir,
}

impl Deployment {
    pub(crate) fn of(version: u8) -> Self {
        let this = Self { folder: tempfile::tempdir().unwrap() };
        this.deploy(version);
        this
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The version that a name tells, or that it has the hash of the build.
    pub(crate) fn version_of(hash: &str) -> u8 {
        hash.strip_prefix("000000000000000").map_or(0, |number| number.parse().unwrap())
    }

    /// Exchanges the whole site for that of a version; no file of another one stays.
    pub(crate) fn deploy(&self, version: u8) {
        for entry in fs::read_dir(self.path()).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.unwrap();
        }
        copy(&folder(), self.path(), version == 0);
        if version > 0 {
            self.rename(&format!("{version:016}"));
        }
    }

    /// Takes away the copies that one way of compressing has made.
    pub(crate) fn remove_copies(&self, extension: &str) {
        for file in files(self.path()) {
            if file.extension().is_some_and(|found| found == extension) {
                fs::remove_file(file).unwrap();
            }
        }
    }

    pub(crate) fn write(&self, path: &str, content: &str) {
        fs::write(self.path().join(path), content).unwrap();
    }

    fn rename(&self, hash: &str) {
        let assets = files(&self.path().join("assets"));
        let old: Vec<String> = assets
            .iter()
            .filter_map(|file| Some(file.file_stem()?.to_str()?.rsplit_once('-')?.1.to_owned()))
            .collect();
        let renamed = |text: String| old.iter().fold(text, |text, old| text.replace(old, hash));
        let worker = fs::read_to_string(self.path().join("sw.js")).unwrap();
        let mut worker = renamed(with_version(&worker, hash));
        for file in files(self.path()) {
            let Ok(text) = fs::read_to_string(&file) else { continue };
            let changed = renamed(text.clone());
            worker = worker.replace(&digest(&text), &digest(&changed));
            fs::write(&file, changed).unwrap();
        }
        for file in &assets {
            let name = file.file_name().unwrap().to_str().unwrap();
            fs::rename(file, file.with_file_name(renamed(name.to_owned()))).unwrap();
        }
        self.write("sw.js", &worker);
    }
}

/// The worker with another version: the one text of 16 characters that is no part of a name.
fn with_version(worker: &str, version: &str) -> String {
    let mut parts: Vec<&str> = worker.split('"').collect();
    let is_version = |part: &&str| part.len() == 16 && part.chars().all(|c| c.is_ascii_hexdigit());
    let at = parts.iter().position(is_version).expect("a version");
    parts[at] = version;
    parts.join("\"")
}

fn digest(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}

fn copy(from: &Path, to: &Path, with_copies: bool) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let there = to.join(path.file_name().unwrap());
        let is_copy = path.extension().is_some_and(|found| found == "br" || found == "gz");
        if path.is_dir() {
            copy(&path, &there, with_copies);
        } else if with_copies || !is_copy {
            fs::copy(&path, there).unwrap();
        }
    }
}

pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
