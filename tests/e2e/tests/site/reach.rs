//! Evidence that a mouse brings can be gone to (WCAG 2.2, 1.4.13), and keeps nobody from walking on.

use dak_so::chart::ChartId;
use dak_so::model::{Language, ObservationId};
use e2e::{Engine, Key, Page, Result, Screen};

use crate::card::card;
use crate::chart::{bring, centre, scene};
use crate::pages::address_of;
use crate::pictured::{WITHOUT, leave, mark};
use crate::visit::{Visit, visit, visit_as};

const CHARTS: [ChartId; 3] = [ChartId::Pair, ChartId::Targets, ChartId::Subscriptions];

/// How far a slow hand moves a mouse at a time, in CSS pixels.
const STEP: i64 = 3;

/// How far into a card is well within it, in CSS pixels.
const INSET: i64 = 20;

/// Points at a mark, stays, and walks to its card.
async fn walk_to_card(page: &Page, figure: ObservationId, from: (i64, i64)) -> Result<()> {
    page.point(from).await?;
    card(page).await?.unwrap().assert_shows(Language::Vi, figure);
    let reached = "const card = document.querySelector('.card.open');
        return card !== null && getComputedStyle(card).pointerEvents === 'auto'";
    page.until("the card can be gone to", reached).await?;
    let shown = card(page).await?.unwrap();
    let (x, mut y) = from;
    let (step, to) = if shown.top > y as f64 {
        (STEP, shown.top as i64 + INSET)
    } else {
        (-STEP, shown.bottom as i64 - INSET)
    };
    while (to - y) * step > 0 {
        y += step;
        page.point((x, y)).await?;
        let still = card(page).await?;
        let still =
            still.unwrap_or_else(|| panic!("it went when the mouse came to {y}: {shown:?}"));
        still.assert_shows(Language::Vi, figure);
    }
    Ok(())
}

/// Checks that the card to which the mouse has come goes when it leaves, and stays after a press.
async fn press_and_leave(page: &Page) -> Result<()> {
    page.press_mouse().await?;
    leave(page).await?;
    assert!(card(page).await?.unwrap().closes, "what was pressed stays");
    page.press(Key::Escape).await?;
    assert!(card(page).await?.is_none());
    Ok(())
}

#[test]
fn the_mouse_can_go_from_a_mark_to_its_evidence() {
    for visit in Visit::IN_EACH {
        visit_as(visit, async |page, _| {
            if Engine::SETTABLE.contains(&visit.engine) {
                page.show_on(Screen::DESKTOP).await?;
            }
            for chart in CHARTS {
                page.open(&address_of(chart, Language::Vi)).await?;
                for mark in scene(page, Language::Vi, chart).await?.marks.iter().take(3) {
                    let place = bring(page, chart, centre(mark.shape)).await?;
                    walk_to_card(page, mark.observation, place).await?;
                    leave(page).await?;
                    assert!(card(page).await?.is_none());
                }
                let mark = &scene(page, Language::Vi, chart).await?.marks[0];
                let place = bring(page, chart, centre(mark.target)).await?;
                walk_to_card(page, mark.observation, place).await?;
                press_and_leave(page).await?;
            }
            Ok(())
        });
    }
}

#[test]
fn without_the_app_the_mouse_can_go_from_a_mark_to_its_evidence() {
    for visit in Visit::IN_EACH {
        visit_as(Visit { behaviour: WITHOUT, ..visit }, async |page, _| {
            if Engine::SETTABLE.contains(&visit.engine) {
                page.show_on(Screen::DESKTOP).await?;
            }
            for chart in CHARTS {
                page.go(&address_of(chart, Language::Vi)).await?;
                for index in [0, 1] {
                    let mark = mark(page, chart, index).await?;
                    walk_to_card(page, mark.figure, mark.place).await?;
                    leave(page).await?;
                    assert!(card(page).await?.is_none());
                }
                let mark = mark(page, chart, 0).await?;
                walk_to_card(page, mark.figure, mark.place).await?;
                press_and_leave(page).await?;
            }
            Ok(())
        });
    }
}

