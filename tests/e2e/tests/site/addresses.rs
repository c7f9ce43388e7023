use dak_so::i18n::messages;
use dak_so::model::{Language, Slug};

use crate::card::plain;
use crate::visit::visit;

#[test]
fn damaged_addresses_open_the_page_as_it_is_by_default() {
    visit(async |page| {
        let long = format!("#{}", "đ".repeat(170_000));
        let addresses = [
            "?lang=%00",
            "?lang=<script>alert(1)</script>",
            "?lang=%3Cscript%3Ealert(1)%3C/script%3E",
            "?lang=%FF%FE",
            "?lang=en%20",
            "?&&==&lang",
            "?lang=vi&lang=en",
            "?constructor=__proto__&lang[]=en",
            "#\"><img src=x onerror=alert(1)>",
            "#%00",
            &long,
        ];
        for address in addresses {
            page.open(address).await?;
            let shown: String = address.chars().take(60).collect();
            let lang: String = page.ask("return document.documentElement.lang").await?;
            assert_eq!(lang, Language::Vi.slug(), "{shown}");
            let heading = plain(&page.text("h1").await?);
            assert_eq!(heading, plain(messages(Language::Vi).heading), "{shown}");
            assert_eq!(page.count("figure canvas").await?, 4, "{shown}");
            assert_eq!(page.count("img, main script").await?, 0, "{shown}");
        }
        Ok(())
    });
}
