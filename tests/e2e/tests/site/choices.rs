//! What a reader chooses on a page holds, stands in the address, and can be taken back.

use dak_so::chart::ChartId;
use dak_so::embedded::DATASET;
use dak_so::i18n::found;
use dak_so::model::{Language, Slug};
use dak_so::query::{Status, ledger};
use e2e::{Engine, Key, Page, Result};

use crate::card::{card, plain};
use crate::pages::address_of;
use crate::takeover::HELD;
use crate::visit::{Visit, in_both, visit_as};

async fn query(page: &Page) -> Result<String> {
    page.ask("return location.search").await
}

/// The sides of the charts that are seen, each once.
async fn sides(page: &Page) -> Result<Vec<String>> {
    page.ask(
        "return [...new Set([...document.querySelectorAll('.side')]
            .filter(side => side.checkVisibility()).map(side => side.dataset.sides))]",
    )
    .await
}

async fn choose(page: &Page, control: &str, value: &str) -> Result<()> {
    page.ask_about::<()>(
        "const [control, value] = arguments[0];
        const field = document.querySelector(`select[data-control=${control}]`);
        field.value = value;
        if (field.value !== value) throw new Error(`${control} has no ${value}`);
        field.dispatchEvent(new Event('input', { bubbles: true }))",
        (control, value),
    )
    .await?;
    page.settle().await
}

#[test]
fn a_tab_holds_for_all_charts_and_stands_in_the_address() {
    in_both(&async |page| {
        for language in Language::ALL {
            let address = address_of(ChartId::Subscriptions, *language);
            page.open(&address).await?;
            assert_eq!(sides(page).await?, ["chart"]);
            // The second chart of the page, so that something above it comes and goes.
            let tab = "#mobile-money .tabs a:nth-child(2)";
            let place = "const tab = document.querySelector('#mobile-money .tabs a:nth-child(2)');
                return Math.round(tab.getBoundingClientRect().top)";
            page.ask::<()>("document.querySelector('#mobile-money .tabs').scrollIntoView()")
                .await?;
            let before: i64 = page.ask(place).await?;
            page.click(tab).await?;
            assert_eq!(sides(page).await?, ["table"]);
            assert_eq!(query(page).await?, "?tab=table");
            let after: i64 = page.ask(place).await?;
            assert!(before.abs_diff(after) <= 2, "the tab went from {before} to {after}");
            let selected = page.count(".tabs [role=tab][aria-selected=true]").await?;
            assert_eq!(selected, 2, "one of each chart");
            // Again from the address alone, in the other language, and back.
            page.open(&format!("{address}?tab=table")).await?;
            assert_eq!(sides(page).await?, ["table"]);
            page.click(".languages a:not([aria-current])").await?;
            page.until_ready().await?;
            assert_eq!(sides(page).await?, ["table"]);
            page.driver().back().await?;
            page.until_ready().await?;
            page.click("#subscriptions .tabs a:nth-child(3)").await?;
            assert_eq!(sides(page).await?, ["source"]);
            page.driver().back().await?;
            page.until("the table is back", "return location.search === '?tab=table'").await?;
            page.settle().await?;
            assert_eq!(sides(page).await?, ["table"]);
            page.driver().forward().await?;
            page.until("the sources are back", "return location.search === '?tab=source'").await?;
            page.settle().await?;
            assert_eq!(sides(page).await?, ["source"]);
        }
        Ok(())
    });
}

#[test]
fn tabs_are_there_before_the_app_and_it_goes_on_from_them() {
    for engine in Engine::SETTABLE {
        let held = Visit { engine, behaviour: HELD, ..Visit::IN_CHROMIUM };
        visit_as(held, async |page, server| {
            page.go("thue-bao/").await?;
            page.until(
                "the script has started",
                "return document.documentElement.dataset.app === 'starting'",
            )
            .await?;
            assert_eq!(sides(page).await?, ["chart"]);
            page.click("#mobile-money .tabs a:nth-child(2)").await?;
            assert_eq!(sides(page).await?, ["table"]);
            server.release();
            page.until_ready().await?;
            assert_eq!(sides(page).await?, ["table"]);
            let selected = page.count("[role=tab][aria-selected=true][data-value=table]").await?;
            assert_eq!(selected, 2);
            page.click("#mobile-money .tabs a:nth-child(1)").await?;
            assert_eq!(sides(page).await?, ["chart"]);
            Ok(())
        });
    }
}

