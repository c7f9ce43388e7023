//! Colours, contrast and motion as the reader has asked for them.

use dak_so::model::{Language, Slug};
use e2e::{Page, Result};
use serde_json::json;

use super::views::{open, views};
use crate::pages::{chart_addresses, charts_of};
use crate::visit::{Visit, visit_as};

/// Has the browser ask for something, by the features of CSS media queries.
pub(crate) async fn prefer(page: &Page, features: &[(&str, &str)]) -> Result<()> {
    let features: Vec<_> =
        features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
    page.command("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
    page.settle().await
}

/// The colours, as `red,green,blue`, that more than a hundred pixels of each canvas have, and those of
/// the names that are asked for.
const COLORS: &str = "const probe = document.body.appendChild(document.createElement('i'));
    const of = name => {
        probe.style.forcedColorAdjust = 'none';
        probe.style.color = name;
        return getComputedStyle(probe).color.match(/\\d+/g).slice(0, 3).join();
    };
    const named = arguments[0].map(of);
    probe.remove();
    return [named, [...document.querySelectorAll('canvas')].map(canvas => {
        const { width, height } = canvas;
        const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
        const count = {};
        for (let at = 0; at < data.length; at += 4) {
            const color = data.slice(at, at + 3).join();
            count[color] = (count[color] ?? 0) + 1;
        }
        return Object.keys(count).filter(color => count[color] > 100);
    })]";

async fn colors(page: &Page, names: &[&str]) -> Result<(Vec<String>, Vec<Vec<String>>)> {
    page.ask_about(COLORS, names).await
}

#[test]
fn fault_45_charts_take_the_colours_of_the_reader() {
    /// The colours of ground and text and of the bars, of the page and of the reader.
    const OURS: [&str; 4] = ["#ffffff", "#1a2026", "#0b5c8f", "#d96b0b"];
    const SYSTEM: [&str; 4] = ["Canvas", "CanvasText", "LinkText", "Highlight"];
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        for address in chart_addresses(Language::Vi) {
            page.open(&address).await?;
            let charts = charts_of(&address);
            let (ours, usual) = colors(page, &OURS).await?;
            assert_eq!(usual.len(), charts.len());
            for scheme in ["light", "dark"] {
                prefer(page, &[("forced-colors", "active"), ("prefers-color-scheme", scheme)])
                    .await?;
                let (system, forced) = colors(page, &SYSTEM).await?;
                for ((chart, usual), forced) in charts.iter().zip(&usual).zip(&forced) {
                    for (our, (system, name)) in ours.iter().zip(system.iter().zip(SYSTEM)) {
                        let expected = usual.contains(our);
                        let id = chart.slug();
                        assert_eq!(forced.contains(system), expected, "{id}: {name} in {forced:?}");
                    }
                }
            }
            prefer(page, &[]).await?;
            let (_, again) = colors(page, &OURS).await?;
            assert_eq!(again, usual);
        }
        Ok(())
    });
}

#[test]
fn fault_45_with_more_contrast_quiet_texts_are_as_dark_as_others() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        page.open("").await?;
        let (muted, _) = colors(page, &["#4a535c"]).await?;
        let (_, usual) = colors(page, &[]).await?;
        assert!(usual.iter().any(|colors| colors.contains(&muted[0])));
        prefer(page, &[("prefers-contrast", "more")]).await?;
        let (_, charts) = colors(page, &[]).await?;
        assert!(charts.iter().all(|colors| !colors.contains(&muted[0])), "{charts:?}");
        let color = "return getComputedStyle(document.querySelector(arguments[0])).color";
        let quiet: String = page.ask_about(color, ".boundaries").await?;
        let ink: String = page.ask_about(color, "body").await?;
        assert_eq!(quiet, ink);
        Ok(())
    });
}

#[test]
fn fault_45_nothing_moves_by_itself() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        prefer(page, &[("prefers-reduced-motion", "reduce")]).await?;
        for address in views() {
            open(page, &address).await?;
            let moving: Vec<String> = page
                .ask(
                    "return [...document.querySelectorAll('*')].filter(element => {
                        const style = getComputedStyle(element);
                        return parseFloat(style.transitionDuration) > 0
                            || style.animationName !== 'none' || style.scrollBehavior === 'smooth';
                    }).map(element => element.outerHTML.slice(0, 80))",
                )
                .await?;
            assert!(moving.is_empty(), "{address}: {moving:#?}");
        }
        Ok(())
    });
}
