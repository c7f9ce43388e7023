//! Views that the app renders, looked at as the files are.

use dak_so::chart::ChartId;
use dak_so::model::{Language, Slug};
use e2e::{Key, Page, Result};

use crate::card::card;
use crate::chart::scene;
use crate::pages::address_of;
use crate::visit::in_both;

/// A view that is no first one of any test; from it on, views are rendered.
const BEFORE: &str = "en/sources/";

/// Follows a link of the page to an address.
const FOLLOW: &str = "const link = document.createElement('a');
    link.href = arguments[0];
    document.querySelector('main').append(link);
    link.click();
    link.remove()";

/// Opens the first document, whose links the app follows.
pub(crate) async fn begin(page: &Page) -> Result<()> {
    page.open(BEFORE).await
}

/// Shows an address in the document that is open, as its links do, and waits for it.
pub(crate) async fn render(page: &Page, address: &str) -> Result<()> {
    page.ask_about::<()>(FOLLOW, format!("{}/{address}", page.site())).await?;
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let is_shown = format!(
        "const {{ path, rendered }} = document.documentElement.dataset;
        return path === '{path}' && rendered !== undefined"
    );
    page.until(&format!("{address:?} is rendered"), &is_shown).await?;
    page.until_ready().await
}

/// What the focus is on: the kind of element and what it leads to or is called.
const STOP: &str =
    "const { localName, id, className, name, href, textContent } = document.activeElement;
    return [localName, id || name || className, href || textContent.trim().slice(0, 40)].join(' ')";

/// Where the Tab key stops in the content, one place after the other.
async fn stops(page: &Page) -> Result<Vec<String>> {
    page.ask::<()>(
        "document.querySelector('h1').tabIndex = -1; document.querySelector('h1').focus()",
    )
    .await?;
    let mut stops = Vec::new();
    loop {
        page.press(Key::Tab).await?;
        let is_inside = "return document.querySelector('main').contains(document.activeElement)";
        if !page.ask::<bool>(is_inside).await? {
            return Ok(stops);
        }
        stops.push(page.ask(STOP).await?);
    }
}

#[test]
fn the_tab_key_stops_where_it_stops_in_the_file() {
    in_both(&async |page| {
        for address in ["phu-song/", "so/dl-fixed-broadband-2024-12/", "en/targets/"] {
            page.open(address).await?;
            let written = stops(page).await?;
            assert!(written.len() >= 3, "{address}: {written:?}");
            begin(page).await?;
            render(page, address).await?;
            assert_eq!(stops(page).await?, written, "{address}");
        }
        Ok(())
    });
}

#[test]
fn the_arrow_keys_walk_through_the_evidence_of_every_figure() {
    in_both(&async |page| {
        begin(page).await?;
        for (language, chart) in
            Language::ALL.iter().flat_map(|of| ChartId::ALL.iter().map(move |id| (*of, *id)))
        {
            render(page, &address_of(chart, language)).await?;
            let focus = format!("document.querySelector('#{} .marks').focus()", chart.slug());
            page.ask::<()>(&focus).await?;
            for mark in scene(page, language, chart).await?.marks {
                page.press(Key::Right).await?;
                let card = card(page).await?.expect("a card is open");
                assert_eq!(card.chart, chart.slug());
                card.assert_shows(language, mark.observation);
            }
            page.press(Key::Escape).await?;
            assert!(card(page).await?.is_none());
        }
        Ok(())
    });
}
