//! One visit to the site: a server, a browser, and what holds on every visit.

use std::env;
use std::fs::File;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use dak_so::model::Language;
use e2e::{Behaviour, Browser, Engine, Environment, Options, Page, Result, Server};
use tokio::runtime;
use tokio::sync::Semaphore;
use tokio::time::timeout;

/// More browsers at a time would only wait for each other on the machines that run these tests.
pub(crate) static BROWSERS: Semaphore = Semaphore::const_new(2);

/// No visit takes this long; one that does hangs.
const LIMIT: Duration = Duration::from_secs(240);

/// The address of the start page in a language, relative to the site.
pub(crate) const fn address(language: Language) -> &'static str {
    match language {
        Language::Vi => "",
        Language::En => "en/",
    }
}

/// How the site is visited: with scripts, and at the root of a server that does its job, if nothing
/// else is said.
#[derive(Clone, Copy)]
pub(crate) struct Visit {
    pub(crate) engine: Engine,
    pub(crate) options: Options,
    /// The folder of the server that the site lies in, such as `/a/b`.
    pub(crate) folder: &'static str,
    pub(crate) behaviour: Behaviour,
}

impl Visit {
    pub(crate) const IN_CHROMIUM: Self = Self {
        engine: Engine::Chromium,
        options: Options::USUAL,
        folder: "",
        behaviour: Behaviour::Faithful,
    };
    pub(crate) const IN_FIREFOX: Self = Self { engine: Engine::Firefox, ..Self::IN_CHROMIUM };
    pub(crate) const IN_WEBKIT: Self = Self { engine: Engine::WebKit, ..Self::IN_CHROMIUM };
    /// The same in each engine.
    pub(crate) const IN_EACH: [Self; 3] = [Self::IN_CHROMIUM, Self::IN_FIREFOX, Self::IN_WEBKIT];
}

/// Visits the site, and checks at the end that nothing went wrong unseen.
#[track_caller]
pub(crate) fn visit(test: impl AsyncFnOnce(&Page) -> Result<()>) {
    visit_in(Engine::Chromium, test);
}

/// The same in Chromium, and then in Firefox.
#[track_caller]
pub(crate) fn in_both(test: &impl AsyncFn(&Page) -> Result<()>) {
    for engine in Engine::SETTABLE {
        visit_in(engine, test);
    }
}

#[track_caller]
fn visit_in(engine: Engine, test: impl AsyncFnOnce(&Page) -> Result<()>) {
    visit_as(Visit { engine, ..Visit::IN_CHROMIUM }, async |page, _| {
        test(page).await?;
        // Start script, app and its Wasm at least: else nothing was looked at.
        assert!(loaded(page).await?.len() >= 3);
        nothing_went_wrong_unseen(page).await
    });
}

/// Visits the site in some way. The browser may complain.
#[track_caller]
pub(crate) fn visit_as(how: Visit, test: impl AsyncFnOnce(&Page, &Server) -> Result<()>) {
    match Environment::detect() {
        Ok(environment) => visit_site(how, &environment.site, test),
        Err(error) => fail(&error),
    }
}

/// The same of a site in a folder of its own.
#[track_caller]
pub(crate) fn visit_site(
    how: Visit,
    site: &Path,
    test: impl AsyncFnOnce(&Page, &Server) -> Result<()>,
) {
    let Visit { engine, options, folder, behaviour } = how;
    let runtime = runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let turn = runtime.block_on(BROWSERS.acquire()).unwrap();
    let since = Instant::now();
    let started = runtime.block_on(async {
        let server = Server::start(site, folder, behaviour).await?;
        Ok((Browser::start(engine, options).await?, server))
    });
    let (browser, server) = match started {
        Ok(started) => started,
        Err(error) => fail(&error),
    };
    let page = browser.page(server.site());
    // The browser is to end whatever becomes of the test.
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async { timeout(LIMIT, test(&page, &server)).await })
    }));
    let ended = runtime.block_on(browser.quit());
    drop(turn);
    record(engine, matches!(outcome, Ok(Ok(Ok(())))), since.elapsed());
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

/// Notes in the file that `DAK_SO_VISITS` names how a test fared in an engine: the test, the engine,
/// the outcome and the seconds that it took, in a line. Faults are counted by it.
fn record(engine: Engine, passed: bool, took: Duration) {
    let Some(file) = env::var_os("DAK_SO_VISITS") else { return };
    let outcome = if passed { "passed" } else { "failed" };
    // Tests are run in threads of their names.
    let thread = thread::current();
    let test = thread.name().unwrap_or_default();
    let line = format!("{test}\t{engine:?}\t{outcome}\t{}\n", took.as_secs());
    let file = File::options().append(true).create(true).open(file);
    file.and_then(|mut file| file.write_all(line.as_bytes())).unwrap();
}

#[track_caller]
fn fail(error: &e2e::Error) -> ! {
    panic!("{error}")
}

/// Checks that the browser has not complained and that nothing came from elsewhere.
pub(crate) async fn nothing_went_wrong_unseen(page: &Page) -> Result<()> {
    let complaints = page.complaints().await?;
    assert!(complaints.is_empty(), "the browser says: {complaints:#?}");

    let loaded = loaded(page).await?;
    let is_elsewhere = |address: &&String| !address.starts_with(page.site());
    let elsewhere: Vec<&String> = loaded.iter().filter(is_elsewhere).collect();
    assert!(elsewhere.is_empty(), "loaded from elsewhere: {elsewhere:?}");
    Ok(())
}

/// The addresses of what the page that is open has loaded.
async fn loaded(page: &Page) -> Result<Vec<String>> {
    page.ask("return performance.getEntriesByType('resource').map(entry => entry.name)").await
}
