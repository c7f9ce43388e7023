//! Whatever fails, before the app runs or while it does, the page is as it was written.

use dak_so::chart::ChartId;
use dak_so::i18n::messages;
use dak_so::model::{Language, Slug};
use e2e::{Behaviour, Engine, Environment, Key, Page, Result, Server};
use serde::Deserialize;

use crate::chart::{bring, centre, scene};
use crate::pages::{address_of, language, live_addresses, still_addresses};
use crate::seen::look;
use crate::visit::{Visit, visit, visit_as};

const VISITS: [Visit; 2] = [Visit::IN_CHROMIUM, Visit::IN_FIREFOX];

/// The glue of the app and its Wasm, as their paths tell.
const GLUE: &str = "assets/dak-so";
const WASM: &str = ".wasm";

/// Every way in which the app may not arrive while the script that starts it does.
const FAILURES: [Behaviour; 7] = [
    Behaviour::Without(WASM),
    Behaviour::Truncated(WASM),
    Behaviour::Garbage(WASM),
    Behaviour::Csp("script-src 'self'"),
    Behaviour::Without(GLUE),
    Behaviour::Truncated(GLUE),
    Behaviour::Garbage(GLUE),
];

#[test]
fn fault_05_06_without_the_app_every_page_is_whole_and_says_so_once() {
    for visit in VISITS {
        visit_as(visit, async |page, _| {
            for behaviour in FAILURES {
                let environment = Environment::detect()?;
                let server = Server::start(&environment.site, visit.folder, behaviour).await?;
                let page = page.elsewhere(server.site());
                for address in live_addresses() {
                    page.go(&address).await?;
                    assert_says_so(&page, &address).await?;
                }
                for address in still_addresses() {
                    page.go(&address).await?;
                    let seen = look(&page).await?;
                    seen.assert_has_its_content(&address);
                    assert_eq!((seen.message, seen.controls), (None, 0), "{address}");
                }
            }
            Ok(())
        });
    }
}

#[test]
fn without_any_script_every_page_is_whole() {
    for visit in VISITS {
        let visit = Visit { behaviour: Behaviour::Without(".js"), ..visit };
        visit_as(visit, async |page, _| {
            for address in live_addresses().iter().chain(&still_addresses()) {
                page.go(address).await?;
                let seen = look(page).await?;
                seen.assert_has_its_content(address);
                seen.assert_has_static_charts(address);
                let idle = (seen.controls, seen.hints);
                assert_eq!(idle, (0, 0), "{address} offers what nothing listens to");
            }
            Ok(())
        });
    }
}

/// Waits for the message that the app failed, and checks that all else is as it was written.
pub(crate) async fn assert_says_so(page: &Page, address: &str) -> Result<()> {
    let failed = "return document.documentElement.dataset.app === 'failed'";
    page.until(&format!("the app of {address} gives up"), failed).await?;
    let seen = look(page).await?;
    seen.assert_has_its_content(address);
    seen.assert_has_static_charts(address);
    assert_eq!((seen.controls, seen.hints), (0, 0), "{address}");
    let message = seen.message.unwrap_or_else(|| panic!("{address} says nothing"));
    assert!(message.starts_with(messages(language(address)).start_failed), "{message}");
    let reload = "return document.querySelector('#start-failed a').href === location.href";
    assert!(page.ask(reload).await?, "{address}");
    Ok(())
}

/// Writes nonsense over the whole memory of the app, so that what it does next traps. The glue is
/// loaded already, and answers with what the Wasm exports. A module of the page does it, since Firefox
/// does not let the scripts of a driver import.
const BREAK: &str = "const module = document.createElement('script');
    module.type = 'module';
    module.textContent = `
        const glue = await import(document.getElementById('app-js').href);
        const memory = Object.values(await glue.default()).find(one => one instanceof WebAssembly.Memory);
        new Uint8Array(memory.buffer).fill(0xff);
        document.body.dataset.broken = true;`;
    document.body.append(module)";

/// Breaks what the app remembers, once it has nothing left to do of its own accord.
pub(crate) async fn break_memory(page: &Page) -> Result<()> {
    let made = "const isMade = drawing => drawing.querySelectorAll('.card').length
            == drawing.querySelector('.marks').getAttribute('aria-valuemax');
        const hasRehearsed = drawing => drawing.querySelector('.ring').style.width !== '';
        return 'embed' in document.documentElement.dataset
            || [...document.querySelectorAll('.drawing')].every(
                drawing => isMade(drawing) && hasRehearsed(drawing))";
    page.until("all cards are made, and a first move rehearsed", made).await?;
    page.ask::<()>(BREAK).await?;
    page.until("the memory is broken", "return document.body.dataset.broken === 'true'").await
}

