use crate::i18n::{
    coverage_takeaway, government_takeaway, history_takeaway, messages, pair_takeaway,
    subscriptions_takeaway, targets_takeaway,
};
use crate::model::{
    ChartId, Dataset, Field, IndicatorId, Kind, Language, ObservationId, ProvinceId, Slug, Topic,
    Unit,
};
use crate::query::{
    Absence, Comparison, Entry, History, Verdict, compare, comparisons, field, figure, histories,
    in_order, ledger,
};

/// What a chart shows, before it has a size or a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spec {
    /// One panel an indicator, each with an axis of its own.
    Panels(Vec<Panel>),
    /// One bullet a target, each with an axis of its own.
    Bullets(Vec<Entry>),
    /// One plot for what a province published on an indicator over time.
    Lines(Vec<History>),
}

/// One indicator and what each province published on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel {
    /// The indicator: its unit is the unit of the axis.
    pub indicator: IndicatorId,
    /// What each province published, or why there is nothing.
    pub rows: Vec<(ProvinceId, Result<ObservationId, Absence>)>,
}

impl Spec {
    /// Every figure that the chart shows.
    pub fn shown(&self) -> Vec<ObservationId> {
        // Loops, because the code of iterators within iterators weighs several times as much.
        let mut shown = Vec::new();
        match self {
            Self::Panels(panels) => {
                for panel in panels {
                    for (_, row) in &panel.rows {
                        shown.extend(row.ok());
                    }
                }
            }
            Self::Bullets(entries) => {
                for entry in entries {
                    shown.push(entry.target);
                    shown.extend(entry.actual);
                }
            }
            Self::Lines(histories) => {
                for history in histories {
                    shown.extend_from_slice(&history.actuals);
                    shown.extend_from_slice(&history.targets);
                }
            }
        }
        shown
    }
}

/// What a chart shows.
pub fn spec(dataset: &Dataset<'_>, chart: ChartId) -> Spec {
    match chart {
        ChartId::Pair => Spec::Panels(pairs(dataset)),
        ChartId::Subscriptions => Spec::Panels(panels(dataset, Topic::Subscriptions)),
        ChartId::Coverage => Spec::Panels(panels(dataset, Topic::Coverage)),
        ChartId::Targets => Spec::Bullets(bullets(dataset)),
        ChartId::DigitalEconomy => Spec::Lines(histories(dataset, Topic::Economy)),
        ChartId::MobileMoney => Spec::Lines(histories(dataset, Topic::Subscriptions)),
        ChartId::Government => Spec::Panels(government(dataset)),
    }
}

/// The heading of a chart.
pub const fn heading(language: Language, chart: ChartId) -> &'static str {
    let text = messages(language);
    match chart {
        ChartId::Pair => text.pair_heading,
        ChartId::Subscriptions => text.subscriptions_heading,
        ChartId::Coverage => text.coverage_heading,
        ChartId::Targets => text.targets_heading,
        ChartId::DigitalEconomy => text.digital_economy_heading,
        ChartId::MobileMoney => text.mobile_money_heading,
        ChartId::Government => text.government_heading,
    }
}

/// The sentence above a chart, computed from what it shows.
pub fn takeaway(language: Language, dataset: &Dataset<'_>, chart: ChartId) -> String {
    match (chart, spec(dataset, chart)) {
        (ChartId::Pair, _) => {
            let sentences = comparable(dataset);
            let sentences = sentences.iter().map(|pair| pair_takeaway(language, dataset, pair));
            sentences.collect::<Vec<_>>().join(" ")
        }
        (ChartId::Coverage, Spec::Panels(panels)) => {
            coverage_takeaway(language, dataset, &indicators(&panels))
        }
        (ChartId::Government, Spec::Panels(panels)) => {
            government_takeaway(language, dataset, &indicators(&panels))
        }
        (_, Spec::Panels(panels)) => {
            subscriptions_takeaway(language, dataset, &indicators(&panels))
        }
        (_, Spec::Bullets(entries)) => targets_takeaway(language, dataset, &entries),
        (_, Spec::Lines(histories)) => history_takeaway(language, dataset, &histories),
    }
}

/// The pairs across provinces within the panels that are of one family but of different
/// indicators: what a reader may be tempted to compare, and should not.
pub fn unlike_pairs(dataset: &Dataset<'_>, panels: &[Panel]) -> Vec<Comparison> {
    let figures: Vec<ObservationId> =
        panels.iter().flat_map(|panel| &panel.rows).filter_map(|(_, row)| row.ok()).collect();
    let mut found = Vec::new();
    for (index, left) in figures.iter().enumerate() {
        for right in figures.iter().skip(index + 1) {
            let (a, b) = (dataset.observation(*left), dataset.observation(*right));
            let comparison = compare(dataset, *left, *right);
            let half_a_year = a.period.months_apart(b.period) <= crate::query::SAME_WITHIN_MONTHS;
            let tempting = a.province != b.province && half_a_year;
            if tempting && comparison.verdict == Verdict::DifferentDefinition {
                found.push(comparison);
            }
        }
    }
    found
}

/// The pairs of results that may be compared, like for like.
pub(super) fn comparable(dataset: &Dataset<'_>) -> Vec<Comparison> {
    let mut pairs = comparisons(dataset);
    pairs.retain(|pair| {
        pair.difference.is_some() && dataset.observation(pair.left).kind == Kind::Actual
    });
    pairs
}

fn pairs(dataset: &Dataset<'_>) -> Vec<Panel> {
    let mut panels: Vec<Panel> = Vec::new();
    for pair in comparable(dataset) {
        let indicator = dataset.observation(pair.left).indicator;
        if panels.iter().all(|panel| panel.indicator != indicator) {
            panels.push(panel(dataset, indicator));
        }
    }
    panels
}

/// The shares, rates and parts of a whole of a topic: what a bar on an axis can show.
fn panels(dataset: &Dataset<'_>, topic: Topic) -> Vec<Panel> {
    let mut panels = Vec::new();
    for (id, indicator) in dataset.indicators() {
        if indicator.topic == topic {
            let panel = panel(dataset, id);
            let is_share = matches!(indicator.unit, Unit::Percent | Unit::Per100);
            let fits = |id: ObservationId| is_share || dataset.observation(id).of.is_some();
            if panel.rows.iter().any(|(_, row)| row.is_ok_and(fits)) {
                panels.push(panel);
            }
        }
    }
    panels
}

/// The shares on digital government. Ranks and counts are left to the table of the view.
fn government(dataset: &Dataset<'_>) -> Vec<Panel> {
    let mut panels = Vec::new();
    for (id, indicator) in dataset.indicators() {
        if indicator.unit == Unit::Percent && field(dataset, id) == Field::Government {
            let panel = panel(dataset, id);
            if panel.rows.iter().any(|(_, row)| row.is_ok()) {
                panels.push(panel);
            }
        }
    }
    panels
}

fn panel(dataset: &Dataset<'_>, indicator: IndicatorId) -> Panel {
    let rows = ProvinceId::ALL
        .iter()
        .map(|province| (*province, figure(dataset, *province, indicator)))
        .collect();
    Panel { indicator, rows }
}

fn indicators(panels: &[Panel]) -> Vec<IndicatorId> {
    panels.iter().map(|panel| panel.indicator).collect()
}

/// The targets, those with the most to tell first.
fn bullets(dataset: &Dataset<'_>) -> Vec<Entry> {
    // A status comes before another in the order that readers meet them in.
    in_order(ledger(dataset), |entry| entry.status)
}
