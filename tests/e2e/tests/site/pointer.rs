use dak_so::chart::{ChartId, Point, Scene};
use dak_so::model::{Language, Slug};
use e2e::{Key, Page, Result, Screen};

use crate::card::card;
use crate::chart::{bring, bring_to, centre, scene};
use crate::pages::address_of;
use crate::visit::in_both;

/// Some place in a chart where there is no mark.
fn blank(scene: &Scene) -> Point {
    let places = (0..scene.height.cast_signed()).map(|y| Point { x: 4, y });
    let mut blank = places.filter(|place| scene.mark_at(*place).is_none());
    blank.next().unwrap()
}

async fn leave(page: &Page, chart: ChartId) -> Result<()> {
    let script = "const box = document.querySelector(arguments[0]).getBoundingClientRect();
        return [Math.round(box.left) + 5, Math.round(box.top) + 5]";
    let legend = format!("#{} .legend", chart.slug());
    let place = page.ask_about(script, legend).await?;
    page.point(place).await
}

#[test]
fn the_mouse_over_a_mark_shows_its_evidence_until_it_leaves() {
    in_both(&async |page| {
        page.show_on(Screen::DESKTOP).await?;
        for language in Language::ALL {
            for &chart in ChartId::ALL {
                page.open(&address_of(chart, *language)).await?;
                let marks = scene(page, *language, chart).await?.marks;
                for mark in marks.iter().take(2) {
                    let place = bring(page, chart, centre(mark.shape)).await?;
                    page.point(place).await?;
                    let shown = card(page).await?.unwrap();
                    assert!(!shown.closes, "hovering pins nothing");
                    shown.assert_shows(*language, mark.observation);
                    assert!(shown.left >= 0.0 && shown.right <= 1280.0, "{shown:?}");
                    shown.assert_clear_of(place);
                    leave(page, chart).await?;
                    assert!(card(page).await?.is_none());
                }
            }
        }
        Ok(())
    });
}

#[test]
fn escape_takes_the_evidence_away_wherever_the_focus_is() {
    in_both(&async |page| {
        page.show_on(Screen::DESKTOP).await?;
        let chart = ChartId::Pair;
        page.open("").await?;
        let mark = &scene(page, Language::Vi, chart).await?.marks[0];
        page.point(bring(page, chart, centre(mark.shape)).await?).await?;
        assert!(card(page).await?.is_some());
        page.press(Key::Escape).await?;
        assert!(card(page).await?.is_none());

        page.press_mouse().await?;
        page.ask::<()>("document.querySelector('.open a').focus()").await?;
        page.press(Key::Escape).await?;
        assert!(card(page).await?.is_none());
        let focused = "return document.activeElement.matches('#like-for-like .marks')";
        assert!(page.ask(focused).await?);
        Ok(())
    });
}

#[test]
fn a_card_that_would_reach_below_the_screen_floats_above_its_mark() {
    in_both(&async |page| {
        page.show_on(Screen::DESKTOP).await?;
        let chart = ChartId::Subscriptions;
        page.open(&address_of(chart, Language::Vi)).await?;
        let marks = scene(page, Language::Vi, chart).await?.marks;
        let mark = &marks[0];
        let place = bring(page, chart, centre(mark.shape)).await?;
        page.point(place).await?;
        assert!(card(page).await?.unwrap().top > place.1 as f64);
        leave(page, chart).await?;
        for pinned in [false, true] {
            let place = bring_to(page, chart, centre(mark.shape), 0.9).await?;
            page.point(place).await?;
            if pinned {
                page.press_mouse().await?;
            }
            let shown = card(page).await?.unwrap();
            shown.assert_shows(Language::Vi, mark.observation);
            assert_eq!(shown.closes, pinned);
            assert!(shown.top >= 0.0, "{shown:?}");
            assert!(shown.bottom < place.1 as f64, "it is not above: {shown:?}");
        }
        Ok(())
    });
}

#[test]
fn a_card_that_waits_is_neither_seen_nor_heard_nor_found() {
    in_both(&async |page| {
        page.show_on(Screen::DESKTOP).await?;
        let chart = ChartId::Coverage;
        page.open(&address_of(chart, Language::Vi)).await?;
        let marks = scene(page, Language::Vi, chart).await?.marks.len();
        // They are made one by one, when the browser has nothing else to do.
        let made = "return document.querySelectorAll('#coverage .card').length";
        let mut count = 0;
        for _ in 0..100 {
            count = page.ask(made).await?;
            if count == marks {
                break;
            }
            page.settle().await?;
        }
        assert_eq!(count, marks);
        let seen = "return [...document.querySelectorAll('#coverage .card')]
            .filter(card => card.checkVisibility({ visibilityProperty: true })).length";
        assert_eq!(page.ask::<usize>(seen).await?, 0);
        let within = "const { scrollWidth, clientWidth } = document.documentElement;
            return scrollWidth <= clientWidth";
        assert!(page.ask::<bool>(within).await?);
        let found = "getSelection().removeAllRanges();
            return find(document.querySelector('.card .card-title').textContent.trim())";
        assert!(!page.ask::<bool>(found).await?);
        Ok(())
    });
}

#[test]
fn a_click_keeps_the_evidence_until_a_click_elsewhere() {
    in_both(&async |page| {
        page.show_on(Screen::DESKTOP).await?;
        page.open("").await?;
        let chart = ChartId::Pair;
        let scene = scene(page, Language::Vi, chart).await?;
        let mark = &scene.marks[0];
        page.point(bring(page, chart, centre(mark.shape)).await?).await?;
        page.press_mouse().await?;
        assert!(card(page).await?.unwrap().closes);
        // Neither leaving nor another mark takes it away.
        leave(page, chart).await?;
        let kept = card(page).await?.unwrap();
        kept.assert_shows(Language::Vi, mark.observation);

        page.point(bring(page, chart, blank(&scene)).await?).await?;
        page.press_mouse().await?;
        assert!(card(page).await?.is_none());
        Ok(())
    });
}

#[test]
fn a_second_click_or_the_button_closes_the_evidence() {
    in_both(&async |page| {
        page.show_on(Screen::DESKTOP).await?;
        page.open("").await?;
        let chart = ChartId::Pair;
        let mark = &scene(page, Language::Vi, chart).await?.marks[0];
        let place = bring(page, chart, centre(mark.shape)).await?;
        page.point(place).await?;
        page.press_mouse().await?;
        assert!(card(page).await?.unwrap().closes);
        page.press_mouse().await?;
        assert!(card(page).await?.is_none());

        page.press_mouse().await?;
        page.click("#like-for-like .open .close").await?;
        assert!(card(page).await?.is_none());
        let focused = "return document.activeElement.matches('#like-for-like .marks')";
        assert!(page.ask(focused).await?);
        Ok(())
    });
}