#[test]
fn the_keyboard_walks_the_tabs() {
    in_both(&async |page| {
        page.open("phu-song/").await?;
        page.ask::<()>("document.querySelector('.tabs [aria-selected=true]').focus()").await?;
        for (key, side) in [
            (Key::Right, "table"),
            (Key::Right, "source"),
            (Key::Right, "chart"),
            (Key::Left, "source"),
            (Key::Home, "chart"),
            (Key::End, "source"),
        ] {
            page.press(key).await?;
            assert_eq!(sides(page).await?, [side]);
            let at: String = page.ask("return document.activeElement.hash.slice(1)").await?;
            assert_eq!(at, format!("coverage-{side}"));
        }
        Ok(())
    });
}

#[test]
fn a_chart_that_was_hidden_is_drawn_when_it_is_seen() {
    in_both(&async |page| {
        page.open("phu-song/?tab=table").await?;
        page.click(".tabs a:first-child").await?;
        let drawn = "const { width, height } = document.querySelector('canvas');
            const { data } = document.querySelector('canvas').getContext('2d')
                .getImageData(0, 0, width, height);
            return width > 300 && new Set(new Uint32Array(data.buffer)).size > 3";
        page.until("the chart is drawn", drawn).await
    });
}

#[test]
fn a_list_is_narrowed_and_the_address_says_by_what() {
    in_both(&async |page| {
        let entries = ledger(&DATASET);
        let not_known = entries.iter().filter(|entry| entry.status == Status::NoActual).count();
        for (address, language) in [("muc-tieu/", Language::Vi), ("en/targets/", Language::En)] {
            page.open(address).await?;
            let all = entries.len();
            assert_eq!(plain(&page.text("#found").await?), found(language, true, all));
            choose(page, "status", "no_actual").await?;
            let shown = "[data-row]";
            assert_eq!(page.count(shown).await?, not_known);
            assert_eq!(plain(&page.text("#found").await?), found(language, true, not_known));
            assert_eq!(page.count("#met_later").await?, 0);
            choose(page, "topic", "coverage").await?;
            assert_eq!(query(page).await?, "?status=no_actual&topic=coverage");
            let narrowed = page.count(shown).await?;
            assert!(narrowed > 0 && narrowed < not_known);
            // From the address alone.
            page.open(&format!("{address}?status=no_actual&topic=coverage")).await?;
            assert_eq!(page.count(shown).await?, narrowed);
            let set: String = page.ask("return document.querySelector('#by-status').value").await?;
            assert_eq!(set, "no_actual");
            page.click("[data-control=all]").await?;
            assert_eq!(page.count(shown).await?, all);
            assert_eq!(query(page).await?, "");
            let set: String = page.ask("return document.querySelector('#by-status').value").await?;
            assert_eq!(set, "");
        }
        Ok(())
    });
}

/// The figures in the order in which they are seen.
const LISTED: &str = "return [...document.querySelectorAll('[data-row]')]
    .filter(row => row.checkVisibility())
    .map(row => row.querySelector('a.value').dataset.figure)";

#[test]
fn a_list_stands_in_the_order_that_is_asked_for() {
    in_both(&async |page| {
        for (address, language) in [("so-lieu/", Language::Vi), ("en/figures/", Language::En)] {
            page.open(address).await?;
            let by_topic: Vec<String> = page.ask(LISTED).await?;
            choose(page, "sort", "newest").await?;
            let newest: Vec<String> = page.ask(LISTED).await?;
            assert_eq!(newest.len(), by_topic.len());
            let month = |slug: &String| {
                let id = DATASET.observation_named(slug).unwrap();
                DATASET.observation(id).period.last_month()
            };
            assert!(newest.iter().map(month).rev().is_sorted());
            assert_eq!(page.count("[data-group]").await?, 0);
            // Narrowed as well.
            choose(page, "province", "dak-lak").await?;
            let narrowed: Vec<String> = page.ask(LISTED).await?;
            let expected = newest.iter().filter(|slug| slug.starts_with("dl-"));
            assert!(narrowed.iter().eq(expected), "{narrowed:?}");
            assert_eq!(query(page).await?, "?province=dak-lak&sort=newest");
            let text = plain(&page.text("#found").await?);
            assert_eq!(text, found(language, false, narrowed.len()));
            page.click("[data-control=all]").await?;
            assert_eq!(page.ask::<Vec<String>>(LISTED).await?, by_topic);
            assert_eq!(page.count("#in-order").await?, 0);
        }
        Ok(())
    });
}

