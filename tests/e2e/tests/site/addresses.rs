use dak_so::chart::ChartId;
use dak_so::i18n::messages;
use dak_so::model::{Language, Slug};

use crate::pages::{address_of, folder};
use crate::visit::{Visit, address, visit, visit_as};

#[test]
fn addresses_of_before_each_language_had_its_own_lead_there() {
    visit(async |page| {
        for (address, there) in [
            ("?lang=en", "en/"),
            ("?lang=en#coverage", "en/#coverage"),
            ("en/?lang=vi#targets", "#targets"),
        ] {
            page.go(address).await?;
            let there = format!("{}/{there}", page.site());
            page.until(address, &format!("return location.href === '{there}'")).await?;
            page.until_ready().await?;
        }
        Ok(())
    });
}

#[test]
fn the_places_of_charts_that_stood_on_the_start_page_lead_on_to_their_views() {
    visit(async |page| {
        for chart in [ChartId::Coverage, ChartId::Subscriptions, ChartId::Targets] {
            for language in Language::ALL {
                page.open(&format!("{}#{}", address(*language), chart.slug())).await?;
                let in_view =
                    "const { top } = document.querySelector(':target').getBoundingClientRect();
                    return top > -1 && top < innerHeight";
                assert!(page.ask(in_view).await?, "{chart:?}");
                page.click(":target a").await?;
                let there = format!("{}/{}", page.site(), address_of(chart, *language));
                assert_eq!(page.driver().current_url().await?.as_str(), there);
            }
        }
        Ok(())
    });
}

#[test]
fn an_address_that_leads_nowhere_is_answered_in_both_languages() {
    // The browser complains of the status, which is meant.
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        for address in
            ["nowhere", "nowhere/", "so/nowhere/", "en/figure/nowhere/", "so/nowhere/deeper/"]
        {
            page.go(address).await?;
            let status = "return performance.getEntriesByType('navigation')[0].responseStatus";
            assert_eq!(page.ask::<u16>(status).await?, 404, "{address}");
            let text = page.text("main").await?;
            for language in Language::ALL {
                assert!(text.contains(messages(*language).not_found_title), "{address}: {text}");
            }
            let links = "return [...document.querySelectorAll('main a')].map(link => link.href)";
            let links: Vec<String> = page.ask(links).await?;
            assert!(links.len() >= 2, "{address}: {links:?}");
            // Relative links lead astray from deeper down; a site that knows its address has absolute
            // ones.
            let is_deeper = address.contains('/');
            let relative = page.count("main a:not([href^=http])").await? > 0;
            for link in links.iter().filter(|_| !(is_deeper && relative)) {
                let path = link.strip_prefix(page.site()).unwrap().trim_start_matches('/');
                let file = folder().join(path).join("index.html");
                assert!(file.is_file(), "from {address}: {link}");
            }
        }
        Ok(())
    });
}
