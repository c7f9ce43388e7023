//! Light and dark: as the system is, or the other one for who has chosen it.

use e2e::{Behaviour, Options, Page, Result, Screen};
use serde_json::json;

use crate::pages::{ONE_FILE, addresses, folder};
use crate::takeover::HELD;
use crate::visit::{Visit, nothing_went_wrong_unseen, visit_as};

const VISITS: [Visit; 2] = [Visit::IN_CHROMIUM, Visit::IN_FIREFOX];

/// What the page is like: whether page, canvas and form controls are dark, each of which has a way of
/// its own, and what the button says.
const LOOK: &str =
    "const dark = color => color.match(/\\d+/g).slice(0, 3).every(part => part < 64);
    const of = element => getComputedStyle(element);
    const canvases = [...document.querySelectorAll('canvas')].map(canvas => {
        const { data } = canvas.getContext('2d').getImageData(0, 0, 1, 1);
        return dark(data.join());
    });
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = 'Canvas';
    const controls = dark(of(probe).color);
    probe.remove();
    const button = document.getElementById('scheme');
    const pressed = button && button.getAttribute('aria-pressed') === 'true';
    return [dark(of(document.body).backgroundColor), controls, ...canvases,
        ...(button ? [pressed] : [])]";

async fn assert_dark(page: &Page, dark: bool, what: &str) -> Result<()> {
    let look: Vec<bool> = page.ask(LOOK).await?;
    assert!(look.len() >= 2 && look.iter().all(|part| *part == dark), "{what}: {look:?}");
    Ok(())
}

/// All that is kept for the site.
const KEPT: &str = "return JSON.stringify(localStorage)";

#[test]
fn a_press_brings_the_other_scheme_to_all_pages_and_another_one_the_systems() {
    for visit in VISITS {
        visit_as(visit, async |page, _| {
            for system in [false, true] {
                page.prefer_dark(system).await?;
                page.open("").await?;
                assert_dark(page, system, "as the system").await?;
                page.click("#scheme").await?;
                assert_dark(page, !system, "pressed").await?;
                page.open("").await?;
                assert_dark(page, !system, "loaded again").await?;
                page.open("en/coverage/").await?;
                assert_dark(page, !system, "a view").await?;
                page.open("nguon/").await?;
                assert_dark(page, !system, "a page without charts").await?;
                page.go("404.html").await?;
                assert_dark(page, !system, "no page").await?;
                page.open("so-lieu/").await?;
                // On its way to another page, Firefox forgets what it was told.
                page.prefer_dark(system).await?;
                page.click("#scheme").await?;
                assert_dark(page, system, "pressed again").await?;
                assert_eq!(page.ask::<String>(KEPT).await?, "{}");
                // A page that follows the system again does so at once.
                page.open("").await?;
                page.prefer_dark(!system).await?;
                page.settle().await?;
                assert_dark(page, !system, "the system has changed").await?;
            }
            nothing_went_wrong_unseen(page).await
        });
    }
}

#[test]
fn a_press_before_the_app_is_there_counts_at_once_and_is_kept() {
    for visit in VISITS {
        visit_as(Visit { behaviour: HELD, ..visit }, async |page, server| {
            page.go("thue-bao/").await?;
            for dark in [true, false, true] {
                page.click("#scheme").await?;
                let ground =
                    "return getComputedStyle(document.body).backgroundColor === 'rgb(20, 25, 30)'";
                assert_eq!(page.ask::<bool>(ground).await?, dark);
            }
            server.release();
            page.until_ready().await?;
            assert_dark(page, true, "once the app is there").await?;
            page.open("nguon/").await?;
            assert_dark(page, true, "a page after it").await?;
            page.click("#scheme").await?;
            assert_dark(page, false, "pressed once more").await?;
            assert_eq!(page.ask::<String>(KEPT).await?, "{}");
            nothing_went_wrong_unseen(page).await
        });
    }
}

#[test]
fn a_choice_holds_when_the_system_comes_to_it_and_leaves_again() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        page.open("").await?;
        page.click("#scheme").await?;
        for system in [true, false] {
            page.prefer_dark(system).await?;
            page.settle().await?;
            assert_dark(page, true, "chosen").await?;
        }
        Ok(())
    });
}

#[test]
fn the_page_before_and_another_tab_follow() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        page.open("").await?;
        page.open("so-lieu/").await?;
        page.click("#scheme").await?;
        page.driver().back().await?;
        page.until_ready().await?;
        assert_dark(page, true, "the page before").await?;

        let first = page.driver().window().await?;
        let second = page.driver().new_tab().await?;
        page.driver().switch_to_window(second).await?;
        page.open("en/").await?;
        assert_dark(page, true, "another tab").await?;
        page.click("#scheme").await?;
        page.driver().switch_to_window(first).await?;
        let light = "return !document.documentElement.dataset.theme";
        page.until("the first tab follows", light).await?;
        page.settle().await?;
        assert_dark(page, false, "the first tab").await
    });
}

