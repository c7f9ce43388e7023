//! One visit to the site: a server, a browser, and what holds on every visit.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::Duration;

use dak_so::model::Language;
use e2e::{Behaviour, Browser, Environment, Page, Result, Server};
use tokio::runtime;
use tokio::sync::Semaphore;
use tokio::time::timeout;

/// More browsers at a time would only wait for each other on the machines that run these tests.
static BROWSERS: Semaphore = Semaphore::const_new(2);

/// No visit takes this long; one that does hangs.
const LIMIT: Duration = Duration::from_secs(240);

/// The address of the page in a language, relative to the site.
pub(crate) const fn address(language: Language) -> &'static str {
    match language {
        Language::Vi => "",
        Language::En => "?lang=en",
    }
}

/// Visits the site, and checks at the end that nothing went wrong unseen.
#[track_caller]
pub(crate) fn visit(test: impl AsyncFnOnce(&Page) -> Result<()>) {
    run(Behaviour::Faithful, async |page| {
        test(page).await?;
        nothing_went_wrong_unseen(page).await
    });
}

/// Visits the site while something is broken, of which the browser may complain.
#[track_caller]
pub(crate) fn visit_broken(behaviour: Behaviour, test: impl AsyncFnOnce(&Page) -> Result<()>) {
    run(behaviour, test);
}

#[track_caller]
fn run(behaviour: Behaviour, test: impl AsyncFnOnce(&Page) -> Result<()>) {
    let runtime = runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let turn = runtime.block_on(BROWSERS.acquire()).unwrap();
    let started = runtime.block_on(async {
        let environment = Environment::detect()?;
        let server = Server::start(&environment.site, behaviour).await?;
        Ok((Browser::start(&environment).await?, server))
    });
    let (browser, server) = match started {
        Ok(started) => started,
        Err(error) => fail(&error),
    };
    let page = browser.page(server.origin());
    // The browser is to end whatever becomes of the test.
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async { timeout(LIMIT, test(&page)).await })
    }));
    let ended = runtime.block_on(browser.quit());
    drop(turn);
    match outcome {
        Err(panic) => resume_unwind(panic),
        Ok(Err(_)) => panic!("the visit did not end within {LIMIT:?}"),
        Ok(Ok(result)) => {
            if let Err(error) = result.and(ended) {
                fail(&error);
            }
        }
    }
}

#[track_caller]
fn fail(error: &e2e::Error) -> ! {
    panic!("{error}")
}

async fn nothing_went_wrong_unseen(page: &Page) -> Result<()> {
    let complaints = page.complaints().await?;
    assert!(complaints.is_empty(), "the browser says: {complaints:#?}");

    let loaded = "return performance.getEntriesByType('resource').map(entry => entry.name)";
    let loaded: Vec<String> = page.ask(loaded).await?;
    // Style sheet, start script, app and its Wasm at least: else nothing was looked at.
    assert!(loaded.len() >= 4, "{loaded:#?}");
    let is_elsewhere = |address: &&String| !address.starts_with(page.origin());
    let elsewhere: Vec<&String> = loaded.iter().filter(is_elsewhere).collect();
    assert!(elsewhere.is_empty(), "loaded from elsewhere: {elsewhere:?}");
    Ok(())
}
