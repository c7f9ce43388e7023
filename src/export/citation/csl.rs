use serde_json::{Map, Value, json};

use crate::i18n::PRODUCT;
use crate::model::{Language, Slug};

use super::super::date_parts;
use super::{Citation, CitedKind};

/// A record in CSL-JSON, as reference managers read it: a list of one item. A figure is a `webpage`
/// in this site, a chart a `dataset`. When it was looked at is left to the reader. In one line: programs
/// read it, and every byte is kept for times without a network.
pub fn csl_json(citation: &Citation) -> String {
    let kind = match citation.kind {
        CitedKind::Figure => "webpage",
        CitedKind::Chart => "dataset",
    };
    let mut item = Map::new();
    let mut add = |name: &str, value: Value| {
        item.insert(name.to_owned(), value);
    };
    add("id", citation.key.as_str().into());
    add("type", kind.into());
    add("title", citation.title.as_str().into());
    if !citation.authors.is_empty() {
        // Vietnamese names are written as they are printed, never turned around.
        let names = citation.authors.iter().map(|name| json!({ "literal": name }));
        add("author", names.collect());
    }
    add("container-title", PRODUCT.into());
    add("publisher", PRODUCT.into());
    if let Some(date) = &citation.issued {
        add("issued", json!({ "date-parts": [date_parts(date)] }));
    }
    add("version", citation.version.as_str().into());
    if let Some(address) = &citation.address {
        add("URL", address.as_str().into());
    }
    add("note", citation.note.as_str().into());
    if let Some(summary) = &citation.summary {
        add("abstract", summary.as_str().into());
    }
    add("language", Language::Vi.slug().into());
    format!("{}\n", Value::from(vec![Value::Object(item)]))
}
