use web_sys::Element;
use yew::{
    Callback, Html, Properties, component, create_portal, hook, html, use_effect_with, use_state,
    use_state_eq,
};

use crate::model::ObservationId;
use crate::platform;
use crate::views::{Context, Medium, list};

use super::app::{Place, figure_of};
use super::plot::Plot;
use super::router::Shown;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct WrittenProps {
    pub(super) shown: Shown,
    /// What the view is a part of.
    pub(super) medium: Medium,
    pub(super) places: Vec<Place>,
    /// Told when the reader chooses a figure, or none.
    pub(super) onfigure: Callback<Option<ObservationId>>,
}

/// What comes to life on a page that was written.
///
/// The charts come one after the other, each in tasks of its own: it reacts to the reader, then it is
/// drawn and takes the place of its static picture in one step. The page is ready when the first
/// reacts. When a chart cannot be drawn, all give way to the static ones again. A list is rendered
/// from the first choice on that narrows or orders it.
#[component]
pub(super) fn Written(props: &WrittenProps) -> Html {
    let WrittenProps { shown, medium, places, onfigure } = props;
    let started = use_state_eq(|| 1);
    use_effect_with(places.is_empty(), |nothing_to_draw| {
        if *nothing_to_draw {
            platform::mark_ready();
        }
    });
    let onlistening = Callback::from(|()| platform::mark_ready());
    // Every place has its portal from the start: Yew would take a longer list for a moved one.
    let plots = places.iter().enumerate().map(|(index, Place { chart, element })| {
        let plot = (index < *started).then(|| {
            let ondrawn = {
                let (started, element, last) = (started.clone(), element.clone(), places.len());
                Callback::from(move |is_drawn: bool| {
                    if !is_drawn {
                        platform::give_up();
                        return;
                    }
                    platform::mark_alive(&element);
                    // A chart that is drawn anew starts nothing.
                    if index + 1 == *started && *started < last {
                        let started = started.clone();
                        platform::later(move || started.set(index + 2));
                    }
                })
            };
            let charts = places.iter().map(|place| place.chart);
            let figure = figure_of(shown, charts, *chart);
            html! {
                <Plot view={shown.view} chart={*chart} place={element.clone()}
                    province={shown.choices.province()} {figure} onlistening={onlistening.clone()}
                    {ondrawn} onchoose={onfigure.clone()} />
            }
        });
        create_portal(html! { <>{ for plot }</> }, element.clone())
    });
    let plots: Vec<Html> = plots.collect();
    let list = use_list(shown, *medium);
    html! { <>{ for plots }{ list }</> }
}

/// The list of the page as the reader has narrowed and ordered it, in the place of the one that was
/// written.
#[hook]
fn use_list(shown: &Shown, medium: Medium) -> Html {
    let taken = use_state(|| None::<(Element, Element)>);
    let is_narrowed = !shown.choices.leave_list_whole();
    use_effect_with(is_narrowed, {
        let taken = taken.clone();
        move |is_narrowed| {
            if *is_narrowed && taken.is_none() {
                taken.set(platform::take_list_over());
            }
        }
    });
    let no_chart = |_, _| Html::default();
    let cx = Context { choices: &shown.choices, medium, ..Context::new(shown.view, &no_chart) };
    match (&*taken, list(cx)) {
        (Some((found, place)), Some((count, list))) => html! {
            <>
                { create_portal(html! { <span key={count.clone()}>{ count }</span> }, found.clone()) }
                { create_portal(list, place.clone()) }
            </>
        },
        _ => Html::default(),
    }
}
