//! What comes out of the printer: every page on A4, light, whole, in text and vectors alone.

use dak_so::chart::{ChartId, heading, takeaway};
use dak_so::embedded::DATASET;
use dak_so::i18n::{amount, messages};
use dak_so::model::{Language, Slug};
use e2e::{Behaviour, Page, Result, Screen};
use lopdf::{Document, Object, ObjectId, Stream};
use serde_json::json;

use crate::markup::Markup;
use crate::pages::{
    address_of, chart_addresses, charts_of, file, language, live_addresses, still_addresses, views,
};
use crate::rendered::{begin, render};
use crate::seen::texts_of;
use crate::visit::{Visit, visit, visit_as};

/// A4 in points, as a PDF counts.
const A4: [f32; 2] = [595.0, 842.0];

/// Between the margins of a sheet, in CSS pixels: 180 mm and 265 mm.
const SHEET: Screen = Screen::new(680, 1001, 1.0);

/// The width of the pictures that are printed.
const PICTURE: u32 = 928;

/// A printed page.
struct Print {
    document: Document,
}

impl Print {
    async fn of(page: &Page, background: bool) -> Result<Self> {
        let bytes = page.print(background).await?;
        Ok(Self { document: Document::load_mem(&bytes).unwrap() })
    }

    /// What each sheet says, without any space: lines end where the sheet does.
    fn texts(&self) -> Vec<String> {
        let sheets = self.document.get_pages();
        sheets.iter().map(|(sheet, id)| text_of(self.document.clone(), *sheet, *id)).collect()
    }

    /// What each sheet is drawn with.
    fn drawings(&self) -> Vec<Vec<u8>> {
        let sheets = self.document.get_pages().into_values();
        sheets.map(|sheet| self.document.get_page_content(sheet)).collect()
    }

    fn sizes(&self) -> Vec<[f32; 2]> {
        let size = |sheet| {
            let sheet = self.document.get_dictionary(sheet).unwrap();
            let sides = sheet.get(b"MediaBox").and_then(Object::as_array).unwrap();
            [2, 3].map(|side: usize| sides[side].as_float().unwrap())
        };
        self.document.get_pages().into_values().map(size).collect()
    }

    /// The width of each picture in pixels, and how bright it is on average, of 255.
    fn pictures_of_pixels(&self) -> Vec<(i64, usize)> {
        let streams = self.document.objects.values().filter_map(|object| object.as_stream().ok());
        let pictures = streams.filter(|stream| {
            let kind = stream.dict.get(b"Subtype").ok();
            kind.and_then(|kind| kind.as_name().ok()) == Some(b"Image")
        });
        let look = |picture: &Stream| {
            let width = picture.dict.get(b"Width").and_then(Object::as_i64).unwrap();
            let bytes = picture.decompressed_content().unwrap();
            let sum: usize = bytes.iter().copied().map(usize::from).sum();
            (width, sum / bytes.len().max(1))
        };
        pictures.map(look).collect()
    }
}

/// What a sheet says. Chromium writes what stands around a canvas as forms, which are read in the place of the sheet.
fn text_of(mut document: Document, sheet: u32, id: ObjectId) -> String {
    let mut text = dense(&document.extract_text(&[sheet]).unwrap());
    let resources = document.get_dictionary(id).unwrap().get(b"Resources").unwrap();
    let named = match document.dereference(resources).unwrap().1.as_dict().unwrap().get(b"XObject")
    {
        Ok(named) => document.dereference(named).unwrap().1.as_dict().unwrap().clone(),
        Err(_) => return text,
    };
    for (_, form) in named.iter() {
        let form = form.as_reference().unwrap();
        let content = &document.get_object(form).unwrap().as_stream().unwrap().dict;
        // A picture has none.
        let Ok(own) = content.get(b"Resources").cloned() else { continue };
        let page = document.get_object_mut(id).and_then(Object::as_dict_mut).unwrap();
        page.set("Contents", form);
        page.set("Resources", own);
        text += &text_of(document.clone(), sheet, id);
    }
    text
}

/// Without any space. On a canvas several letters may share a sign, which readers of PDF find as letters.
fn dense(text: &str) -> String {
    let text: String = text.split_whitespace().collect();
    SHARED.iter().fold(text, |text, (sign, letters)| text.replace(*sign, letters))
}

