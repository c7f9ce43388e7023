//! What assistive technology is told of the views, as the tree of accessibility has it. axe cannot
//! see into a canvas.

use std::collections::BTreeSet;
use std::time::Duration;

use dak_so::chart::ChartId;
use dak_so::embedded::DATASET;
use dak_so::model::{Language, Slug};
use e2e::{Key, Page, Result};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::time::sleep;

use super::views::{open, views_in, whole_views};
use crate::card::{card, plain};
use crate::chart::scene;
use crate::pages::address_of;
use crate::visit::{Visit, visit, visit_as};

/// What the browser tells of the first element that a selector finds.
async fn told(page: &Page, selector: &str) -> Result<Value> {
    let document = page.command("DOM.getDocument", json!({ "depth": 0 })).await?;
    let root = document["root"]["nodeId"].clone();
    let query = json!({ "nodeId": root, "selector": selector });
    let node = page.command("DOM.querySelector", query).await?["nodeId"].clone();
    let about = json!({ "nodeId": node, "fetchRelatives": false });
    let mut tree = page.command("Accessibility.getPartialAXTree", about).await?;
    Ok(tree["nodes"][0].take())
}

fn property<'a>(node: &'a Value, name: &str) -> &'a Value {
    let properties = node["properties"].as_array().unwrap();
    let found = properties.iter().find(|property| property["name"] == name);
    found.map_or(&Value::Null, |property| &property["value"]["value"])
}

#[test]
fn the_marks_of_a_chart_are_one_slider_that_says_where_it_stands() {
    visit(async |page| {
        for language in Language::ALL {
            for chart in ChartId::ALL {
                page.open(&address_of(*chart, *language)).await?;
                let selector = format!("#{} .marks", chart.slug());
                let marks = scene(page, *language, *chart).await?.marks;
                page.ask_about::<()>("document.querySelector(arguments[0]).focus()", &selector)
                    .await?;
                let last = marks.len() - 1;
                for (key, index) in [(Key::Right, 0), (Key::End, last), (Key::Home, 0)] {
                    page.press(key).await?;
                    let node = told(page, &selector).await?;
                    assert_eq!(node["role"]["value"], "slider");
                    // The browser has the words, but does not tell them to us.
                    let said = "return document.querySelector(arguments[0]).ariaValueText";
                    let said: String = page.ask_about(said, &selector).await?;
                    assert_eq!(plain(&said), plain(&marks[index].label));
                    let count: f64 = u32::try_from(marks.len()).unwrap_or_default().into();
                    assert_eq!(property(&node, "valuemax").as_f64(), Some(count));
                }
                page.press(Key::Escape).await?;
            }
        }
        Ok(())
    });
}

/// What is said, and how.
#[derive(Debug, Deserialize)]
struct Said {
    live: String,
    text: String,
    usable: usize,
}

/// Notes whatever the place in a chart that screen readers listen to comes to hold.
const LISTEN: &str = "const region = document.querySelector('#coverage .said');
    window.heard = [];
    new MutationObserver(() => {
        if (region.textContent) window.heard.push({
            live: region.getAttribute('aria-live'), text: region.textContent,
            usable: region.querySelectorAll('a, button').length,
        });
    }).observe(region, { childList: true })";

#[test]
fn only_where_a_walk_ends_is_the_card_said() {
    visit(async |page| {
        page.open(&address_of(ChartId::Coverage, Language::Vi)).await?;
        let marks = scene(page, Language::Vi, ChartId::Coverage).await?.marks;
        page.ask::<()>("document.querySelector('#coverage .marks').focus()").await?;
        page.ask::<()>(LISTEN).await?;
        // All at once, as a key that is held down.
        page.ask::<()>(
            "const marks = document.querySelector('#coverage .marks');
            for (let step = 0; step < 5; step++) {
                setTimeout(() => marks.dispatchEvent(
                    new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true })), step * 60);
            }",
        )
        .await?;
        page.until("it is said", "return window.heard.length > 0").await?;
        let shown = card(page).await?.unwrap();
        // Longer than anything that was left to be said would take.
        sleep(Duration::from_millis(600)).await;
        let heard: Vec<Said> = page.ask("return window.heard").await?;
        let [said] = heard.as_slice() else { panic!("{heard:#?}") };
        assert_eq!((said.live.as_str(), said.usable), ("polite", 0));
        // A slow machine may miss a key that follows too soon.
        let position = "return Number(document.querySelector('#coverage .marks').ariaValueNow)";
        let reached: usize = page.ask(position).await?;
        assert!(reached > 1, "{reached}");
        let observation = marks[reached - 1].observation;
        shown.assert_shows(Language::Vi, observation);
        let source = DATASET.source(DATASET.observation(observation).source).title_vi;
        for part in [&shown.title, &shown.value, source] {
            assert!(plain(&said.text).contains(&plain(part)), "{part} in {}", said.text);
        }
        page.press(Key::Escape).await?;
        let left: String = page.text("#coverage .said").await?;
        assert_eq!(left, "");
        Ok(())
    });
}

