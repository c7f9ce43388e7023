//! The ways in which a chart comes into a page.

use dak_so::i18n::newer_data;
use dak_so::model::{ChartId, Language, Slug};
use e2e::{Options, Result, Screen};
use serde_json::Value;

use super::host::{Host, address, assert_whole, frame, script};
use crate::markup::Markup;
use crate::pages::{embed_addresses, file, folder};
use crate::visit::{Visit, visit_as};

#[test]
fn without_scripts_every_embed_is_whole_at_every_width() {
    let visit = Visit { options: Options::WITHOUT_SCRIPTS, ..Visit::IN_CHROMIUM };
    visit_as(visit, async |page, _| {
        let addresses = embed_addresses();
        assert_eq!(addresses.len(), 2 * ChartId::ALL.len());
        for address in &addresses {
            page.go(address).await?;
            let name = address.trim_end_matches('/').rsplit('/').next().unwrap();
            let chart = ChartId::from_slug(name).unwrap();
            for width in [240, 320, 480, 700] {
                page.show_on(Screen::new(width, 600, 1.0)).await?;
                assert_whole(page, chart).await?;
            }
        }
        Ok(())
    });
}

#[test]
fn an_embed_is_found_by_nobody_and_loads_no_app() {
    for address in embed_addresses() {
        let page = Markup::read(&file(&address));
        assert_eq!(page.meta("robots"), Some("noindex"), "{address}");
        assert_eq!(page.named("nav").count(), 0, "{address}");
        assert!(!page.named("link").any(|link| link.get("rel") == Some("modulepreload")));
        let scripts: Vec<&str> =
            page.named("script").filter_map(|script| script.get("src")).collect();
        let [script] = scripts.as_slice() else { panic!("{address}: {scripts:?}") };
        assert!(script.contains("assets/frame-"), "{address}: {script}");
    }
    if let Ok(map) = std::fs::read_to_string(folder().join("sitemap.xml")) {
        assert!(!map.contains("/nhung/") && !map.contains("/embed/"));
    }
}

#[test]
fn the_element_does_what_a_frame_and_the_script_do() {
    for visit in [Visit::IN_CHROMIUM, Visit::IN_FIREFOX] {
        visit_as(visit, async |page, _| {
            // The page around would hide it, squeeze it and colour it.
            let body = format!(
                "<style>* {{ all: unset !important; }} iframe {{ display: none !important; }}
                dak-so-chart {{ display: block !important; width: 480px !important; }}</style>
                <dak-so-chart chart=\"coverage\" lang=\"en\" theme=\"dark\" v=\"00000000\"></dak-so-chart>
                <dak-so-chart chart=\"../../so-lieu\"></dak-so-chart>{0}{0}",
                script(page)
            );
            let host = Host::open(page, &body).await?;
            let sized = "const { shadowRoot } = document.querySelector('dak-so-chart');
                const frame = shadowRoot?.querySelector('iframe');
                return frame?.style.height !== '30rem' && frame?.clientHeight > 300
                    && frame.title.startsWith('Chart')";
            host.page.until("the element has the height of its chart", sized).await?;
            let second = "return document.querySelectorAll('dak-so-chart')[1]
                .shadowRoot.querySelector('iframe').src";
            assert_eq!(host.page.ask::<String>(second).await?, "");
            let source = "return document.querySelector('dak-so-chart')
                .shadowRoot.querySelector('iframe').src";
            let address = address(page, ChartId::Coverage, Language::En);
            let found: String = host.page.ask(source).await?;
            assert_eq!(found, format!("{address}?theme=dark&v=00000000"));
            let change = "document.querySelector('dak-so-chart').setAttribute('lang', 'vi')";
            host.page.ask::<()>(change).await?;
            assert!(host.page.ask::<String>(source).await?.contains("/nhung/coverage/"));
            Ok(())
        });
    }
}

#[test]
fn the_script_may_come_twice_and_before_the_frames() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        let host = Host::open(page, &format!("{0}{0}<p>…</p>", script(page))).await?;
        let ready = "return !!customElements.get('dak-so-chart')";
        host.page.until("the script is there", ready).await?;
        let late = frame(page, ChartId::Pair, "height=\"150\"");
        let add = "document.querySelector('p').innerHTML = arguments[0]";
        host.page.ask_about::<()>(add, late).await?;
        let told = host.told(0).await?;
        assert_eq!(told.len(), 1, "{told:?}");
        assert_eq!(told[0].0, "like-for-like");
        assert_eq!((told[0].1, host.height(0).await?), (told[0].2, told[0].1));
        Ok(())
    });
}

#[test]
fn the_page_around_chooses_the_scheme() {
    for visit in [Visit::IN_CHROMIUM, Visit::IN_FIREFOX] {
        visit_as(visit, async |page, _| {
            let (light, dark) = ("rgb(255, 255, 255)", "rgb(20, 25, 30)");
            for (system, query, expected) in [
                (false, "", light),
                (false, "?theme=dark", dark),
                (true, "", dark),
                (true, "?v=1&theme=light", light),
                (false, "?theme=darkness", light),
            ] {
                page.go(&format!("nhung/coverage/{query}")).await?;
                page.prefer_dark(system).await?;
                let ground = format!(
                    "return getComputedStyle(document.body).backgroundColor === '{expected}'"
                );
                page.until(&format!("{system} {query} gives {expected}"), &ground).await?;
            }
            Ok(())
        });
    }
}

#[test]
fn an_embed_that_is_tied_to_other_data_says_so() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        page.go("").await?;
        let version = page.text("footer .edition code").await?;
        assert_eq!(version.len(), 8, "{version}");
        for (query, says_so) in [
            (String::new(), false),
            (format!("?v={version}"), false),
            ("?v=deadbeef".to_owned(), true),
            ("?v=<script>".to_owned(), true),
            ("?v=".to_owned(), true),
        ] {
            page.go(&format!("nhung/targets/{query}")).await?;
            page.settle().await?;
            assert_eq!(page.is_shown("#newer").await?, says_so, "{query}");
        }
        let said = page.text("#newer").await?;
        let edition = newer_data(Language::Vi, "2026-11-21");
        assert!(said.starts_with(edition.split(',').next().unwrap()), "{said}");
        assert!(
            page.ask::<String>("return document.querySelector('#newer a').href")
                .await?
                .ends_with("/muc-tieu/#targets")
        );
        Ok(())
    });
}

#[test]
fn a_publishing_system_is_told_the_height_that_the_embed_has() -> Result<()> {
    let folder = folder().join("oembed");
    if !folder.exists() {
        // The build was not told where the site will stand.
        return Ok(());
    }
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        for address in embed_addresses() {
            let language = crate::pages::language(&address).slug();
            let chart = address.trim_end_matches('/').rsplit('/').next().unwrap();
            let file = folder.join(language).join(format!("{chart}.json"));
            let answer: Value = serde_json::from_str(&std::fs::read_to_string(file)?)?;
            let (width, told) =
                (answer["width"].as_u64().unwrap(), answer["height"].as_f64().unwrap());
            page.show_on(Screen::new(u32::try_from(width).unwrap(), 600, 1.0)).await?;
            page.go(&address).await?;
            let height: f64 =
                page.ask("return document.body.getBoundingClientRect().height").await?;
            assert!(height <= told && told < height * 1.2, "{address}: {height} is told as {told}");
        }
        Ok(())
    });
    Ok(())
}