#[test]
fn who_does_not_stay_walks_through_a_card_to_the_next_mark() {
    visit(async |page| {
        page.show_on(Screen::DESKTOP).await?;
        let chart = ChartId::Subscriptions;
        page.open(&address_of(chart, Language::Vi)).await?;
        let hasten = "const sheet = new CSSStyleSheet();
            sheet.replaceSync('.card.open { animation-delay: 1000s; }');
            document.adoptedStyleSheets = [sheet]";
        page.ask::<()>(hasten).await?;
        let marks = scene(page, Language::Vi, chart).await?.marks;
        let (first, others) = marks[1..].split_first().unwrap();
        let place = bring(page, chart, centre(first.shape)).await?;
        page.point(place).await?;
        let shown = card(page).await?.unwrap();
        let mut walked = 0;
        for other in others {
            let (x, y) = (
                place.0 + i64::from(centre(other.shape).x - centre(first.shape).x),
                place.1 + i64::from(centre(other.shape).y - centre(first.shape).y),
            );
            let is_covered = shown.left < x as f64
                && shown.right > x as f64
                && shown.top < y as f64
                && shown.bottom > y as f64;
            if is_covered {
                page.point((x, y)).await?;
                card(page).await?.unwrap().assert_shows(Language::Vi, other.observation);
                walked += 1;
            }
        }
        assert!(walked > 0, "the card covers no mark: {shown:?}");
        Ok(())
    });
}

#[test]
fn the_evidence_of_half_a_pair_leaves_the_other_half_in_view() {
    visit(async |page| {
        page.show_on(Screen::DESKTOP).await?;
        let chart = ChartId::Pair;
        page.open("").await?;
        let marks = scene(page, Language::Vi, chart).await?.marks;
        for (of, other) in [(0, 1), (1, 0)] {
            let hidden = bring(page, chart, centre(marks[other].shape)).await?;
            let apart = centre(marks[of].shape).y - centre(marks[other].shape).y;
            page.point((hidden.0, hidden.1 + i64::from(apart))).await?;
            let shown = card(page).await?.unwrap();
            shown.assert_shows(Language::Vi, marks[of].observation);
            shown.assert_clear_of(hidden);
            leave(page).await?;
        }
        Ok(())
    });
    visit_as(Visit { behaviour: WITHOUT, ..Visit::IN_CHROMIUM }, async |page, _| {
        page.show_on(Screen::DESKTOP).await?;
        page.go("").await?;
        for (of, other) in [(0, 1), (1, 0)] {
            let mark = mark(page, ChartId::Pair, of).await?;
            page.point(mark.place).await?;
            let shown = card(page).await?.unwrap();
            shown.assert_shows(Language::Vi, mark.figure);
            let middle = "const marks = [...document.querySelectorAll('.still [data-mark]')];
                const seen = marks.filter(mark => mark.getClientRects().length > 0);
                const { y, height } = seen[arguments[0]].getBoundingClientRect();
                return Math.round(y + height / 2)";
            shown.assert_clear_of((mark.place.0, page.ask_about(middle, other).await?));
            leave(page).await?;
        }
        Ok(())
    });
}

#[test]
fn in_a_narrow_window_a_click_docks_what_the_mouse_could_not_reach() {
    visit(async |page| {
        page.show_on(Screen::new(360, 740, 1.0)).await?;
        page.open("").await?;
        let mark = &scene(page, Language::Vi, ChartId::Pair).await?.marks[0];
        page.point(bring(page, ChartId::Pair, centre(mark.shape)).await?).await?;
        let seen = "return [...document.querySelectorAll('.card')]
            .some(card => card.checkVisibility({ visibilityProperty: true }))";
        assert!(!page.ask::<bool>(seen).await?);
        page.press_mouse().await?;
        assert!(page.ask::<bool>(seen).await?);
        let docked = card(page).await?.unwrap();
        docked.assert_shows(Language::Vi, mark.observation);
        assert!((docked.bottom - 740.0).abs() <= 1.0, "{docked:?}");
        Ok(())
    });
}
