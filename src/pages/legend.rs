use yew::{Html, html};

use crate::chart::Spec;
use crate::components::Page;
use crate::model::{Denominator, ObservationId, ProvinceId, Qualifier, Slug, Unit};

/// What the colours and shapes of a chart stand for; only what occurs in it.
pub(super) fn legend(page: Page, spec: &Spec) -> Html {
    let text = page.messages();
    let figures = bars(spec);
    let figures = || figures.iter().map(|id| page.dataset.observation(*id));
    let provinces = ProvinceId::ALL
        .iter()
        .filter(|province| figures().any(|figure| figure.province == **province))
        .map(|province| {
            let name = page.dataset.province(*province).name.get(page.language());
            entry(province.slug(), name)
        });
    let hedged = figures().any(|figure| figure.qualifier != Qualifier::Exact);
    let whole = matches!(spec, Spec::Panels(_))
        && figures().any(|figure| {
            let indicator = page.dataset.indicator(figure.indicator);
            indicator.unit == Unit::Percent && indicator.denominator != Some(Denominator::Unstated)
                || figure.of.is_some()
        });
    let targets = matches!(spec, Spec::Bullets(_));
    html! {
        <ul class="legend" aria-label={text.legend_label}>
            { for provinces }
            { for whole.then(|| entry("whole", text.legend_whole)) }
            { for targets.then(|| entry("target", text.legend_target)) }
            { for hedged.then(|| entry("hedge", text.legend_hedge)) }
        </ul>
    }
}

/// The figures that a chart draws as bars.
fn bars(spec: &Spec) -> Vec<ObservationId> {
    match spec {
        Spec::Panels(panels) => {
            panels.iter().flat_map(|panel| &panel.rows).filter_map(|(_, row)| row.ok()).collect()
        }
        Spec::Bullets(entries) => entries.iter().filter_map(|entry| entry.actual).collect(),
    }
}

fn entry(swatch: &'static str, label: &'static str) -> Html {
    html! { <li><span class={yew::classes!("swatch", swatch)} aria-hidden="true" />{ label }</li> }
}
