//! What these tests rely on, held against a page whose behaviour is known.

use std::fs;

use e2e::{Behaviour, Browser, Engine, Options, Page, Result, Screen, Server};
use tempfile::TempDir;

use crate::visit::BROWSERS;

const PAGE: &str = r#"<!doctype html>
<html lang="en"><title>Known</title><link rel="icon" href="data:,">
<style>#media { display: none } @media (scripting: none) { #media { display: block } }</style>
<h1>Known</h1><p id="run">no</p><p id="media">none</p><noscript><p id="noscript">none</p></noscript>
<script src="run.js"></script></html>"#;

const SCRIPT: &str = "document.querySelector('#run').textContent = 'yes';";

fn known_site() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("index.html"), PAGE).unwrap();
    fs::write(folder.path().join("run.js"), SCRIPT).unwrap();
    fs::write(folder.path().join("404.html"), "<!doctype html><title>None</title>").unwrap();
    folder
}

/// Runs something on the known page and gives its answer.
#[track_caller]
fn on_known_page<T>(
    engine: Engine,
    options: Options,
    behaviour: Behaviour,
    test: impl AsyncFnOnce(&Page, &Server) -> Result<T>,
) -> T {
    let site = known_site();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let turn = runtime.block_on(BROWSERS.acquire()).unwrap();
    let outcome: Result<T> = runtime.block_on(async {
        let server = Server::start(site.path(), "/a/b", behaviour).await?;
        let browser = Browser::start(engine, options).await?;
        let outcome = test(&browser.page(server.site()), &server).await;
        browser.quit().await?;
        outcome
    });
    drop(turn);
    outcome.unwrap()
}

async fn has_run(page: &Page) -> Result<bool> {
    Ok(page.text("#run").await? == "yes")
}

#[test]
fn scripts_are_off_in_every_way_or_on_in_every_way() {
    for engine in Engine::ALL {
        for scripts in [true, false] {
            let found = on_known_page(
                engine,
                Options { scripts, ..Options::USUAL },
                Behaviour::Faithful,
                async |page, _| {
                    page.go("").await?;
                    let media = page.is_shown("#media").await?;
                    Ok((has_run(page).await?, media, page.count("#noscript").await?))
                },
            );
            let expected = if scripts { (true, false, 0) } else { (false, true, 1) };
            assert_eq!(found, expected, "{engine:?}");
        }
    }
}

#[test]
fn both_browsers_take_the_size_the_ratio_and_the_scheme() {
    for engine in Engine::SETTABLE {
        on_known_page(engine, Options::default(), Behaviour::Faithful, async |page, _| {
            for (ratio, dark) in [(1.0, false), (2.625, true)] {
                page.show_on(Screen::new(360, 740, ratio)).await?;
                page.prefer_dark(dark).await?;
                page.go("").await?;
                let found: (u32, u32, f64, bool) = page
                    .ask(
                        "return [innerWidth, innerHeight, devicePixelRatio,
                            matchMedia('(prefers-color-scheme: dark)').matches]",
                    )
                    .await?;
                assert_eq!(found, (360, 740, ratio, dark), "{engine:?}");
            }
            Ok(())
        });
    }
}

#[test]
fn both_browsers_tell_of_an_error() {
    for engine in Engine::SETTABLE {
        let complaints =
            on_known_page(engine, Options::default(), Behaviour::Faithful, async |page, _| {
                page.go("").await?;
                assert_eq!(page.complaints().await?, [""; 0]);
                page.ask::<()>("setTimeout(() => { throw new Error('known') })").await?;
                page.settle().await?;
                page.complaints().await
            });
        let [complaint] = complaints.as_slice() else { panic!("{complaints:?}") };
        assert!(complaint.contains("known"), "{complaint}");
    }
}

#[test]
fn the_server_misbehaves_as_it_is_told() {
    let run = async |page: &Page, _: &Server| {
        page.go("").await?;
        has_run(page).await
    };
    let check = |behaviour, expected| {
        let found = on_known_page(Engine::Chromium, Options::default(), behaviour, run);
        assert_eq!(found, expected, "{behaviour:?}");
    };
    check(Behaviour::Without("run.js"), false);
    check(Behaviour::Truncated("run.js"), false);
    check(Behaviour::Garbage("run.js"), false);
    check(Behaviour::Csp("script-src 'none'"), false);
    check(Behaviour::Csp("script-src 'self'"), true);
    check(Behaviour::Without("other.js"), true);
}

#[test]
fn what_is_held_back_arrives_when_it_is_released() {
    let behaviour = Behaviour::Held("later.js");
    on_known_page(Engine::Chromium, Options::default(), behaviour, async |page, server| {
        page.go("").await?;
        page.ask::<()>("fetch('later.js').then(() => { window.later = true })").await?;
        page.settle().await?;
        assert!(page.ask::<bool>("return window.later === undefined").await?);
        server.release();
        page.until("it arrives", "return window.later === true").await
    });
}

#[test]
fn a_page_that_is_not_there_is_answered_with_the_one_that_says_so() {
    on_known_page(Engine::Chromium, Options::default(), Behaviour::Faithful, async |page, _| {
        page.go("nowhere/").await?;
        assert_eq!(page.driver().title().await?, "None");
        let status: u16 = page
            .ask_later("fetch(location.href).then(answer => arguments[1](answer.status))", ())
            .await?;
        assert_eq!(status, 404);
        Ok(())
    });
}
