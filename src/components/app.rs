use web_sys::Element;
use yew::{
    Callback, Html, Properties, component, create_portal, html, use_effect_with, use_state_eq,
};

use crate::chart::ChartId;
use crate::platform;

use super::page::Page;
use super::plot::Plot;
use super::search::use_search;

/// Where on a static page a live chart goes.
#[derive(Clone, PartialEq)]
pub struct Place {
    /// The chart.
    pub chart: ChartId,
    /// The empty element for it, out of sight beside the static picture.
    pub element: Element,
}

/// The static page that comes to life.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// Which page it is.
    pub page: Page,
    /// The places of its charts.
    pub places: Vec<Place>,
}

/// Brings a static page to life: its charts and its search. Everything else stays as it was written.
///
/// The charts come one after the other, each in tasks of its own: it reacts to the reader, then it is
/// drawn and takes the place of its static picture in one step. The page is ready when the first
/// reacts. When a chart cannot be drawn, all give way to the static ones again.
#[component]
pub fn App(props: &AppProps) -> Html {
    let page = props.page;
    use_search(page);
    let started = use_state_eq(|| 1);
    let ondrawn = Callback::from({
        let (started, places) = (started.clone(), props.places.clone());
        move |(chart, drawn): (ChartId, bool)| {
            if !drawn {
                platform::give_up();
                return;
            }
            let Some(index) = places.iter().position(|place| place.chart == chart) else { return };
            platform::mark_alive(&places[index].element);
            // A chart that is drawn anew starts nothing.
            if index + 1 == *started && *started < places.len() {
                let started = started.clone();
                platform::later(move || started.set(index + 2));
            }
        }
    });
    let onlistening = Callback::from(|()| platform::mark_ready());
    use_effect_with(props.places.is_empty(), |nothing_to_draw| {
        if *nothing_to_draw {
            platform::mark_ready();
        }
    });
    // Every place has its portal from the start: Yew would take a longer list for a moved one.
    let plots = props.places.iter().enumerate().map(|(index, Place { chart, element })| {
        let plot = (index < *started).then(|| {
            let (place, onlistening, ondrawn) =
                (element.clone(), onlistening.clone(), ondrawn.clone());
            html! { <Plot {page} chart={*chart} {place} {onlistening} {ondrawn} /> }
        });
        create_portal(html! { <>{ for plot }</> }, element.clone())
    });
    html! { <>{ for plots }</> }
}
