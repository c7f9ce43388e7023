//! Writes every page of the site, and the files that pages offer, into a folder.
//!
//! `cargo xtask build` runs it when the app is built: it is told the names of the finished files.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use dak_so::chart::WIDTHS;
use dak_so::embedded::DATASET;
use dak_so::export::{SitemapPage, robots, sitemap};
use dak_so::model::Language;
use dak_so::render::Fonts;
use dak_so::site::{
    Assets, File, Pictures, SINGLE_FILE_WIDTHS, Site, app_files, chart_files, citation_files,
    document, kept_pages, link_picture, not_found, oembed_files, single_file,
};
use dak_so::state::{NOT_FOUND, Route, View};
use lexopt::prelude::*;

const USAGE: &str = "\
usage: prerender --dist FOLDER --parts FOLDER --app FILE --wasm FILE --wasm-integrity DIGEST --start FILE --icon FILE
                 --frame FILE --dialogs FILE --style FILE --first FILE [--base-address ADDRESS]

--app, --wasm, --start, --icon, --frame and --dialogs are paths below FOLDER; DIGEST is that of the
WebAssembly, as in `sha256-…`; --style and --first are files whose content goes into each page, a style
sheet and a script; the folder of --parts gets what the build puts together from there on, as JSON; ADDRESS is where the site will be, with a slash at its end.";

/// What the program is told.
#[derive(Default)]
struct Arguments {
    dist: PathBuf,
    parts: PathBuf,
    style: PathBuf,
    first: PathBuf,
    assets: Assets,
    base_address: Option<String>,
}

fn main() -> ExitCode {
    match run() {
        Ok(count) => {
            println!("{count} pages written");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<usize, Box<dyn Error>> {
    let Arguments { dist, parts, style, first, assets, base_address } = arguments()?;
    let (style, first) = (read(&style)?, read(&first)?);
    let site = Site { assets, style, first, base_address };
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let pictures = Pictures::draw(&WIDTHS)?;
    let local = tokio::task::LocalSet::new();
    let pages = local.block_on(&runtime, pages(&site, &pictures, &dist))?;
    let kept = local.block_on(&runtime, kept_pages(&site, &pictures));
    write(&parts.join("kept.json"), serde_json::to_string(&kept)?.as_bytes())?;
    let pictures = Pictures::draw(&SINGLE_FILE_WIDTHS)?;
    let single_file = local.block_on(&runtime, single_file(&site, &pictures));
    write(&parts.join("single-file.json"), serde_json::to_string(&single_file)?.as_bytes())?;
    write(&dist.join("robots.txt"), robots(site.base_address.as_deref()).as_bytes())?;
    if let Some(base) = &site.base_address {
        write(&dist.join("sitemap.xml"), sitemap(base, &sitemap_pages(), None).as_bytes())?;
    }
    let fonts = Fonts::load(Path::new(env!("CARGO_MANIFEST_DIR")))?;
    let mut files = chart_files(&site, &fonts)?;
    files.extend(citation_files(&site));
    files.extend(oembed_files(&site));
    files.extend(app_files(&fonts)?);
    // Pictures for shared links are found by absolute addresses alone.
    if site.base_address.is_some() {
        for view in View::all(&DATASET).filter(|view| view.route.is_listed()) {
            files.push(link_picture(view, &fonts)?);
        }
    }
    for File { path, content } in files {
        write(&dist.join(path), &content)?;
    }
    Ok(pages)
}

async fn pages(site: &Site, pictures: &Pictures, dist: &Path) -> Result<usize, Box<dyn Error>> {
    let mut count = 0;
    for view in View::all(&DATASET) {
        let file = dist.join(view.path(&DATASET)).join("index.html");
        write(&file, document(site, pictures, view).await.as_bytes())?;
        count += 1;
    }
    write(&dist.join(NOT_FOUND), not_found(site).await.as_bytes())?;
    Ok(count + 1)
}

fn sitemap_pages() -> Vec<SitemapPage> {
    let path = |language, route| View { language, route }.path(&DATASET);
    let page = |route| SitemapPage { vi: path(Language::Vi, route), en: path(Language::En, route) };
    Route::all(&DATASET).filter(|route| route.is_listed()).map(page).collect()
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{} cannot be read: {error}", file.display()))
}

fn write(file: &Path, content: &[u8]) -> Result<(), String> {
    let written = file.parent().map_or(Ok(()), fs::create_dir_all);
    let written = written.and_then(|()| fs::write(file, content));
    written.map_err(|error| format!("{} cannot be written: {error}", file.display()))
}

fn arguments() -> Result<Arguments, Box<dyn Error>> {
    let mut given = Arguments::default();
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("dist") => given.dist = parser.value()?.into(),
            Long("parts") => given.parts = parser.value()?.into(),
            Long("style") => given.style = parser.value()?.into(),
            Long("first") => given.first = parser.value()?.into(),
            Long("app") => given.assets.app = parser.value()?.string()?,
            Long("wasm") => given.assets.wasm = parser.value()?.string()?,
            Long("wasm-integrity") => given.assets.wasm_integrity = parser.value()?.string()?,
            Long("start") => given.assets.start = parser.value()?.string()?,
            Long("icon") => given.assets.icon = parser.value()?.string()?,
            Long("frame") => given.assets.frame = parser.value()?.string()?,
            Long("dialogs") => given.assets.dialogs = parser.value()?.string()?,
            Long("base-address") => given.base_address = Some(parser.value()?.string()?),
            other => return Err(format!("{}\n{USAGE}", other.unexpected()).into()),
        }
    }
    let Assets { app, wasm, wasm_integrity, start, icon, frame, dialogs } = &given.assets;
    let all = [app, wasm, wasm_integrity, start, icon, frame, dialogs];
    let missing = all.into_iter().any(String::is_empty);
    let folders = [&given.dist, &given.parts, &given.style, &given.first];
    if missing || folders.into_iter().any(|path| path.as_os_str().is_empty()) {
        return Err(USAGE.into());
    }
    Ok(given)
}
