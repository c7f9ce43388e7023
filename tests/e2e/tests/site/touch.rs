use dak_so::chart::ChartId;
use dak_so::embedded::DATASET;
use dak_so::model::{Kind, Language, Slug};
use e2e::{Engine, Page, Result, Screen};

use crate::card::card;
use crate::chart::{bring, bring_to, canvas, centre, magnified, scene};
use crate::pages::address_of;
use crate::visit::in_both;

const PHONE: Screen = Screen { pixel_ratio: 2.0, ..Screen::PHONE };

/// The pixels that a rounded place may be off.
const ROUNDING: f64 = 1.0;

/// The width that a page has on the phone. Firefox has a scroll bar beside it.
async fn room(page: &Page) -> Result<f64> {
    match page.engine() {
        Engine::Firefox => page.ask("return document.documentElement.clientWidth").await,
        Engine::Chromium | Engine::WebKit => Ok(PHONE.width.into()),
    }
}

#[test]
fn a_tap_on_a_mark_docks_its_evidence_at_the_bottom() {
    in_both(&async |page| {
        page.show_on(PHONE).await?;
        for language in Language::ALL {
            for chart in ChartId::ALL {
                page.open(&address_of(*chart, *language)).await?;
                let marks = scene(page, *language, *chart).await?.marks;
                for mark in marks.iter().take(2) {
                    let place = bring(page, *chart, centre(mark.target)).await?;
                    page.tap(place).await?;
                    let docked = card(page).await?.unwrap();
                    docked.assert_shows(*language, mark.observation);
                    assert!(docked.closes, "a tap pins");
                    let (width, height) = (room(page).await?, f64::from(PHONE.height));
                    let off = [docked.left, docked.right - width, docked.bottom - height];
                    assert!(off.iter().all(|off| off.abs() <= ROUNDING), "{docked:?}");
                    assert!(docked.top > place.1 as f64, "it hides what was tapped: {docked:?}");
                }
                page.click(".open .close").await?;
                assert!(card(page).await?.is_none());
            }
        }
        Ok(())
    });
}

#[test]
fn a_docked_card_leaves_the_tapped_mark_in_view() {
    in_both(&async |page| {
        page.show_on(PHONE).await?;
        for chart in ChartId::ALL {
            page.open(&address_of(*chart, Language::Vi)).await?;
            let marks = scene(page, Language::Vi, *chart).await?.marks;
            let mark = &marks[0];
            let place = bring_to(page, *chart, centre(mark.target), 0.85).await?;
            page.tap(place).await?;
            let docked = card(page).await?.unwrap();
            let top = "return document.querySelector(arguments[0]).getBoundingClientRect().top";
            let top: f64 = page.ask_about(top, canvas(*chart)).await?;
            let bottom = top + f64::from(mark.target.bottom()) * magnified(page, *chart).await?;
            assert!(bottom <= docked.top + ROUNDING, "the mark ends at {bottom}: {docked:?}");
            page.click(".open .close").await?;
        }
        Ok(())
    });
}

#[test]
fn a_tap_on_the_line_of_a_target_shows_the_target() {
    in_both(&async |page| {
        page.show_on(PHONE).await?;
        page.open(&address_of(ChartId::Targets, Language::Vi)).await?;
        let marks = scene(page, Language::Vi, ChartId::Targets).await?.marks;
        // Where there is a result, its bar lies under the line.
        let result = marks
            .iter()
            .position(|mark| DATASET.observation(mark.observation).kind == Kind::Actual);
        let target = &marks[result.unwrap() - 1];
        let place = bring(page, ChartId::Targets, centre(target.shape)).await?;
        page.tap(place).await?;
        let shown = card(page).await?.unwrap();
        shown.assert_shows(Language::Vi, target.observation);
        Ok(())
    });
}
