//! What the pages refer to is there. These tests read the files alone, and resolve every address as
//! below some folder of some server.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::LazyLock;

use dak_so::model::{Language, Slug};
use url::Url;

use crate::markup::{Element, Markup};
use crate::pages::{base_address, documents, folder, is_embed, is_not_found};

/// Where the site is taken to lie when the build was not told.
const SOMEWHERE: &str = "http://site.test/cong/so-lieu/dak-so/";

static BASE: LazyLock<String> =
    LazyLock::new(|| base_address().unwrap_or_else(|| SOMEWHERE.to_owned()));

/// The hosts that may be named in a page: those of formats and licences, which no browser asks.
const NAMED_HOSTS: &[&str] = &["www.w3.org", "schema.org", "creativecommons.org"];

/// The attributes that hold one address.
const ADDRESSES: &[&str] =
    &["href", "xlink:href", "src", "data", "poster", "action", "formaction", "cite"];

/// The site, by the paths of its pages.
fn site() -> BTreeMap<String, Markup> {
    let site: BTreeMap<_, _> =
        documents().into_iter().map(|path| (path.clone(), Markup::read(&path))).collect();
    assert!(!site.is_empty());
    site
}

/// Every address that a page refers to, as it is written.
fn references(page: &Markup) -> impl Iterator<Item = (&Element, String)> {
    page.elements.iter().flat_map(|element| {
        let single = ADDRESSES.iter().filter_map(|attribute| element.get(attribute));
        let sets = element.get("srcset").into_iter().flat_map(|set| set.split(','));
        let of_sets = sets.filter_map(|candidate| candidate.split_whitespace().next());
        single.chain(of_sets).map(move |address| (element, address.to_owned()))
    })
}

/// Whether an address leads nowhere but carries its content with it.
fn is_content(address: &str) -> bool {
    address.starts_with("data:")
}

/// The file of the site and the anchor that an address on a page leads to.
fn target(page: &str, address: &str) -> Result<(String, Option<String>), String> {
    let base = Url::parse(&BASE).and_then(|base| base.join(page)).map_err(|e| e.to_string())?;
    let full = base.join(address).map_err(|error| error.to_string())?;
    let anchor = full.fragment().map(str::to_owned);
    let mut place = full.clone();
    place.set_fragment(None);
    place.set_query(None);
    let Some(path) = place.as_str().strip_prefix(BASE.as_str()) else {
        return Err(format!("leaves the site for {full}"));
    };
    let is_folder = path.is_empty() || path.ends_with('/');
    let file = if is_folder { format!("{path}index.html") } else { path.to_owned() };
    if folder().join(&file).is_file() {
        Ok((file, anchor))
    } else {
        Err(format!("{file} is missing"))
    }
}

