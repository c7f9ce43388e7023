use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::model::Edition;

/// Why a description of the package cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum DescriptionError {
    /// It is not JSON.
    #[error("datapackage.json: {0}")]
    Json(#[from] serde_json::Error),
    /// It lacks what is at this place, a JSON pointer.
    #[error("datapackage.json: found no `{0}`, expected one")]
    Missing(&'static str),
}

/// The edition of a package: what its description says of it, and the hash of its tables.
///
/// `tables` are names and contents, in the order of their names.
///
/// # Errors
/// When `description` is not JSON, or has no version or no day of creation.
pub fn edition(
    description: &str,
    tables: &[(&str, &[u8])],
) -> Result<Edition<'static>, DescriptionError> {
    let package: Value = serde_json::from_str(description)?;
    let text = |place| {
        let text = package.pointer(place).and_then(Value::as_str);
        text.ok_or(DescriptionError::Missing(place))
    };
    let date = text("/created")?.split('T').next().unwrap_or_default();
    Ok(Edition {
        version: text("/version")?.to_owned().into(),
        date: date.to_owned().into(),
        hash: hash(tables).into(),
    })
}

/// A short name for the state of a package.
fn hash(tables: &[(&str, &[u8])]) -> String {
    let mut digest = Sha256::new();
    for (name, content) in tables {
        // What is between them is in neither.
        for part in [name.as_bytes(), b"\0", content, b"\0"] {
            digest.update(part);
        }
    }
    digest.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_is_what_the_description_says() {
        let description = r#"{"version": "1.2.0", "created": "2026-03-04T05:06:07Z"}"#;
        let read = edition(description, &[]).unwrap();
        assert_eq!((&*read.version, &*read.date), ("1.2.0", "2026-03-04"));
        let missing = edition(r#"{"version": "1.2.0"}"#, &[]).unwrap_err().to_string();
        assert_eq!(missing, "datapackage.json: found no `/created`, expected one");
        assert!(matches!(edition("{", &[]), Err(DescriptionError::Json(_))));
    }

    #[test]
    fn a_state_of_the_data_is_named_for_every_byte_of_them() {
        let hash_of = |tables: [(&str, &str); 2]| {
            hash(&tables.map(|(name, content)| (name, content.as_bytes())))
        };
        let first = hash_of([("a.csv", "1"), ("b.csv", "2")]);
        // printf 'a.csv\0%d\0b.csv\0%d\0' 1 2 | sha256sum
        assert_eq!(first, "17930f2d");
        for other in [
            [("a.csv", "1"), ("b.csv", "3")],
            [("a.csv", "12"), ("b.csv", "")],
            [("b.csv", "2"), ("a.csv", "1")],
        ] {
            assert_ne!(hash_of(other), first);
        }
    }
}
