use std::borrow::Cow;

/// Which state of the data is shown, handed out or cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition<'a> {
    /// The version of the package: `1.0.0`.
    pub version: Cow<'a, str>,
    /// The day the package is of, as an ISO date.
    pub date: Cow<'a, str>,
    /// The first 32 of the 256 bits of SHA-256 over its tables, in 8 hexadecimal digits.
    pub hash: Cow<'a, str>,
}
