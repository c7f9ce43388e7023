use dak_so::chart::ChartId;
use dak_so::model::{Language, Slug};
use e2e::Screen;

use crate::card::card;
use crate::chart::{bring, centre, scene};
use crate::visit::{address, visit};

const PHONE: Screen = Screen { pixel_ratio: 2.0, ..Screen::PHONE };

/// The pixels that a rounded place may be off.
const ROUNDING: f64 = 1.0;

#[test]
fn a_tap_on_a_mark_docks_its_evidence_at_the_bottom() {
    visit(async |page| {
        page.show_on(PHONE).await?;
        for language in Language::ALL {
            page.open(address(*language)).await?;
            for chart in ChartId::ALL {
                let marks = scene(page, *language, *chart).await?.marks;
                for mark in marks.iter().take(2) {
                    let place = bring(page, *chart, centre(mark.target)).await?;
                    page.tap(place).await?;
                    let docked = card(page).await?.unwrap();
                    docked.assert_shows(*language, mark.observation);
                    assert!(docked.closes, "a tap pins");
                    let (width, height) = (f64::from(PHONE.width), f64::from(PHONE.height));
                    let off = [docked.left, docked.right - width, docked.bottom - height];
                    assert!(off.iter().all(|off| off.abs() <= ROUNDING), "{docked:?}");
                    assert!(docked.top > place.1 as f64, "it hides what was tapped: {docked:?}");
                }
                page.click(".card .close").await?;
                assert!(card(page).await?.is_none());
            }
        }
        Ok(())
    });
}
