//! Evidence that a mouse brings can be gone to (WCAG 2.2, 1.4.13), and keeps nobody from walking on.

use dak_so::chart::{ChartId, Point};
use dak_so::model::{Language, ObservationId};
use e2e::{Engine, Key, Page, Result, Screen};

use crate::card::{Card, card};
use crate::chart::{bring, centre, scene};
use crate::pages::address_of;
use crate::pictured::{WITHOUT, leave, mark};
use crate::visit::{Visit, visit, visit_as};

const CHARTS: [ChartId; 3] = [ChartId::Pair, ChartId::Targets, ChartId::Subscriptions];

/// How far a slow hand moves a mouse at a time, in CSS pixels.
const STEP: i64 = 3;

/// How far into a card is well within it, in CSS pixels.
const INSET: i64 = 20;

/// Points at a mark and stays until its card can be gone to.
async fn stay(page: &Page, figure: ObservationId, place: (i64, i64)) -> Result<Card> {
    page.point(place).await?;
    let reached = "const card = document.querySelector('.card.open');
        return card !== null && getComputedStyle(card).pointerEvents === 'auto'";
    page.until("the card can be gone to", reached).await?;
    let shown = card(page).await?.unwrap();
    shown.assert_shows(Language::Vi, figure);
    shown.assert_clear_of(place);
    Ok(shown)
}

/// Points at a mark, stays, and walks to its card: straight to its edge, along it, and on.
async fn walk_to_card(page: &Page, figure: ObservationId, from: (i64, i64)) -> Result<()> {
    let shown = stay(page, figure, from).await?;
    let is_below = shown.top > from.1 as f64;
    let edge = if is_below { shown.top as i64 } else { shown.bottom.ceil() as i64 };
    let away = if is_below { -STEP } else { STEP };
    let inside = (shown.left as i64 + INSET, shown.right as i64 - INSET);
    let corners = [
        (from.0, edge + away),
        (from.0.clamp(inside.0, inside.1), edge + away),
        (from.0.clamp(inside.0, inside.1), edge - away / STEP * INSET),
    ];
    let mut at = from;
    for corner in corners {
        while at != corner {
            at.0 += (corner.0 - at.0).clamp(-STEP, STEP);
            at.1 += (corner.1 - at.1).clamp(-STEP, STEP);
            page.point(at).await?;
            let title = card(page).await?.map(|card| card.title);
            assert_eq!(title.as_ref(), Some(&shown.title), "at {at:?}, from {from:?}: {shown:?}");
        }
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
        let (first, others) = marks.split_first().unwrap();
        let place = bring(page, chart, centre(first.shape)).await?;
        page.point(place).await?;
        let shown = card(page).await?.unwrap();
        // From the scene to the screen.
        let (x, y) = (
            place.0 - i64::from(centre(first.shape).x),
            place.1 - i64::from(centre(first.shape).y),
        );
        let mut walked = 0;
        for other in others {
            let middle = Point { x: shown.left as i32 + 50 - x as i32, ..centre(other.shape) };
            let below = (x + i64::from(middle.x), y + i64::from(middle.y));
            let is_covered = shown.top < below.1 as f64 && shown.bottom > below.1 as f64;
            if is_covered && other.target.contains(middle) {
                page.point(below).await?;
                card(page).await?.unwrap().assert_shows(Language::Vi, other.observation);
                walked += 1;
            }
        }
        assert!(walked > 0, "the card covers no mark: {shown:?}");
        Ok(())
    });
}

#[test]
fn beside_the_evidence_of_half_a_pair_the_way_to_the_other_half_is_free() {
    visit(async |page| {
        page.show_on(Screen::DESKTOP).await?;
        page.open("").await?;
        let marks = scene(page, Language::Vi, ChartId::Pair).await?.marks;
        for (of, other) in [(0, 1), (1, 0)] {
            let apart = centre(marks[other].shape).y - centre(marks[of].shape).y;
            let place = bring(page, ChartId::Pair, centre(marks[of].shape)).await?;
            stay(page, marks[of].observation, place).await?;
            walk(page, place, place.1 + i64::from(apart)).await?;
            card(page).await?.unwrap().assert_shows(Language::Vi, marks[other].observation);
            leave(page).await?;
        }
        Ok(())
    });
}

#[test]
fn without_the_app_the_way_to_the_other_half_of_a_pair_is_free_too() {
    visit_as(Visit { behaviour: WITHOUT, ..Visit::IN_CHROMIUM }, async |page, _| {
        page.show_on(Screen::DESKTOP).await?;
        page.go("").await?;
        for (of, other) in [(0, 1), (1, 0)] {
            let to = mark(page, ChartId::Pair, other).await?;
            let from = mark(page, ChartId::Pair, of).await?;
            stay(page, from.figure, from.place).await?;
            let middle = "const marks = [...document.querySelectorAll('.still [data-mark]')];
                const seen = marks.filter(mark => mark.getClientRects().length > 0);
                const { y, height } = seen[arguments[0]].getBoundingClientRect();
                return Math.round(y + height / 2)";
            walk(page, from.place, page.ask_about(middle, other).await?).await?;
            card(page).await?.unwrap().assert_shows(Language::Vi, to.figure);
            leave(page).await?;
        }
        Ok(())
    });
}

/// Walks straight up or down.
async fn walk(page: &Page, (x, mut y): (i64, i64), to: i64) -> Result<()> {
    while y != to {
        y += (to - y).clamp(-STEP, STEP);
        page.point((x, y)).await?;
    }
    Ok(())
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
