//! The edition in one file: the finished site in a page that opens without a server or a network.
//!
//! The start page stands in it as it was written. All else is packed behind it, and
//! `static/one-file.js` shows it.

mod base85;
mod links;
mod page;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use base64::prelude::{BASE64_STANDARD, Engine};
use dak_so::i18n::messages;
use dak_so::model::{Language, Slug};

use super::assets::Assets;
use super::{Inline, scripts};
use crate::sizes::originals_below;
use crate::tools::Tools;
use page::Page;
pub(super) use page::{unaddressed, without};

/// The name of the file, as the pages link it.
pub(crate) const NAME: &str = "dak-so.html";

/// The attribute of a page that is a chart for other people's pages.
const EMBED: &str = " data-embed=\"";

/// What the edition is made of, apart from the pages.
struct Parts {
    /// The style sheets, the site's before the edition's.
    styles: [String; 2],
    icon: String,
    /// What runs first on every page of the site.
    first: String,
    /// What shows the pages.
    script: String,
    /// What starts the app.
    start: String,
    app: String,
    wasm: Vec<u8>,
}

/// Writes the edition into `dist`, from what is there already.
pub(super) fn write(tools: &Tools, dist: &Path, assets: &Assets, inline: &Inline) -> Result<()> {
    let statics = tools.root().join("static");
    let script = |names: &[&str]| {
        String::from_utf8(scripts::of_site(tools, names)?).context("the script is no text")
    };
    let parts = Parts {
        styles: [text(&inline.style)?, text(&statics.join("one-file.css"))?],
        icon: text(&dist.join(&assets.icon))?,
        first: text(&inline.first)?,
        script: script(&["one-file.js"])?,
        // That of the site also keeps it for times without a network.
        start: script(&["cards.js", "start.js"])?,
        app: text(&dist.join(&assets.app))?,
        wasm: read(&dist.join(&assets.wasm))?,
    };
    let mut offered = BTreeSet::new();
    let (home, pages) = pages(dist, &mut offered)?;
    let files = files(dist, &offered)?;
    let whole = whole(&home, &pages, &files, &parts)?;
    let file = dist.join(NAME);
    fs::write(&file, whole).with_context(|| format!("{} cannot be written", file.display()))
}

/// The start page and all others, those of one language and kind side by side, since what is alike
/// packs well.
fn pages(dist: &Path, offered: &mut BTreeSet<String>) -> Result<(Page, Vec<Page>)> {
    let mut pages = Vec::new();
    for file in originals_below(dist)? {
        let below = file.strip_prefix(dist).unwrap_or(&file);
        let path = below.to_string_lossy().replace('\\', "/");
        let Some(path) = path.strip_suffix("index.html") else { continue };
        // Nobody can put a page of one file into a frame of theirs.
        if !text(&file)?.contains(EMBED) {
            pages.push(Page::read(dist, path, offered)?);
        }
    }
    let is_home = |page: &Page| page.path.is_empty();
    let home = pages.iter().position(is_home).context("there is no start page")?;
    let home = pages.remove(home);
    pages.sort_by(|a, b| (&a.language, &a.path).cmp(&(&b.language, &b.path)));
    Ok((home, pages))
}

/// The files that pages offer, with their paths. A picture in pixels is drawn from its drawing.
fn files(dist: &Path, offered: &BTreeSet<String>) -> Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    for path in offered {
        match path.strip_suffix(".png") {
            Some(stem) if offered.contains(&format!("{stem}.svg")) => {}
            Some(_) => bail!("{path} has no drawing beside it, and is too heavy to be taken along"),
            None => files.push((path.clone(), text(&dist.join(path))?)),
        }
    }
    Ok(files)
}

