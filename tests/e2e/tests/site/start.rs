use dak_so::chart::{ChartId, heading};
use dak_so::i18n::{messages, view_texts};
use dak_so::model::{Language, Slug};
use serde::Deserialize;

use crate::card::plain;
use crate::pages::address_of;
use crate::visit::{address, visit};

/// A chart with all that belongs to it, as the page shows it.
#[derive(Deserialize)]
struct Figure {
    id: String,
    heading: String,
    takeaway: String,
    legend: Vec<String>,
    canvas_area: f64,
    source: String,
    source_links: Vec<String>,
    tabs: Vec<String>,
    sides: usize,
    rows: usize,
}

const FIGURES: &str = "return [...document.querySelectorAll('figure')].map(figure => {
    const canvas = figure.querySelector('canvas').getBoundingClientRect();
    const all = selector => [...figure.querySelectorAll(selector)];
    return {
        id: figure.id,
        heading: figure.querySelector('h2').innerText,
        takeaway: figure.querySelector('.takeaway').innerText,
        legend: all('.legend li').map(entry => entry.innerText),
        canvas_area: canvas.width * canvas.height,
        source: figure.querySelector('.source').innerText,
        source_links: all('.source a').map(link => link.getAttribute('href')),
        tabs: all('[role=tab]').map(tab => tab.innerText),
        sides: all('.side').filter(side => side.checkVisibility()).length,
        rows: all('table tbody tr').length,
    };
})";

#[test]
fn the_page_starts_in_each_language() {
    visit(async |page| {
        for language in Language::ALL {
            page.open(address(*language)).await?;
            let text = messages(*language);
            let lang: String = page.ask("return document.documentElement.lang").await?;
            assert_eq!(lang, language.slug());
            assert_eq!(page.driver().title().await?, text.document_title);
            assert!(!page.is_shown("#start-failed").await?);
            assert_eq!(plain(&page.text("h1").await?), plain(text.heading));
        }
        Ok(())
    });
}

#[test]
fn the_charts_stand_with_all_that_belongs_to_them() {
    visit(async |page| {
        for (language, chart) in
            Language::ALL.iter().flat_map(|of| ChartId::ALL.iter().map(|chart| (*of, *chart)))
        {
            page.open(&address_of(chart, language)).await?;
            let text = messages(language);
            let figures: Vec<Figure> = page.ask(FIGURES).await?;
            for figure in figures.iter().filter(|figure| figure.id == chart.slug()) {
                let id = &figure.id;
                assert_eq!(figure.heading, heading(language, chart));
                assert!(figure.takeaway.ends_with('.'), "{id}: {}", figure.takeaway);
                assert!(!figure.legend.is_empty(), "{id}");
                assert!(figure.legend.iter().all(|entry| !entry.is_empty()), "{id}");
                assert!(figure.canvas_area > 10_000.0, "{id}");
                assert!(figure.source.starts_with(text.source), "{}", figure.source);
                assert!(figure.source.contains(text.paragraph), "{}", figure.source);
                assert!(!figure.source_links.is_empty(), "{id}");
                for link in &figure.source_links {
                    assert_eq!(page.count(link).await?, 1, "{link} of {id}");
                }
                let texts = view_texts(language);
                assert_eq!(figure.tabs, [texts.tab_chart, texts.tab_table, texts.tab_source]);
                assert_eq!(figure.sides, 1, "{id}");
                assert!(figure.rows > 0, "{id}");
            }
            assert!(figures.iter().any(|figure| figure.id == chart.slug()), "{chart:?}");
        }
        Ok(())
    });
}

#[test]
fn the_takeaway_compares_like_with_like() {
    visit(async |page| {
        let takeaways = [
            (Language::Vi, "Đắk Lắk 22,86, Đắk Nông 16,36 thuê bao/100 dân: gấp khoảng 1,40 lần."),
            (
                Language::En,
                "Đắk Lắk 22.86, Đắk Nông 16.36 subscriptions per 100 people: about 1.40 times as \
                 many.",
            ),
        ];
        for (language, takeaway) in takeaways {
            page.open(address(language)).await?;
            let shown = page.text("#like-for-like .takeaway").await?;
            assert_eq!(plain(&shown), takeaway);
        }
        Ok(())
    });
}
