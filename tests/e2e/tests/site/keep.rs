//! The picture of a chart to keep: in a dialog, and without a script as a file.

use std::fs;

use dak_so::chart::{ChartId, heading, takeaway};
use dak_so::embedded::DATASET;
use dak_so::i18n::{messages, view_texts};
use dak_so::model::Language;
use e2e::{Behaviour, Key, Options, Page, Result, Screen};
use serde_json::json;

use crate::card::plain;
use crate::pages::folder;
use crate::visit::{Visit, nothing_went_wrong_unseen, visit, visit_as};

const VISITS: [Visit; 2] = [Visit::IN_CHROMIUM, Visit::IN_FIREFOX];

/// A page of more than one figure, the chart on it, and the picture of that.
const PAGE: &str = "en/coverage/";
const CHART: ChartId = ChartId::Coverage;
const LINK: &str = "#coverage a.picture";
const PICTURE: &str = "charts/en/coverage.png";

/// Opens the dialog, and waits for the picture.
async fn open(page: &Page) -> Result<()> {
    page.open(PAGE).await?;
    page.click(LINK).await?;
    until_shown(page).await
}

async fn until_shown(page: &Page) -> Result<()> {
    let shown = "const image = document.querySelector('#picture[open] img');
        return image !== null && image.complete && image.naturalWidth > 0";
    page.until("the picture is shown", shown).await
}

/// Presses the button with this name.
async fn press(page: &Page, name: &str) -> Result<()> {
    let mark = "for (const button of document.querySelectorAll('#picture button')) {
            button.classList.toggle('asked-for', button.textContent === arguments[0]);
        }";
    page.ask_about::<()>(mark, name).await?;
    page.click("#picture .asked-for").await
}

async fn until_said(page: &Page, words: &str) -> Result<()> {
    let said = format!(
        "return document.querySelector('#picture [role=status]').textContent.trim() === {}",
        json!(words)
    );
    page.until(words, &said).await
}

const IS_OPEN: &str = "return document.getElementById('picture').open";
const FOCUS_IS_BACK: &str = "return document.activeElement.matches('#coverage a.picture')";

#[test]
fn it_opens_and_closes_by_every_way() {
    let close = messages(Language::En).close;
    for visit in VISITS {
        visit_as(visit, async |page, _| {
            for (by_key, way) in [(true, "escape"), (false, "button"), (false, "backdrop")] {
                page.open(PAGE).await?;
                if by_key {
                    let focus = "document.querySelector('#coverage a.picture').focus()";
                    page.ask::<()>(focus).await?;
                    page.press(Key::Enter).await?;
                } else {
                    page.click(LINK).await?;
                }
                until_shown(page).await?;
                let shown = "const image = document.querySelector('#picture img');
                    return [image.src, image.alt, document.activeElement.closest('dialog') !== null]";
                let (source, words, focus): (String, String, bool) = page.ask(shown).await?;
                assert_eq!(source, format!("{}/{PICTURE}", page.site()));
                let takeaway = takeaway(Language::En, &DATASET, CHART);
                let expected = format!("{}. {takeaway}", heading(Language::En, CHART));
                assert_eq!(plain(&words), plain(&expected));
                assert!(focus, "the focus is in the dialog");
                match way {
                    "escape" => page.press(Key::Escape).await?,
                    "button" => press(page, close).await?,
                    _ => {
                        page.point((2, 2)).await?;
                        page.press_mouse().await?;
                    }
                }
                assert!(!page.ask::<bool>(IS_OPEN).await?, "{way}");
                assert!(page.ask::<bool>(FOCUS_IS_BACK).await?, "{way}");
            }
            nothing_went_wrong_unseen(page).await
        });
    }
}

#[test]
fn what_is_copied_is_the_picture_and_the_address_of_the_chart() {
    let text = &view_texts(Language::En).picture;
    visit(async |page| {
        let permissions = ["clipboardReadWrite", "clipboardSanitizedWrite"];
        let grant = json!({ "origin": page.site(), "permissions": permissions });
        page.command("Browser.grantPermissions", grant).await?;
        open(page).await?;
        press(page, text.copy.name).await?;
        until_said(page, text.copy.done).await?;
        let copied = "const done = arguments[arguments.length - 1];
            const size = async blob => {
                const { width, height } = await createImageBitmap(blob);
                return [width, height];
            };
            (async () => {
                const [item] = await navigator.clipboard.read();
                const file = await fetch(document.querySelector('#picture img').src);
                done([await size(await item.getType('image/png')), await size(await file.blob())]);
            })()";
        let (copied, file): ([u32; 2], [u32; 2]) = page.ask_later(copied, ()).await?;
        assert_eq!(copied, file);
        assert!(copied[0] > 1000, "{copied:?}");

        press(page, text.copy_link.name).await?;
        until_said(page, text.copy_link.done).await?;
        let read = "navigator.clipboard.readText().then(arguments[arguments.length - 1])";
        let address: String = page.ask_later(read, ()).await?;
        assert_eq!(address, format!("{}/{PAGE}#coverage", page.site()));
        Ok(())
    });
}

