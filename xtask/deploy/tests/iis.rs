//! The file for IIS says nothing that its schema does not know. It has to be enough: IIS runs on Windows
//! alone, and answers every request with an error when one attribute is wrong.
#![allow(clippy::unwrap_used, clippy::panic, reason = "A test that cannot go on has failed.")]

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

const CONFIG: &str = include_str!("../../../deploy/web.config");

/// What the schemas of IIS 8 and of URL Rewrite 2 have of the sections that are used: each element by its
/// place, the attributes it must have, and those it may have.
#[rustfmt::skip]
const SCHEMA: &[(&str, &[&str], &[&str])] = &[
    ("configuration", &[], &[]),
    ("configuration/location", &["path"], &["overrideMode", "allowOverride"]),
    ("system.webServer", &[], &[]),
    ("defaultDocument", &[], &["enabled"]),
    ("defaultDocument/files", &[], &[]),
    ("defaultDocument/files/clear", &[], &[]),
    ("defaultDocument/files/add", &["value"], &[]),
    ("directoryBrowse", &[], &["enabled", "showFlags"]),
    ("httpErrors", &[], &["errorMode", "existingResponse", "defaultPath", "defaultResponseMode"]),
    ("httpErrors/remove", &["statusCode"], &["subStatusCode"]),
    ("httpErrors/error", &["statusCode", "path"], &["subStatusCode", "prefixLanguageFilePath", "responseMode"]),
    ("staticContent", &[], &["defaultDocFooter", "isDocFooterFileName", "enableDocFooter"]),
    ("staticContent/clientCache", &[], &["cacheControlMode", "cacheControlMaxAge", "httpExpires", "cacheControlCustom", "setEtag"]),
    ("staticContent/remove", &["fileExtension"], &[]),
    ("staticContent/mimeMap", &["fileExtension", "mimeType"], &[]),
    ("urlCompression", &[], &["doStaticCompression", "doDynamicCompression", "dynamicCompressionBeforeCache"]),
    ("httpProtocol", &[], &["allowKeepAlive"]),
    ("httpProtocol/customHeaders", &[], &[]),
    ("httpProtocol/customHeaders/remove", &["name"], &[]),
    ("httpProtocol/customHeaders/add", &["name", "value"], &[]),
    ("rewrite", &[], &[]),
    ("rewrite/rules", &[], &[]),
    ("rewrite/rules/rule", &["name"], &["enabled", "patternSyntax", "stopProcessing"]),
    ("rewrite/rules/rule/match", &["url"], &["ignoreCase", "negate"]),
    ("rewrite/rules/rule/conditions", &[], &["logicalGrouping", "trackAllCaptures"]),
    ("rewrite/rules/rule/conditions/add", &["input"], &["matchType", "pattern", "ignoreCase", "negate"]),
    ("rewrite/rules/rule/action", &["type"], &["url", "appendQueryString", "logRewrittenUrl"]),
    ("rewrite/outboundRules", &[], &["rewriteBeforeCache"]),
    ("rewrite/outboundRules/rule", &["name"], &["preCondition", "enabled", "patternSyntax", "stopProcessing"]),
    ("rewrite/outboundRules/rule/match", &[], &["filterByTags", "customTags", "serverVariable", "pattern", "ignoreCase", "negate"]),
    ("rewrite/outboundRules/rule/conditions", &[], &["logicalGrouping", "trackAllCaptures"]),
    ("rewrite/outboundRules/rule/conditions/add", &["input"], &["matchType", "pattern", "ignoreCase", "negate"]),
    ("rewrite/outboundRules/rule/action", &["type"], &["value", "replaceServerVariable"]),
];

/// Attributes that take no other values than these.
#[rustfmt::skip]
const VALUES: &[(&str, &[&str])] = &[
    ("cacheControlMode", &["NoControl", "DisableCache", "UseMaxAge", "UseExpires"]),
    ("errorMode", &["DetailedLocalOnly", "Custom", "Detailed"]),
    ("existingResponse", &["Auto", "Replace", "PassThrough"]),
    ("responseMode", &["File", "ExecuteURL", "Redirect"]),
    ("matchType", &["Pattern", "IsFile", "IsDirectory"]),
    ("type", &["None", "Rewrite", "Redirect", "CustomResponse", "AbortRequest"]),
    ("enabled", &["true", "false"]),
    ("stopProcessing", &["true", "false"]),
    ("doStaticCompression", &["true", "false"]),
    ("doDynamicCompression", &["true", "false"]),
];

