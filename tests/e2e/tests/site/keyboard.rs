use dak_so::chart::{ChartId, Region};
use dak_so::model::{Language, Slug};
use e2e::{Key, Page, Result};

use crate::card::card;
use crate::chart::scene;
use crate::pages::address_of;
use crate::visit::in_both;

/// More presses than there are things to reach on the page.
const MOST_TABS: usize = 200;

/// Presses Tab until the focus is on what the selector finds.
async fn tab_to(page: &Page, selector: &str) -> Result<()> {
    for _ in 0..MOST_TABS {
        page.press(Key::Tab).await?;
        if is_focused(page, selector).await? {
            return Ok(());
        }
    }
    panic!("Tab does not reach {selector}")
}

async fn is_focused(page: &Page, selector: &str) -> Result<bool> {
    let script = "return document.activeElement.matches(arguments[0])";
    page.ask_about(script, selector).await
}

#[test]
fn the_arrow_keys_walk_through_the_evidence_of_every_figure() {
    in_both(&async |page| {
        for language in Language::ALL {
            for chart in ChartId::ALL {
                page.open(&address_of(*chart, *language)).await?;
                tab_to(page, &format!("#{} .marks", chart.slug())).await?;
                for mark in scene(page, *language, *chart).await?.marks {
                    page.press(Key::Right).await?;
                    let card = card(page).await?.unwrap();
                    assert_eq!(card.chart, chart.slug());
                    assert!(card.closes);
                    card.assert_shows(*language, mark.observation);
                }
                page.press(Key::Escape).await?;
                assert!(card(page).await?.is_none());
            }
        }
        Ok(())
    });
}

#[test]
fn home_and_end_lead_to_the_first_and_the_last_figure() {
    in_both(&async |page| {
        let chart = ChartId::Coverage;
        page.open(&address_of(chart, Language::Vi)).await?;
        tab_to(page, "#coverage .marks").await?;
        let marks = scene(page, Language::Vi, chart).await?.marks;
        let [first, second, .., last] = marks.as_slice() else { panic!("too few marks") };
        let steps = [
            (Key::End, last),
            (Key::Right, last),
            (Key::Home, first),
            (Key::Left, first),
            (Key::Down, second),
            (Key::Up, first),
        ];
        for (key, mark) in steps {
            page.press(key).await?;
            let card = card(page).await?.unwrap();
            card.assert_shows(Language::Vi, mark.observation);
        }
        Ok(())
    });
}

#[test]
fn the_mark_that_the_keys_have_reached_is_ringed() {
    in_both(&async |page| {
        page.open("").await?;
        // Where the ring lies on the canvas, in the pixels that the chart is laid out in.
        let ring = "const ring = document.querySelector('#like-for-like .ring');
            if (!ring.checkVisibility({ visibilityProperty: true })) return null;
            const canvas = document.querySelector('#like-for-like canvas');
            const outer = canvas.getBoundingClientRect();
            const { left, top, width, height } = ring.getBoundingClientRect();
            const scale = getComputedStyle(canvas).getPropertyValue('--chart-width') / outer.width;
            return [left - outer.left, top - outer.top, width, height]
                .map(length => Math.round(length * scale))";
        let marks = scene(page, Language::Vi, ChartId::Pair).await?.marks;
        tab_to(page, "#like-for-like .marks").await?;
        assert_eq!(page.ask::<Option<[i32; 4]>>(ring).await?, None);
        for mark in &marks {
            page.press(Key::Right).await?;
            let found = page.ask::<Option<[i32; 4]>>(ring).await?.unwrap();
            let Region { x, y, width, height } = mark.shape;
            for (found, expected) in found.into_iter().zip([x, y, width, height]) {
                assert!(found.abs_diff(expected) <= 1, "{found} for {expected} of {mark:?}");
            }
            let outline = "return getComputedStyle(document.querySelector('.ring')).outlineStyle";
            assert_eq!(page.ask::<String>(outline).await?, "solid");
        }
        page.press(Key::Escape).await?;
        assert_eq!(page.ask::<Option<[i32; 4]>>(ring).await?, None);
        Ok(())
    });
}

#[test]
fn the_button_of_a_card_gives_the_focus_back_to_its_chart() {
    in_both(&async |page| {
        page.open(&address_of(ChartId::Subscriptions, Language::Vi)).await?;
        tab_to(page, "#subscriptions .marks").await?;
        for key in [Key::Enter, Key::Space] {
            page.press(Key::Right).await?;
            page.press(Key::Tab).await?;
            assert!(is_focused(page, "#subscriptions .open a[href]").await?);
            page.press(Key::Tab).await?;
            assert!(is_focused(page, "#subscriptions .open .close").await?);
            page.press(key).await?;
            assert!(card(page).await?.is_none());
            assert!(is_focused(page, "#subscriptions .marks").await?);
        }
        Ok(())
    });
}

#[test]
fn the_evidence_closes_when_the_focus_moves_on() {
    in_both(&async |page| {
        page.open(&address_of(ChartId::Subscriptions, Language::Vi)).await?;
        tab_to(page, "#subscriptions .marks").await?;
        page.press(Key::Right).await?;
        for own in ["link", "button"] {
            page.press(Key::Tab).await?;
            assert!(card(page).await?.is_some(), "its own {own} is still part of it");
        }
        page.press(Key::Tab).await?;
        assert!(card(page).await?.is_none());
        Ok(())
    });
}

#[test]
fn the_skip_link_leads_to_the_content() {
    in_both(&async |page| {
        page.open("").await?;
        page.press(Key::Tab).await?;
        assert!(is_focused(page, "a.skip").await?);
        page.press(Key::Enter).await?;
        assert!(is_focused(page, "main").await?);
        Ok(())
    });
}
