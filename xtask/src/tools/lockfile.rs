use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::Version;

/// The version of a crate in a `Cargo.lock`.
pub(super) fn version_of(package: &str, lock: &Path) -> Result<Version> {
    let text =
        fs::read_to_string(lock).with_context(|| format!("{} cannot be read", lock.display()))?;
    locked(package, &text).with_context(|| format!("{} does not name {package}", lock.display()))
}

/// Cargo writes each package as a `name` line with the `version` line below it, so the two can be
/// read without a TOML parser, which would take longer to compile than all the rest of xtask.
fn locked(package: &str, lock: &str) -> Option<Version> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?;
    Version::parse(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"version = 4

[[package]]
name = "wasm-bindgen-macro"
version = "0.2.99"
dependencies = [
 "wasm-bindgen",
]

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
"#;

    #[test]
    fn the_version_of_exactly_this_package_is_found() {
        assert_eq!(locked("wasm-bindgen", LOCK), Some(Version::new(0, 2, 130)));
        assert_eq!(locked("wasm-bindgen-macro", LOCK), Some(Version::new(0, 2, 99)));
    }

    #[test]
    fn a_missing_package_has_no_version() {
        assert_eq!(locked("yew", LOCK), None);
    }
}
