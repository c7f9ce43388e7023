//! What a page shows that does not depend on any script: all of it is there, whatever fails.

use dak_so::chart::{ChartId, Item, layout};
use dak_so::embedded::DATASET;
use dak_so::i18n::{amount, figure_label};
use dak_so::model::{Language, Slug};
use e2e::{Page, Result};
use serde::Deserialize;

use crate::card::plain;
use crate::markup::Markup;
use crate::pages::{file, language};

/// A page as it is shown.
#[derive(Debug, Deserialize)]
pub(crate) struct Seen {
    lang: String,
    headings: Vec<String>,
    figures: Vec<Figure>,
    charts: Vec<Chart>,
    /// The fields and buttons in the content that are offered: what the app brings.
    pub(crate) controls: usize,
    /// The message that the app did not start, where it is shown.
    pub(crate) message: Option<String>,
    /// How many charts say how they are used, which only live ones are.
    pub(crate) hints: usize,
}

/// A figure of the dataset wherever it is named.
#[derive(Debug, Deserialize)]
struct Figure {
    name: String,
    /// Whether its value alone stands there, and not a sentence with it.
    value: bool,
    shown: bool,
    text: String,
}

/// The pictures of a chart that are shown.
#[derive(Debug, Deserialize)]
struct Chart {
    name: String,
    pictures: Vec<Picture>,
    canvases: usize,
}

#[derive(Debug, Deserialize)]
struct Picture {
    width: u32,
    area: f64,
    texts: Vec<String>,
    hidden_texts: usize,
}

const SEEN: &str = "
    const all = (selector, within = document) => [...within.querySelectorAll(selector)];
    const shown = element => element.checkVisibility({ visibilityProperty: true });
    const area = element => {
        const { width, height } = element.getBoundingClientRect();
        return width * height;
    };
    // Those of an axis are parts of one text.
    const labels = picture =>
        all('text, tspan', picture).filter(label => !label.querySelector('tspan'));
    const message = document.getElementById('start-failed');
    // Where scripts run, one side of a chart is seen at a time.
    const tabs = document.documentElement.matches('[data-js]');
    return {
        lang: document.documentElement.lang,
        headings: all('h1').filter(shown).map(heading => heading.innerText),
        figures: all('[data-figure]').map(figure => ({
            name: figure.dataset.figure,
            value: figure.matches('.value, .number'),
            shown: shown(figure) || figure.closest('details:not([open])') !== null
                || tabs && figure.closest('.side') !== null,
            text: figure.textContent,
        })),
        charts: all('[data-chart]').map(chart => ({
            name: chart.dataset.chart,
            canvases: all('canvas', chart).filter(shown).length,
            pictures: all('svg', chart).filter(shown).map(picture => ({
                width: picture.viewBox.baseVal.width,
                area: area(picture),
                texts: labels(picture).map(text => text.textContent),
                hidden_texts: labels(picture).filter(text => !shown(text) || area(text) < 20).length,
            })),
        })),
        controls: all('main :is(input, button, select, textarea):enabled').filter(shown).length,
        message: message && shown(message) ? message.innerText : null,
        hints: all('[data-chart] ~ .hint').filter(shown).length,
    }";

/// Looks at the page that is open.
pub(crate) async fn look(page: &Page) -> Result<Seen> {
    page.ask(SEEN).await
}

impl Seen {
    /// Checks that the page of an address has its heading and its figures, each as the dataset has
    /// it.
    pub(crate) fn assert_has_its_content(&self, address: &str) {
        let language = language(address);
        assert_eq!(self.lang, language.slug(), "{address}");
        let [heading] = self.headings.as_slice() else { panic!("{address}: {:?}", self.headings) };
        assert!(heading.chars().any(char::is_alphabetic), "{address}: {heading}");
        let written = Markup::read(&file(address));
        let written: Vec<&str> = written.values("data-figure").collect();
        let named: Vec<&str> = self.figures.iter().map(|figure| figure.name.as_str()).collect();
        assert_eq!(named, written, "{address}");
        for figure in &self.figures {
            figure.assert_is_of_the_dataset(language, address);
        }
    }

    /// Checks that every chart of the page is shown as it was written, and none as it lives.
    pub(crate) fn assert_has_static_charts(&self, address: &str) {
        for chart in &self.charts {
            assert_eq!(chart.canvases, 0, "{address}: {chart:?}");
            let [picture] = chart.pictures.as_slice() else { panic!("{address}: {chart:?}") };
            assert!(picture.area > 10_000.0, "{address}: {chart:?}");
            assert_eq!(picture.hidden_texts, 0, "{address}: {chart:?}");
            let texts: Vec<String> = picture.texts.iter().map(|text| plain(text)).collect();
            let expected = texts_of(language(address), &chart.name, picture.width);
            assert_eq!(texts, expected, "{address}");
        }
    }

    /// Checks that every chart of the page lives, and none is shown twice.
    pub(crate) fn assert_has_live_charts(&self, address: &str) {
        for chart in &self.charts {
            assert_eq!((chart.canvases, chart.pictures.len()), (1, 0), "{address}: {chart:?}");
        }
    }

    /// How many charts the page has.
    pub(crate) fn charts(&self) -> usize {
        self.charts.len()
    }
}

impl Figure {
    fn assert_is_of_the_dataset(&self, language: Language, address: &str) {
        let id = DATASET.observation_named(&self.name);
        let figure = DATASET.observation(id.unwrap_or_else(|| panic!("{address}: {self:?}")));
        let expected = match self.value {
            true => amount(language, &DATASET, figure),
            false => figure_label(language, &DATASET, figure),
        };
        assert_eq!(plain(&self.text), plain(&expected), "{address}");
        assert!(self.shown, "{address}: {self:?}");
    }
}

/// Every text in a chart, in the order in which it is drawn.
pub(crate) fn texts_of(language: Language, chart: &str, width: u32) -> Vec<String> {
    let chart = ChartId::from_slug(chart).unwrap();
    let text = |item: &Item| match item {
        Item::Text { text, .. } => Some(plain(text)),
        Item::Bar { .. } | Item::Frame { .. } | Item::Line { .. } | Item::Shape { .. } => None,
    };
    layout(language, &DATASET, chart, width).items.iter().filter_map(text).collect()
}
