use yew::{Html, html};

use crate::chart::{ChartId, spec, takeaway};
use crate::i18n::Messages;
use crate::model::Slug;

use super::citation::source_line;
use super::legend::legend;
use super::notes::notes;
use super::page::Page;
use super::plot::Plot;
use super::table::table;

/// A chart with everything that belongs to it: heading, takeaway, legend, notes, source and table.
pub(super) fn figure(page: Page, chart: ChartId) -> Html {
    let text = page.messages();
    let spec = spec(page.dataset, chart);
    let id = chart.slug();
    let heading_id = format!("{id}-heading");
    let summary_id = format!("{id}-takeaway");
    html! {
        <figure id={id} aria-labelledby={heading_id.clone()}>
            <figcaption>
                <h2 id={heading_id.clone()}>{ heading(text, chart) }</h2>
                <p class="takeaway" id={summary_id.clone()}>
                    { takeaway(page.language, page.dataset, chart) }
                </p>
            </figcaption>
            { legend(page, &spec) }
            <Plot {page} {chart} labelled_by={heading_id} described_by={summary_id} />
            { notes(page, chart, &spec) }
            { source_line(page, &spec) }
            <details class="data">
                <summary>{ text.table_summary }</summary>
                { table(page, chart, &spec) }
            </details>
        </figure>
    }
}

/// The heading of a chart.
pub(super) const fn heading(text: &Messages, chart: ChartId) -> &'static str {
    match chart {
        ChartId::Pair => text.pair_heading,
        ChartId::Subscriptions => text.subscriptions_heading,
        ChartId::Coverage => text.coverage_heading,
        ChartId::Targets => text.targets_heading,
    }
}
