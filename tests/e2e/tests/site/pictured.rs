//! The cards on the pictures that charts were written as: before the app is there, and without it.

use dak_so::chart::ChartId;
use dak_so::embedded::DATASET;
use dak_so::model::{Language, ObservationId, Slug};
use e2e::{Behaviour, Engine, Key, Page, Result, Screen};
use serde_json::json;

use crate::card::card;
use crate::chart::{bring, centre, scene};
use crate::pages::address_of;
use crate::takeover::HELD;
use crate::visit::{Visit, visit_as};

/// The program never arrives.
pub(crate) const WITHOUT: Behaviour = Behaviour::Without(".wasm");

/// The pixels that a rounded place may be off.
const ROUNDING: f64 = 1.0;

/// A mark of the picture that is shown.
pub(crate) struct Mark {
    pub(crate) figure: ObservationId,
    /// Its middle in the viewport.
    pub(crate) place: (i64, i64),
}

/// Scrolls to a mark of the picture of a chart, counted from 0, and says where it is.
pub(crate) async fn mark(page: &Page, chart: ChartId, index: usize) -> Result<Mark> {
    mark_at(page, chart, index, "center").await
}

/// The same for a mark at another place of the viewport, in the words of `scrollIntoView`.
async fn mark_at(page: &Page, chart: ChartId, index: usize, block: &str) -> Result<Mark> {
    let script = "const [chart, index, block] = arguments[0];
        const all = [...document.querySelectorAll(`[data-chart=${chart}] .still [data-mark]`)];
        const mark = all.filter(mark => mark.getClientRects().length > 0)[index];
        mark.scrollIntoView({ block, behavior: 'instant' });
        const { x, y, width, height } = mark.getBoundingClientRect();
        // Beside the middle, where parts of a bar meet.
        return [mark.dataset.mark, [Math.round(x + width / 3), Math.round(y + height / 2)]]";
    let (figure, place): (String, _) =
        page.ask_about(script, json!([chart.slug(), index, block])).await?;
    page.settle().await?;
    Ok(Mark { figure: DATASET.observation_named(&figure).unwrap(), place })
}

/// Moves the mouse off every chart.
pub(crate) async fn leave(page: &Page) -> Result<()> {
    page.point((2, 2)).await
}

#[test]
fn without_the_app_the_mouse_over_a_mark_shows_its_evidence() {
    for visit in Visit::IN_EACH {
        visit_as(Visit { behaviour: WITHOUT, ..visit }, async |page, _| {
            if Engine::SETTABLE.contains(&visit.engine) {
                page.show_on(Screen::DESKTOP).await?;
            }
            for chart in
                [ChartId::Pair, ChartId::Coverage, ChartId::Targets, ChartId::DigitalEconomy]
            {
                for language in Language::ALL.iter().copied() {
                    page.go(&address_of(chart, language)).await?;
                    for index in [0, 1] {
                        let mark = mark(page, chart, index).await?;
                        page.point(mark.place).await?;
                        let shown = card(page).await?.unwrap();
                        assert!(!shown.closes, "hovering pins nothing");
                        shown.assert_shows(language, mark.figure);
                        assert!(shown.left >= 0.0, "{shown:?}");
                        shown.assert_clear_of(mark.place);
                        leave(page).await?;
                        assert!(card(page).await?.is_none());
                    }
                }
            }
            Ok(())
        });
    }
}

#[test]
fn without_the_app_a_card_that_would_reach_below_the_screen_floats_above_its_mark() {
    visit_as(Visit { behaviour: WITHOUT, ..Visit::IN_CHROMIUM }, async |page, _| {
        page.show_on(Screen::DESKTOP).await?;
        let chart = ChartId::Subscriptions;
        page.go(&address_of(chart, Language::Vi)).await?;
        for pinned in [false, true] {
            let mark = mark_at(page, chart, 0, "end").await?;
            page.point(mark.place).await?;
            if pinned {
                page.press_mouse().await?;
            }
            let shown = card(page).await?.unwrap();
            shown.assert_shows(Language::Vi, mark.figure);
            assert_eq!(shown.closes, pinned);
            assert!(shown.top >= 0.0, "{shown:?}");
            assert!(shown.bottom < mark.place.1 as f64, "it is not above: {shown:?}");
        }
        Ok(())
    });
}

