//! The card that shows the evidence for a figure.

use dak_so::embedded::DATASET;
use dak_so::i18n::{amount, axis_unit, hedge, messages, period_with_basis};
use dak_so::model::{Language, ObservationId};
use e2e::{Page, Result};
use serde::Deserialize;

/// A card on the page.
#[derive(Debug, Deserialize)]
pub(crate) struct Card {
    /// The chart it belongs to.
    pub(crate) chart: String,
    pub(crate) title: String,
    pub(crate) value: String,
    /// Its lines, each with a name.
    pub(crate) lines: Vec<(String, String)>,
    /// Whether it has a button that closes it, which it has when it stays.
    pub(crate) closes: bool,
    /// Its place in the viewport, in CSS pixels.
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

const CARDS: &str = "return [...document.querySelectorAll('.card.open')].map(card => ({
    chart: card.closest('figure').id,
    title: card.querySelector('.card-title').innerText,
    value: card.querySelector('.card-value').innerText,
    lines: [...card.querySelectorAll('dl div')].map(line =>
        [line.querySelector('dt').innerText, line.querySelector('dd').innerText]),
    closes: card.querySelector('button.close')?.checkVisibility() ?? false,
    left: card.getBoundingClientRect().left,
    top: card.getBoundingClientRect().top,
    right: card.getBoundingClientRect().right,
    bottom: card.getBoundingClientRect().bottom,
}))";

/// The card that is open, if one is. That there are never two is checked on the way.
pub(crate) async fn card(page: &Page) -> Result<Option<Card>> {
    let mut cards: Vec<Card> = page.ask(CARDS).await?;
    assert!(cards.len() <= 1, "{cards:#?}");
    Ok(cards.pop())
}

impl Card {
    /// Checks that the card hides no mark at a place of the viewport.
    pub(crate) fn assert_clear_of(&self, place: (i64, i64)) {
        let y = place.1 as f64;
        assert!(self.top > y || self.bottom < y, "it hides what is pointed at: {self:?}");
    }

    /// Checks that the card gives the whole evidence for a figure.
    pub(crate) fn assert_shows(&self, language: Language, id: ObservationId) {
        let text = messages(language);
        let figure = DATASET.observation(id);
        let indicator = DATASET.indicator(figure.indicator);
        let title = DATASET.source(figure.source).title_vi;
        let province = DATASET.province(figure.province).name.get(language);
        for part in [indicator.name.get(language), province] {
            assert!(self.title.contains(part), "{part} in {:?}", self.title);
        }
        assert_eq!(
            plain(&self.value),
            plain(&amount(language, &DATASET, figure)),
            "{}",
            figure.slug
        );
        let mut expected = vec![
            (text.hedge, hedge(language, figure.qualifier).to_owned()),
            (text.unit, axis_unit(language, indicator)),
            (text.definition, indicator.definition.get(language).to_owned()),
            (text.period, period_with_basis(language, figure)),
            (text.source, format!("{title}, {} {}", text.paragraph, figure.paragraph)),
            (text.printed, figure.printed.to_owned()),
        ];
        let note = figure.note.get(language);
        if !note.is_empty() {
            expected.push((text.note, note.to_owned()));
        }
        let plain_lines = |(name, value): &(String, String)| (name.clone(), plain(value));
        let shown: Vec<_> = self.lines.iter().map(plain_lines).collect();
        let expected = expected.into_iter().map(|(name, value)| (name.to_owned(), plain(&value)));
        assert_eq!(shown, expected.collect::<Vec<_>>(), "{}", figure.slug);
    }
}

/// A text with plain spaces alone, so that it can be held against what a test spells out.
pub(crate) fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
