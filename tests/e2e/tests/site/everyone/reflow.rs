//! Large text, wide text and narrow screens: nothing is cut off, and nothing makes the page scroll
//! sideways. What can be used is large enough for a finger.

use dak_so::model::Language;
use e2e::{Behaviour, Page, Result, Screen};

use super::views::{open, unfold, views, whole_views};
use crate::pages::chart_addresses;
use crate::rendered::{begin, render};
use crate::visit::{Visit, visit_as};

/// The text spacing of WCAG 1.4.12.
pub(crate) const SPACING: &str =
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";

pub(crate) const TWICE: &str = "html { font-size: 200% }";

/// What a reader has set, as a name, the width of the screen in CSS pixels, and styles. 320 pixels are
/// a desktop of 1,280 at four times its size.
const SETTINGS: [(&str, u32, &str); 5] = [
    ("at 400 %", 320, ""),
    ("text at 200 % on a phone", 360, TWICE),
    ("text at 200 % on a desktop", 1280, TWICE),
    ("wide text on a phone", 360, SPACING),
    ("wide text on a desktop", 1280, SPACING),
];

/// Adds to the style of the page. The page itself may have none in attributes and none of others.
pub(crate) const ADD_STYLE: &str = "const sheet = new CSSStyleSheet();
    sheet.replaceSync(arguments[0]);
    document.adoptedStyleSheets = [sheet]";

/// What is wider than the screen or than what it stands in. A picture may be wider than its column
/// while another one is chosen, and what is only said is not seen.
pub(crate) const CUT_OFF: &str = "const isOnlySaid = element => element !== null
        && (getComputedStyle(element).clipPath === 'inset(50%)' || isOnlySaid(element.parentElement));
    const given = document.documentElement.clientWidth;
    const needed = document.documentElement.scrollWidth;
    const told = needed > given ? [`the page scrolls: ${needed} on ${given}`] : [];
    for (const element of document.querySelectorAll('body *')) {
        if (!element.checkVisibility() || element.closest('.skip, svg') || isOnlySaid(element)) continue;
        const { left, right } = element.getBoundingClientRect();
        const name = element.outerHTML.slice(0, 80);
        if (right > given + 0.5 || left < -0.5) told.push(`outside: ${name}`);
        const { overflowX, overflowY } = getComputedStyle(element);
        const wide = element.scrollWidth > element.clientWidth + 1;
        const high = element.scrollHeight > element.clientHeight + 1;
        if (overflowX !== 'visible' && wide) told.push(`cut off: ${name}`);
        if (overflowY === 'hidden' && high) told.push(`cut off: ${name}`);
    }
    return told";

async fn assert_nothing_is_cut_off(page: &Page, address: &str) -> Result<()> {
    for (setting, width, style) in SETTINGS {
        page.show_on(Screen::new(width, 800, 1.0)).await?;
        page.ask_about::<()>(ADD_STYLE, style).await?;
        page.settle().await?;
        let told: Vec<String> = page.ask(CUT_OFF).await?;
        assert!(told.is_empty(), "{address}, {setting}: {told:#?}");
    }
    Ok(())
}

#[test]
fn fault_43_nothing_is_cut_off_when_text_is_large_or_wide() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        for address in views().iter().map(String::as_str).chain(["404.html"]) {
            open(page, address).await?;
            assert_nothing_is_cut_off(page, address).await?;
        }
        Ok(())
    });
}

#[test]
fn fault_43_nothing_that_the_app_rendered_is_cut_off() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        begin(page).await?;
        for address in whole_views() {
            render(page, &address).await?;
            unfold(page).await?;
            assert_nothing_is_cut_off(page, &address).await?;
        }
        Ok(())
    });
}

/// What can be used, with its width and height, where one of them is below `arguments[0]`. The way to
/// the content is out of sight until it has the focus.
const SMALL: &str = "const [selector, least] = arguments[0];
    return [...document.querySelectorAll(selector)]
        .filter(element => element.checkVisibility() && !element.matches('.skip'))
        .map(element => {
            const boxes = [...element.getClientRects()];
            const largest = side => Math.max(...boxes.map(box => box[side]));
            return [largest('width'), largest('height'), element.outerHTML.slice(0, 80)];
        })
        .filter(([width, height]) => width < least || height < least)
        .map(([width, height, name]) => `${width} × ${height}: ${name}`)";

const ALL_TARGETS: &str = "a[href], button, summary, input, select, [tabindex='0']";
const MAIN_TARGETS: &str = "nav a, #scheme, .filters :is(input, select, button), .close, details:not(.term) > summary, .files a";

#[test]
fn a_finger_finds_whatever_can_be_used() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        for screen in [Screen::PHONE, Screen::DESKTOP] {
            page.show_on(screen).await?;
            for address in views().iter().map(String::as_str).chain(["404.html"]) {
                open(page, address).await?;
                for (selector, least) in [(ALL_TARGETS, 24), (MAIN_TARGETS, 44)] {
                    let small: Vec<String> = page.ask_about(SMALL, (selector, least)).await?;
                    assert!(small.is_empty(), "{address}, below {least}: {small:#?}");
                }
            }
        }
        Ok(())
    });
}

#[test]
fn charts_grow_with_the_text_of_the_reader() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        page.show_on(Screen::DESKTOP).await?;
        page.open("").await?;
        let before = magnified(page).await?;
        page.ask_about::<()>(ADD_STYLE, TWICE).await?;
        page.settle().await?;
        let after = magnified(page).await?;
        assert!(before < 1.1 && after > 1.9, "{before} became {after}");
        Ok(())
    });
}

#[test]
fn the_letters_of_charts_grow_on_a_phone_whose_text_is_twice_as_large() {
    const LETTERS: &str = "return Math.max(...[...document.querySelectorAll('.still text')]
        .map(text => text.getBoundingClientRect().height))";
    for behaviour in [Behaviour::Faithful, Behaviour::Without(".wasm")] {
        visit_as(Visit { behaviour, ..Visit::IN_CHROMIUM }, async |page, _| {
            page.show_on(Screen::PHONE).await?;
            for address in chart_addresses(Language::Vi) {
                let letters = async || match behaviour {
                    Behaviour::Faithful => magnified(page).await,
                    _ => page.ask(LETTERS).await,
                };
                page.go(&address).await?;
                if behaviour == Behaviour::Faithful {
                    page.until_ready().await?;
                }
                let before = letters().await?;
                page.ask_about::<()>(ADD_STYLE, TWICE).await?;
                page.settle().await?;
                let after = letters().await?;
                let told = format!("{address}, {behaviour:?}: {before} became {after}");
                assert!(before > 0.0 && after >= 1.5 * before, "{told}");
            }
            Ok(())
        });
    }
}

/// How much larger the text of the first chart is shown than it is laid out.
async fn magnified(page: &Page) -> Result<f64> {
    page.ask(
        "const canvas = document.querySelector('canvas');
        return canvas.clientWidth / getComputedStyle(canvas).getPropertyValue('--chart-width')",
    )
    .await
}
