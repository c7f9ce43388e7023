use serde_json::Value;
use sha2::{Digest, Sha256};

use super::datapackage::DescriptionError;

/// Which state of the data is handed out or cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// The version of the package: `1.0.0`.
    pub version: String,
    /// The day the package is of, as an ISO date.
    pub date: String,
}

impl Edition {
    /// Reads the text of `datapackage.json`.
    ///
    /// # Errors
    /// When it is not JSON, or has no version or no day of creation.
    pub fn read(description: &str) -> Result<Self, DescriptionError> {
        let package: Value = serde_json::from_str(description)?;
        let text = |place| {
            let text = package.pointer(place).and_then(Value::as_str);
            text.ok_or(DescriptionError::Missing(place))
        };
        let date = text("/created")?.split('T').next().unwrap_or_default();
        Ok(Self { version: text("/version")?.to_owned(), date: date.to_owned() })
    }

    /// Year, month and day; what is no number is left out.
    pub(super) fn date_parts(iso_date: &str) -> Vec<u16> {
        iso_date.split('-').map_while(|part| part.parse().ok()).collect()
    }
}

/// A short name for the state of a package: the first 32 of the 256 bits of SHA-256 over its tables, in
/// 8 hexadecimal digits. `tables` are names and contents.
pub fn data_hash(tables: &[(&str, &str)]) -> String {
    let mut digest = Sha256::new();
    for (name, content) in tables {
        // What is between them is in neither.
        for part in [*name, "\0", *content, "\0"] {
            digest.update(part);
        }
    }
    digest.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_of_the_data_is_named_for_every_byte_of_them() {
        let hash = data_hash(&[("a.csv", "1"), ("b.csv", "2")]);
        // printf 'a.csv\0%d\0b.csv\0%d\0' 1 2 | sha256sum
        assert_eq!(hash, "17930f2d");
        for other in [
            [("a.csv", "1"), ("b.csv", "3")],
            [("a.csv", "12"), ("b.csv", "")],
            [("b.csv", "2"), ("a.csv", "1")],
        ] {
            assert_ne!(data_hash(&other), hash);
        }
    }
}
