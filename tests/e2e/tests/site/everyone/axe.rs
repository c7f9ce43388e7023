//! axe finds nothing on any view. It cannot see into a canvas: what a chart tells is tested in
//! `tree.rs`.

use std::fmt;
use std::fs;
use std::path::Path;

use dak_so::chart::ChartId;
use dak_so::model::{Language, Slug};
use e2e::{Behaviour, Key, Page, Result, Screen};
use serde::Deserialize;

use super::views::{open, unfold, views_in, whole_views};
use crate::pages::{address_of, live_addresses};
use crate::rendered::{begin, render};
use crate::visit::{Visit, visit_as};

/// Something that a rule objects to.
#[derive(Debug, Deserialize)]
struct Finding {
    rule: String,
    selector: String,
    summary: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { rule, selector, summary } = self;
        write!(f, "{rule}: {selector}: {summary}")
    }
}

/// Runs every rule that axe has: those of WCAG up to AAA, its best practices and what it calls
/// experimental. What it cannot decide counts as a finding too, but for the rules that never decide,
/// because all they do is to ask a person for a look:
/// - `hidden-content` names whatever is hidden, such as the charts at other widths.
/// - `aria-roledescription` asks whether a screen reader says “chart”; those that do not say “group”.
/// - `identical-links-same-purpose` names links with the same words, here a value that two figures
///   have in common, and the kinds of files that each chart is offered as.
/// - `color-contrast` and `color-contrast-enhanced` name what lies partly behind something, as the
///   page below an open card does.
const RUN: &str = "const done = arguments[arguments.length - 1];
    const asks = [
        'hidden-content', 'aria-roledescription', 'identical-links-same-purpose',
        'color-contrast', 'color-contrast-enhanced',
    ];
    const rules = {};
    for (const { ruleId } of axe.getRules()) rules[ruleId] = { enabled: true };
    axe.run(document, { rules, resultTypes: ['violations', 'incomplete'] }).then(found => {
        const undecided = found.incomplete.filter(({ id }) => !asks.includes(id));
        done([...found.violations, ...undecided].flatMap(({ id, nodes }) => nodes.map(node => ({
            rule: id,
            selector: node.target.flat(9).join(' '),
            summary: node.failureSummary.replace(/\\s+/g, ' '),
        }))));
    })";

/// What axe finds on the page that is open.
async fn findings(page: &Page) -> Result<Vec<Finding>> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../node_modules/axe-core");
    let axe = fs::read_to_string(package.join("axe.min.js"))?;
    page.ask::<()>(&axe).await?;
    page.ask_later(RUN, ()).await
}

async fn assert_nothing_found(page: &Page, what: &str) -> Result<()> {
    let findings = findings(page).await?;
    let told: Vec<String> = findings.iter().map(Finding::to_string).collect();
    assert!(told.is_empty(), "{what}:\n{}", told.join("\n"));
    Ok(())
}

/// Light on a desktop and dark on a phone: sizes and colours do not depend on each other.
const LOOKS: [(Screen, bool); 2] = [(Screen::DESKTOP, false), (Screen::PHONE, true)];

async fn look_at_views(page: &Page, language: Language) -> Result<()> {
    for (screen, dark) in LOOKS {
        page.show_on(screen).await?;
        page.prefer_dark(dark).await?;
        for address in views_in(language).chain(["404.html".to_owned()]) {
            open(page, &address).await?;
            assert_nothing_found(page, &format!("{address}, dark: {dark}")).await?;
        }
    }
    Ok(())
}

#[test]
fn axe_finds_nothing_on_the_vietnamese_views() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| look_at_views(page, Language::Vi).await);
}

#[test]
fn axe_finds_nothing_on_the_english_views() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| look_at_views(page, Language::En).await);
}

#[test]
fn axe_finds_nothing_on_views_that_the_app_rendered() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        begin(page).await?;
        for (screen, dark) in LOOKS {
            page.show_on(screen).await?;
            page.prefer_dark(dark).await?;
            for address in whole_views() {
                render(page, &address).await?;
                unfold(page).await?;
                assert_nothing_found(page, &format!("{address}, rendered, dark: {dark}")).await?;
            }
        }
        Ok(())
    });
}

#[test]
fn axe_finds_nothing_in_the_other_colours() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        for (screen, dark) in LOOKS {
            page.show_on(screen).await?;
            page.prefer_dark(!dark).await?;
            for address in live_addresses() {
                open(page, &address).await?;
                assert_nothing_found(page, &format!("{address}, dark: {}", !dark)).await?;
            }
        }
        Ok(())
    });
}

#[test]
fn axe_finds_nothing_in_colours_that_were_chosen() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        for (screen, dark) in LOOKS {
            page.show_on(screen).await?;
            page.prefer_dark(dark).await?;
            page.open("").await?;
            page.click("#scheme").await?;
            for address in ["", "en/targets/", "so-lieu/"] {
                open(page, address).await?;
                assert_nothing_found(page, &format!("{address}, dark chosen: {}", !dark)).await?;
            }
            page.click("#scheme").await?;
        }
        Ok(())
    });
}

#[test]
fn axe_finds_nothing_while_a_picture_is_shown() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        for (screen, dark) in LOOKS {
            page.show_on(screen).await?;
            page.prefer_dark(dark).await?;
            page.open("phu-song/").await?;
            page.click("a.picture").await?;
            page.until("it is shown", "return document.querySelector('#picture img').complete")
                .await?;
            assert_nothing_found(page, &format!("dark: {dark}")).await?;
        }
        Ok(())
    });
}

#[test]
fn axe_finds_nothing_before_the_app_runs() {
    let held = Visit { behaviour: Behaviour::Held(".wasm"), ..Visit::IN_CHROMIUM };
    visit_as(held, async |page, _| {
        for address in live_addresses() {
            page.go(&address).await?;
            page.settle().await?;
            let state: String = page.ask("return document.documentElement.dataset.app").await?;
            assert_eq!(state, "starting");
            assert_nothing_found(page, &address).await?;
        }
        Ok(())
    });
}

#[test]
fn axe_finds_nothing_beside_an_open_card() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        for (screen, dark) in LOOKS {
            page.show_on(screen).await?;
            page.prefer_dark(dark).await?;
            for language in Language::ALL {
                page.open(&address_of(ChartId::Coverage, *language)).await?;
                page.ask::<()>("document.querySelector('#coverage .marks').focus()").await?;
                page.press(Key::Right).await?;
                assert!(page.is_shown(".pinned").await?);
                assert_nothing_found(page, &format!("pinned by a key, dark: {dark}")).await?;
                page.press(Key::Escape).await?;
            }
        }
        page.show_on(Screen::DESKTOP).await?;
        page.open("").await?;
        page.ask::<()>("document.querySelector('#like-for-like canvas').scrollIntoView()").await?;
        let place = "const box = document.querySelector('#like-for-like canvas')
                .getBoundingClientRect();
            return [Math.round(box.left + 40), Math.round(box.top + box.height / 2)]";
        page.point(page.ask(place).await?).await?;
        assert!(page.is_shown(".card.open:not(.pinned)").await?);
        assert_nothing_found(page, "under the pointer").await
    });
}

#[test]
fn axe_finds_nothing_in_firefox() {
    visit_as(Visit::IN_FIREFOX, async |page, _| {
        for address in live_addresses().into_iter().chain(["nguon/".into(), "en/sources/".into()]) {
            open(page, &address).await?;
            assert_nothing_found(page, &address).await?;
        }
        Ok(())
    });
}
