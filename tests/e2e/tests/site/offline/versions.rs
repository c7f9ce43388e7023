//! A new version waits for its reader. No page is made of two, and none is loaded again by itself.

use std::fs;
use std::path::Path;

use dak_so::i18n::view_texts;
use dak_so::model::Language;
use e2e::{Engine, Key, Result};

use super::deployment::Deployment;
use super::{
    VISITS, WHOLE, assert_not_loaded_again, install, kept, line, mark, until_kept, until_line,
    update, version,
};
use crate::visit::visit_site;

const UPDATE: usize = 2;

#[test]
fn fault_19_with_two_tabs_open_the_reader_decides_for_the_new_version() {
    for visit in VISITS {
        let site = Deployment::of(1);
        visit_site(visit, site.path(), async |page, server| {
            install(page).await?;
            page.open("").await?;
            let first = page.driver().window().await?;
            // What is in another tab of WebKitGTK's is not seen by its driver, and draws nothing.
            let second = match page.engine() {
                Engine::WebKit => page.driver().new_window().await?,
                Engine::Chromium | Engine::Firefox => page.driver().new_tab().await?,
            };
            page.driver().switch_to_window(second.clone()).await?;
            page.open("en/coverage/").await?;
            site.deploy(2);
            assert_eq!(update(page).await?, "installed");
            let text = view_texts(Language::En).offline.update;
            for tab in [&second, &first] {
                page.driver().switch_to_window(tab.clone()).await?;
                until_line(page, UPDATE, true).await?;
                mark(page).await?;
            }
            // Both go on in the old version, on other pages too.
            page.open("so-lieu/").await?;
            assert_eq!(version(page).await?, 1);
            until_line(page, UPDATE, true).await?;
            mark(page).await?;
            page.driver().switch_to_window(second.clone()).await?;
            assert!(line(page, UPDATE).await?.is_some_and(|line| line.starts_with(text)));
            page.click("#notices button + button").await?;
            assert_eq!(line(page, UPDATE).await?, None);
            page.open("en/economy/").await?;
            assert_eq!(version(page).await?, 1);
            until_line(page, UPDATE, true).await?;
            // The page goes away under the click.
            page.ask::<()>("document.querySelector('#notices button').click()").await?;
            let loaded =
                "return document.querySelector('script[src]')?.src.includes('0002') ?? false";
            page.until("the tab has the new version", loaded).await?;
            page.until_ready().await?;
            assert_eq!(version(page).await?, 2);
            assert_eq!(line(page, UPDATE).await?, None);
            // The other one stays as it is, until its reader goes on.
            page.driver().switch_to_window(first).await?;
            assert_not_loaded_again(page).await?;
            assert_eq!(version(page).await?, 1);
            until_line(page, UPDATE, true).await?;
            page.open("phu-song/").await?;
            assert_eq!(version(page).await?, 2);
            assert_eq!(kept(page).await?, WHOLE);
            server.cut();
            page.open("").await?;
            assert_eq!(version(page).await?, 2);
            Ok(())
        });
    }
}

#[test]
fn fault_20_a_tab_goes_on_when_the_site_is_exchanged_under_it() {
    for visit in VISITS {
        let site = Deployment::of(1);
        visit_site(visit, site.path(), async |page, _| {
            install(page).await?;
            page.open("phu-song/").await?;
            mark(page).await?;
            site.deploy(2);
            page.ask::<()>("document.querySelector('#coverage .marks').focus()").await?;
            page.press(Key::Right).await?;
            assert!(page.is_shown(".card.open").await?);
            assert_eq!(update(page).await?, "installed");
            assert_not_loaded_again(page).await?;
            page.ask::<()>("document.querySelector('.languages a:not([aria-current])').click()")
                .await?;
            let other = "return document.documentElement.lang === 'en'";
            page.until("the other page is there", other).await?;
            page.until_ready().await?;
            assert_eq!(version(page).await?, 1);
            Ok(())
        });
    }
}

#[test]
fn fault_21_the_kill_switch_leaves_a_clean_page() -> Result<()> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let switch = fs::read_to_string(project.join("static/kill-switch.js"))?;
    for visit in VISITS {
        let site = Deployment::of(1);
        visit_site(visit, site.path(), async |page, server| {
            install(page).await?;
            page.open("").await?;
            mark(page).await?;
            site.deploy(2);
            site.write("sw.js", &switch);
            update(page).await?;
            let gone = "return caches.keys().then(keys => keys.length === 0)";
            page.until("nothing is kept", gone).await?;
            assert_not_loaded_again(page).await?;
            for _ in 0..2 {
                page.open("en/").await?;
                mark(page).await?;
                assert_eq!(version(page).await?, 2);
                assert!(page.ask::<bool>("return !navigator.serviceWorker.controller").await?);
                assert_not_loaded_again(page).await?;
                assert_eq!((kept(page).await?, line(page, UPDATE).await?), (vec![], None));
            }
            server.cut();
            let nobody = "return fetch('', { cache: 'no-store' }).then(() => false, () => true)";
            assert!(page.ask::<bool>(nobody).await?, "something was left");
            server.mend();
            // And back again.
            site.deploy(0);
            page.open("").await?;
            until_kept(page).await?;
            page.open("en/").await?;
            assert_eq!((version(page).await?, kept(page).await?), (0, WHOLE.to_vec()));
            Ok(())
        });
    }
    Ok(())
}
