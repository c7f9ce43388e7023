use web_sys::Element;
use yew::{
    AttrValue, Callback, Html, Properties, component, html, use_effect_with, use_node_ref,
    use_state,
};

use crate::chart::ChartId;
use crate::model::{ObservationId, ProvinceId};
use crate::platform;
use crate::state::{View, charts};
use crate::views::{Context, Medium, body};

use super::app::figure_of;
use super::plot::Plot;
use super::router::Shown;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct RenderedProps {
    pub(super) shown: Shown,
    /// What the view is a part of.
    pub(super) medium: Medium,
    /// The address of the site, with a slash at its end, if others can open it.
    pub(super) base: Option<AttrValue>,
    /// Told when the reader chooses a figure, or none.
    pub(super) onfigure: Callback<Option<ObservationId>>,
}

/// A view as the app renders it, by the functions that write the files.
#[component]
pub(super) fn Rendered(props: &RenderedProps) -> Html {
    let RenderedProps { shown, medium, base, onfigure } = props;
    use_effect_with((), |()| platform::mark_ready());
    let ids = charts(shown.view.route);
    let chart = |view: View, chart: ChartId| {
        let figure = figure_of(shown, ids.iter().copied(), chart);
        let ondrawn = Callback::from(|is_drawn: bool| {
            if !is_drawn {
                platform::give_up();
            }
        });
        let (province, onchoose) = (shown.choices.province(), onfigure.clone());
        // The one that is seen first is there from the first frame on.
        let at_once = ids.first() == Some(&chart);
        html! { <Live {view} {chart} {province} {figure} {at_once} {ondrawn} {onchoose} /> }
    };
    body(Context {
        choices: &shown.choices,
        medium: *medium,
        base: base.as_deref(),
        ..Context::new(shown.view, &chart)
    })
}

#[derive(Clone, PartialEq, Properties)]
struct LiveProps {
    view: View,
    chart: ChartId,
    province: Option<ProvinceId>,
    figure: Option<ObservationId>,
    at_once: bool,
    ondrawn: Callback<bool>,
    onchoose: Callback<Option<ObservationId>>,
}

/// The place of a chart in a rendered view, and the chart once that place has a width.
#[component]
fn Live(props: &LiveProps) -> Html {
    let place = use_node_ref();
    let element = use_state(|| None);
    use_effect_with((), {
        let (place, element) = (place.clone(), element.clone());
        move |()| element.set(place.cast::<Element>())
    });
    let LiveProps { view, chart, province, figure, at_once, ondrawn, onchoose } = props.clone();
    let plot = (*element).clone().map(|place| {
        html! { <Plot {view} {chart} {place} {province} {figure} {at_once} {ondrawn} {onchoose} /> }
    });
    html! { <div class="live" ref={place}>{ for plot }</div> }
}