#[test]
fn what_is_looked_for_stands_in_the_address() {
    in_both(&async |page| {
        page.open("so-lieu/").await?;
        page.click("#search").await?;
        page.type_text("băng rộng").await?;
        let found: Vec<String> = page.ask(LISTED).await?;
        assert!(!found.is_empty() && found.len() < 20, "{found:?}");
        let address: String = page.ask("return location.href").await?;
        page.driver().goto(address).await?;
        page.until_ready().await?;
        assert_eq!(page.ask::<Vec<String>>(LISTED).await?, found);
        let typed: String = page.ask("return document.querySelector('#search').value").await?;
        assert_eq!(typed, "băng rộng");
        Ok(())
    });
}

/// How many pixels of the first chart have the colour of the bars of a province.
const COLOURED: &str = "const canvas = document.querySelector('canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const [province] = arguments;
    const swatch = document.querySelector(`.swatch.${province}`);
    const wanted = getComputedStyle(swatch).backgroundColor.match(/\\d+/g).map(Number);
    let count = 0;
    for (let at = 0; at < data.length; at += 4)
        count += wanted.every((channel, index) => data[at + index] === channel);
    return count";

#[test]
fn a_province_stands_out_and_the_other_steps_back() {
    in_both(&async |page| {
        page.open("").await?;
        let both: (usize, usize) = (
            page.ask_about(COLOURED, "dak-nong").await?,
            page.ask_about(COLOURED, "dak-lak").await?,
        );
        assert!(both.0 > 100 && both.1 > 100, "{both:?}");
        page.click(".legend [data-value=dak-lak]").await?;
        assert_eq!(query(page).await?, "?province=dak-lak");
        assert_eq!(page.ask_about::<usize>(COLOURED, "dak-nong").await?, 0);
        assert_eq!(page.ask_about::<usize>(COLOURED, "dak-lak").await?, both.1);
        assert_eq!(page.count(".legend [aria-pressed=true]").await?, 1);
        // Pressed again, it gives the choice back.
        page.click(".legend [data-value=dak-lak]").await?;
        assert_eq!(query(page).await?, "");
        assert_eq!(page.ask_about::<usize>(COLOURED, "dak-nong").await?, both.0);
        assert_eq!(page.count(".legend [aria-pressed=true]").await?, 0);
        Ok(())
    });
}

#[test]
fn the_figure_whose_card_is_open_stands_in_the_address() {
    in_both(&async |page| {
        for language in Language::ALL {
            let address = address_of(ChartId::Subscriptions, *language);
            page.open(&address).await?;
            page.ask::<()>("document.querySelector('#subscriptions .marks').focus()").await?;
            page.press(Key::Right).await?;
            let shown = card(page).await?.unwrap();
            let address: String = page.ask("return location.href").await?;
            let figure = address.split_once("?figure=").unwrap().1.to_owned();
            page.driver().goto(address).await?;
            page.until_ready().await?;
            page.until(
                "the card is open",
                "return document.querySelector('.open .card-value') !== null",
            )
            .await?;
            let again = card(page).await?.unwrap();
            assert_eq!((&again.title, &again.value), (&shown.title, &shown.value));
            let id = DATASET.observation_named(&figure).unwrap();
            again.assert_shows(*language, id);
            page.ask::<()>("document.querySelector('#subscriptions .marks').focus()").await?;
            page.press(Key::Escape).await?;
            assert!(card(page).await?.is_none());
            assert_eq!(query(page).await?, "");
        }
        Ok(())
    });
}

#[test]
fn a_damaged_query_opens_the_page_as_it_was_written() {
    in_both(&async |page| {
        for query in [
            "?tab=Table&province=__proto__&year=NaN",
            "?status=%00&topic=%FF%FE&sort=<script>",
            "?figure=constructor&kind=&&&=&=",
        ] {
            page.open(&format!("muc-tieu/{query}")).await?;
            assert_eq!(sides(page).await?, ["chart"], "{query}");
            assert_eq!(page.count("[data-row]").await?, ledger(&DATASET).len(), "{query}");
            assert_eq!(page.count("main script, img").await?, 0, "{query}");
        }
        Ok(())
    });
}

#[test]
fn of_an_endless_query_the_page_takes_what_it_has_room_for() {
    for engine in Engine::SETTABLE {
        visit_as(Visit { engine, ..Visit::IN_CHROMIUM }, async |page, _| {
            page.open(&format!("so-lieu/?q={}", "x".repeat(60_000))).await?;
            assert_eq!(page.count("[data-row]").await?, 0);
            let words: usize =
                page.ask("return document.querySelector('#search').value.length").await?;
            assert_eq!(words, 100);
            // Firefox tells that it sends no such address along with what it asks for.
            let complaints = page.complaints().await?;
            let of_length = "HTTP Referrer header: Length is over";
            assert!(complaints.iter().all(|said| said.contains(of_length)), "{complaints:#?}");
            Ok(())
        });
    }
}
