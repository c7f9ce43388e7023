//! Every page without any script, in both browsers.

use std::collections::BTreeSet;

use dak_so::chart::ChartId;
use dak_so::i18n::messages;
use dak_so::model::{Language, Slug};
use e2e::{Engine, Options, Page, Result};

use crate::pages::{addresses, language, live_addresses, still_addresses, views};
use crate::seen::look;
use crate::visit::{Visit, nothing_went_wrong_unseen, visit_as};

/// In Chromium the site lies at the root, in Firefox in a folder, so that both are seen.
const VISITS: [Visit; 2] = [
    Visit { options: Options::WITHOUT_SCRIPTS, ..Visit::IN_CHROMIUM },
    Visit {
        options: Options::WITHOUT_SCRIPTS,
        folder: "/cong/so-lieu/dak-so",
        ..Visit::IN_FIREFOX
    },
];

#[test]
fn fault_01_without_scripts_every_page_of_chromium_is_whole() {
    let [chromium, _] = VISITS;
    assert_eq!(chromium.engine, Engine::Chromium);
    visit_as(chromium, async |page, _| every_page_is_whole(page).await);
}

#[test]
fn fault_01_without_scripts_every_page_of_firefox_is_whole() {
    let [_, firefox] = VISITS;
    assert_eq!(firefox.engine, Engine::Firefox);
    visit_as(firefox, async |page, _| every_page_is_whole(page).await);
}

async fn every_page_is_whole(page: &Page) -> Result<()> {
    let addresses = addresses();
    assert!(addresses.len() > 100, "{}", addresses.len());
    let mut charts = 0;
    for address in &addresses {
        page.go(address).await?;
        let seen = look(page).await?;
        seen.assert_has_its_content(address);
        seen.assert_has_static_charts(address);
        assert_eq!(seen.message, None, "{address}");
        assert_eq!(seen.controls, 0, "{address} offers what nothing listens to");
        assert_eq!(seen.hints, 0, "{address} explains what is not there");
        charts += seen.charts();
    }
    assert_eq!(charts, 2 * ChartId::ALL.len(), "each in each language");
    nothing_went_wrong_unseen(page).await
}

#[test]
fn without_scripts_the_tables_open() {
    for visit in VISITS {
        visit_as(visit, async |page, _| {
            for address in live_addresses().iter().chain(&still_addresses()) {
                page.go(address).await?;
                let closed = page.count("details:not([open])").await?;
                for _ in 0..closed {
                    page.click("details:not([open]) > summary").await?;
                }
                assert_eq!(page.count("details:not([open])").await?, 0, "{address}");
                let hidden = "return [...document.querySelectorAll('details > :not(summary), table')]
                    .filter(content => !content.checkVisibility() || content.offsetHeight < 20).length";
                assert_eq!(page.ask::<usize>(hidden).await?, 0, "{address}");
            }
            Ok(())
        });
    }
}

#[test]
fn without_scripts_the_menu_leads_to_every_view() {
    for visit in VISITS {
        visit_as(visit, async |page, _| {
            let mut clicked = BTreeSet::new();
            for address in live_addresses().iter().chain(&still_addresses()) {
                let own = language(address);
                let all: Vec<String> = views(own).collect();
                page.go(address).await?;
                let named: Vec<String> = page.ask(MENU).await?;
                let expected = all.iter().map(|view| format!("{}/{view}", page.site()));
                assert_eq!(named, expected.collect::<Vec<_>>(), "{address}");
                // What a link does hangs on how deep its page lies.
                if !clicked.insert((own.slug(), address.matches('/').count())) {
                    continue;
                }
                for (item, view) in (1..).zip(&all) {
                    page.go(address).await?;
                    page.click(&format!(".routes li:nth-child({item}) a")).await?;
                    assert_eq!(assert_arrived(page, own).await?, *view, "{address}");
                }
            }
            Ok(())
        });
    }
}

/// Where the menu leads, as the browser reads its links.
const MENU: &str = "return [...document.querySelectorAll('.routes a')].map(link => link.href)";

#[test]
fn without_scripts_the_languages_lead_to_the_same_page() {
    for visit in VISITS {
        visit_as(visit, async |page, _| {
            for address in live_addresses().iter().chain(&still_addresses()) {
                let own = language(address);
                for language in Language::ALL.iter().filter(|language| **language != own) {
                    page.go(address).await?;
                    let link = format!(".languages a[hreflang={}]", language.slug());
                    page.click(&link).await?;
                    assert_arrived(page, *language).await?;
                    page.click(&format!(".languages a[hreflang={}]", own.slug())).await?;
                    let back = format!("{}/{address}", page.site());
                    assert_eq!(page.driver().current_url().await?.as_str(), back);
                }
            }
            Ok(())
        });
    }
}

/// Checks that a page of the site is open, in a language, and not the one for lost addresses. Returns its
/// path below the folder of the site.
async fn assert_arrived(page: &Page, language: Language) -> Result<String> {
    let address = page.driver().current_url().await?.to_string();
    let below = address.strip_prefix(page.site()).and_then(|rest| rest.strip_prefix('/'));
    let below = below.unwrap_or_else(|| panic!("{address} is elsewhere"));
    look(page).await?.assert_has_its_content(below);
    let switch = format!(".languages a[hreflang={}]", language.slug());
    assert_eq!(page.text(&switch).await?, messages(language).language_name);
    assert_eq!(page.count(&format!("{switch}[aria-current]")).await?, 1, "{address}");
    Ok(below.to_owned())
}
