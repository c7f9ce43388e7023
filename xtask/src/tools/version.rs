use std::fmt;

/// A release of a tool. Ordered as releases are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version {
    pub(crate) major: u64,
    pub(crate) minor: u64,
    pub(crate) patch: u64,
}

impl Version {
    pub(crate) const fn new(major: u64, minor: u64, patch: u64) -> Self {
        Self { major, minor, patch }
    }

    /// Reads `21`, `0.21` or `0.21.14`, and from there on ignores what follows.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('.').map(|part| {
            let digits = part.find(|c: char| !c.is_ascii_digit()).unwrap_or(part.len());
            part[..digits].parse().ok()
        });
        let major = parts.next()??;
        let minor = parts.next().unwrap_or(Some(0))?;
        let patch = parts.next().unwrap_or(Some(0))?;
        Some(Self { major, minor, patch })
    }

    /// Finds the version in what a program prints of itself: the first word that starts as one.
    pub(crate) fn printed(output: &str) -> Option<Self> {
        output.split_whitespace().map(|word| word.trim_start_matches('v')).find_map(Self::parse)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

#[cfg(test)]
mod tests {
    use super::Version;

    #[test]
    fn versions_are_read_as_programs_print_them() {
        let check = |output, expected: Option<(u64, u64, u64)>| {
            let expected = expected.map(|(major, minor, patch)| Version::new(major, minor, patch));
            assert_eq!(Version::printed(output), expected, "{output}");
        };
        check("trunk 0.21.14\n", Some((0, 21, 14)));
        check("wasm-bindgen 0.2.130 (b1cdc2b3c)", Some((0, 2, 130)));
        check("wasm-opt version 132 (version_132)", Some((132, 0, 0)));
        check("terser 5.51.2", Some((5, 51, 2)));
        check("v20.20.2", Some((20, 20, 2)));
        check("Chromium 156.0.8078.79 built on Debian", Some((156, 0, 8078)));
        check("trunk 0.22.0-alpha.1", Some((0, 22, 0)));
        check("command not found", None);
        check("", None);
    }

    #[test]
    fn a_later_release_is_greater() {
        assert!(Version::new(0, 21, 14) > Version::new(0, 21, 9));
    }
}
