//! The pages need no more than the strict policy that the build writes.

use deploy::{Place, Policy};
use e2e::{Behaviour, Environment, Key, Result};

use crate::card::card;
use crate::pages::{live_addresses, still_addresses};
use crate::visit::{Visit, visit_as};

/// The policy that the files for web servers send.
fn policy() -> Result<&'static str> {
    let policy = Policy::of_site(&Environment::detect()?.site, &Place::unknown()).unwrap();
    Ok(format!("{}; frame-ancestors 'self'", policy.for_meta()).leak())
}

/// A body without the style sheet has a margin.
const STYLED: &str = "return getComputedStyle(document.body).marginTop";

#[test]
fn every_page_works_under_a_strict_policy() {
    let policy = policy().unwrap();
    for visit in [Visit::IN_CHROMIUM, Visit::IN_FIREFOX] {
        let visit = Visit { behaviour: Behaviour::Csp(policy), ..visit };
        visit_as(visit, async |page, _| {
            let violations = "window.violations = [];
                document.addEventListener('securitypolicyviolation', event =>
                    window.violations.push(`${event.violatedDirective} ${event.blockedURI}`))";
            for address in live_addresses() {
                page.open(&address).await?;
                let first = "return document.documentElement.dataset.js === ''";
                assert!(page.ask::<bool>(first).await?, "{address}");
                assert_eq!(page.ask::<String>(STYLED).await?, "0px", "{address}");
                page.ask::<()>(violations).await?;
                if page.count("#coverage .marks").await? > 0 {
                    page.ask::<()>("document.querySelector('#coverage .marks').focus()").await?;
                    page.press(Key::Right).await?;
                    assert!(card(page).await?.is_some(), "{address}");
                }
                let found: Vec<String> = page.ask("return window.violations").await?;
                assert!(found.is_empty(), "{address}: {found:?}");
            }
            for address in still_addresses() {
                page.go(&address).await?;
                assert_eq!(page.ask::<String>(STYLED).await?, "0px", "{address}");
            }
            Ok(())
        });
    }
}
