use dak_so::chart::{ChartId, Rgb, Role, Theme};
use dak_so::embedded::DATASET;
use dak_so::model::{Kind, Language, ProvinceId, Slug};
use e2e::Page;
use serde::Deserialize;
use serde_json::json;

use crate::chart::{canvas, centre, drawn, scene};
use crate::pages::{address_of, chart_addresses};
use crate::visit::visit;

/// Đắk Nông and Đắk Lắk, light and dark, as the style sheet has them.
const LIGHT: [&str; 2] = ["#0b5c8f", "#d96b0b"];
const DARK: [&str; 2] = ["#5ab0e2", "#f59a45"];

/// Fewer pixels than this could be part of a letter; every bar has more.
const BAR: u32 = 100;

/// The colours that the legend of a chart gives to the provinces; `null` for one that it leaves out.
#[derive(Deserialize)]
struct Legend {
    chart: String,
    colors: [Option<String>; 2],
}

const LEGENDS: &str = r"return [...document.querySelectorAll('figure')].map(figure => ({
    chart: figure.id,
    colors: ['dak-nong', 'dak-lak'].map(province => {
        const swatch = figure.querySelector(`.legend .swatch.${province}`);
        if (!swatch) return null;
        const parts = getComputedStyle(swatch).backgroundColor.match(/\d+/g).slice(0, 3);
        return '#' + parts.map(part => Number(part).toString(16).padStart(2, '0')).join('');
    }),
}))";

#[test]
fn the_charts_have_the_colours_of_their_legends() {
    visit(async |page| {
        for language in Language::ALL {
            let (mut charts, mut legends) = (Vec::new(), Vec::new());
            for address in chart_addresses(*language) {
                page.open(&address).await?;
                legends.extend(page.ask::<Vec<Legend>>(LEGENDS).await?);
                charts.extend(drawn(page, &LIGHT).await?);
            }
            assert_eq!(charts.len(), ChartId::ALL.len());
            for (chart, legend) in charts.iter().zip(legends) {
                assert_eq!(chart.chart, legend.chart);
                for (color, named) in LIGHT.into_iter().zip(legend.colors) {
                    let pixels = chart.pixels[color];
                    assert_eq!(named.as_deref(), (pixels > 0).then_some(color), "{chart:?}");
                    assert!(pixels == 0 || pixels > BAR, "{chart:?}");
                }
            }
            // The one chart that compares has both provinces.
            assert!(charts[0].pixels.values().all(|pixels| *pixels > BAR));
        }
        Ok(())
    });
}

#[test]
fn the_bars_that_are_compared_are_as_long_as_their_values() {
    visit(async |page| {
        page.open("").await?;
        let charts = drawn(page, &LIGHT).await?;
        let [dak_nong, dak_lak] = LIGHT.map(|color| f64::from(charts[0].longest[color]));
        let error = (dak_nong / dak_lak) / (16.36 / 22.86) - 1.0;
        assert!(error.abs() < 0.02, "{dak_nong} to {dak_lak} pixels");
        Ok(())
    });
}

#[test]
fn every_mark_is_drawn_where_a_pointer_finds_it() {
    visit(async |page| {
        for language in Language::ALL {
            for chart in ChartId::ALL {
                page.open(&address_of(*chart, *language)).await?;
                let scene = scene(page, *language, *chart).await?;
                for mark in &scene.marks {
                    let figure = DATASET.observation(mark.observation);
                    let role = match figure.kind {
                        Kind::Target => Role::Target,
                        Kind::Actual | Kind::Change => Role::Province(figure.province),
                    };
                    // Near its left end: the right end of a hedged bar is lighter.
                    let at = (mark.shape.x + 1, centre(mark.shape).y);
                    let color = color_at(page, *chart, at).await?;
                    assert_eq!(color, hex(Theme::Light, role), "{}", mark.label);
                }
            }
        }
        Ok(())
    });
}

#[test]
fn the_charts_follow_the_colour_scheme() {
    visit(async |page| {
        let colors = [LIGHT, DARK].concat();
        let assert_in = async |shown: [&str; 2], hidden: [&str; 2]| {
            for chart in drawn(page, &colors).await? {
                let count = |wanted: [&str; 2]| wanted.map(|color| chart.pixels[color]);
                assert!(count(shown).iter().any(|pixels| *pixels > BAR), "{chart:?}");
                assert_eq!(count(hidden), [0, 0], "{chart:?}");
            }
            e2e::Result::Ok(())
        };
        for address in chart_addresses(Language::Vi) {
            page.prefer_dark(false).await?;
            page.open(&address).await?;
            page.ask::<()>("window.stillTheSamePage = true").await?;
            for (dark, shown, hidden) in [(true, DARK, LIGHT), (false, LIGHT, DARK)] {
                page.prefer_dark(dark).await?;
                page.settle().await?;
                assert_in(shown, hidden).await?;
                let ground = "return getComputedStyle(document.body).backgroundColor";
                let ground: String = page.ask(ground).await?;
                assert_eq!(ground == "rgb(255, 255, 255)", !dark, "{ground}");
            }
            assert!(page.ask("return window.stillTheSamePage").await?);

            // A reader who prefers dark from the start never sees the light charts.
            page.prefer_dark(true).await?;
            page.open(&address).await?;
            assert_in(DARK, LIGHT).await?;
        }
        Ok(())
    });
}

async fn color_at(page: &Page, chart: ChartId, (x, y): (i32, i32)) -> e2e::Result<String> {
    let script = "const [selector, x, y] = arguments[0];
        const canvas = document.querySelector(selector);
        const laidOut = Number(getComputedStyle(canvas).getPropertyValue('--chart-width'));
        const scale = canvas.width / laidOut;
        const context = canvas.getContext('2d');
        const { data } = context.getImageData(x * scale, y * scale, 1, 1);
        return '#' + [...data.slice(0, 3)].map(part => part.toString(16).padStart(2, '0')).join('')";
    page.ask_about(script, json!([canvas(chart), x, y])).await
}

fn hex(theme: Theme, role: Role) -> String {
    let Rgb(red, green, blue) = theme.color(role);
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[test]
fn the_theme_has_the_colours_that_these_tests_look_for() {
    for (theme, colors) in [(Theme::Light, LIGHT), (Theme::Dark, DARK)] {
        for (province, color) in ProvinceId::ALL.iter().zip(colors) {
            assert_eq!(hex(theme, Role::Province(*province)), color, "{}", province.slug());
        }
    }
}
