//! The pages need no more than the strict policy that the build prints.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use e2e::{Behaviour, Environment, Key, Result};
use sha2::{Digest, Sha256};

use crate::card::card;
use crate::pages::{live_addresses, still_addresses};
use crate::visit::{Visit, visit_as};

/// The policy that the build prints, with the hashes of the one `<style>` and the one `<script>` that
/// stand in the pages.
fn policy() -> Result<&'static str> {
    let start = std::fs::read_to_string(Environment::detect()?.site.join("index.html"))?;
    let [style, script] = ["style", "script"].map(|name| {
        let (_, rest) = start.split_once(&format!("<{name}>")).unwrap();
        let (text, _) = rest.split_once(&format!("</{name}>")).unwrap();
        BASE64_STANDARD.encode(Sha256::digest(text))
    });
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-{script}'; \
         style-src 'sha256-{style}'; img-src 'self'; connect-src 'self'; base-uri 'none'; \
         form-action 'none'"
    );
    Ok(policy.leak())
}

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
                let styled = "return getComputedStyle(document.querySelector('h1')).fontWeight";
                assert_eq!(page.ask::<String>(styled).await?, "750", "{address}");
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
                let styled = "return getComputedStyle(document.body).marginTop";
                assert_eq!(page.ask::<String>(styled).await?, "0px", "{address}");
            }
            Ok(())
        });
    }
}
