//! The site without a network, and from one version to the next.
//!
//! The numbers in the names of tests are those of the faults that the site is to live through.

mod arriving;
mod deployment;
mod keeping;
mod reading;
mod versions;

use std::time::Duration;

use e2e::{Page, Result};
use tokio::time::sleep;

use crate::visit::Visit;
use deployment::Deployment;

const VISITS: [Visit; 3] = Visit::IN_EACH;

/// Opens the start page and waits until the site is kept.
async fn install(page: &Page) -> Result<()> {
    page.open("").await?;
    until_kept(page).await
}

pub(crate) async fn until_kept(page: &Page) -> Result<()> {
    let kept = "return navigator.serviceWorker.getRegistration()
        .then(found => found?.active?.state === 'activated')";
    page.until("the site is kept", kept).await
}

/// Has the browser look for another version, and tells what became of its worker: `installed`,
/// `redundant`, or why there is none.
async fn update(page: &Page) -> Result<String> {
    let update = "const done = arguments[arguments.length - 1];
        navigator.serviceWorker.getRegistration().then(found => found.update()).then(found => {
            const worker = found.installing ?? found.waiting;
            if (!worker) return done('none');
            const judge = () =>
                ['installed', 'redundant'].includes(worker.state) && done(worker.state);
            worker.addEventListener('statechange', judge);
            judge();
        }).catch(() => done('refused'))";
    page.ask_later(update, ()).await
}

/// How many versions are kept, and how many files of each.
async fn kept(page: &Page) -> Result<Vec<usize>> {
    let count = "const done = arguments[arguments.length - 1];
        caches.keys()
            .then(keys => Promise.all(keys.map(async key => (await (await caches.open(key)).keys()).length)))
            .then(done)";
    page.ask_later(count, ()).await
}

/// How many files each version keeps: the app, its Wasm, what starts it, the dialogs, the icon and the pages.
const WHOLE: [usize; 1] = [6];

/// The version of a page, and of every file that it loads: see [`Deployment`].
async fn version(page: &Page) -> Result<u8> {
    let names = "return [...document.querySelectorAll('script[src], link[id]')]
        .map(element => (element.src || element.href).match(/-(\\w{16})\\./)[1])";
    let names: Vec<String> = page.ask(names).await?;
    let versions: Vec<u8> = names.iter().map(|name| Deployment::version_of(name)).collect();
    assert!(versions.windows(2).all(|pair| pair[0] == pair[1]), "{names:?}");
    Ok(*versions.first().expect("a page loads something"))
}

/// Opens an address whatever becomes of it: a driver takes an unreachable server for its own error.
async fn try_to_go(page: &Page, address: &str) {
    let _: Result<()> = page.go(address).await;
}

/// Leaves a mark on a page, which is gone once it is loaded again.
async fn mark(page: &Page) -> Result<()> {
    page.ask("window.marked = true").await
}

async fn assert_not_loaded_again(page: &Page) -> Result<()> {
    // Longer than a loop would take for a turn.
    sleep(Duration::from_millis(500)).await;
    assert!(page.ask::<bool>("return window.marked === true").await?, "the page was loaded again");
    Ok(())
}

/// The line of the network, or that of another version, if it is seen.
async fn line(page: &Page, number: usize) -> Result<Option<String>> {
    let line = format!("#notices p:nth-child({number})");
    let is_shown = page.is_shown(&line).await?;
    Ok(if is_shown { Some(page.text(&line).await?) } else { None })
}

async fn until_line(page: &Page, number: usize, shown: bool) -> Result<()> {
    let script = format!(
        "return document.querySelector('#notices p:nth-child({number})').hidden !== {shown}"
    );
    page.until(&format!("line {number} is shown: {shown}"), &script).await
}