const SHARED: [(char, &str); 5] = [
    ('\u{fb00}', "ff"),
    ('\u{fb01}', "fi"),
    ('\u{fb02}', "fl"),
    ('\u{fb03}', "ffi"),
    ('\u{fb04}', "ffl"),
];

fn addresses() -> Vec<String> {
    [live_addresses(), still_addresses()].concat()
}

#[test]
fn fault_42_every_page_is_printed_whole() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        for address in addresses() {
            page.go(&address).await?;
            if live_addresses().contains(&address) {
                page.until_ready().await?;
            }
            let heading = page.text("h1").await?;
            let print = Print::of(page, true).await?;

            let sizes = print.sizes();
            let is_a4 = |[width, height]: &[f32; 2]| {
                (width - A4[0]).abs() < 1.0 && (height - A4[1]).abs() < 1.0
            };
            assert!(sizes.iter().all(is_a4), "{address}: {sizes:?}");
            assert!(sizes.len() <= 10, "{address} takes {} sheets", sizes.len());
            assert_eq!(print.pictures_of_pixels(), [], "{address}");

            let texts = print.texts();
            for (text, number) in texts.iter().zip(1..) {
                assert!(text.contains(&format!("{number}/{}", sizes.len())), "{address}: {text}");
                assert!(text.len() > 100, "{address} has an empty sheet: {text}");
            }
            assert_says_all(&texts.concat(), &address, &heading, page.site());
            assert_charts_are_in_one_piece(&texts, &address);
        }
        Ok(())
    });
}

#[test]
fn fault_42_what_the_app_rendered_is_printed_whole_and_light() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        begin(page).await?;
        for (screen, dark) in [(Screen::DESKTOP, false), (Screen::PHONE, true)] {
            page.show_on(screen).await?;
            page.prefer_dark(dark).await?;
            for address in Language::ALL.iter().flat_map(|of| views(*of)) {
                render(page, &address).await?;
                let heading = page.text("h1").await?;
                let print = Print::of(page, true).await?;
                let texts = print.texts();
                assert!(texts.len() <= 10, "{address} takes {} sheets", texts.len());
                assert_says_all(&texts.concat(), &address, &heading, page.site());
                // Chromium prints what a canvas is told to draw, not its pixels.
                assert_eq!(print.pictures_of_pixels(), [], "{address}");
                let width =
                    if charts_of(&address).is_empty() { 0 } else { page.ask(CHART_WIDTH).await? };
                for chart in charts_of(&address) {
                    for label in texts_of(language(&address), chart.slug(), width) {
                        let has = texts.iter().any(|text| text.contains(&dense(&label)));
                        assert!(has, "{address}: {label}");
                    }
                }
                let left = "return document.querySelectorAll('[data-printed]').length";
                assert_eq!(page.ask::<usize>(left).await?, 0, "{address}");
            }
        }
        Ok(())
    });
}

/// The width that the charts of the page are laid out for.
const CHART_WIDTH: &str = "const canvas = document.querySelector('canvas');
    return Number(getComputedStyle(canvas).getPropertyValue('--chart-width'))";

#[test]
fn fault_42_firefox_prints_what_the_app_rendered_light_and_sharp() {
    visit_as(Visit::IN_FIREFOX, async |page, _| {
        begin(page).await?;
        for (dark, address) in [(false, "phu-song/"), (true, "en/targets/")] {
            page.prefer_dark(dark).await?;
            render(page, address).await?;
            let print = Print::of(page, true).await?;
            let charts = print.pictures_of_pixels();
            assert_eq!(charts.len(), charts_of(address).len(), "{address}: {charts:?}");
            for (width, brightness) in charts {
                assert!(width >= 2000, "{address}: {width} pixels");
                assert!(brightness > 200, "{address}: {brightness} of 255");
            }
        }
        Ok(())
    });
}

#[test]
fn fault_42_firefox_prints_charts_and_tables_light_and_whole() {
    visit_as(Visit::IN_FIREFOX, async |page, _| {
        for dark in [false, true] {
            page.prefer_dark(dark).await?;
            for address in ["phu-song/", "en/targets/"] {
                page.open(address).await?;
                let heading = page.text("h1").await?;
                let print = Print::of(page, true).await?;
                assert_eq!(print.pictures_of_pixels(), [], "{address}");
                assert_says_all(&print.texts().concat(), address, &heading, page.site());
            }
        }
        Ok(())
    });
}

