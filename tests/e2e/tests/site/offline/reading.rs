//! What readers see of it: the line of the network, the button that keeps, files to take along.

use std::fs;

use dak_so::i18n::view_texts;
use dak_so::model::Language;
use e2e::{Behaviour, Page, Result, Screen};

use super::{VISITS, install, line, until_kept, until_line};
use crate::pages::{ONE_FILE, folder};
use crate::visit::{Visit, nothing_went_wrong_unseen, visit_as};

const NETWORK: usize = 1;

#[test]
fn without_a_network_the_page_says_so_and_of_which_day_its_data_are() {
    for visit in VISITS {
        visit_as(visit, async |page, server| {
            install(page).await?;
            for (address, language) in [("", Language::Vi), ("en/", Language::En)] {
                server.mend();
                page.open(address).await?;
                until_kept(page).await?;
                assert_eq!(line(page, NETWORK).await?, None);
                server.cut();
                page.open(address).await?;
                until_line(page, NETWORK, true).await?;
                let said = line(page, NETWORK).await?.unwrap_or_default();
                let text = &view_texts(language).offline;
                assert!(said.starts_with(text.none) && said.contains(text.data_of), "{said}");
                assert!(said.contains("2026"), "{said}");
                server.mend();
                page.ask::<()>("dispatchEvent(new Event('online'))").await?;
                until_line(page, NETWORK, false).await?;
            }
            Ok(())
        });
    }
}

#[test]
fn the_button_keeps_the_site_and_then_alone_asks_to_leave_it_there() {
    let visit = Visit::IN_CHROMIUM;
    visit_as(visit, async |page, _| {
        page.before_each_page(
            "window.asked = 0;
            StorageManager.prototype.persist = async () => { window.asked++; return true }",
        )
        .await?;
        install(page).await?;
        assert_eq!(page.ask::<usize>("return window.asked").await?, 0);
        page.click("#save button").await?;
        let text = view_texts(Language::Vi).offline.saved;
        let said = format!(
            "return document.querySelector('#save [role=status]').textContent === '{text}'"
        );
        page.until("it says that it is saved", &said).await?;
        assert_eq!(page.ask::<usize>("return window.asked").await?, 1);
        nothing_went_wrong_unseen(page).await
    });
}

#[test]
fn the_policy_of_the_server_holds_for_what_the_worker_serves() {
    for visit in VISITS {
        let visit = Visit { behaviour: Behaviour::Csp("script-src 'self'"), ..visit };
        visit_as(visit, async |page, server| {
            page.go("").await?;
            until_kept(page).await?;
            server.cut();
            page.go("en/").await?;
            let failed = "return document.documentElement.dataset.app === 'failed'";
            page.until("the policy keeps the app from running", failed).await
        });
    }
}

#[test]
fn a_page_that_trusts_one_policy_alone_registers_its_worker() {
    let policy = "require-trusted-types-for 'script'; trusted-types dak-so";
    let visit = Visit { behaviour: Behaviour::Csp(policy), ..Visit::IN_CHROMIUM };
    visit_as(visit, async |page, _| {
        page.go("").await?;
        until_kept(page).await
    });
}

#[test]
fn who_saves_data_is_sent_nothing_without_asking() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        page.before_each_page(
            "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })",
        )
        .await?;
        page.open("").await?;
        page.settle().await?;
        let registered =
            "return navigator.serviceWorker.getRegistration().then(found => found === undefined)";
        page.until("nothing is registered", registered).await?;
        page.click("#save button").await?;
        until_kept(page).await
    });
}

/// Notes what a page has saved, in place of saving it.
const INTERCEPT: &str = "window.saved = [];
    HTMLAnchorElement.prototype.click = function () {
        fetch(this.href).then(answer => answer.text()).then(text => saved.push([this.download, text]));
    }";

#[test]
fn files_are_saved_without_a_network() {
    for visit in VISITS {
        visit_as(visit, async |page, server| {
            install(page).await?;
            server.cut();
            page.open("en/coverage/").await?;
            page.ask::<()>(INTERCEPT).await?;
            let links = "return [...document.querySelectorAll('a[download]')]
                .map(link => [link.download, new URL(link.href).pathname])";
            let mut links: Vec<(String, String)> = page.ask(links).await?;
            links.retain(|(_, path)| {
                !["png", "zip", "html"].iter().any(|kind| path.ends_with(kind))
            });
            assert!(links.len() > 10, "{links:?}");
            for (name, path) in links {
                let click = "window.saved = [];
                    document.querySelector(`a[download=\"${arguments[0]}\"]`)
                        .dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))";
                page.ask_about::<()>(click, &name).await?;
                page.until(&format!("{name} is saved"), "return window.saved.length > 0").await?;
                let saved: Vec<(String, String)> = page.ask("return window.saved").await?;
                let expected = fs::read_to_string(folder().join(path.trim_start_matches('/')))?;
                assert!(saved == [(name.clone(), expected)], "{name} is another one");
            }
            Ok(())
        });
    }
}

#[test]
fn neither_frames_nor_the_edition_in_one_file_register_anything() {
    const NOBODY: &str =
        "return navigator.serviceWorker.getRegistrations().then(all => all.length === 0)";
    for visit in [Visit::IN_CHROMIUM, Visit::IN_FIREFOX] {
        visit_as(visit, async |page, _| {
            page.open(ONE_FILE).await?;
            page.until("nothing is registered", NOBODY).await?;
            assert_eq!(page.count("#notices, #save").await?, 0);
            page.go("404.html").await?;
            for sandbox in ["", "allow-scripts", "allow-scripts allow-same-origin"] {
                let frame = "const [sandbox, done] = arguments;
                    const frame = document.createElement('iframe');
                    if (sandbox) frame.sandbox = sandbox;
                    frame.onload = () => setTimeout(done, 200);
                    frame.src = 'en/';
                    document.body.append(frame)";
                page.ask_later::<()>(frame, sandbox).await?;
            }
            page.until("nothing is registered", NOBODY).await?;
            nothing_went_wrong_unseen(page).await
        });
    }
}

#[test]
fn the_lines_cover_nothing_for_good_and_fit_a_phone() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        for screen in [Screen::PHONE, Screen::new(320, 640, 1.0), Screen::DESKTOP] {
            page.show_on(screen).await?;
            page.open("").await?;
            show_lines(page).await?;
            let fits = "const { left, right, bottom, height } = document.querySelector('#notices').getBoundingClientRect();
                return left >= 0 && right <= innerWidth && Math.round(bottom) === innerHeight
                    && height < innerHeight / 3";
            assert!(page.ask::<bool>(fits).await?, "{screen:?}");
            page.ask::<()>(
                "scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })",
            )
            .await?;
            let below = "return document.querySelector('footer').getBoundingClientRect().bottom
                <= document.querySelector('#notices').getBoundingClientRect().top + 1";
            assert!(page.ask::<bool>(below).await?, "{screen:?}");
            let targets = "return [...document.querySelectorAll('#notices button')]
                .every(button => button.getBoundingClientRect().height >= 44)";
            assert!(page.ask::<bool>(targets).await?, "{screen:?}");
        }
        Ok(())
    });
}

async fn show_lines(page: &Page) -> Result<()> {
    page.ask("for (const line of document.querySelectorAll('#notices p')) line.hidden = false")
        .await
}