fn whole(home: &Page, pages: &[Page], files: &[(String, String)], parts: &Parts) -> Result<String> {
    let Page { language, title, description, content, footer, .. } = home;
    let Parts { styles: [style, own_style], icon, first, script, start, app, wasm } = parts;
    let own_style = own_style.split_whitespace().collect::<Vec<_>>().join(" ");
    let icon = BASE64_STANDARD.encode(icon);
    let content = content.replacen("</header>", &format!("{}</header>", without_scripts()), 1);
    let (content, cards) = without_cards(&content)?;
    let texts = packed("texts", entries(pages, files, cards, app)?.as_bytes())?;
    let wasm = packed("wasm", wasm)?;
    // A script inside of the page must not look as if it ended there.
    if [first, script, start].iter().any(|script| script.contains("</") || script.contains("<!--"))
    {
        bail!("a script cannot stand in a page, because it holds what would end it");
    }
    Ok(format!(
        "<!doctype html>\n<html lang=\"{language}\" data-path=\"\"><head><meta charset=\"utf-8\">\
         <title>{title}</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\">\
         <meta name=\"description\" content=\"{description}\">\
         <link rel=\"icon\" type=\"image/svg+xml\" href=\"data:image/svg+xml;base64,{icon}\">\
         <script>{first}</script><style>{style}</style><style>{own_style}</style>\
         <script>{script}</script></head>\
         <body>{content}{footer}<script type=\"text/plain\" id=\"start\">{start}</script>\
         {texts}{wasm}</body></html>\n"
    ))
}

/// The name of the cards of the start page among the packed texts.
const CARDS: &str = "cards";

/// The start page without the cards that the app opens, and those: nobody sees them before the app
/// runs, and packed they weigh a tenth.
fn without_cards(content: &str) -> Result<(String, &str)> {
    const END: &str = "</template>";
    let start = content.find("<template").context("the start page has no cards")?;
    let end = content.rfind(END).context("the start page has no cards")? + END.len();
    let cards = &content[start..end];
    Ok((content.replacen(cards, "", 1), cards))
}

/// What a reader is told whose browser runs no scripts, in every language.
fn without_scripts() -> String {
    let sentences = Language::ALL.iter().map(|language| {
        format!("<p lang=\"{}\">{}</p>", language.slug(), messages(*language).one_file_scripts)
    });
    format!("<noscript>{}</noscript>", sentences.collect::<String>())
}

/// The end of a name or of a text.
const END: char = '\0';

/// Stands behind the text of a page, before the name of its footer, for the last time in the entry.
const FOOTER: char = '\n';

/// Names and texts in turn: the pages by their paths with a slash before, the footers that they share
/// by their numbers, the files by their paths, and the script of the app.
fn entries(pages: &[Page], files: &[(String, String)], cards: &str, app: &str) -> Result<String> {
    let mut footers: Vec<&str> = Vec::new();
    let mut entries = Vec::new();
    for page in pages {
        let Page { path, language, title, content, footer, .. } = page;
        let known = footers.iter().position(|known| known == footer);
        let number = known.unwrap_or(footers.len());
        if known.is_none() {
            footers.push(footer);
        }
        let head = format!("<html lang={language} data-path={path}><title>{title}</title>");
        entries.push((format!("/{path}"), format!("{head}{content}{FOOTER}{number}")));
    }
    let footers = footers.iter().enumerate();
    entries.extend(footers.map(|(number, footer)| (number.to_string(), (*footer).to_owned())));
    entries.extend_from_slice(files);
    entries.push((CARDS.to_owned(), cards.to_owned()));
    entries.push(("app.js".to_owned(), app.to_owned()));
    if entries.iter().any(|(name, text)| name.contains(END) || text.contains(END)) {
        bail!("a text holds the character that ends texts");
    }
    Ok(entries.iter().map(|(name, text)| format!("{name}{END}{text}{END}")).collect())
}

