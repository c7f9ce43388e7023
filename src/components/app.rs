use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Element;
use yew::{Callback, Html, Properties, component, create_portal, html, use_effect_with, use_memo};

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
/// The charts are drawn out of sight. When the last of them stands, all take the places of their
/// static pictures in one step; when one cannot be drawn, none does.
#[component]
pub fn App(props: &AppProps) -> Html {
    let page = props.page;
    use_search(page);
    let missing: Vec<ChartId> = props.places.iter().map(|place| place.chart).collect();
    let missing = use_memo((), |()| RefCell::new(missing));
    let ondrawn = Callback::from({
        let missing = Rc::clone(&missing);
        move |(chart, drawn): (ChartId, bool)| {
            let mut missing = missing.borrow_mut();
            missing.retain(|other| *other != chart);
            match (drawn, missing.is_empty()) {
                (false, _) => platform::give_up(),
                (true, true) => platform::mark_ready(),
                (true, false) => {}
            }
        }
    });
    use_effect_with((), move |()| {
        if missing.borrow().is_empty() {
            platform::mark_ready();
        }
    });
    let plots = props.places.iter().map(|Place { chart, element }| {
        let plot = html! { <Plot {page} chart={*chart} ondrawn={ondrawn.clone()} /> };
        create_portal(plot, element.clone())
    });
    html! { <>{ for plots }</> }
}
