//! The single-file edition: the start page as it is written, and packed behind it the app, which renders
//! every other view, and the files that views offer. `static/one-file.js` unpacks them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use base64::prelude::{BASE64_STANDARD, Engine};
use dak_so::export::SingleFile;

use super::assets::Assets;
use super::{Inline, PARTS, scripts};
use crate::tools::Tools;

/// The name of the file, as the pages link it.
pub(crate) const NAME: &str = "dak-so.html";

/// What the edition is made of.
struct Parts {
    page: SingleFile,
    /// The style sheets, the site's before the edition's.
    styles: [String; 2],
    icon: String,
    /// What runs first on every page of the site.
    first: String,
    /// What unpacks.
    script: String,
    /// What starts the app.
    start: String,
    /// The files that views offer, by their paths, and the script of the app.
    texts: BTreeMap<String, String>,
    wasm: Vec<u8>,
}

/// The name of the script of the app among the texts.
const APP: &str = "app.js";

/// Writes the edition into `dist`, from what is there already.
pub(super) fn write(tools: &Tools, dist: &Path, assets: &Assets, inline: &Inline) -> Result<()> {
    let statics = tools.root().join("static");
    let script = |names: &[&str]| {
        String::from_utf8(scripts::of_site(tools, names)?).context("the script is no text")
    };
    let page = text(&tools.root().join(PARTS).join("single-file.json"))?;
    let page: SingleFile = serde_json::from_str(&page).context("single-file.json")?;
    let files = page.files.iter().map(|path| Ok((path.clone(), text(&dist.join(path))?)));
    let mut texts = files.collect::<Result<BTreeMap<_, _>>>()?;
    texts.insert(APP.to_owned(), text(&dist.join(&assets.app))?);
    let parts = Parts {
        page,
        styles: [text(&inline.style)?, text(&statics.join("one-file.css"))?],
        icon: text(&dist.join(&assets.icon))?,
        first: text(&inline.first)?,
        script: script(&["one-file.js"])?,
        // That of the site also keeps it to be read offline.
        start: script(&["start.js"])?,
        texts,
        wasm: read(&dist.join(&assets.wasm))?,
    };
    let file = dist.join(NAME);
    fs::write(&file, whole(&parts)?)
        .with_context(|| format!("{} cannot be written", file.display()))
}

fn whole(parts: &Parts) -> Result<String> {
    let Parts { page, styles: [style, own_style], icon, first, script, start, texts, wasm } = parts;
    let SingleFile { head, body, .. } = page;
    let own_style = own_style.split_whitespace().collect::<Vec<_>>().join(" ");
    let icon = BASE64_STANDARD.encode(icon);
    let texts = packed("texts", serde_json::to_string(texts)?.as_bytes())?;
    let wasm = packed("wasm", wasm)?;
    // A script inside of the page must not look as if it ended there.
    if [first, script, start].iter().any(|script| script.contains("</") || script.contains("<!--"))
    {
        bail!("a script cannot stand in a page, because it holds what would end it");
    }
    Ok(format!(
        "<!doctype html>\n<html lang=\"vi\" data-path=\"\" data-single-file><head>{head}\
         <link rel=\"icon\" type=\"image/svg+xml\" href=\"data:image/svg+xml;base64,{icon}\">\
         <script>{first}</script><style>{style}</style><style>{own_style}</style>\
         <script>{script}</script>{texts}{wasm}\
         <script type=\"text/plain\" id=\"start\">{start}</script></head>\
         <body>{body}</body></html>\n"
    ))
}

/// What the file holds under a name without showing it: packed with gzip, in base 64.
fn packed(name: &str, bytes: &[u8]) -> Result<String> {
    let packed = compression::gzip(bytes).context("it could not be compressed")?;
    let packed = BASE64_STANDARD.encode(packed);
    Ok(format!("<script type=\"application/octet-stream\" id=\"{name}\">{packed}</script>"))
}

fn text(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("{} cannot be read as text", file.display()))
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("{} cannot be read", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Parts {
        let text = |text: &str| text.to_owned();
        Parts {
            page: SingleFile {
                head: text("<title>A</title>"),
                body: text("<main>H</main>"),
                files: Vec::new(),
            },
            styles: [text("p{}"), text("a {\n  b: c;\n}\n")],
            icon: text("<svg/>"),
            first: text("first()"),
            script: text("unpack()"),
            start: text("start()"),
            texts: BTreeMap::from([(text("data/a.csv"), text("d,e\r\n"))]),
            wasm: vec![0],
        }
    }

    #[test]
    fn the_start_page_stands_as_it_is_and_all_else_is_packed() -> Result<()> {
        let whole = whole(&parts())?;
        assert!(
            whole.contains("<head><title>A</title>")
                && whole.contains("<body><main>H</main></body>")
        );
        let styles = "<script>first()</script><style>p{}</style><style>a { b: c; }</style>";
        assert!(whole.contains(styles));
        assert!(!whole.contains("d,e"));
        let (_, wasm) = whole.split_once("id=\"wasm\">").context("the program is missing")?;
        let (wasm, _) = wasm.split_once("</script>").context("the program has no end")?;
        assert_eq!(BASE64_STANDARD.decode(wasm)?, compression::gzip(&[0])?);
        Ok(())
    }

    #[test]
    fn a_script_that_would_end_the_page_is_refused() {
        assert!(whole(&Parts { start: "a('</script>')".to_owned(), ..parts() }).is_err());
    }
}