#[test]
fn no_page_is_seen_in_the_other_scheme_first() {
    for visit in VISITS {
        visit_as(Visit { behaviour: Behaviour::Without("start-"), ..visit }, async |page, _| {
            page.go("").await?;
            // Nobody would hear a press.
            assert_eq!(page.ask::<String>(VISIBLE).await?, "hidden");
            page.ask::<()>("localStorage.setItem('dak-so-theme', 'dark')").await?;
            // What stands in the head before the style needs no other script, on any page.
            for address in addresses().iter().step_by(20).map(String::as_str).chain(["404.html"]) {
                page.go(address).await?;
                let [ground, controls]: [bool; 2] =
                    serde_json::from_value(page.ask::<serde_json::Value>(GROUND).await?)?;
                assert!(ground && controls, "{address}");
            }
            Ok(())
        });
    }
}

const VISIBLE: &str = "return getComputedStyle(document.getElementById('scheme')).visibility";

const GROUND: &str =
    "return [getComputedStyle(document.body).backgroundColor === 'rgb(20, 25, 30)',
    getComputedStyle(document.documentElement).colorScheme === 'dark']";

#[test]
fn without_scripts_the_button_is_not_seen_and_keeps_its_place() {
    const PLACE: &str = "const { left, right, width, height } =
            document.getElementById('scheme').getBoundingClientRect();
        const languages = document.querySelector('.languages').getBoundingClientRect();
        return [width, height, languages.right < left, right < innerWidth]";
    for visit in VISITS {
        let mut places = Vec::new();
        for scripts in [true, false] {
            visit_as(
                Visit { options: Options { scripts, ..Options::USUAL }, ..visit },
                async |page, _| {
                    for screen in [Screen::DESKTOP, Screen::PHONE, Screen::new(320, 640, 1.0)] {
                        page.show_on(screen).await?;
                        page.go("so-lieu/").await?;
                        let expected = if scripts { "visible" } else { "hidden" };
                        assert_eq!(page.ask::<String>(VISIBLE).await?, expected);
                        let place: (f64, f64, bool, bool) = page.ask(PLACE).await?;
                        assert_eq!(place, (44.0, 44.0, true, true), "{screen:?}");
                        let heading =
                            "return document.querySelector('h1').getBoundingClientRect().top";
                        places.push(page.ask::<f64>(heading).await?);
                    }
                    Ok(())
                },
            );
        }
        assert_eq!(places[..3], places[3..]);
    }
}

#[test]
fn where_nothing_can_be_kept_a_choice_lasts_for_the_page() {
    const DENIED: &str = "Object.defineProperty(window, 'localStorage', {
        get() { throw new DOMException('denied', 'SecurityError') } })";
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        page.before_each_page(DENIED).await?;
        page.open("").await?;
        for dark in [true, false, true] {
            page.click("#scheme").await?;
            assert_dark(page, dark, "pressed").await?;
        }
        page.open("en/").await?;
        assert_dark(page, false, "another page").await?;
        nothing_went_wrong_unseen(page).await
    });
}

#[test]
fn colours_of_the_readers_own_come_before_the_scheme() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        page.open("").await?;
        page.click("#scheme").await?;
        let features = json!([{ "name": "forced-colors", "value": "active" },
            { "name": "prefers-color-scheme", "value": "light" }]);
        page.command("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
        page.settle().await?;
        let same = "const probe = document.body.appendChild(document.createElement('i'));
            probe.style.forcedColorAdjust = 'none';
            probe.style.color = 'LinkText';
            const link = getComputedStyle(probe).color;
            probe.style.color = 'var(--dak-nong)';
            return getComputedStyle(probe).color === link";
        assert!(page.ask::<bool>(same).await?);
        Ok(())
    });
}

#[test]
fn the_edition_in_one_file_has_the_button_too() {
    for visit in VISITS {
        visit_as(visit, async |page, _| {
            let page = page.elsewhere(format!("file://{}", folder().canonicalize()?.display()));
            page.open(ONE_FILE).await?;
            assert_dark(&page, false, "as the system").await?;
            page.click("#scheme").await?;
            assert_dark(&page, true, "pressed").await?;
            page.driver().goto("about:blank").await?;
            page.go(&format!("{ONE_FILE}#/en/coverage/")).await?;
            let shown = "return document.documentElement.dataset.path === 'en/coverage/'";
            page.until("the other page is shown", shown).await?;
            page.until_ready().await?;
            assert_dark(&page, true, "another page").await?;
            page.click("#scheme").await?;
            assert_dark(&page, false, "pressed again").await?;
            assert_eq!(page.complaints().await?, [""; 0]);
            Ok(())
        });
    }
}