#[test]
fn what_is_shared_is_the_file_with_title_and_address() {
    let text = &view_texts(Language::En).picture;
    visit(async |page| {
        let share = "navigator.canShare = ({ files }) => files.length === 1;
            navigator.share = async data => { window.shared = data; }";
        page.before_each_page(share).await?;
        open(page).await?;
        press(page, text.share.name).await?;
        until_said(page, text.share.done).await?;
        let shared = "const { files: [file], title, url } = window.shared;
            return [file.name, file.type, file.size, title, url]";
        let shared: (String, String, usize, String, String) = page.ask(shared).await?;
        let expected = (
            "dak-so-coverage-en.png".to_owned(),
            "image/png".to_owned(),
            fs::read(folder().join(PICTURE))?.len(),
            heading(Language::En, CHART).to_owned(),
            format!("{}/{PAGE}#coverage", page.site()),
        );
        assert_eq!(shared, expected);

        let refuse = "navigator.share = async () => { throw new DOMException('', arguments[0]); }";
        page.ask_about::<()>(refuse, "NotAllowedError").await?;
        press(page, text.share.name).await?;
        until_said(page, text.share.failed).await?;
        // Who has changed their mind is told nothing.
        page.ask_about::<()>(refuse, "AbortError").await?;
        press(page, text.share.name).await?;
        until_said(page, "").await
    });
}

#[test]
fn what_the_browser_cannot_do_is_not_offered_and_what_fails_is_told() {
    let text = &view_texts(Language::En).picture;
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        let poor = "delete window.ClipboardItem;
            delete Navigator.prototype.canShare;
            Clipboard.prototype.writeText = async () => { throw new DOMException('', 'NotAllowedError'); }";
        page.before_each_page(poor).await?;
        open(page).await?;
        let offered = "return [...document.querySelectorAll('#picture :is(a, button)')]
            .filter(element => element.checkVisibility()).map(element => element.textContent)";
        let offered: Vec<String> = page.ask(offered).await?;
        assert_eq!(offered, [text.save, text.copy_link.name, messages(Language::En).close]);
        press(page, text.copy_link.name).await?;
        let address = format!("{}/{PAGE}#coverage", page.site());
        until_said(page, &format!("{} {address}", text.copy_link.failed)).await?;
        let save = "const link = document.querySelector('#picture a');
            return [link.href, link.download]";
        let (href, name): (String, String) = page.ask(save).await?;
        assert_eq!(href, format!("{}/{PICTURE}", page.site()));
        assert_eq!(name, "dak-so-coverage-en.png");
        Ok(())
    });
    let without = Visit { behaviour: Behaviour::Without(".png"), ..Visit::IN_CHROMIUM };
    visit_as(without, async |page, _| {
        page.open(PAGE).await?;
        page.click(LINK).await?;
        until_said(page, text.missing).await
    });
}

#[test]
fn it_fits_every_screen_and_a_finger() {
    const FITS: &str = "const dialog = document.getElementById('picture');
        const { left, right, top, bottom } = dialog.getBoundingClientRect();
        const small = [...dialog.querySelectorAll(':is(a, button):not([hidden])')]
            .map(element => element.getBoundingClientRect())
            .filter(({ width, height }) => width < 44 || height < 44);
        return left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight
            && dialog.scrollWidth <= dialog.clientWidth && small.length === 0";
    visit(async |page| {
        let narrow = Screen { width: 320, ..Screen::PHONE };
        for screen in [Screen::DESKTOP, Screen::PHONE, narrow, Screen::new(640, 320, 1.0)] {
            page.show_on(screen).await?;
            open(page).await?;
            assert!(page.ask::<bool>(FITS).await?, "{screen:?}");
            page.ask::<()>("document.documentElement.style.fontSize = '200%'").await?;
            page.settle().await?;
            assert!(page.ask::<bool>(FITS).await?, "{screen:?}, text at 200 %");
        }
        Ok(())
    });
}

#[test]
fn without_scripts_the_link_leads_to_the_file() {
    for visit in VISITS {
        visit_as(Visit { options: Options::WITHOUT_SCRIPTS, ..visit }, async |page, _| {
            page.go(PAGE).await?;
            page.click(LINK).await?;
            let there = format!("{}/{PICTURE}", page.site());
            page.until("the picture", &format!("return location.href === {}", json!(there)))
                .await?;
            assert_eq!(page.ask::<String>("return document.contentType").await?, "image/png");
            Ok(())
        });
    }
}
