use std::fs;

use dak_so::data::File;
use dak_so::export::{Site, json_ld, published_datapackage};
use dak_so::i18n::axis_unit;
use dak_so::model::{Dataset, Language, Slug};
use serde_json::{Value, json};

use crate::{folder, with_dataset};

const AT_HOME: Site<'_> = Site { base: None, root: "", page: "" };

fn description() -> String {
    fs::read_to_string(folder().join("datapackage.json")).unwrap()
}

fn described(dataset: &Dataset<'_>, language: Language, site: Site<'_>) -> Value {
    serde_json::from_str(&json_ld(dataset, language, &description(), site).unwrap()).unwrap()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("no list: {value}"))
}

#[test]
fn it_has_what_search_engines_for_data_ask_for() {
    with_dataset(|dataset| {
        for &language in Language::ALL {
            let found = described(dataset, language, AT_HOME);
            assert_eq!(found["@context"], "https://schema.org/");
            assert_eq!(found["@type"], "Dataset");
            assert!(!found["name"].as_str().unwrap().is_empty());
            // https://developers.google.com/search/docs/appearance/structured-data/dataset
            let length = found["description"].as_str().unwrap().chars().count();
            assert!((50..=5000).contains(&length), "{length} characters");
            for recommended in [
                "alternateName",
                "citation",
                "distribution",
                "isAccessibleForFree",
                "keywords",
                "license",
                "measurementTechnique",
                "spatialCoverage",
                "temporalCoverage",
                "variableMeasured",
                "version",
            ] {
                assert!(found.get(recommended).is_some(), "{recommended}");
            }
            for part in ["citation", "distribution", "spatialCoverage", "variableMeasured"] {
                for value in list(&found[part]) {
                    assert!(value["@type"].is_string(), "{part}: {value}");
                    assert!(!value["name"].as_str().unwrap().is_empty(), "{part}: {value}");
                }
            }
        }
    });
}

#[test]
fn it_agrees_with_the_package() {
    let published: Value =
        serde_json::from_str(&published_datapackage(&description()).unwrap()).unwrap();
    with_dataset(|dataset| {
        let [vi, en] = [Language::Vi, Language::En].map(|of| described(dataset, of, AT_HOME));
        let title = format!("{} / {}", vi["name"].as_str().unwrap(), en["name"].as_str().unwrap());
        assert_eq!(published["title"], title);
        assert_eq!(vi["alternateName"], json!([en["name"], published["name"]]));
        assert_eq!(en["alternateName"], json!([vi["name"], published["name"]]));
        assert_eq!(en["description"], published["description"]);
        assert_eq!(vi["description"], published["description_vi"]);
        for found in [&vi, &en] {
            assert_eq!(found["license"], published["licenses"][0]["path"]);
            assert_eq!(found["version"], published["version"]);
            assert_eq!(found["keywords"], published["keywords"]);
            assert_eq!(found["inLanguage"], json!(["vi", "en"]));
            let files = list(&found["distribution"]);
            let resources = list(&published["resources"]);
            // The files of the package, the two computed tables and the description of them all.
            assert_eq!(files.len(), File::ALL.len() + 3);
            assert_eq!(files.len(), resources.len() + 1);
            for (file, resource) in files.iter().zip(resources) {
                let address = format!("data/{}", resource["path"].as_str().unwrap());
                assert_eq!(file["contentUrl"], address);
                assert_eq!(file["encodingFormat"], resource["mediatype"]);
            }
            let last = files.last().unwrap();
            assert_eq!(last["contentUrl"], "data/datapackage.json");
            assert_eq!(last["encodingFormat"], "application/json");
        }
        assert_eq!(vi["distribution"][0]["name"], "Tỉnh");
        assert_eq!(en["distribution"][0]["name"], "Provinces");
    });
}

#[test]
fn it_agrees_with_the_figures() {
    with_dataset(|dataset| {
        for &language in Language::ALL {
            let found = described(dataset, language, AT_HOME);
            assert_eq!(found["temporalCoverage"], "2019/2025");
            let places: Vec<Value> = dataset
                .provinces
                .iter()
                .map(|province| {
                    let (name, note) = (province.name.get(language), province.note.get(language));
                    assert!(note.contains("202/2025/QH15"), "the boundaries");
                    json!({ "@type": "Place", "name": name, "description": note })
                })
                .collect();
            assert_eq!(found["spatialCoverage"], Value::from(places));

            let variables = list(&found["variableMeasured"]);
            for (id, indicator) in dataset.indicators() {
                let name = indicator.name.get(language);
                let variable = variables.iter().find(|variable| variable["name"] == name);
                let published = dataset.observations.iter().any(|figure| figure.indicator == id);
                assert_eq!(variable.is_some(), published, "{name}");
                if let Some(variable) = variable {
                    assert_eq!(variable["unitText"], axis_unit(language, indicator));
                }
            }
        }
    });
}

