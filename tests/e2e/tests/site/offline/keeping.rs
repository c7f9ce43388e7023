//! What is kept serves every address, and what is lost or damaged of it comes back.

use std::fs;
use std::path::Path;

use dak_so::embedded::DATASET;
use dak_so::i18n::messages;
use dak_so::model::Language;
use dak_so::state::View;
use e2e::{Behaviour, Engine, Environment, Error, Into, Page, Result};
use serde_json::json;

use super::deployment::{Deployment, files};
use super::{
    VISITS, WHOLE, assert_not_loaded_again, install, kept, mark, try_to_go, until_kept, until_line,
    update, version,
};
use crate::pages::is_embed;
use crate::visit::{Visit, visit_site};

#[test]
fn fault_17_every_address_leads_to_its_page_without_a_network() {
    for visit in VISITS {
        let site = Deployment::of(0);
        visit_site(Visit { folder: "/a/b", ..visit }, site.path(), async |page, server| {
            install(page).await?;
            server.cut();
            // Every view, and some figures: the pages of all of them lie in one file.
            // Charts in frames of other pages need a network anyway.
            let all = View::all(&DATASET).map(|view| view.path(&DATASET));
            let all: Vec<String> = all.filter(|path| !is_embed(path)).collect();
            for path in all[..16].iter().chain(all[16..].iter().step_by(25)) {
                page.go(path).await?;
                // The page of a figure is there once the app has rendered it.
                if !all[..16].contains(path) {
                    page.until_ready().await?;
                }
                let shown: String =
                    page.ask("return document.documentElement.dataset.path").await?;
                assert_eq!(&shown, path);
                let styled = "return getComputedStyle(document.body).marginTop";
                assert_eq!(page.ask::<String>(styled).await?, "0px");
            }
            let deep = "phu-song/?tab=table&x=1#coverage";
            page.open(deep).await?;
            let address: String = page.ask("return location.href").await?;
            assert_eq!(address, format!("{}/{deep}", page.site()));
            assert!(page.is_shown("#coverage table").await?);
            // As a server does it.
            page.go("en/figures?q=fttx#search").await?;
            page.until_ready().await?;
            let address: String = page.ask("return location.href").await?;
            assert_eq!(address, format!("{}/en/figures/?q=fttx#search", page.site()));
            for lost in ["so/nowhere/", "nowhere"] {
                page.go(lost).await?;
                let text = page.text("main").await?;
                assert!(text.contains(messages(Language::Vi).not_found_title), "{lost}: {text}");
            }
            let home = "return document.querySelector('main a').href";
            page.until("its links lead home", &format!("{home} === '{}/'", page.site())).await
        });
    }
}

#[test]
fn what_is_kept_is_what_the_server_sends() {
    let site = Environment::detect().unwrap();
    let addressed = Environment::detect_addressed().unwrap();
    for Environment { site } in [site, addressed] {
        visit_site(Visit::IN_CHROMIUM, &site, async |page, server| {
            install(page).await?;
            server.cut();
            // What is asked for from here on comes from the worker.
            page.go("").await?;
            let mut compared = 0;
            for file in files(&site).iter().filter(|file| is_text(file)) {
                let path = file.strip_prefix(&site).unwrap().to_str().unwrap();
                if NOT_KEPT.iter().any(|start| path.starts_with(start)) {
                    continue;
                }
                let fetch = "const [path, done] = arguments;
                    fetch(path).then(answer => answer.text()).then(done, error => done(`${error}`))";
                let kept: String = page.ask_later(fetch, path).await?;
                let sent = fs::read_to_string(file).unwrap();
                let (kept, sent) = (essence(&kept), essence(&sent));
                let differs = kept.char_indices().zip(sent.chars()).find(|((_, a), b)| a != b);
                let at = differs.map_or(kept.len().min(sent.len()), |((at, _), _)| at);
                let after =
                    |text: &str| text.get(at..).unwrap_or("").chars().take(80).collect::<String>();
                assert!(kept == sent, "{path}: {:?} for {:?}", after(&kept), after(&sent));
                compared += 1;
            }
            // The views, and the citations of every figure.
            assert!(compared > 2 * DATASET.observations.len() + 16, "{compared}");
            Ok(())
        });
    }
}

/// Pages in frames of other pages and what describes those, the single-file edition, what is kept by itself, and
/// the pages of figures, which the app renders.
const NOT_KEPT: [&str; 7] =
    ["nhung/", "en/embed/", "oembed/", "dak-so.html", "assets/", "so/", "en/figure/"];

fn is_text(file: &Path) -> bool {
    let kind = file.extension().and_then(|kind| kind.to_str());
    kind.is_some_and(|kind| ["html", "csv", "json", "svg", "bib"].contains(&kind))
}

/// Of a page its first tag and its body, without the address that is printed; all of any other text.
fn essence(text: &str) -> String {
    const ADDRESS: &str = "<span class=\"address\">";
    let Some((head, body)) = text.split_once("<body") else { return text.to_owned() };
    let first = head.split_once("<head").map_or(head, |(first, _)| first);
    let parts = body.split(ADDRESS).map(|part| match part.starts_with("http") {
        true => part.split_once("</span>").map_or("", |(_, rest)| rest),
        false => part.strip_prefix("</span>").unwrap_or(part),
    });
    format!("{first}{}", parts.collect::<String>())
}

