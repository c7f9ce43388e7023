use dak_so::chart::{ChartId, Point, Scene};
use dak_so::model::{Language, Slug};
use e2e::{Page, Result, Screen};

use crate::card::card;
use crate::chart::{bring, centre, scene};
use crate::pages::address_of;
use crate::visit::visit;

/// The pixels that a rounded place may be off.
const ROUNDING: f64 = 1.0;

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
    visit(async |page| {
        page.show_on(Screen::DESKTOP).await?;
        for language in Language::ALL {
            for chart in [ChartId::Pair, ChartId::Subscriptions] {
                page.open(&address_of(chart, *language)).await?;
                let marks = scene(page, *language, chart).await?.marks;
                for mark in marks.iter().take(2) {
                    let place = bring(page, chart, centre(mark.shape)).await?;
                    page.point(place).await?;
                    let shown = card(page).await?.unwrap();
                    assert!(!shown.closes, "hovering pins nothing");
                    shown.assert_shows(*language, mark.observation);
                    assert!(shown.left >= 0.0 && shown.right <= 1280.0, "{shown:?}");
                    assert!(
                        shown.top + ROUNDING >= place.1 as f64,
                        "it hides what is pointed at: {shown:?}"
                    );
                }
                leave(page, chart).await?;
                assert!(card(page).await?.is_none());
            }
        }
        Ok(())
    });
}

#[test]
fn a_click_keeps_the_evidence_until_a_click_elsewhere() {
    visit(async |page| {
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
    visit(async |page| {
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
        page.click("#like-for-like .card .close").await?;
        assert!(card(page).await?.is_none());
        let focused = "return document.activeElement.matches('#like-for-like .marks')";
        assert!(page.ask(focused).await?);
        Ok(())
    });
}
