use serde_json::{Map, Value, json};

use crate::data::DescriptionError;
use crate::i18n::{axis_unit, messages};
use crate::model::{Dataset, Language, Observation, Period, Slug, Source};

use super::datapackage::published;

/// Where a page stands, to name files and pages from it.
#[derive(Clone, Copy, Debug)]
pub struct Site<'a> {
    /// The address of the site, absolute and ending in `/`, when it is known.
    pub base: Option<&'a str>,
    /// The way from the page to the root of the site: empty, or ending in `/`, like `../`.
    pub root: &'a str,
    /// The way from the root of the site to the page: empty, or ending in `/`, like `en/`.
    pub page: &'a str,
}

/// The package as a schema.org `Dataset`, for a `<script type="application/ld+json">`: search
/// engines for data read it there. `description` is the text of `datapackage.json`, which decides on
/// title, licence, version, keywords and contributors.
///
/// Addresses are absolute with a base address, and relative to the page without; an id and the
/// address of the page itself are only known with one.
///
/// # Errors
/// When `description` is not JSON, or lacks what describes the package.
pub fn json_ld(
    dataset: &Dataset<'_>,
    language: Language,
    description: &str,
    site: Site<'_>,
) -> Result<String, DescriptionError> {
    let package = published(description)?;
    let find = |place| package.pointer(place).ok_or(DescriptionError::Missing(place));
    let text = |place| find(place)?.as_str().ok_or(DescriptionError::Missing(place));
    let (name, other_name) = sides(language, text("/title")?);
    let about = match language {
        Language::Vi => text("/description_vi")?,
        Language::En => text("/description")?,
    };

    let mut described = Map::new();
    let mut add = |property: &str, value: Value| {
        described.insert(property.to_owned(), value);
    };
    add("@context", "https://schema.org/".into());
    add("@type", "Dataset".into());
    if let Some(base) = site.base {
        // The same thing is described in every language: one id, several pages.
        add("@id", format!("{base}#dataset").into());
        add("url", format!("{base}{}", site.page).into());
    }
    add("name", name.into());
    add("alternateName", json!([other_name, text("/name")?]));
    add("description", about.into());
    add("inLanguage", Language::ALL.iter().map(|language| language.slug()).collect());
    add("license", text("/licenses/0/path")?.into());
    add("isAccessibleForFree", true.into());
    add("version", text("/version")?.into());
    add("keywords", find("/keywords")?.clone());
    let contributors = package.pointer("/contributors").and_then(Value::as_array);
    for (property, people) in contributors.map(|all| by_role(all)).into_iter().flatten() {
        add(property, people.into());
    }
    if let Some(time) = temporal_coverage(&dataset.observations) {
        add("temporalCoverage", time.into());
    }
    add("spatialCoverage", places(dataset, language));
    add("variableMeasured", variables(dataset, language));
    add("measurementTechnique", messages(language).sources_intro.into());
    add("distribution", downloads(find("/resources")?, language, site));
    add("citation", dataset.sources.iter().map(article).collect());

    // A `<` could end the script element that this stands in.
    Ok(serde_json::to_string(&described)?.replace('<', "\\u003c"))
}

/// A title of the package in `language` and in the other: it holds both, Vietnamese first.
fn sides(language: Language, title: &str) -> (&str, &str) {
    let (vi, en) = title.split_once(" / ").unwrap_or((title, title));
    match language {
        Language::Vi => (vi, en),
        Language::En => (en, vi),
    }
}

/// The contributors of the package by the property of schema.org that is nearest to their role.
fn by_role(contributors: &[Value]) -> impl Iterator<Item = (&'static str, Vec<Value>)> {
    let (publishers, creators): (Vec<&Value>, Vec<&Value>) =
        contributors.iter().partition(|contributor| contributor["role"] == "publisher");
    let entries = |kind: &str, all: Vec<&Value>| -> Vec<Value> {
        let entry = |contributor: &Value| {
            let mut entry = json!({ "@type": kind, "name": contributor["title"] });
            if let Some(address) = contributor.get("path") {
                entry["url"] = address.clone();
            }
            entry
        };
        all.into_iter().map(entry).collect()
    };
    let all = [
        ("creator", entries("Person", creators)),
        ("publisher", entries("Organization", publishers)),
    ];
    all.into_iter().filter(|(_, entries)| !entries.is_empty())
}

/// From the earliest to the latest period of the figures, as an ISO 8601 interval: `2019/2025`.
fn temporal_coverage(figures: &[Observation<'_>]) -> Option<String> {
    let first_month = |period: &Period| (period.year(), period.month().unwrap_or(1));
    let periods = || figures.iter().map(|figure| figure.period);
    let (first, last) =
        (periods().min_by_key(first_month)?, periods().max_by_key(|period| period.last_month())?);
    Some(format!("{first}/{last}"))
}

/// The provinces, each with what a reader must know about its boundaries.
fn places(dataset: &Dataset<'_>, language: Language) -> Value {
    let places = dataset.provinces.iter().map(|province| {
        json!({
            "@type": "Place",
            "name": province.name.get(language),
            "description": province.note.get(language),
        })
    });
    places.collect()
}

/// The indicators that have a published figure.
fn variables(dataset: &Dataset<'_>, language: Language) -> Value {
    let published = dataset
        .indicators()
        .filter(|(id, _)| dataset.observations.iter().any(|figure| figure.indicator == *id));
    let variables = published.map(|(_, indicator)| {
        json!({
            "@type": "PropertyValue",
            "name": indicator.name.get(language),
            "unitText": axis_unit(language, indicator),
        })
    });
    variables.collect()
}

/// The files of the package and its description.
fn downloads(resources: &Value, language: Language, site: Site<'_>) -> Value {
    let folder = format!("{}data/", site.base.unwrap_or(site.root));
    let download = |name: &str, path: &str, media_type: &Value| {
        json!({
            "@type": "DataDownload",
            "name": name,
            "encodingFormat": media_type,
            "contentUrl": format!("{folder}{path}"),
        })
    };
    let resources = resources.as_array().into_iter().flatten().map(|resource| {
        let text = |property: &str| resource[property].as_str().unwrap_or_default();
        download(sides(language, text("title")).0, text("path"), &resource["mediatype"])
    });
    let description = messages(language).download_package;
    let description = download(description, "datapackage.json", &"application/json".into());
    resources.chain([description]).collect()
}

/// A document, with what it prints about itself.
fn article(source: &Source<'_>) -> Value {
    let mut article = json!({
        "@type": "Article",
        "name": source.title_vi,
        "inLanguage": Language::Vi.slug(),
    });
    if !source.author.is_empty() {
        let person = |name| json!({ "@type": "Person", "name": name });
        article["author"] = source.authors().map(person).collect();
    }
    if !source.published.is_empty() {
        article["datePublished"] = source.published.into();
    }
    article
}
