//! The pages that are looked at.

use std::collections::BTreeMap;

use dak_so::model::{Language, Slug};
use e2e::{Page, Result};

use crate::pages::{addresses, embed_addresses, is_embed, language, live_addresses};

/// So many pages of a kind are looked at; the others differ from them in their data alone.
const OF_A_KIND: usize = 5;

/// The addresses of all views in both languages, and a spread of those that there are many of.
pub(super) fn views() -> Vec<String> {
    let mut kinds: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for address in addresses().into_iter().chain(embed_addresses()) {
        let kind = address.trim_end_matches('/').rsplit_once('/').map(|(kind, _)| kind.to_owned());
        kinds.entry((language(&address).slug(), kind)).or_default().push(address);
    }
    let spread = kinds.into_values().flat_map(|pages| {
        let step = pages.len().div_ceil(OF_A_KIND).max(1);
        // Views that stand side by side in a folder are few, and each is one of its own.
        let step = if pages.len() <= 2 * OF_A_KIND { 1 } else { step };
        pages.into_iter().step_by(step)
    });
    spread.collect()
}

/// Those that stand by themselves: a chart in a frame has the page around for its landmarks, and its table
/// on the site.
pub(super) fn whole_views() -> impl Iterator<Item = String> {
    views().into_iter().filter(|address| !is_embed(address))
}

/// Those of one language.
pub(super) fn views_in(wanted: Language) -> impl Iterator<Item = String> {
    views().into_iter().filter(move |address| language(address) == wanted)
}

/// Opens a page, and waits for the app if it has one.
pub(super) async fn open(page: &Page, address: &str) -> Result<()> {
    page.go(address).await?;
    if page.count("#app-js").await? > 0 {
        page.until_ready().await?;
    }
    unfold(page).await
}

/// Opens what is folded away, which is looked at too.
pub(super) async fn unfold(page: &Page) -> Result<()> {
    page.ask::<()>(OPEN_DETAILS).await?;
    page.settle().await
}

const OPEN_DETAILS: &str =
    "document.querySelectorAll('details').forEach(details => (details.open = true))";

#[test]
fn every_view_and_a_spread_of_the_figures_is_looked_at() {
    for language in Language::ALL {
        let views: Vec<String> = views_in(*language).collect();
        assert!(views.len() >= 3 + OF_A_KIND - 1, "{views:?}");
        let live =
            live_addresses().into_iter().filter(|live| crate::pages::language(live) == *language);
        for live in live {
            assert!(views.contains(&live), "{live} is not in {views:?}");
        }
    }
}
