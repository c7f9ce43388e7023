use crate::i18n::messages;
use crate::model::{
    Dataset, Denominator, Language, ObservationId, ProvinceId, Qualifier, Slug, Unit,
};

use super::spec::Spec;

/// What a colour or a shape of a chart stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The bars of a province.
    Province(ProvinceId),
    /// The track behind a share.
    Whole,
    /// The line that marks a target.
    Target,
    /// The lighter end of a hedged bar.
    Hedge,
}

impl Key {
    /// What a legend says beside the swatch.
    pub fn label<'a>(self, language: Language, dataset: &Dataset<'a>) -> &'a str {
        let text = messages(language);
        match self {
            Self::Province(province) => dataset.province(province).name.get(language),
            Self::Whole => text.legend_whole,
            Self::Target => text.legend_target,
            Self::Hedge => text.legend_hedge,
        }
    }
}

/// The legend of a chart: only what occurs in it.
pub fn legend(dataset: &Dataset<'_>, spec: &Spec) -> Vec<Key> {
    let figures = bars(spec);
    let figures = || figures.iter().map(|id| dataset.observation(*id));
    let drawn = |province: &ProvinceId| figures().any(|figure| figure.province == *province);
    let hedged = figures().any(|figure| figure.qualifier != Qualifier::Exact);
    let whole = matches!(spec, Spec::Panels(_))
        && figures().any(|figure| {
            let indicator = dataset.indicator(figure.indicator);
            indicator.unit == Unit::Percent && indicator.denominator != Some(Denominator::Unstated)
                || figure.of.is_some()
        });
    let targets = match spec {
        Spec::Panels(_) => false,
        Spec::Bullets(_) => true,
        Spec::Lines(histories) => histories.iter().any(|history| !history.targets.is_empty()),
    };
    let provinces = ProvinceId::ALL.iter().copied().filter(drawn).map(Key::Province);
    provinces
        .chain(whole.then_some(Key::Whole))
        .chain(targets.then_some(Key::Target))
        .chain(hedged.then_some(Key::Hedge))
        .collect()
}

/// The figures that a chart draws as bars.
fn bars(spec: &Spec) -> Vec<ObservationId> {
    match spec {
        Spec::Panels(_) => spec.shown(),
        Spec::Bullets(entries) => entries.iter().filter_map(|entry| entry.actual).collect(),
        Spec::Lines(histories) => {
            histories.iter().flat_map(|history| &history.actuals).copied().collect()
        }
    }
}