/// What a page holds under a name without showing it: packed, as digits.
fn packed(name: &str, bytes: &[u8]) -> Result<String> {
    let compressed = compression::gzip(bytes).context("the pages could not be compressed")?;
    let digits = base85::encode(&compressed);
    if digits.contains("</script") {
        bail!("what is packed as {name} cannot stand in a page, because it would end its script");
    }
    Ok(format!(
        "<script type=\"application/octet-stream\" id=\"{name}\" data-bytes=\"{}\">{digits}</script>",
        compressed.len()
    ))
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

    fn page(path: &str, content: &str, footer: &str) -> Page {
        Page {
            path: path.to_owned(),
            language: "vi".to_owned(),
            title: "A".to_owned(),
            description: "B".to_owned(),
            content: content.to_owned(),
            footer: footer.to_owned(),
        }
    }

    fn parts() -> Parts {
        let text = |text: &str| text.to_owned();
        Parts {
            styles: [text("p{}"), text("a {\n  b: c;\n}\n")],
            icon: text("<svg/>"),
            first: text("first()"),
            script: text("show()"),
            start: text("start()"),
            app: text("app()"),
            wasm: vec![0],
        }
    }

    #[test]
    fn a_footer_that_pages_share_is_held_once() -> Result<()> {
        let pages = [
            page("a/", "1", "<footer>x"),
            page("b/", "2", "<footer>y"),
            page("c/", "3", "<footer>x"),
        ];
        let files = [("data/a.csv".to_owned(), "d,e\r\n".to_owned())];
        let entries = entries(&pages, &files, "<template>C</template>", "app()")?;
        let expected = [
            ("/a/", "<html lang=vi data-path=a/><title>A</title>1\n0"),
            ("/b/", "<html lang=vi data-path=b/><title>A</title>2\n1"),
            ("/c/", "<html lang=vi data-path=c/><title>A</title>3\n0"),
            ("0", "<footer>x"),
            ("1", "<footer>y"),
            ("data/a.csv", "d,e\r\n"),
            ("cards", "<template>C</template>"),
            ("app.js", "app()"),
        ];
        let expected = expected.map(|(name, text)| format!("{name}\0{text}\0"));
        assert_eq!(entries, expected.concat());
        assert!(super::entries(&pages, &[], "", "a\0b").is_err());
        Ok(())
    }

    #[test]
    fn the_start_page_stands_as_it_is_and_all_else_is_packed() -> Result<()> {
        let cards = "<template>C</template><template>D</template>";
        let content = format!("<header></header><main>H{cards}</main>");
        let home = page("", &content, "<footer>F</footer>");
        let whole = super::whole(&home, &[page("a/", "<main>A2</main>", "")], &[], &parts())?;
        assert!(whole.contains("<body><header><noscript><p lang=\"vi\">"));
        assert!(whole.contains("</noscript></header><main>H</main><footer>F</footer><script"));
        assert!(
            whole.contains("<script>first()</script><style>p{}</style><style>a { b: c; }</style>")
        );
        assert!(!whole.contains("A2") && !whole.contains("app()") && !whole.contains("<template"));
        let expected = compression::gzip(&[0])?;
        let start = format!("id=\"wasm\" data-bytes=\"{}\">", expected.len());
        let (_, packed) = whole.split_once(&start).context("the program is missing")?;
        let (packed, _) = packed.split_once("</script>").context("the program has no end")?;
        assert!(base85::decode(packed).starts_with(&expected));
        Ok(())
    }

    #[test]
    fn a_script_that_would_end_the_page_is_refused() {
        let home = page("", "", "");
        let parts = Parts { start: "a('</script>')".to_owned(), ..parts() };
        assert!(whole(&home, &[], &[], &parts).is_err());
    }

    #[test]
    fn pictures_are_drawn_from_drawings_and_other_files_must_be_texts() -> Result<()> {
        let dist = tempfile::tempdir()?;
        fs::write(dist.path().join("a.svg"), "<svg/>")?;
        fs::write(dist.path().join("b.bin"), [0xff])?;
        let held = |paths: &[&str]| {
            let offered = paths.iter().map(|&path| path.to_owned()).collect();
            files(dist.path(), &offered)
        };
        assert_eq!(held(&["a.png", "a.svg"])?, [("a.svg".to_owned(), "<svg/>".to_owned())]);
        assert!(held(&["a.png"]).is_err());
        assert!(held(&["b.bin"]).is_err());
        assert!(held(&["c.csv"]).is_err());
        Ok(())
    }
}