/// Where everything lies and how far the page is scrolled.
const PLACES: &str = "return {
    scrolled: scrollY,
    places: [...document.querySelectorAll('h1, h2, .plot, .plot ~ *, table tr, footer a')]
        .map(element => {
            const { x, y, width, height } = element.getBoundingClientRect();
            return [x, y, width, height].map(Math.round);
        }),
}";

#[derive(Debug, Deserialize, PartialEq)]
struct Places {
    scrolled: f64,
    places: Vec<[i32; 4]>,
}

#[test]
fn fault_40_a_trap_under_a_pointer_brings_the_pictures_back_and_moves_nothing() {
    for visit in Visit::IN_EACH {
        visit_as(visit, async |page, _| {
            let chart = ChartId::Subscriptions;
            for address in Language::ALL.iter().map(|of| address_of(chart, *of)) {
                // A pointer that is there already does not move there.
                page.point((1, 1)).await?;
                page.open(&address).await?;
                let mark = &scene(page, language(&address), chart).await?.marks[0];
                let place = bring(page, chart, centre(mark.shape)).await?;
                let before: Places = page.ask(PLACES).await?;
                assert!(before.scrolled > 0.0 && before.places.len() > 20);
                break_memory(page).await?;
                page.point(place).await?;
                assert_says_so(page, &address).await?;
                let after: Places = page.ask(PLACES).await?;
                let pairs = before.places.iter().zip(&after.places);
                let moved: Vec<_> = pairs.filter(|(before, after)| before != after).collect();
                assert!(moved.is_empty(), "{address}: {moved:?}");
                assert_eq!(after, before, "{address}");
                assert_usable(page).await?;
            }
            Ok(())
        });
    }
}

#[test]
fn fault_40_a_trap_under_a_key_brings_the_pictures_back() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        let address = address_of(ChartId::Coverage, Language::Vi);
        page.open(&address).await?;
        page.ask::<()>("document.querySelector('#coverage .marks').focus()").await?;
        page.press(Key::Right).await?;
        assert!(page.is_shown(".card.open").await?);
        break_memory(page).await?;
        page.press(Key::Right).await?;
        assert_says_so(page, &address).await?;
        assert_eq!(page.count(".card.open").await?, 0);
        assert_usable(page).await
    });
}

#[test]
fn fault_40_a_trap_in_the_search_brings_every_row_back() {
    for visit in Visit::IN_EACH {
        visit_as(visit, async |page, _| {
            for address in ["so-lieu/", "en/figures/"] {
                page.open(address).await?;
                let all = page.count("[data-row]").await?;
                page.click("#search").await?;
                page.type_text("fttx").await?;
                assert!(page.count("[data-row]").await? < all, "{address}");
                break_memory(page).await?;
                page.type_text("x").await?;
                assert_says_so(page, address).await?;
                assert_eq!(page.count("[data-row]").await?, all, "{address}");
                assert_usable(page).await?;
            }
            Ok(())
        });
    }
}

/// Checks that the page can still be used: its links lead on.
async fn assert_usable(page: &Page) -> Result<()> {
    page.click(".languages a:not([aria-current])").await?;
    page.until_ready().await?;
    page.click(".languages a:not([aria-current])").await?;
    page.until_ready().await
}

#[test]
fn an_error_that_is_not_of_the_app_leaves_it_alone() {
    let engines = VISITS.map(|visit| visit.engine);
    assert_eq!(engines, Engine::SETTABLE);
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        page.open("").await?;
        page.ask::<()>("setTimeout(() => { throw new Error('of an extension') })").await?;
        page.settle().await?;
        page.until_ready().await?;
        look(page).await?.assert_has_live_charts("");
        Ok(())
    });
}

#[test]
fn nothing_of_this_is_said_where_nothing_fails() {
    visit(async |page| {
        for address in live_addresses() {
            page.open(&address).await?;
            let seen = look(page).await?;
            assert_eq!(seen.message, None, "{address}");
            seen.assert_has_live_charts(&address);
        }
        Ok(())
    });
}