#[test]
fn without_the_app_a_click_keeps_the_evidence_until_it_is_closed() {
    visit_as(Visit { behaviour: WITHOUT, ..Visit::IN_CHROMIUM }, async |page, _| {
        page.show_on(Screen::DESKTOP).await?;
        page.go("").await?;
        let open = async || {
            let mark = mark(page, ChartId::Pair, 0).await?;
            page.point(mark.place).await?;
            page.press_mouse().await?;
            leave(page).await?;
            let kept = card(page).await?.unwrap();
            assert!(kept.closes);
            kept.assert_shows(Language::Vi, mark.figure);
            Ok::<_, e2e::Error>(mark)
        };
        open().await?;
        page.click(".open dl").await?;
        assert!(card(page).await?.is_some(), "it is there to be read");
        page.click(".open .close").await?;
        assert!(card(page).await?.is_none());

        open().await?;
        page.press(Key::Escape).await?;
        assert!(card(page).await?.is_none());

        let mark = open().await?;
        page.point(mark.place).await?;
        page.press_mouse().await?;
        assert!(card(page).await?.is_none(), "a second click closes it");

        open().await?;
        page.press_mouse().await?;
        assert!(card(page).await?.is_none(), "a click elsewhere closes it");
        Ok(())
    });
}

#[test]
fn without_the_app_a_tap_docks_the_evidence() {
    visit_as(Visit { behaviour: WITHOUT, ..Visit::IN_CHROMIUM }, async |page, _| {
        page.show_on(Screen::PHONE).await?;
        page.go("").await?;
        let mark = mark(page, ChartId::Pair, 1).await?;
        page.tap(mark.place).await?;
        let docked = card(page).await?.unwrap();
        docked.assert_shows(Language::Vi, mark.figure);
        assert!(docked.closes, "a tap pins");
        assert!((docked.bottom - f64::from(Screen::PHONE.height)).abs() <= ROUNDING, "{docked:?}");
        let bottom = "return [...document.querySelectorAll('.still [data-mark]')]
            .find(mark => mark.getClientRects().length > 0 && mark.dataset.mark === arguments[0])
            .getBoundingClientRect().bottom";
        let bottom: f64 = page.ask_about(bottom, DATASET.observation(mark.figure).slug).await?;
        assert!(bottom <= docked.top + ROUNDING, "it hides what was tapped: {docked:?}");
        page.click(".open .close").await?;
        assert!(card(page).await?.is_none());
        Ok(())
    });
}

#[test]
fn the_app_leaves_what_is_open_and_shows_the_next_card_itself() {
    for visit in [Visit::IN_CHROMIUM, Visit::IN_FIREFOX] {
        visit_as(Visit { behaviour: HELD, ..visit }, async |page, server| {
            page.show_on(Screen::DESKTOP).await?;
            let chart = ChartId::Pair;
            page.go("").await?;
            // Its card lies below it, and not over the other mark.
            let early = mark(page, chart, 1).await?;
            page.point(early.place).await?;
            page.press_mouse().await?;
            assert!(card(page).await?.unwrap().closes);
            server.release();
            page.until_ready().await?;
            let kept = card(page).await?.unwrap();
            assert!(kept.closes);
            kept.assert_shows(Language::Vi, early.figure);

            let next = scene(page, Language::Vi, chart).await?.marks[0].clone();
            page.point(bring(page, chart, centre(next.shape)).await?).await?;
            let live = card(page).await?.unwrap();
            assert!(!live.closes, "that of the live chart is not kept open");
            live.assert_shows(Language::Vi, next.observation);
            leave(page).await?;
            assert!(card(page).await?.is_none());
            Ok(())
        });
    }
}

#[test]
fn in_a_frame_of_another_page_a_mark_shows_its_evidence_too() {
    visit_as(Visit { behaviour: WITHOUT, ..Visit::IN_CHROMIUM }, async |page, _| {
        page.show_on(Screen::DESKTOP).await?;
        page.go("nhung/like-for-like/").await?;
        let mark = mark(page, ChartId::Pair, 0).await?;
        page.point(mark.place).await?;
        page.press_mouse().await?;
        card(page).await?.unwrap().assert_shows(Language::Vi, mark.figure);
        let failed = "return document.documentElement.dataset.app === 'failed'";
        page.until("the app gives up", failed).await?;
        page.click(".open .close").await?;
        assert!(card(page).await?.is_none(), "what was open before the app failed closes");
        Ok(())
    });
}
