use yew::Html;

use crate::chart::{ChartId, Spec, heading, takeaway};
use crate::model::{ObservationId, Slug};
use crate::views::Context;
use crate::views::markup::{each, markup};
use crate::views::paths::{chart_file, chart_files_of};

use super::citation::{documents, source_line};
use super::cite::cite_chart;
use super::embed_dialog::embed_link;
use super::legend::legend;
use super::notes::notes;
use super::picture::picture_link;
use super::plot::plot;
use super::table::table;
use super::tabs::tabs;
use super::targets_table::targets_table;
use super::years::years;

/// The charts of a view, of which the first is seen first.
pub(in crate::views) fn chart_figures(cx: Context<'_>, ids: &[ChartId]) -> Vec<Html> {
    each(ids, |id| match cx.begins && ids.first() != Some(id) {
        true => Html::default(),
        false => chart(cx, *id),
    })
}

/// A chart with everything that belongs to it: heading, takeaway, legend, picture, notes, source,
/// files, table and how to cite it.
fn chart(cx: Context<'_>, chart: ChartId) -> Html {
    let text = cx.messages();
    let spec = cx.analysis.spec(chart);
    let id = chart.slug();
    let heading_id = format!("{id}-heading");
    markup! {
        <figure id={id} aria-labelledby={heading_id.clone()}>
            <figcaption>
                <h2 id={heading_id}>{ heading(cx.language(), chart) }</h2>
                <p id={format!("{id}-takeaway")} class="takeaway">
                    { takeaway(cx.language(), cx.dataset, chart) }
                </p>
            </figcaption>
            { tabs(cx, chart) }
            <div data-sides="chart" id={format!("{id}-chart")} class="side">
                { legend(cx, spec) }
                { plot(cx, chart) }
                <p id={format!("{id}-hint")} class="hint">{ text.chart_hint }</p>
            </div>
            { cx.below(|| data(cx, chart, spec)) }
            { cx.below(|| sources(cx, chart, spec)) }
            { notes(cx, spec) }
            { source_line(cx, spec) }
            { cx.below(|| files(cx, chart)) }
        </figure>
    }
}

/// Every figure that charts show.
pub(in crate::views) fn shown(cx: Context<'_>, charts: &[ChartId]) -> Vec<ObservationId> {
    let mut shown = Vec::new();
    for id in charts {
        shown.append(&mut cx.analysis.spec(*id).shown());
    }
    shown
}

/// The documents of a chart, and how to cite it.
fn sources(cx: Context<'_>, chart: ChartId, spec: &Spec) -> Html {
    markup! {
        <div data-sides="source" id={format!("{}-source", chart.slug())} class="side">
            { documents(cx, spec) }
            { cite_chart(cx, chart) }
        </div>
    }
}

/// The figures of a chart as a table.
fn data(cx: Context<'_>, chart: ChartId, spec: &Spec) -> Html {
    let caption = heading(cx.language(), chart);
    let table = match spec {
        Spec::Panels(panels) => table(cx, caption, panels),
        Spec::Lines(histories) => years(cx, caption, histories),
        Spec::Bullets(entries) => targets_table(cx, caption, entries),
    };
    markup! {
        <div data-sides="table" id={format!("{}-table", chart.slug())} class="side">{ table }</div>
    }
}

fn files(cx: Context<'_>, chart: ChartId) -> Html {
    let offered = chart_files_of(cx.medium);
    let files = each(offered.iter().copied(), |extension| {
        let href = cx.file(&chart_file(cx.language(), chart, extension));
        let name = format!("dak-so-{}-{}.{extension}", chart.slug(), cx.language().slug());
        let kind = extension.to_uppercase();
        // Said without its surroundings, it is not clear which of the charts it is.
        let label = format!("{kind}: {}", heading(cx.language(), chart));
        markup! { { " " }<a href={href} download={name} aria-label={label}>{ kind }</a> }
    });
    markup! {
        <p class="files">
            { cx.messages().chart_files }{ files }
            { cx.has_server().then(|| markup! { { picture_link(cx, chart) }{ embed_link(cx, chart) } }) }
        </p>
    }
}
