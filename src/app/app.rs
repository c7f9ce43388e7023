use web_sys::Element;
use yew::{AttrValue, Html, Properties, component, create_portal, html, use_effect_with};

use crate::chart::{ChartId, spec};
use crate::embedded::DATASET;
use crate::model::ObservationId;
use crate::platform;
use crate::state::{Addresses, Change, Route};

use super::rendered::Rendered;
use super::router::{Shown, Start, use_router};
use super::written::Written;

/// Where on a written page a live chart goes.
#[derive(Clone, PartialEq)]
pub struct Place {
    /// The chart.
    pub chart: ChartId,
    /// The empty element for it, out of sight beside the written picture.
    pub element: Element,
}

/// Where the app begins.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The view of the document, and the addresses of all.
    pub start: Start,
    /// The places of the charts on a page that was written.
    pub places: Vec<Place>,
}

/// The single-page app.
///
/// On a page that was written it brings to life what is there: charts, controls and list; everything else
/// stays as it is. From the first link on that leads to another view it renders views itself.
#[component]
pub fn App(props: &AppProps) -> Html {
    let (shown, choose) = use_router(&props.start);
    let onfigure = choose.reform(Change::Figure);
    // In a frame, the page around has chosen the theme.
    use_effect_with(matches!(shown.view.route, Route::Embed(_)), |is_embed| {
        let theme = (!is_embed).then(platform::watch_theme);
        let listeners = (theme, platform::watch_printing());
        move || drop(listeners)
    });
    if !shown.is_rendered {
        return html! { <Written {shown} medium={props.start.medium} places={props.places.clone()} {onfigure} /> };
    }
    // Views have nothing in common: each comes and goes as a whole.
    let key = shown.view.path(&DATASET);
    let Start { medium, addresses, .. } = &props.start;
    let root = addresses.as_ref().and_then(Addresses::root);
    // A citation cannot lead to a file on a machine of the reader's.
    let base =
        root.filter(|root| root.starts_with("http")).map(|root| AttrValue::from(root.to_owned()));
    let view = html! { <><Rendered {key} {shown} medium={*medium} {base} {onfigure} /></> };
    platform::body().map_or_else(Html::default, |body| create_portal(view, body))
}

/// Of several charts that show the chosen figure, the first opens its card.
pub(super) fn figure_of(
    shown: &Shown,
    mut charts: impl Iterator<Item = ChartId>,
    chart: ChartId,
) -> Option<ObservationId> {
    let figure = shown.choices.figure()?;
    let first = charts.find(|chart| spec(&DATASET, *chart).shown().contains(&figure));
    (first == Some(chart)).then_some(figure)
}
