use serde_json::{Value, json};

use crate::data::DescriptionError;
use crate::model::Slug;
use crate::query::{Status, Verdict};

use super::{comparisons, targets};

/// `datapackage.json` as published: the description of the package with the two computed tables.
///
/// # Errors
/// When `description` is not a JSON object with a list of resources.
pub fn published_datapackage(description: &str) -> Result<String, DescriptionError> {
    let mut text = serde_json::to_string_pretty(&published(description)?)?;
    text.push('\n');
    Ok(text)
}

/// The same as a value.
pub(super) fn published(description: &str) -> Result<Value, DescriptionError> {
    let mut package: Value = serde_json::from_str(description)?;
    let resources = package.pointer_mut("/resources").and_then(Value::as_array_mut);
    let resources = resources.ok_or(DescriptionError::Missing("/resources"))?;
    resources.push(comparisons_resource());
    resources.push(targets_resource());
    Ok(package)
}

fn comparisons_resource() -> Value {
    let fields = comparisons::COLUMNS.map(|column| match column {
        "difference" | "ratio" => json!({ "name": column, "type": "number" }),
        "verdict" => one_of(column, Verdict::ALL),
        _ => required(column),
    });
    resource(
        "comparisons",
        "Kết luận so sánh / Verdicts of comparison",
        "Computed: every pair of figures of one family across the provinces, and of one indicator \
         within a province. All other pairs are not comparable.",
        &fields,
        &["left", "right"],
    )
}

fn targets_resource() -> Value {
    let fields = targets::COLUMNS.map(|column| match column {
        "gap" => json!({ "name": column, "type": "number" }),
        "actual" => json!({ "name": column, "type": "string" }),
        "status" => one_of(column, Status::ALL),
        _ => required(column),
    });
    resource(
        "targets",
        "Chỉ tiêu và kết quả / Targets and results",
        "Computed: every target and what came of it. A status is claimed only when a figure of the \
         same indicator exists.",
        &fields,
        &["target"],
    )
}

fn required(column: &str) -> Value {
    json!({ "name": column, "type": "string", "constraints": { "required": true } })
}

fn one_of<T: Slug>(column: &str, values: &[T]) -> Value {
    let slugs: Vec<&str> = values.iter().map(|value| value.slug()).collect();
    let constraints = json!({ "required": true, "enum": slugs });
    json!({ "name": column, "type": "string", "constraints": constraints })
}

fn resource(name: &str, title: &str, about: &str, fields: &[Value], figures: &[&str]) -> Value {
    let foreign_keys: Vec<Value> = figures
        .iter()
        .map(|field| {
            let reference = json!({ "resource": "observations", "fields": "id" });
            json!({ "fields": field, "reference": reference })
        })
        .collect();
    json!({
        "name": name,
        "path": format!("{name}.csv"),
        "profile": "tabular-data-resource",
        "title": title,
        "description": about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": fields,
            "primaryKey": figures,
            "missingValues": [""],
            "foreignKeys": foreign_keys,
        },
    })
}
