use dak_so::i18n::messages;
use dak_so::model::{Language, Slug};
use e2e::{Behaviour, Key, Page, Result};

use crate::card::card;
use crate::visit::{address, visit, visit_broken};

/// Takes the canvas away, as a browser does that has no memory left or was told to.
const NO_CANVAS: &str = "HTMLCanvasElement.prototype.getContext = () => null";

#[test]
fn without_a_canvas_the_tables_and_the_evidence_remain() {
    visit(async |page| {
        page.before_each_page(NO_CANVAS).await?;
        for language in Language::ALL {
            page.open(address(*language)).await?;
            let text = messages(*language);
            let failed =
                "return [...document.querySelectorAll('.failed')].map(one => one.innerText)";
            let failed: Vec<String> = page.ask(failed).await?;
            assert_eq!(failed, [text.chart_failed; 4]);
            assert!(!page.is_shown("figure canvas").await?);

            page.click("#coverage summary").await?;
            assert!(page.is_shown("#coverage table [data-figure]").await?);
            page.ask::<()>("document.querySelector('#like-for-like .marks').focus()").await?;
            page.press(Key::Right).await?;
            assert!(card(page).await?.is_some());
        }
        Ok(())
    });
}

#[test]
fn without_the_wasm_the_page_says_so_and_keeps_the_data() {
    visit_broken(Behaviour::Without(".wasm"), assert_says_so);
}

#[test]
fn without_the_app_the_page_says_so_and_keeps_the_data() {
    visit_broken(Behaviour::Without("/dak-so-"), assert_says_so);
}

#[test]
fn without_any_script_the_page_keeps_the_data() {
    // The watchdog is a script as well: without it, the page stays as it was written.
    visit_broken(Behaviour::Without(".js"), async |page| {
        page.go("").await?;
        assert_data(page).await
    });
}

async fn assert_says_so(page: &Page) -> Result<()> {
    page.go("").await?;
    page.until(
        "the page says that it could not start",
        "return document.getElementById('start-failed').checkVisibility()",
    )
    .await?;
    let words = page.text("#start-failed").await?;
    assert!(words.contains("chưa mở được"), "{words}");
    assert!(words.contains("could not start"), "{words}");
    let reload = "return document.querySelector('#start-failed a').href === location.href";
    assert!(page.ask(reload).await?);
    assert_data(page).await
}

async fn assert_data(page: &Page) -> Result<()> {
    assert!(page.is_shown("h1").await?);
    let script = "const done = arguments[arguments.length - 1];
        const links = [...document.querySelectorAll('main a[href$=\".csv\"]')];
        Promise.all(links.filter(link => link.checkVisibility()).map(link =>
            fetch(link.href).then(answer => answer.status))).then(done)";
    let statuses: Vec<u16> = page.ask_later(script, ()).await?;
    assert_eq!(statuses, [200; 3]);
    Ok(())
}
