//! The tools this project is built and tested with, and their versions.
//!
//! wasm-bindgen is missing here on purpose: its command-line tool must have exactly the version of
//! the library, so that version is read from `Cargo.lock`.

use crate::tools::Version;

/// Builds the site. Any release of the 0.21 line reads our `Trunk.toml` alike.
pub(crate) const TRUNK: Version = Version::new(0, 21, 14);

/// Checks licences, bans and sources of the crates.
pub(crate) const CARGO_DENY: Version = Version::new(0, 20, 2);

/// Drives Firefox.
pub(crate) const GECKODRIVER: Version = Version::new(0, 37, 1);

/// The npm package that `wasm-opt` comes in; `wasm-opt --version` prints the first number alone.
pub(crate) const BINARYEN: Version = Version::new(132, 0, 0);

/// Finds the files that are served on localhost.
pub(crate) const SIRV: Version = Version::new(3, 0, 2);

/// Minifies the scripts, which the minifier inside Trunk cannot read.
pub(crate) const TERSER: Version = Version::new(5, 51, 2);

/// The font that pictures are set in: Noto Sans as TrueType files.
pub(crate) const NOTO_SANS: Version = Version::new(0, 4, 2);

/// Checks pages against the standards of HTML, CSS and SVG.
pub(crate) const VNU: Version = Version::new(26, 9, 27);

/// Finds what keeps people out of a page.
pub(crate) const AXE: Version = Version::new(4, 14, 1);

/// Judges whole pages: accessibility, best practices, what search engines need. The last line that runs
/// on Node.js 20.
pub(crate) const LIGHTHOUSE: Version = Version::new(12, 8, 2);

/// Finds the holes in a Content-Security-Policy.
pub(crate) const CSP_EVALUATOR: Version = Version::new(1, 1, 8);

/// The oldest Node.js that the npm packages run on.
pub(crate) const NODE_MAJOR: u64 = 18;

#[cfg(test)]
mod tests {
    use super::{AXE, BINARYEN, CSP_EVALUATOR, LIGHTHOUSE, NOTO_SANS, SIRV, TERSER, VNU, Version};

    #[test]
    fn npm_packages_are_pinned_to_these_versions() {
        check(
            include_str!("../../package.json"),
            &[
                ("@expo-google-fonts/noto-sans", NOTO_SANS),
                ("axe-core", AXE),
                ("binaryen", BINARYEN),
                ("sirv", SIRV),
                ("terser", TERSER),
                ("vnu-jar", VNU),
            ],
        );
        let audits = [("csp_evaluator", CSP_EVALUATOR), ("lighthouse", LIGHTHOUSE)];
        check(include_str!("../../audits/package.json"), &audits);
    }

    fn check(package: &str, pins: &[(&str, Version)]) {
        for (name, version) in pins {
            let pin = format!("\"{name}\": \"{version}\"");
            assert!(package.contains(&pin), "package.json should have {pin}");
        }
    }
}