#[test]
fn every_address_leads_to_a_file_and_every_anchor_to_an_element() {
    let site = site();
    let mut faults = Vec::new();
    for (path, page) in &site {
        for (element, address) in references(page).filter(|(_, address)| !is_content(address)) {
            let name = &element.name;
            let mut fault = |what: String| faults.push(format!("{path}: {name} {address}: {what}"));
            if address.starts_with('/') {
                fault("is absolute".to_owned());
                continue;
            }
            match target(path, &address) {
                Err(problem) => fault(problem),
                Ok((file, Some(anchor))) if !anchor.is_empty() => {
                    let ids = site.get(&file).map(|page| page.values("id").collect::<Vec<_>>());
                    if !ids.is_some_and(|ids| ids.contains(&anchor.as_str())) {
                        fault(format!("{file} has no #{anchor}"));
                    }
                }
                Ok(_) => {}
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn what_is_offered_as_a_download_is_there_and_not_empty() {
    let mut files = BTreeSet::new();
    for (path, page) in site() {
        for link in page.named("a").filter(|link| link.get("download").is_some()) {
            let address = link.get("href").unwrap_or_default();
            let (file, _) = target(&path, address).unwrap();
            let size = fs::metadata(folder().join(&file)).unwrap().len();
            assert!(size > 0, "{path}: {file}");
            files.insert(file);
        }
    }
    assert!(files.len() >= 6, "{files:?}");
}

#[test]
fn no_page_names_another_host() {
    let mut faults = Vec::new();
    for (path, page) in site() {
        for scheme in ["http://", "https://", "src=\"//", "href=\"//"] {
            for (at, _) in page.source.match_indices(scheme) {
                let rest = &page.source[at + scheme.len()..];
                let host = rest.split(|c: char| !(c.is_ascii_alphanumeric() || "-.".contains(c)));
                let host = host.into_iter().next().unwrap_or_default();
                let is_own = page.source[at..].starts_with(BASE.as_str());
                if !is_own && !NAMED_HOSTS.contains(&host) {
                    faults.push(format!("{path}: {scheme}{host}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_id_of_a_page_is_one_of_its_kind() {
    for (path, page) in site() {
        let mut ids = BTreeSet::new();
        let again: Vec<&str> = page.values("id").filter(|id| !ids.insert(*id)).collect();
        assert!(again.is_empty(), "{path}: {again:?}");
    }
}

#[test]
fn every_page_has_one_heading_a_language_and_a_title_and_description_of_its_own() {
    let mut faults = Vec::new();
    let (mut titles, mut descriptions) = (BTreeMap::new(), BTreeMap::new());
    for (path, page) in &site() {
        let headings = page.named("h1").count();
        if headings != 1 {
            faults.push(format!("{path}: {headings} h1"));
        }
        let lang = page.named("html").next().and_then(|root| root.get("lang"));
        let expected = crate::pages::language(path).slug();
        if lang != Some(expected) {
            faults.push(format!("{path}: lang is {lang:?}"));
        }
        let title = page.title.trim().to_owned();
        let description = page.meta("description").unwrap_or_default().trim().to_owned();
        for (what, text, seen) in
            [("title", title, &mut titles), ("description", description, &mut descriptions)]
        {
            // The page that says that there is none is found by nobody.
            if text.is_empty() && !is_not_found(path) {
                faults.push(format!("{path}: no {what}"));
            }
            if let Some(other) = seen.insert(text.clone(), path.clone()) {
                faults.push(format!("{path}: the {what} of {other}: {text}"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// The page that a page links as being itself in a language.
fn in_language(path: &str, page: &Markup, language: Language) -> Option<String> {
    let mut links = page.named("a");
    let link = links.find(|link| link.get("hreflang") == Some(language.slug()))?;
    target(path, link.get("href")?).ok().map(|(file, _)| file)
}

#[test]
fn every_page_links_to_itself_in_the_other_language_and_back() {
    let site = site();
    let mut faults = Vec::new();
    // The page around a chart has chosen its language.
    let is_of_one = |path: &String| is_not_found(path) || is_embed(path);
    for (path, page) in site.iter().filter(|(path, _)| !is_of_one(path)) {
        let own = crate::pages::language(path);
        for other in Language::ALL.iter().filter(|language| **language != own) {
            let there = in_language(path, page, *other);
            let Some((there, translated)) =
                there.and_then(|path| Some((path.clone(), site.get(&path)?)))
            else {
                faults.push(format!("{path}: no link to {}", other.slug()));
                continue;
            };
            if crate::pages::language(&there) != *other {
                faults.push(format!("{path}: {there} is not in {}", other.slug()));
            }
            let back = in_language(&there, translated, own);
            if back.as_ref() != Some(path) {
                faults.push(format!("{path}: {there} links back to {back:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_page_in_the_sitemap_is_there() {
    let Ok(map) = fs::read_to_string(folder().join("sitemap.xml")) else { return };
    let listed = map.split("<loc>").skip(1).filter_map(|rest| rest.split("</loc>").next());
    let listed: BTreeSet<&str> = listed.map(str::trim).collect();
    // The home page comes first in the alphabet, and all others lie below it.
    let home = listed.first().unwrap();
    for address in &listed {
        let path = address.strip_prefix(home).unwrap();
        let file = if path.is_empty() || path.ends_with('/') { "index.html" } else { "" };
        assert!(folder().join(path).join(file).exists(), "{address}");
    }
}
