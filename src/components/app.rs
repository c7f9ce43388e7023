use web_sys::Element;
use yew::{
    Callback, Html, Properties, component, create_portal, html, use_effect_with, use_state_eq,
};

use crate::chart::{ChartId, spec};
use crate::model::{ObservationId, Slug};
use crate::platform;
use crate::state::Control;

use super::choices::use_choices;
use super::page::Page;
use super::plot::Plot;

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

/// Brings a static page to life: its charts, its controls and its list. Everything else stays as it was written.
///
/// The charts come one after the other, each in tasks of its own: it reacts to the reader, then it is
/// drawn and takes the place of its static picture in one step. The page is ready when the first
/// reacts. When a chart cannot be drawn, all give way to the static ones again.
#[component]
pub fn App(props: &AppProps) -> Html {
    let page = props.page;
    let (choices, choose) = use_choices(page);
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
    let onchoose = choose.reform(move |figure: Option<ObservationId>| {
        let slug = figure.map_or("", |figure| page.dataset.observation(figure).slug);
        (Control::Figure.slug().to_owned(), slug.to_owned())
    });
    let places = &props.places;
    // Every place has its portal from the start: Yew would take a longer list for a moved one.
    let plots = places.iter().enumerate().map(|(index, Place { chart, element })| {
        let plot = (index < *started).then(|| {
            let (place, onlistening, ondrawn) =
                (element.clone(), onlistening.clone(), ondrawn.clone());
            // Of several charts that show the figure, the first opens its card.
            let figure =
                choices.figure().filter(|figure| first_with(page, places, *figure) == Some(*chart));
            let province = choices.province();
            html! {
                <Plot {page} chart={*chart} {place} {province} {figure} {onlistening} {ondrawn}
                    onchoose={onchoose.clone()} />
            }
        });
        create_portal(html! { <>{ for plot }</> }, element.clone())
    });
    html! { <>{ for plots }</> }
}

/// The first of the charts that shows a figure.
fn first_with(page: Page, places: &[Place], figure: ObservationId) -> Option<ChartId> {
    let mut charts = places.iter().map(|place| place.chart);
    charts.find(|chart| spec(page.dataset, *chart).shown().contains(&figure))
}
