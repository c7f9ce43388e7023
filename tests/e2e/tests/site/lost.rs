//! From an address that leads nowhere, at whatever depth, the way leads home.

use dak_so::i18n::messages;
use dak_so::model::{Language, Slug};
use e2e::{Page, Result};

use crate::pages::base_address;
use crate::visit::{Visit, visit_as};

/// Addresses that lead nowhere, the first beside the start page. Some look like those of the site.
const LOST: [&str; 7] = ["x", "x/", "so/x/", "en/x", "x/y/z", "en/figure/x/", "nguon/en/so/x"];

#[test]
fn every_lost_address_leads_home() {
    // The second folder is named like one of the site's own.
    for folder in ["", "/cong/so-lieu/dak-so"] {
        visit_as(Visit { folder, ..Visit::IN_CHROMIUM }, async |page, _| {
            for address in LOST {
                page.go(address).await?;
                assert_is_lost(page, address).await?;
                for (language, home) in [(Language::Vi, ""), (Language::En, "en/")] {
                    page.go(address).await?;
                    assert_leads_home(page, address, language, home).await?;
                }
            }
            Ok(())
        });
    }
}

#[test]
fn in_firefox_it_leads_home_too() {
    visit_as(Visit { folder: "/a", ..Visit::IN_FIREFOX }, async |page, _| {
        page.go("so/x/").await?;
        assert_leads_home(page, "so/x/", Language::En, "en/").await
    });
}

/// Checks that a page says in both languages that it is none, and the server too.
async fn assert_is_lost(page: &Page, address: &str) -> Result<()> {
    let status = "return performance.getEntriesByType('navigation')[0].responseStatus";
    assert_eq!(page.ask::<u16>(status).await?, 404, "{address}");
    let text = page.text("main").await?;
    for language in Language::ALL {
        assert!(text.contains(messages(*language).not_found_title), "{address}: {text}");
    }
    Ok(())
}

async fn assert_leads_home(
    page: &Page,
    address: &str,
    language: Language,
    home: &str,
) -> Result<()> {
    let link = format!("main section[lang={}] li:first-child a", language.slug());
    let known = base_address();
    let site = known.clone().unwrap_or_else(|| format!("{}/", page.site()));
    let there = format!("{site}{home}");
    let is_right = format!("return document.querySelector('{link}').href === '{there}'");
    page.until(&format!("a link of {address} leads home"), &is_right).await?;
    if known.is_some() {
        // It leads to where the site will stand, which is not here.
        return Ok(());
    }
    page.click(&link).await?;
    page.until(&format!("{address} leads home"), &format!("return location.href === '{there}'"))
        .await?;
    let lang: String = page.ask("return document.documentElement.lang").await?;
    assert_eq!(lang, language.slug(), "{address}");
    Ok(())
}
