//! The pages of the site, as its folder has them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use dak_so::chart::ChartId;
use dak_so::embedded::DATASET;
use dak_so::model::{Language, Slug};
use dak_so::state::{Route, View};
use e2e::Environment;

use crate::markup::Markup;

/// What a server answers with when there is no such page.
const NOT_FOUND: &str = "404.html";

/// The edition in one file.
pub(crate) const ONE_FILE: &str = "dak-so.html";

/// The folder of the built site.
pub(crate) fn folder() -> PathBuf {
    Environment::detect().unwrap().site
}

/// Where the build was told that the site will stand, with a slash at the end. The links of the page
/// that stands for lost addresses, and what search engines and previews read, lead there.
pub(crate) fn base_address() -> Option<String> {
    let home = Markup::read(&file(""));
    let canonical = home.named("link").find(|link| link.get("rel") == Some("canonical"))?;
    canonical.get("href").map(str::to_owned)
}

/// The addresses of all pages of the site itself, relative to it.
pub(crate) fn addresses() -> Vec<String> {
    pages().filter(|address| !is_embed(address)).collect()
}

/// The addresses of the charts for other people's pages.
pub(crate) fn embed_addresses() -> Vec<String> {
    pages().filter(|address| is_embed(address)).collect()
}

/// Whether a page is a chart for other people's pages, by its path.
pub(crate) fn is_embed(path: &str) -> bool {
    path.starts_with("nhung/") || path.starts_with("en/embed/")
}

fn pages() -> impl Iterator<Item = String> {
    let pages = files(&folder()).into_iter();
    pages.filter_map(|file| Some(file.strip_suffix("index.html")?.to_owned()))
}

/// The file of the page with an address.
pub(crate) fn file(address: &str) -> String {
    format!("{address}index.html")
}

/// The addresses of the pages that the app brings to life.
pub(crate) fn live_addresses() -> Vec<String> {
    let lives =
        |address: &String| Markup::read(&file(address)).values("id").any(|id| id == "start-failed");
    addresses().into_iter().filter(lives).collect()
}

/// The address of the page that a chart stands on.
pub(crate) fn address_of(chart: ChartId, language: Language) -> String {
    let address = views(language).find(|address| charts_of(address).contains(&chart));
    address.unwrap_or_else(|| panic!("no page shows {chart:?}"))
}

/// The addresses of all pages in a language that are not about a single figure.
pub(crate) fn views(language: Language) -> impl Iterator<Item = String> {
    Route::VIEWS.into_iter().map(move |route| View { language, route }.path(&DATASET))
}

/// The addresses of all pages that show charts in a language, each once.
pub(crate) fn chart_addresses(language: Language) -> Vec<String> {
    views(language).filter(|address| !charts_of(address).is_empty()).collect()
}

/// The charts of the page with an address, in their order.
pub(crate) fn charts_of(address: &str) -> Vec<ChartId> {
    let page = Markup::read(&file(address));
    page.values("data-chart").map(|name| ChartId::from_slug(name).unwrap()).collect()
}

/// One page of each kind that the app has nothing to do on, in each language.
pub(crate) fn still_addresses() -> Vec<String> {
    let live = live_addresses();
    let mut kinds = BTreeSet::new();
    let kind = |address: &str| address.rsplitn(3, '/').last().unwrap_or_default().to_owned();
    let still = addresses().into_iter().filter(|address| !live.contains(address));
    still.filter(|address| kinds.insert((language(address).slug(), kind(address)))).collect()
}

/// The paths of all pages, relative to the folder: with the one that says that there is none, and
/// without the edition in one file, whose links lead elsewhere.
pub(crate) fn documents() -> Vec<String> {
    let files = files(&folder()).into_iter();
    files.filter(|file| file.ends_with(".html") && file != ONE_FILE).collect()
}

/// Whether a path is that of the page that says that there is none. It has no address of its own.
pub(crate) fn is_not_found(path: &str) -> bool {
    path == NOT_FOUND
}

/// The language that a page is written in, as its address has it.
pub(crate) fn language(address: &str) -> Language {
    let others = Language::ALL.iter().filter(|language| **language != Language::Vi);
    let of_folder = |language: &&Language| address.starts_with(&format!("{}/", language.slug()));
    others.copied().find(|language| of_folder(&language)).unwrap_or(Language::Vi)
}

/// All files of a folder, relative to it, with slashes, sorted.
fn files(folder: &Path) -> Vec<String> {
    let mut files = Vec::new();
    let mut folders = vec![String::new()];
    while let Some(below) = folders.pop() {
        for entry in fs::read_dir(folder.join(&below)).unwrap() {
            let entry = entry.unwrap();
            let path = format!("{below}{}", entry.file_name().to_str().unwrap());
            match entry.file_type().unwrap().is_dir() {
                true => folders.push(format!("{path}/")),
                false => files.push(path),
            }
        }
    }
    files.sort();
    files
}