/// Checks that every chart stands on one sheet, with its heading and its takeaway.
fn assert_charts_are_in_one_piece(sheets: &[String], address: &str) {
    let language = language(address);
    for slug in Markup::read(&file(address)).values("data-chart") {
        let chart = ChartId::from_slug(slug).unwrap();
        let mut words = texts_of(language, slug, PICTURE);
        words.extend([heading(language, chart).to_owned(), takeaway(language, &DATASET, chart)]);
        let is_whole = |sheet: &String| words.iter().all(|word| sheet.contains(&dense(word)));
        assert!(sheets.iter().any(is_whole), "{address}: {slug}");
    }
}

/// Checks that what is printed has every word that the page is read for, and none of its handles.
fn assert_says_all(printed: &str, address: &str, heading: &str, site: &str) {
    let language = language(address);
    let text = messages(language);
    let has = |words: &str| printed.contains(&dense(words));
    assert!(has(heading), "{address}: {heading}");
    let place = format!("{}: {site}/{address}", text.printed_from);
    assert!(has(&place), "{address}: {place} in {printed}");
    let markup = Markup::read(&file(address));
    for name in markup.values("data-figure") {
        let figure = DATASET.observation(DATASET.observation_named(name).unwrap());
        let amount = amount(language, &DATASET, figure);
        assert!(has(&amount), "{address}: {amount}");
    }
    if !charts_of(address).is_empty() {
        for source in DATASET.sources.iter() {
            assert!(has(source.title_vi), "{address}: {}", source.title_vi);
        }
    }
    for handle in [text.skip_to_content, text.chart_hint, text.search_hint] {
        assert!(!has(handle), "{address}: {handle}");
    }
}

#[test]
fn it_is_printed_alike_whatever_the_screen_and_the_app_are() {
    visit(async |page| {
        let address = address_of(ChartId::Targets, Language::Vi);
        page.open(&address).await?;
        let as_is = Print::of(page, true).await?.drawings();
        assert!(as_is.iter().map(Vec::len).sum::<usize>() > 10_000);
        assert!(as_is == Print::of(page, false).await?.drawings(), "without backgrounds");
        page.show_on(Screen::PHONE).await?;
        assert!(as_is == Print::of(page, true).await?.drawings(), "from a phone");
        page.prefer_dark(true).await?;
        page.open(&address).await?;
        assert!(as_is == Print::of(page, true).await?.drawings(), "from a dark screen");
        page.prefer_dark(false).await?;
        page.click("#scheme").await?;
        assert!(as_is == Print::of(page, true).await?.drawings(), "from dark that was chosen");
        page.ask::<()>("document.documentElement.dataset.app = 'failed'").await?;
        page.settle().await?;
        assert!(page.is_shown("#start-failed").await?);
        assert!(as_is == Print::of(page, true).await?.drawings(), "after a failure");
        Ok(())
    });
}

#[test]
fn it_is_printed_alike_without_the_app() {
    let visit = Visit { behaviour: Behaviour::Without(".js"), ..Visit::IN_CHROMIUM };
    visit_as(visit, async |page, _| {
        for chart in ChartId::ALL {
            let address = address_of(*chart, Language::Vi);
            page.go(&address).await?;
            let printed = Print::of(page, true).await?.texts().concat();
            for label in texts_of(Language::Vi, chart.slug(), PICTURE) {
                assert!(printed.contains(&dense(&label)), "{label}");
            }
            for figure in Markup::read(&file(&address)).values("data-figure") {
                let figure = DATASET.observation(DATASET.observation_named(figure).unwrap());
                assert!(printed.contains(&dense(&amount(Language::Vi, &DATASET, figure))));
            }
        }
        Ok(())
    });
}

#[test]
fn no_chart_is_higher_than_a_sheet_beside_its_heading() {
    visit(async |page| {
        for address in Language::ALL.iter().flat_map(|of| chart_addresses(*of)) {
            page.open(&address).await?;
            page.show_on(SHEET).await?;
            page.command("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
            page.settle().await?;
            let heights = "return [...document.querySelectorAll('.plot')].map(plot =>
                plot.getBoundingClientRect().bottom
                    - plot.closest('figure').getBoundingClientRect().top)";
            let heights: Vec<f64> = page.ask(heights).await?;
            assert_eq!(heights.len(), charts_of(&address).len());
            let sheet = f64::from(SHEET.height);
            assert!(heights.iter().all(|height| (100.0..sheet).contains(height)), "{heights:?}");
        }
        Ok(())
    });
}
