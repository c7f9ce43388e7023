use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use deploy::{Place, Policy, Portals, write};

/// What the tests name as a portal.
pub(crate) const PORTAL: &str = "https://portal.example.org";

/// The built site with the files for web servers, in folders that every user may read.
pub(crate) struct Site {
    /// Holds the folders for as long as they are needed.
    pub(crate) scratch: tempfile::TempDir,
    /// The pages and files.
    pub(crate) files: PathBuf,
    /// The files for servers.
    pub(crate) deploy: PathBuf,
    /// The policy that its pages need.
    pub(crate) policy: Policy,
}

impl Site {
    /// A copy of the built site, with a page for embedding, a worker and a manifest where it has none.
    pub(crate) fn new(place: &Place) -> Self {
        let scratch = tempfile::tempdir().unwrap();
        let (files, deploy) = (scratch.path().join("files"), scratch.path().join("deploy"));
        let built = env::var_os("DAK_SO_DIST").map_or_else(default_site, PathBuf::from);
        assert!(built.join("index.html").is_file(), "no site in {}: build it", built.display());
        copy(&built, &files);
        for page in ["nhung/example/index.html", "en/embed/example/index.html"] {
            add(&files, page, "<!doctype html><title>Example</title>");
        }
        add(&files, "sw.js", "");
        add(&files, "manifest.webmanifest", "{}");
        let policy = Policy::of_site(&files, place).unwrap();
        write(&deploy, &policy, place, &Portals::parse(PORTAL).unwrap()).unwrap();
        // A server may run as another user than the tests.
        open_to_all(scratch.path());
        Self { scratch, files, deploy, policy }
    }

    /// The paths of all files, without the compressed copies.
    pub(crate) fn paths(&self) -> Vec<String> {
        let mut paths = Vec::new();
        list(&self.files, "", &mut paths);
        paths.retain(|path| !(path.ends_with(".br") || path.ends_with(".gz")));
        paths
    }

    pub(crate) fn read(&self, path: &str) -> Vec<u8> {
        fs::read(self.files.join(path)).unwrap()
    }
}

fn default_site() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist")
}

fn add(files: &Path, path: &str, content: &str) {
    let file = files.join(path);
    if !file.exists() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, content).unwrap();
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), &target).unwrap();
        }
    }
}

fn list(folder: &Path, below: &str, paths: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{below}{}", entry.file_name().to_str().unwrap());
        if entry.path().is_dir() {
            list(&entry.path(), &format!("{path}/"), paths);
        } else {
            paths.push(path);
        }
    }
}

fn open_to_all(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;

    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
}
