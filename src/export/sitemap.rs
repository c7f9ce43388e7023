use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::model::{Language, Slug};

/// A page in every language, by its way from the root of the site: `` and `en/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SitemapPage {
    /// The Vietnamese page.
    pub vi: String,
    /// The English page.
    pub en: String,
}

impl SitemapPage {
    fn get(&self, language: Language) -> &str {
        match language {
            Language::Vi => &self.vi,
            Language::En => &self.en,
        }
    }
}

/// `sitemap.xml`: every page in every language, each with the addresses of the others, for readers
/// of another language with the Vietnamese one. `base` is the address of the site, absolute and
/// ending in `/`; `lastmod` the ISO date of the last change.
pub fn sitemap(base: &str, pages: &[SitemapPage], lastmod: Option<&str>) -> String {
    // Writing to memory does not fail, and what is written is text.
    let bytes = write(base, pages, lastmod).unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn write(base: &str, pages: &[SitemapPage], lastmod: Option<&str>) -> io::Result<Vec<u8>> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let spaces = [
        ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
        ("xmlns:xhtml", "http://www.w3.org/1999/xhtml"),
    ];
    writer.create_element("urlset").with_attributes(spaces).write_inner_content(|writer| {
        for page in pages {
            for &language in Language::ALL {
                writer
                    .create_element("url")
                    .write_inner_content(|writer| url(writer, base, page, language, lastmod))?;
            }
        }
        Ok(())
    })?;
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

fn url(
    writer: &mut Writer<Vec<u8>>,
    base: &str,
    page: &SitemapPage,
    language: Language,
    lastmod: Option<&str>,
) -> io::Result<()> {
    let address = |language| format!("{base}{}", page.get(language));
    let text = |address: &str| BytesText::new(address).into_owned();
    writer.create_element("loc").write_text_content(text(&address(language)))?;
    if let Some(date) = lastmod {
        writer.create_element("lastmod").write_text_content(text(date))?;
    }
    // A page names itself too, and all pages name the same ones, or search engines ignore them.
    let languages = Language::ALL.iter().map(|language| (language.slug(), *language));
    for (name, other) in languages.chain([("x-default", Language::Vi)]) {
        let link = [("rel", "alternate"), ("hreflang", name), ("href", &address(other))];
        writer.create_element("xhtml:link").with_attributes(link).write_empty()?;
    }
    Ok(())
}

/// `robots.txt`: everything may be read. It names the sitemap where the address of the site is
/// known, since it takes no relative one.
pub fn robots(base: Option<&str>) -> String {
    let sitemap = base.map(|base| format!("\nSitemap: {base}sitemap.xml\n"));
    format!("User-agent: *\nAllow: /\n{}", sitemap.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;
    use quick_xml::Reader;
    use quick_xml::escape::unescape;

    fn page(vi: &str, en: &str) -> SitemapPage {
        SitemapPage { vi: vi.to_owned(), en: en.to_owned() }
    }

    #[test]
    fn every_page_names_its_languages() {
        let pages = [page("", "en/"), page("so/a/", "en/figure/a/")];
        let found = sitemap("https://example.org/", &pages, None);
        expect![[r#"
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
              <url>
                <loc>https://example.org/</loc>
                <xhtml:link rel="alternate" hreflang="vi" href="https://example.org/"/>
                <xhtml:link rel="alternate" hreflang="en" href="https://example.org/en/"/>
                <xhtml:link rel="alternate" hreflang="x-default" href="https://example.org/"/>
              </url>
              <url>
                <loc>https://example.org/en/</loc>
                <xhtml:link rel="alternate" hreflang="vi" href="https://example.org/"/>
                <xhtml:link rel="alternate" hreflang="en" href="https://example.org/en/"/>
                <xhtml:link rel="alternate" hreflang="x-default" href="https://example.org/"/>
              </url>
              <url>
                <loc>https://example.org/so/a/</loc>
                <xhtml:link rel="alternate" hreflang="vi" href="https://example.org/so/a/"/>
                <xhtml:link rel="alternate" hreflang="en" href="https://example.org/en/figure/a/"/>
                <xhtml:link rel="alternate" hreflang="x-default" href="https://example.org/so/a/"/>
              </url>
              <url>
                <loc>https://example.org/en/figure/a/</loc>
                <xhtml:link rel="alternate" hreflang="vi" href="https://example.org/so/a/"/>
                <xhtml:link rel="alternate" hreflang="en" href="https://example.org/en/figure/a/"/>
                <xhtml:link rel="alternate" hreflang="x-default" href="https://example.org/so/a/"/>
              </url>
            </urlset>
        "#]]
        .assert_eq(&found);
    }

    #[test]
    fn every_page_has_the_date_after_its_address() {
        let found = sitemap("https://example.org/", &[page("", "en/")], Some("2026-11-21"));
        let dated = "</loc>\n    <lastmod>2026-11-21</lastmod>\n    <xhtml:link";
        assert_eq!(found.matches(dated).count(), 2, "{found}");
    }

    #[test]
    fn addresses_are_escaped() {
        let base = "https://example.org/?a=1&b='\"<>/";
        let found = sitemap(base, &[page("", "en/")], None);
        let mut reader = Reader::from_str(&found);
        let mut addresses = 0;
        loop {
            match reader.read_event().unwrap() {
                Event::Empty(link) => {
                    let address = link.try_get_attribute("href").unwrap().unwrap();
                    let address = unescape(&address.value).unwrap().into_owned();
                    assert!(address.starts_with(base), "{address}");
                    addresses += 1;
                }
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(addresses, 6);
        assert!(found.contains("<loc>https://example.org/?a=1&amp;b="), "{found}");
    }

    #[test]
    fn robots_may_read_everything() {
        assert_eq!(robots(None), "User-agent: *\nAllow: /\n");
        assert_eq!(
            robots(Some("https://example.org/")),
            "User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n"
        );
    }
}
