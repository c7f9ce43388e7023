use serde_json::Value;

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
