//! The dialog that makes the code to paste.

use dak_so::model::ChartId;
use e2e::{Page, Result, Screen};

use super::host::{Host, assert_same, assert_whole};
use crate::visit::{Visit, visit_as};

const CODE: &str = "return document.querySelector('#embed textarea').value";

/// Opens the dialog of a chart and waits for its first code.
async fn open(page: &Page, chart: &str) -> Result<()> {
    page.click(&format!("#{chart} .files a.embed")).await?;
    page.until(
        "there is code to paste",
        "return document.querySelector('#embed textarea').value !== ''",
    )
    .await
}

/// Sets a field of the dialog, and waits for the code that follows from it.
async fn choose(page: &Page, name: &str, value: &str) -> Result<String> {
    let before: String = page.ask(CODE).await?;
    let set = "const [name, value] = arguments[0];
        const field = document.querySelector('#embed form').elements[name];
        if (field.type === 'checkbox') field.checked = value === 'on'; else field.value = value;
        field.dispatchEvent(new Event('change', { bubbles: true }))";
    page.ask_about::<()>(set, (name, value)).await?;
    let changed = format!(
        "const code = document.querySelector('#embed textarea').value;
        return code !== '' && code !== {}",
        serde_json::to_string(&before)?
    );
    page.until("the code changes", &changed).await?;
    page.ask(CODE).await
}

#[test]
fn the_code_of_every_way_works_where_it_is_pasted() {
    for visit in [Visit::IN_CHROMIUM, Visit::IN_FIREFOX] {
        visit_as(visit, async |page, _| {
            page.show_on(Screen::DESKTOP).await?;
            page.open("phu-song/").await?;
            open(page, "coverage").await?;
            let fixed: String = choose(page, "width", "480").await?;
            let script = choose(page, "way", "script").await?;
            let picture = choose(page, "way", "picture").await?;
            choose(page, "way", "frame").await?;
            let pinned = choose(page, "pin", "on").await?;
            let english = choose(page, "language", "en").await?;
            assert!(pinned.contains("/nhung/coverage/?v="), "{pinned}");
            assert!(english.contains("/en/embed/coverage/?v="), "{english}");
            assert!(english.contains("title=\"Chart: "), "{english}");

            let host = Host::open(page, &fixed).await?;
            let told = host.told(0).await?.last().unwrap().1;
            assert!((host.height(0).await? - told).abs() <= 2.0, "it has the shape of its chart");
            host.inside(0, async |frame| assert_whole(frame, ChartId::Coverage).await).await?;

            let host =
                Host::open(page, &format!("<div style=\"width:300px\">{script}</div>")).await?;
            let told = host.told(0).await?;
            assert_same(host.height(0).await?, told.last().unwrap().1);

            let host = Host::open(page, &picture).await?;
            let shown = "const image = document.querySelector('a > img');
                return image.complete && image.naturalWidth > 1000 && image.clientWidth === 480
                    && image.alt.length > 40";
            host.page.until("the picture is there", shown).await?;
            let link = "return document.querySelector('a').href";
            assert!(host.page.ask::<String>(link).await?.ends_with("/phu-song/#coverage"));
            Ok(())
        });
    }
}

#[test]
fn the_dialog_opens_from_the_keyboard_and_gives_the_focus_back() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        page.show_on(Screen::PHONE).await?;
        page.open("").await?;
        page.ask::<()>("document.querySelector('a.embed').focus()").await?;
        page.press(e2e::Key::Enter).await?;
        page.until(
            "there is code to paste",
            "return document.querySelector('#embed textarea').value !== ''",
        )
        .await?;
        let fits = "const { scrollWidth, clientWidth } = document.querySelector('#embed');
            return scrollWidth <= clientWidth";
        assert!(page.ask::<bool>(fits).await?);
        page.press(e2e::Key::Escape).await?;
        let closed = "return !document.querySelector('#embed').open
            && document.activeElement.matches('a.embed')";
        page.until("the focus is back", closed).await
    });
}

#[test]
fn the_code_is_copied_or_selected() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        page.open("").await?;
        open(page, "like-for-like").await?;
        for (clipboard, said) in [
            ("async text => { window.copied = text }", "data-done"),
            ("() => Promise.reject()", "data-failed"),
        ] {
            let replace = format!(
                "Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: {{ writeText: {clipboard} }} }})"
            );
            page.ask::<()>(&replace).await?;
            page.ask::<()>("document.querySelector('#embed [name=copy]').click()").await?;
            page.settle().await?;
            let expected: String = page
                .ask_about("return document.querySelector('#embed [name=copy]').getAttribute(arguments[0])", said)
                .await?;
            assert_eq!(page.text("#embed [role=status]").await?, expected);
        }
        let code: String = page.ask(CODE).await?;
        assert_eq!(page.ask::<String>("return window.copied").await?, code);
        assert!(page.ask::<bool>("const { selectionStart, selectionEnd, value } = document.querySelector('#embed textarea');
            return selectionStart === 0 && selectionEnd === value.length").await?);
        Ok(())
    });
}
