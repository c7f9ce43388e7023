//! The app takes the place of the static pictures, and the reader notices nothing but that they live.

use dak_so::chart::ChartId;
use dak_so::model::{Language, Slug};
use e2e::{Behaviour, Page, Result, Screen, Server};
use serde::Deserialize;

use crate::chart::canvas;
use crate::pages::{address_of, addresses, chart_addresses, charts_of, language, live_addresses};
use crate::seen::{look, texts_of};
use crate::visit::{Visit, nothing_went_wrong_unseen, visit_as};

/// The Wasm comes when the test says so.
pub(crate) const HELD: Behaviour = Behaviour::Held(".wasm");

/// In Chromium the site lies in a folder, in Firefox at the root, so that both are seen.
pub(crate) const IN_CHROMIUM: Visit =
    Visit { folder: "/cong/so-lieu/dak-so", ..Visit::IN_CHROMIUM };
const VISITS: [Visit; 2] = [IN_CHROMIUM, Visit::IN_FIREFOX];

#[test]
fn live_pages_have_the_figures_that_they_had_before() {
    for visit in VISITS {
        visit_as(visit, async |page, _| {
            let live = live_addresses();
            for address in addresses() {
                page.go(&address).await?;
                if live.contains(&address) {
                    page.until_ready().await?;
                }
                let seen = look(page).await?;
                seen.assert_has_its_content(&address);
                seen.assert_has_live_charts(&address);
                assert_eq!(seen.message, None, "{address}");
            }
            nothing_went_wrong_unseen(page).await
        });
    }
}

/// Notes every text that is drawn on a canvas.
const NOTE_TEXTS: &str = "(() => {
    const draw = CanvasRenderingContext2D.prototype.fillText;
    const clear = CanvasRenderingContext2D.prototype.clearRect;
    CanvasRenderingContext2D.prototype.clearRect = function (...box) {
        this.canvas.texts = [];
        return clear.apply(this, box);
    };
    CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
        this.canvas.texts.push(text);
        return draw.call(this, text, ...place);
    };
})()";

#[test]
fn live_charts_say_what_their_pictures_said() {
    visit_as(IN_CHROMIUM, async |page, _| {
        page.before_each_page(NOTE_TEXTS).await?;
        for (screen, width) in [(240, 200), (360, 328), (480, 400), (700, 640), (1280, 928)] {
            page.show_on(Screen::new(screen, 800, 1.0)).await?;
            for address in Language::ALL.iter().flat_map(|of| chart_addresses(*of)) {
                page.open(&address).await?;
                for chart in charts_of(&address) {
                    let drawn = "return document.querySelector(arguments[0]).texts";
                    let drawn: Vec<String> = page.ask_about(drawn, canvas(chart)).await?;
                    let drawn: Vec<String> = drawn.iter().map(|t| crate::card::plain(t)).collect();
                    let expected = texts_of(language(&address), chart.slug(), width);
                    assert_eq!(drawn, expected, "{address} at {screen}");
                }
            }
        }
        Ok(())
    });
}

#[test]
fn before_the_app_arrives_the_page_is_whole_and_its_links_lead_on() {
    for visit in VISITS {
        visit_as(Visit { behaviour: HELD, ..visit }, async |page, server| {
            for address in live_addresses() {
                page.go(&address).await?;
                page.settle().await?;
                let seen = look(page).await?;
                seen.assert_has_its_content(&address);
                seen.assert_has_static_charts(&address);
                assert_eq!(seen.message, None, "{address}");
                page.click(".languages a:not([aria-current])").await?;
                let other = page.ask::<String>("return document.documentElement.lang").await?;
                assert_ne!(other, language(&address).slug());
                page.driver().back().await?;
            }
            server.release();
            page.until_ready().await?;
            let last = live_addresses().pop().unwrap_or_default();
            look(page).await?.assert_has_live_charts(&last);
            Ok(())
        });
    }
}

/// What belongs to the reader: where the page is scrolled, where the focus is, what is open, and what
/// is typed and selected in a field.
const STATE: &str = "const focus = document.activeElement;
    return {
        scrolled: scrollY,
        focus: focus.outerHTML.slice(0, 120),
        selection: [focus.value ?? '', focus.selectionStart ?? 0, focus.selectionEnd ?? 0],
        open: [...document.querySelectorAll('details[open] summary')].map(({ innerText }) => innerText),
    }";

#[derive(Debug, Deserialize, PartialEq)]
struct State {
    scrolled: f64,
    focus: String,
    selection: (String, u32, u32),
    open: Vec<String>,
}

async fn takes_over_unnoticed(page: &Page, server: &Server) -> Result<()> {
    let before: State = page.ask(STATE).await?;
    assert!(before.scrolled > 0.0, "{before:?}");
    assert!(!before.focus.starts_with("<body"), "{before:?}");
    server.release();
    page.until_ready().await?;
    assert_eq!(page.ask::<State>(STATE).await?, before);
    Ok(())
}

#[test]
fn the_focus_on_a_link_and_the_scroll_position_stay() {
    for visit in VISITS {
        visit_as(Visit { behaviour: HELD, ..visit }, async |page, server| {
            page.go(&address_of(ChartId::Coverage, Language::Vi)).await?;
            page.ask::<()>("document.querySelector('#coverage .source a').focus()").await?;
            takes_over_unnoticed(page, server).await
        });
    }
}

#[test]
fn an_open_table_and_the_focus_on_it_stay() {
    for visit in VISITS {
        visit_as(Visit { behaviour: HELD, ..visit }, async |page, server| {
            page.go(&address_of(ChartId::Subscriptions, Language::En)).await?;
            page.click("#subscriptions a[href='#subscriptions-table']").await?;
            assert!(page.is_shown("#subscriptions table").await?);
            page.click("#subscriptions .term summary").await?;
            page.ask::<()>("document.querySelector('#subscriptions table').scrollIntoView()")
                .await?;
            takes_over_unnoticed(page, server).await
        });
    }
}

#[test]
fn what_was_typed_before_stays_and_is_searched() {
    for visit in VISITS {
        visit_as(Visit { behaviour: HELD, ..visit }, async |page, server| {
            page.show_on(Screen::new(360, 500, 1.0)).await?;
            page.go("so-lieu/").await?;
            let all = page.count("[data-row]").await?;
            page.click("#search").await?;
            page.type_text("bang rong").await?;
            page.ask::<()>("document.activeElement.setSelectionRange(2, 5); scrollTo(0, 40)")
                .await?;
            assert_eq!(page.count("[data-row]").await?, all);
            takes_over_unnoticed(page, server).await?;
            let found = page.count("[data-row]").await?;
            assert!(found > 0 && found < all, "{found} of {all}");
            Ok(())
        });
    }
}