#[test]
fn fault_23_without_room_the_site_works_from_the_network() {
    /// What a browser throws that has no room left.
    const FULL: &str = "Cache.prototype.put = async () => { throw new DOMException('full', 'QuotaExceededError') }";
    for visit in VISITS {
        let site = Deployment::of(0);
        visit_site(visit, site.path(), async |page, server| {
            if page.engine() == Engine::Chromium {
                let quota = json!({ "origin": page.site(), "quotaSize": 200_000 });
                page.command("Storage.overrideQuotaForOrigin", quota).await?;
            } else {
                server.inject(Into::Worker, FULL);
            }
            for address in ["", "phu-song/", "en/"] {
                page.open(address).await?;
                mark(page).await?;
                let gone = "return navigator.serviceWorker.getRegistration()
                .then(found => !found?.active && !found?.installing && !found?.waiting)";
                page.until("nothing is installed", gone).await?;
                assert_not_loaded_again(page).await?;
                assert_eq!(kept(page).await?, [0; 0], "{address}");
            }
            page.ask::<()>("document.querySelector('#save button').click()").await?;
            let said = "const said = document.querySelector('#save [role=status]');
            return said.textContent === said.dataset.failed";
            page.until("the page says that nothing was kept", said).await
        });
    }
}

#[test]
fn fault_24_what_was_cleared_away_comes_back() {
    for visit in VISITS {
        let site = Deployment::of(0);
        visit_site(visit, site.path(), async |page, server| {
            install(page).await?;
            page.open("").await?;
            clear(page).await?;
            page.open("phu-song/").await?;
            let back = "return caches.keys()
                .then(keys => keys[0] && caches.open(keys[0]))
                .then(cache => cache && cache.keys())
                .then(files => files?.length === 6)";
            page.until("all files are back", back).await?;
            assert_eq!(kept(page).await?, WHOLE);
            server.cut();
            page.open("en/coverage/").await
        });
    }
}

async fn clear(page: &Page) -> Result<()> {
    let clear = "const done = arguments[arguments.length - 1];
        caches.keys().then(keys => Promise.all(keys.map(key => caches.delete(key)))).then(() => done())";
    page.ask_later::<()>(clear, ()).await?;
    assert_eq!(kept(page).await?, [0; 0]);
    Ok(())
}

/// Writes something else in the place of the kept files whose address holds a word.
const POISON: &str = "const [word, done] = arguments;
    (async () => {
        const cache = await caches.open((await caches.keys())[0]);
        let count = 0;
        for (const { url } of await cache.keys()) {
            if (!url.includes(word)) continue;
            const { headers } = await cache.match(url);
            await cache.put(url, new Response('poison', { headers }));
            count++;
        }
        done(count);
    })()";

/// The kept files that are poisoned.
const POISONED: &str = "const done = arguments[arguments.length - 1];
    (async () => {
        const cache = await caches.open((await caches.keys())[0]);
        const files = await Promise.all((await cache.keys()).map(key => cache.match(key)));
        const texts = await Promise.all(files.map(file => file.text()));
        done(texts.filter(text => text === 'poison').length);
    })()";

#[test]
fn fault_25_a_poisoned_file_is_found_and_fetched_again() {
    for visit in VISITS {
        let site = Deployment::of(0);
        visit_site(visit, site.path(), async |page, server| {
            install(page).await?;
            let poisoned: usize = page.ask_later(POISON, "assets/").await?;
            assert_eq!(poisoned, WHOLE[0]);
            stop_workers(page).await?;
            page.open("en/coverage/").await?;
            page.go("nguon/").await?;
            assert!(page.is_shown("h1").await?);
            // The icon and the dialogs are asked for when a page does; the worker that still runs needs no
            // pages.
            let left: usize = page.ask_later(POISONED, ()).await?;
            let of_pages = usize::from(page.engine() == Engine::Firefox);
            assert!(left <= 2 + of_pages, "{left} are poisoned still");
            // Without a network too: then the copy comes from what the browser has, or not at all.
            page.ask_later::<usize>(POISON, "assets/pages").await?;
            stop_workers(page).await?;
            server.cut();
            try_to_go(page, "").await;
            let body: String = page.ask("return document.body.innerText").await?;
            assert!(!body.contains("poison"), "{body}");
            Ok(())
        });
    }
}

/// Ends the workers, which would have the pages in memory. Firefox has no word for it.
async fn stop_workers(page: &Page) -> Result<()> {
    for command in ["ServiceWorker.enable", "ServiceWorker.stopAllWorkers"] {
        match page.command(command, json!({})).await {
            Ok(_) | Err(Error::Unable(..)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

#[test]
fn fault_26_nothing_depends_on_the_clock() {
    const TEN_YEARS_ON: &str = "const now = Date.now;
        Date.now = () => now() + 10 * 365 * 24 * 3600 * 1000;
        const Real = Date;
        Date = new Proxy(Real, { construct: (of, given) => new of(...(given.length ? given : [Real.now()])) })";
    for visit in VISITS {
        let site = Deployment::of(1);
        let visit = Visit { behaviour: Behaviour::LongAgo, ..visit };
        visit_site(visit, site.path(), async |page, server| {
            server.inject(Into::Pages, TEN_YEARS_ON);
            install(page).await?;
            page.open("").await?;
            site.deploy(2);
            assert_eq!(update(page).await?, "installed");
            until_line(page, 2, true).await?;
            page.ask::<()>("document.querySelector('#notices button').click()").await?;
            let loaded =
                "return document.querySelector('script[src]')?.src.includes('0002') ?? false";
            page.until("the tab has the new version", loaded).await?;
            until_kept(page).await?;
            server.cut();
            page.open("en/").await?;
            assert_eq!(version(page).await?, 2);
            Ok(())
        });
    }
    // The worker has a clock of its own, and does not look at it.
    let worker = std::fs::read_to_string(crate::pages::folder().join("sw.js")).unwrap();
    assert!(!["Date", "performance", "setTimeout"].iter().any(|clock| worker.contains(clock)));
}
