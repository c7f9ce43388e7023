//! What arrives broken, or not at all, is never kept, and takes nothing away from what is.

use dak_so::i18n::view_texts;
use dak_so::model::Language;
use e2e::{Behaviour, Link, Page, Result, Server};
use std::time::Duration;
use tokio::time::sleep;

use super::deployment::Deployment;
use super::{
    VISITS, WHOLE, assert_not_loaded_again, install, kept, line, mark, try_to_go, until_kept,
    update, version,
};
use crate::visit::{Visit, visit_site};

#[track_caller]
fn an_update_fails(behaviour: Behaviour, without: &[&str]) {
    for visit in VISITS {
        let site = Deployment::of(1);
        visit_site(visit, site.path(), async |page, server| {
            install(page).await?;
            server.behave(behaviour);
            site.deploy(0);
            without.iter().for_each(|copies| site.remove_copies(copies));
            assert_eq!(update(page).await?, "redundant", "{behaviour:?} {without:?}");
            assert_eq!(kept(page).await?, WHOLE);
            serves_version(page, server, 1).await?;
            // Nothing of it is left that would harm the next try.
            server.behave(Behaviour::Faithful);
            server.mend();
            assert_eq!(update(page).await?, "installed");
            Ok(())
        });
    }
}

/// Checks that a whole version is there without a network.
async fn serves_version(page: &Page, server: &Server, expected: u8) -> Result<()> {
    server.cut();
    for address in ["phu-song/", "en/", "nguon/"] {
        page.go(address).await?;
        assert_eq!(version(page).await?, expected, "{address}");
    }
    page.open("so-lieu/").await
}

#[test]
fn fault_09_a_truncated_file_fails_the_update_and_the_old_version_stays() {
    // Sent with brotli, and with gzip.
    for without in [&[][..], &["br"]] {
        an_update_fails(Behaviour::Truncated("assets/pages"), without);
    }
}

#[test]
fn fault_10_a_file_cut_off_with_its_connection_fails_the_update() {
    // Sent with brotli, and as it is.
    for without in [&[][..], &["br", "gz"]] {
        an_update_fails(Behaviour::CutOff("assets/pages"), without);
    }
}

#[test]
fn fault_18_a_missing_file_fails_the_update() {
    an_update_fails(Behaviour::Without("assets/icon"), &[]);
}

#[test]
fn fault_09_10_the_first_download_is_kept_whole_or_not_at_all() {
    for behaviour in [Behaviour::Truncated("assets/pages"), Behaviour::CutOff("assets/pages")] {
        for visit in VISITS {
            let site = Deployment::of(0);
            visit_site(Visit { behaviour, ..visit }, site.path(), async |page, server| {
                page.open("").await?;
                save_fails(page).await?;
                server.behave(Behaviour::Faithful);
                install(page).await?;
                serves_version(page, server, 0).await
            });
        }
    }
}

/// Presses the button that keeps the site, and checks that nothing is kept and the page says so.
async fn save_fails(page: &Page) -> Result<()> {
    // The page tries by itself too, once it is idle: on a busy machine, that could come after the portal has gone.
    let is_settled = "return document.documentElement.dataset.app !== 'starting'";
    page.until("the app is there or has given up", is_settled).await?;
    let idle = "const done = arguments[arguments.length - 1];
        (window.requestIdleCallback ?? setTimeout)(() => done())";
    page.ask_later::<()>(idle, ()).await?;
    page.ask::<()>("document.querySelector('#save button').click()").await?;
    let said = "const said = document.querySelector('#save [role=status]');
        return said.textContent === said.dataset.failed";
    page.until("the page says that nothing was kept", said).await?;
    assert_eq!(page.text("#save [role=status]").await?, view_texts(Language::Vi).offline.failed);
    assert_eq!(kept(page).await?, [0; 0]);
    Ok(())
}

#[test]
fn fault_12_nothing_of_a_captive_portal_is_kept() {
    const ALL_BUT_WHAT_STARTS: Behaviour =
        Behaviour::Portal(&["assets/dak-so", "assets/pages", "assets/icon"]);
    let portals = [ALL_BUT_WHAT_STARTS, Behaviour::Portal(&["sw.js"])];
    for behaviour in portals {
        for visit in VISITS {
            let site = Deployment::of(0);
            visit_site(Visit { behaviour, ..visit }, site.path(), async |page, server| {
                page.go("").await?;
                save_fails(page).await?;
                server.behave(Behaviour::Faithful);
                install(page).await?;
                serves_version(page, server, 0).await
            });
        }
    }
    // Whoever has the site already goes on with it.
    for visit in VISITS {
        let site = Deployment::of(0);
        visit_site(visit, site.path(), async |page, server| {
            install(page).await?;
            server.behave(Behaviour::Portal(&["/"]));
            page.open("en/coverage/").await?;
            assert_eq!((version(page).await?, kept(page).await?), (0, WHOLE.to_vec()));
            Ok(())
        });
    }
}

#[test]
fn fault_15_a_network_that_breaks_off_and_returns_is_used_at_the_next_page() {
    // So slow that a busy machine still finds the download on its way.
    let link = Link { latency: Duration::from_millis(5), bytes_per_second: 30_000 };
    for visit in VISITS {
        let site = Deployment::of(0);
        let visit = Visit { behaviour: Behaviour::Far(link), ..visit };
        visit_site(visit, site.path(), async |page, server| {
            page.open("").await?;
            mark(page).await?;
            let installing = "return navigator.serviceWorker.getRegistration()
                .then(found => found?.installing?.state === 'installing')";
            page.until("the site is on its way", installing).await?;
            sleep(Duration::from_millis(300)).await;
            server.cut();
            let failed = "return navigator.serviceWorker.getRegistration()
                .then(found => !found?.installing && !found?.active)";
            page.until("it does not arrive", failed).await?;
            assert_eq!(kept(page).await?, [0; 0]);
            server.mend();
            assert_not_loaded_again(page).await?;
            install(page).await?;
            serves_version(page, server, 0).await
        });
    }
}

#[test]
fn fault_16_after_a_first_visit_without_a_network_the_second_one_works() {
    for visit in VISITS {
        let site = Deployment::of(0);
        visit_site(visit, site.path(), async |page, server| {
            server.cut();
            try_to_go(page, "").await;
            server.mend();
            install(page).await?;
            serves_version(page, server, 0).await
        });
    }
}

#[test]
fn fault_22_without_its_script_the_old_worker_goes_on() {
    for behaviour in [Behaviour::Without("sw.js"), Behaviour::Portal(&["sw.js"])] {
        for visit in VISITS {
            let site = Deployment::of(1);
            visit_site(visit, site.path(), async |page, server| {
                install(page).await?;
                server.behave(behaviour);
                site.deploy(0);
                assert_eq!(update(page).await?, "refused", "{behaviour:?}");
                page.open("phu-song/").await?;
                assert_eq!(line(page, 1).await?, None, "{behaviour:?}: there is a network");
                assert_eq!(version(page).await?, 1);
                serves_version(page, server, 1).await?;
                until_kept(page).await
            });
        }
    }
}
