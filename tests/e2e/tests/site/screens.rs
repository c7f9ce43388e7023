use dak_so::model::{Language, Slug};
use e2e::{Page, Screen};

use crate::chart::drawn;
use crate::pages::{chart_addresses, views};
use crate::visit::{Visit, nothing_went_wrong_unseen, visit, visit_as};

/// Đắk Nông's colour, which occurs in every chart.
const BLUE: &str = "#0b5c8f";

const RATIOS: [f64; 4] = [1.0, 2.0, 2.625, 3.0];
const SIZES: [(u32, u32); 2] = [(360, 740), (1280, 800)];

#[test]
fn the_charts_are_sharp_on_every_screen_from_the_start() {
    visit(async |page| {
        let addresses = chart_addresses(Language::Vi);
        for (width, height) in SIZES {
            for (ratio, turn) in RATIOS.into_iter().zip(1..) {
                let screen = Screen::new(width, height, ratio);
                page.show_on(screen).await?;
                // The start page on every screen, each other page on one of each size.
                let other = &addresses[turn % addresses.len()];
                for address in [&addresses[0], other] {
                    page.open(address).await?;
                    assert_sharp(page, screen).await?;
                }
            }
        }
        Ok(())
    });
}

#[test]
fn the_charts_stay_sharp_when_the_reader_zooms() {
    visit(async |page| {
        page.show_on(Screen::DESKTOP).await?;
        page.open("").await?;
        page.ask::<()>("window.stillTheSamePage = true").await?;
        // Zoom changes the ratio and the width at once, as turning a phone changes the width.
        for ratio in RATIOS.into_iter().rev() {
            for (width, height) in SIZES {
                let screen = Screen::new(width, height, ratio);
                page.show_on(screen).await?;
                page.settle().await?;
                assert_sharp(page, screen).await?;
            }
        }
        assert!(page.ask("return window.stillTheSamePage").await?);
        Ok(())
    });
}

#[test]
fn the_charts_stay_sharp_when_the_window_moves_to_another_screen() {
    visit(async |page| {
        page.show_on(Screen::DESKTOP).await?;
        page.open("").await?;
        for pixel_ratio in [2.0, 2.625, 1.0, 3.0] {
            let screen = Screen { pixel_ratio, ..Screen::DESKTOP };
            page.show_on(screen).await?;
            // Unlike another screen, another emulated ratio alone does not make the browser look at
            // the media queries of the page again; this does.
            page.prefer_dark(false).await?;
            page.settle().await?;
            assert_sharp(page, screen).await?;
        }
        Ok(())
    });
}

async fn assert_sharp(page: &Page, screen: Screen) -> e2e::Result<()> {
    let ratio: f64 = page.ask("return devicePixelRatio").await?;
    assert!((ratio - screen.pixel_ratio).abs() < 1e-6, "{ratio}");
    for chart in drawn(page, &[BLUE]).await? {
        // A stored pixel for each pixel of the screen: no letter is drawn at another size than its own.
        let sizes = [(chart.width, chart.shown_width), (chart.height, chart.shown_height)];
        for (stored, shown) in sizes {
            // Whole pixels are stored: half a pixel of the width is more in the height.
            let needed = shown * screen.pixel_ratio;
            let error = (f64::from(stored) - needed).abs();
            assert!(error < f64::max(1.0, 0.002 * needed), "{screen:?}: {chart:?}");
        }
        assert!(chart.shown_width <= f64::from(screen.width), "{chart:?}");
        assert!(chart.pixels[BLUE] > 100, "{screen:?}: {chart:?}");
    }
    Ok(())
}

#[test]
fn nothing_makes_the_page_scroll_sideways() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        for address in Language::ALL.iter().flat_map(|of| views(*of)) {
            page.go(&address).await?;
            // A phone lays its scroll bar over the page, a desktop takes its width from the page.
            for (width, touch) in [(320, true), (360, true), (320, false), (1280, false)] {
                page.show_on(Screen { touch, ..Screen::new(width, 740, 1.0) }).await?;
                for open in [false, true] {
                    let script = "for (const table of document.querySelectorAll('details'))
                        table.open = arguments[0]";
                    page.ask_about::<()>(script, open).await?;
                    page.settle().await?;
                    assert_fits(page).await?;
                }
            }
        }
        nothing_went_wrong_unseen(page).await
    });
}

async fn assert_fits(page: &Page) -> e2e::Result<()> {
    let (needed, given): (u32, u32) = page
        .ask(
            "const { scrollWidth, clientWidth } = document.documentElement;
            return [scrollWidth, clientWidth]",
        )
        .await?;
    assert!(needed <= given, "{needed} pixels wide on {given}");
    // What the root hides could still be cut off.
    let outside: Vec<String> = page
        .ask(
            "return [...document.querySelectorAll('body *:not(.skip)')]
                .filter(element => element.checkVisibility())
                .filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
                .map(element => element.outerHTML.slice(0, 80))",
        )
        .await?;
    assert!(outside.is_empty(), "outside of {given}: {outside:#?}");
    Ok(())
}