fn attributes(element: &BytesStart<'_>) -> BTreeMap<String, String> {
    let attributes = element.attributes().map(|attribute| {
        let attribute = attribute.unwrap();
        (attribute.key.as_ref().to_owned(), attribute.value.into_owned())
    });
    attributes.collect()
}

/// Every element with its place in its section and its attributes.
fn elements() -> Vec<(String, BTreeMap<String, String>)> {
    // What the build fills in are values, and whole rules like those that stand there.
    let text = CONFIG.replace("@IIS_TYPES@", "");
    let mut reader = Reader::from_str(&text);
    let (mut elements, mut open) = (Vec::new(), Vec::<String>::new());
    let place = |open: &[String], name: &str| {
        let outer = open.iter().rposition(|name| name == "system.webServer");
        let inner = outer.map_or(open, |at| &open[at + 1..]);
        let is_outer = name == "system.webServer";
        let path: Vec<&str> = inner.iter().map(String::as_str).chain([name]).collect();
        if is_outer { name.to_owned() } else { path.join("/") }
    };
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) => {
                let name = element.name().as_ref().to_owned();
                elements.push((place(&open, &name), attributes(&element)));
                open.push(name);
            }
            Event::Empty(element) => {
                let name = element.name().as_ref().to_owned();
                elements.push((place(&open, &name), attributes(&element)));
            }
            Event::End(_) => drop(open.pop()),
            Event::Eof => return elements,
            _ => {}
        }
    }
}

#[test]
fn every_element_and_attribute_is_known_to_the_schema() {
    let elements = elements();
    assert!(elements.len() > 80, "only {} elements", elements.len());
    for (place, attributes) in elements {
        let known = SCHEMA.iter().find(|(path, ..)| *path == place);
        let (_, needed, allowed) = known.unwrap_or_else(|| panic!("{place} is unknown"));
        for name in *needed {
            assert!(attributes.contains_key(*name), "{place} has no {name}");
        }
        for (name, value) in &attributes {
            let name = name.as_str();
            assert!(needed.contains(&name) || allowed.contains(&name), "{place}: {name}");
            if let Some((_, values)) = VALUES.iter().find(|(of, _)| *of == name) {
                assert!(values.contains(&value.as_str()), "{place}: {name}=\"{value}\"");
            }
        }
    }
}

#[test]
fn no_key_of_a_collection_comes_twice() {
    // IIS refuses the whole file otherwise. What an outer file may have is removed before it is added.
    let mut types = BTreeSet::new();
    let mut removed = BTreeSet::new();
    let mut rules = BTreeSet::new();
    for (place, attributes) in elements() {
        match place.as_str() {
            "staticContent/remove" => drop(removed.insert(attributes["fileExtension"].clone())),
            "staticContent/mimeMap" => {
                let end = attributes["fileExtension"].clone();
                assert!(removed.contains(&end), "{end} may be there already");
                assert!(types.insert(end.clone()), "{end} comes twice");
            }
            "rewrite/rules/rule" | "rewrite/outboundRules/rule" => {
                let name = attributes["name"].clone();
                assert!(rules.insert(name.clone()), "{name} comes twice");
            }
            _ => {}
        }
    }
    assert!(types.len() > 10 && rules.len() > 5);
}

#[test]
fn it_sends_the_headers_that_nginx_sends() {
    let nginx = include_str!("../../../deploy/nginx/dak-so-location.conf");
    let names = nginx.lines().filter_map(|line| line.trim().strip_prefix("add_header "));
    let names: Vec<&str> = names.filter_map(|rest| rest.split_whitespace().next()).collect();
    assert!(names.len() > 8, "{names:?}");
    for name in names {
        // Cache-Control is a setting of its own there.
        let told = CONFIG.contains(&format!("<add name=\"{name}\" value=\""));
        assert!(told || name == "Cache-Control", "{name}");
    }
    assert!(CONFIG.contains("cacheControlCustom=\"no-cache\""));
    assert!(CONFIG.contains("cacheControlCustom=\"public, max-age=31536000, immutable\""));
}