#[test]
fn it_cites_what_the_documents_print() {
    with_dataset(|dataset| {
        let found = described(dataset, Language::En, AT_HOME);
        let articles = list(&found["citation"]);
        assert_eq!(articles.len(), dataset.sources.len());
        for (article, source) in articles.iter().zip(dataset.sources.iter()) {
            assert_eq!(article["name"], source.title_vi);
            assert_eq!(article["inLanguage"], "vi");
            assert_eq!(article.get("author").is_some(), !source.author.is_empty());
            let published = article.get("datePublished").and_then(Value::as_str);
            assert_eq!(published.unwrap_or_default(), source.published);
        }
        let of = |slug| dataset.sources.iter().position(|source| source.slug == slug).unwrap();
        let authors = &articles[of("dn-review-2022")]["author"];
        let person = |name| json!({ "@type": "Person", "name": name });
        assert_eq!(*authors, json!([person("Võ Hà"), person("Đình Tiến")]));
    });
}

#[test]
fn addresses_are_absolute_where_the_base_is_known() {
    with_dataset(|dataset| {
        let site = Site { base: None, root: "../", page: "en/" };
        let found = described(dataset, Language::En, site);
        assert_eq!((found.get("@id"), found.get("url")), (None, None));
        assert_eq!(found["distribution"][0]["contentUrl"], "../data/provinces.csv");

        let site = Site { base: Some("https://example.org/so/"), ..site };
        let found = described(dataset, Language::En, site);
        assert_eq!(found["@id"], "https://example.org/so/#dataset");
        assert_eq!(found["url"], "https://example.org/so/en/");
        for file in list(&found["distribution"]) {
            let address = file["contentUrl"].as_str().unwrap();
            assert!(address.starts_with("https://example.org/so/data/"), "{address}");
        }
    });
}

#[test]
fn contributors_are_named_where_the_package_has_some() {
    with_dataset(|dataset| {
        let mut package: Value = serde_json::from_str(&description()).unwrap();
        package.as_object_mut().unwrap().remove("contributors");
        let of = |package: &Value| -> Value {
            let text = json_ld(dataset, Language::Vi, &package.to_string(), AT_HOME).unwrap();
            serde_json::from_str(&text).unwrap()
        };
        let found = of(&package);
        assert_eq!((found.get("creator"), found.get("publisher")), (None, None));

        package["contributors"] = json!([
            { "title": "Nguyễn Thị A", "role": "author" },
            { "title": "Sở B", "role": "publisher", "path": "https://example.org/" },
        ]);
        let found = of(&package);
        assert_eq!(found["creator"], json!([{ "@type": "Person", "name": "Nguyễn Thị A" }]));
        let publisher =
            json!([{ "@type": "Organization", "name": "Sở B", "url": "https://example.org/" }]);
        assert_eq!(found["publisher"], publisher);
    });
}

#[test]
fn nothing_in_it_ends_its_script_element() {
    with_dataset(|dataset| {
        let mut package: Value = serde_json::from_str(&description()).unwrap();
        package["description"] = "</script><!-- <script>".into();
        let text = json_ld(dataset, Language::En, &package.to_string(), AT_HOME).unwrap();
        assert!(!text.contains('<'), "{text}");
        assert!(!text.contains('\n'), "compact");
        let found: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(found["description"], package["description"]);
    });
}

#[test]
fn a_description_that_lacks_something_is_refused() {
    with_dataset(|dataset| {
        for place in
            ["title", "name", "description", "licenses", "version", "keywords", "resources"]
        {
            let mut package: Value = serde_json::from_str(&description()).unwrap();
            package.as_object_mut().unwrap().remove(place);
            let error = json_ld(dataset, Language::En, &package.to_string(), AT_HOME).unwrap_err();
            assert!(error.to_string().contains(place), "{error}");
        }
        assert!(json_ld(dataset, Language::En, "not JSON", AT_HOME).is_err());
    });
}
