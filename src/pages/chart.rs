use yew::{Html, html};

use crate::chart::{ChartId, Spec, heading, spec, takeaway};
use crate::components::Page;
use crate::model::Slug;
use crate::render::DrawError;

use super::citation::{documents, source_line};
use super::cite::cite_chart;
use super::embed_dialog::embed_link;
use super::ledger::bullets;
use super::legend::legend;
use super::notes::notes;
use super::picture::picture_link;
use super::site::Site;
use super::still::still;
use super::table::table;
use super::tabs::tabs;
use super::years::years;

/// The files in which a chart can be taken along, by their extensions.
pub(super) const FILES: [&str; 4] = ["csv", "json", "svg", "png"];

/// A chart with everything that belongs to it: heading, takeaway, legend, picture, notes, source,
/// files, table and how to cite it.
pub(super) fn chart(site: &Site, page: Page, chart: ChartId) -> Result<Html, DrawError> {
    let text = page.messages();
    let spec = spec(page.dataset, chart);
    let id = chart.slug();
    let heading_id = format!("{id}-heading");
    Ok(html! {
        <figure id={id} aria-labelledby={heading_id.clone()}>
            <figcaption>
                <h2 id={heading_id}>{ heading(page.language(), chart) }</h2>
                <p class="takeaway" id={format!("{id}-takeaway")}>
                    { takeaway(page.language(), page.dataset, chart) }
                </p>
            </figcaption>
            { tabs(page, chart) }
            <div class="side" data-sides="chart" id={format!("{id}-chart")}>
                { legend(page, &spec) }
                { still(page, chart)? }
                <p class="hint" id={format!("{id}-hint")}>{ text.chart_hint }</p>
            </div>
            { data(page, chart, &spec) }
            <div class="side" data-sides="source" id={format!("{id}-source")}>
                { documents(page, &spec) }
                { cite_chart(site, page, chart) }
            </div>
            { notes(page, &spec) }
            { source_line(page, &spec) }
            { files(page, chart) }
        </figure>
    })
}

/// The figures of a chart as a table.
fn data(page: Page, chart: ChartId, spec: &Spec) -> Html {
    let caption = heading(page.language(), chart);
    let table = match spec {
        Spec::Panels(panels) => table(page, caption, panels),
        Spec::Lines(histories) => years(page, caption, histories),
        Spec::Bullets(entries) => bullets(page, caption, entries),
    };
    html! {
        <div class="side" data-sides="table" id={format!("{}-table", chart.slug())}>{ table }</div>
    }
}

/// The path of a file of a chart below the folder of the site.
pub(super) fn file_path(page: Page, chart: ChartId, extension: &str) -> String {
    format!("charts/{}/{}.{extension}", page.language().slug(), chart.slug())
}

fn files(page: Page, chart: ChartId) -> Html {
    let files = FILES.map(|extension| {
        let href = format!("{}{}", page.view.root(), file_path(page, chart, extension));
        let name = format!("dak-so-{}-{}.{extension}", chart.slug(), page.language().slug());
        let kind = extension.to_uppercase();
        // Said without its surroundings, it is not clear which of the charts it is.
        let label = format!("{kind}: {}", heading(page.language(), chart));
        let link = html! { <a {href} download={name} aria-label={label}>{ kind }</a> };
        match extension {
            // The edition in one file has no room for it: `cargo xtask build` finds it by its class.
            "json" => html! { <span class="online">{ " " }{ link }</span> },
            _ => html! { <>{ " " }{ link }</> },
        }
    });
    html! {
        <p class="files">{ page.messages().chart_files }{ for files }{ picture_link(page, chart) }{ embed_link(page, chart) }</p>
    }
}