#[test]
fn each_chart_has_its_table_within_reach() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        for address in whole_views() {
            open(page, &address).await?;
            let without: Vec<String> = page
                .ask(
                    "return [...document.querySelectorAll('[data-chart]')].map(plot => plot.closest('figure'))
                        .filter(figure => !figure.querySelector('figcaption .takeaway')?.checkVisibility()
                            || !figure.querySelector('.side > table > caption'))
                        .map(figure => figure.id)",
                )
                .await?;
            assert!(without.is_empty(), "{address}: {without:?}");
        }
        Ok(())
    });
}

/// Where the outline of the page has a gap or begins otherwise than with one main heading; landmarks
/// that are missing; and a way to the content that leads nowhere.
const OUTLINE: &str = "const told = [];
    const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
        .filter(heading => heading.checkVisibility()).map(({ tagName }) => Number(tagName[1]));
    if (levels.filter(level => level === 1).length !== 1) told.push(`main headings: ${levels}`);
    if (levels.some((level, at) => level > (levels[at - 1] ?? 0) + 1)) told.push(`a gap: ${levels}`);
    for (const landmark of ['header', 'main', 'footer', 'nav']) {
        if (!document.querySelector(`body > ${landmark}, body > header ${landmark}`)) told.push(`no ${landmark}`);
    }
    const skip = document.querySelector('body > a.skip:first-child');
    if (skip === null || !document.querySelector(`main${skip.hash}[tabindex]`)) told.push('no skip link');
    return told";

/// The headings of the page, as assistive technology is told them, in the order of their letters.
async fn headings_told(page: &Page) -> Result<BTreeSet<String>> {
    let tree = page.command("Accessibility.getFullAXTree", json!({})).await?;
    let nodes = tree["nodes"].as_array().unwrap().iter();
    let headings = nodes.filter(|node| node["role"]["value"] == "heading");
    let names = headings.filter_map(|node| node["name"]["value"].as_str()).map(plain);
    Ok(names.collect::<BTreeSet<_>>())
}

/// The same as they stand on the page.
const HEADINGS: &str = "return [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
    .filter(heading => heading.checkVisibility()).map(heading => heading.textContent)";

#[test]
fn every_view_has_its_outline_its_landmarks_and_a_title_of_its_own() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        let mut titles = Vec::new();
        for address in whole_views() {
            page.go(&address).await?;
            let told: Vec<String> = page.ask(OUTLINE).await?;
            assert!(told.is_empty(), "{address}: {told:#?}");
            let headings: Vec<String> = page.ask(HEADINGS).await?;
            let headings = headings.iter().map(|heading| plain(heading)).collect();
            assert_eq!(headings_told(page).await?, headings, "{address}");
            titles.push(page.driver().title().await?);
        }
        let all = titles.len();
        titles.sort();
        titles.dedup();
        assert_eq!(titles.len(), all, "{titles:#?}");
        Ok(())
    });
}

/// The texts of an English page that have letters of Vietnamese alone, beyond the names of places and
/// products, without being marked as such.
const UNMARKED: &str =
    "const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const names = new RegExp(arguments[0].join('|'), 'g');
    const told = [];
    while (walker.nextNode()) {
        const { data, parentElement: parent } = walker.currentNode;
        if (!parent.checkVisibility() || parent.closest('svg')) continue;
        const words = data.normalize('NFC').replace(names, '');
        const vietnamese = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i.test(words);
        if (vietnamese && parent.closest('[lang]').lang !== 'vi') told.push(data);
    }
    return told";

#[test]
fn what_is_vietnamese_on_an_english_page_is_marked_as_such() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        // Proper names and units belong to every language. Two of them are printed like this.
        let mut names = vec![
            "Đắk.Nông",
            "Đắk.Lắk",
            "Đắk Số",
            "Bình Thuận",
            "Lâm Đồng",
            "Đăk Nông – C",
            "đồng",
            "Đắc Lắk",
        ];
        names.extend(DATASET.sources.iter().flat_map(|source| source.authors()));
        for address in views_in(Language::En) {
            open(page, &address).await?;
            let told: Vec<String> = page.ask_about(UNMARKED, &names).await?;
            assert!(told.is_empty(), "{address}: {told:#?}");
        }
        Ok(())
    });
}
