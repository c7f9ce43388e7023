use web_sys::Element;
use yew::{
    Callback, Html, Properties, component, create_portal, hook, html, use_state, use_state_eq,
};

use crate::chart::{ChartId, spec};
use crate::embedded::DATASET;
use crate::model::ObservationId;
use crate::platform;
use crate::state::{Change, Route, View, charts};
use crate::views::{Context, body, list};

use super::change::use_change;
use super::plot::Plot;
use super::router::{Shown, Start, use_router};

/// Where on a written page a live chart goes.
#[derive(Clone, PartialEq)]
pub struct Place {
    /// The chart.
    pub chart: ChartId,
    /// The element with its static picture.
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
    let AppProps { start, places } = props;
    let (shown, choose) = use_router(start);
    let onfigure = choose.reform(Change::Figure);
    // In a frame, the page around has chosen the theme.
    use_change(matches!(start.view.route, Route::Embed(_)), |is_embed| {
        let theme = (!is_embed).then(platform::watch_theme);
        (theme, platform::watch_printing())
    });
    use_change(start.is_written && places.is_empty(), |nothing_to_draw| {
        if *nothing_to_draw {
            platform::mark_ready();
        }
    });
    use_change(start.is_written, |is_written| {
        if *is_written {
            platform::name_addresses();
        }
    });
    let started = use_state_eq(|| 1);
    let list = use_list(start, &shown);
    if shown.is_rendered {
        let body = platform::body();
        return body.map_or_else(Html::default, |body| {
            create_portal(rendered(start, &shown, &onfigure), body)
        });
    }
    // The charts come one after the other, each in tasks of its own: it reacts to the reader, then it is
    // drawn and takes the place of its static picture in one step. Every place has its portal from the start:
    // Yew would take a longer list for a moved one.
    let mut parts = vec![list];
    let charts: Vec<ChartId> = places.iter().map(|place| place.chart).collect();
    for (index, Place { chart, element }) in places.iter().enumerate() {
        let (started, next) = (started.clone(), index + 2);
        let is_due = index < *started;
        let ondrawn = move || {
            // A chart that is drawn anew starts nothing.
            if *started + 1 == next {
                let started = started.clone();
                platform::later(move || started.set(next));
            }
        };
        let plot = is_due.then(|| plot(start, &shown, &charts, *chart, false, &onfigure, ondrawn));
        parts.push(create_portal(html! { <>{ for plot }</> }, element.clone()));
    }
    parts.into_iter().collect()
}

/// A view as the app renders it, by the functions that write the files.
fn rendered(start: &Start, shown: &Shown, onfigure: &Callback<Option<ObservationId>>) -> Html {
    let ids = charts(shown.view.route);
    let chart = |_: View, chart: ChartId| {
        // The one that is seen first is there from the first frame on.
        plot(start, shown, ids, chart, ids.first() == Some(&chart), onfigure, || {})
    };
    let view = body(Context {
        choices: &shown.choices,
        medium: start.medium,
        base: start.base.as_deref(),
        begins: shown.begins,
        ..Context::new(shown.view, &chart)
    });
    // Views have nothing in common: each comes and goes as a whole.
    html! { <><key={shown.view.path(&DATASET)}>{ view }</></> }
}

/// A live chart among others of a view.
fn plot(
    start: &Start,
    shown: &Shown,
    charts: &[ChartId],
    chart: ChartId,
    at_once: bool,
    onfigure: &Callback<Option<ObservationId>>,
    drawn: impl Fn() + 'static,
) -> Html {
    // Of several charts that show the chosen figure, the first opens its card.
    let figure = shown.choices.figure().filter(|figure| {
        let shows = |chart: &&ChartId| spec(&DATASET, **chart).shown().contains(figure);
        charts.iter().find(shows) == Some(&chart)
    });
    let ondrawn = Callback::from(move |()| drawn());
    let onlistening = Callback::from(|()| platform::mark_ready());
    html! {
        <Plot view={shown.view} medium={start.medium} {chart} province={shown.choices.province()} {figure} {at_once}
            {onlistening} {ondrawn} onchoose={onfigure.clone()} />
    }
}

/// The list of a written page from the first choice on that narrows or orders it, in the place of the one
/// that was written.
#[hook]
fn use_list(start: &Start, shown: &Shown) -> Html {
    let taken = use_state(|| None::<(Element, Element)>);
    let is_narrowed = !shown.is_rendered && !shown.choices.leave_list_whole();
    use_change(is_narrowed, {
        let taken = taken.clone();
        move |is_narrowed| {
            if *is_narrowed && taken.is_none() {
                taken.set(platform::take_list_over());
            }
        }
    });
    if shown.is_rendered {
        return Html::default();
    }
    let no_chart = |_, _| Html::default();
    let cx = Context {
        choices: &shown.choices,
        medium: start.medium,
        ..Context::new(shown.view, &no_chart)
    };
    let Some((found, place)) = &*taken else { return Html::default() };
    let Some((count, list)) = list(cx) else { return Html::default() };
    let count = html! { <span key={count.clone()}>{ count }</span> };
    html! { <>{ create_portal(html! { <>{ count }</> }, found.clone()) }{ create_portal(list, place.clone()) }</> }
}
