use std::cell::RefCell;
use std::rc::Rc;

use yew::{Callback, Html, Properties, component, hook, html, use_mut_ref, use_state};

use crate::embedded::DATASET;
use crate::model::ObservationId;
use crate::platform::CLOSED;
use crate::state::View;
use crate::views::{Context, card};

/// The cards of a chart that are there already.
#[derive(Clone)]
pub(super) struct Cards {
    made: Rc<RefCell<Vec<ObservationId>>>,
    shown: yew::UseStateHandle<Vec<ObservationId>>,
}

/// The cards of a chart. Each is rendered when it is asked for, and then stays.
#[hook]
pub(super) fn use_cards() -> Cards {
    Cards { made: use_mut_ref(Vec::new), shown: use_state(Vec::new) }
}

impl Cards {
    /// Has the card of a figure rendered, if it is not there yet.
    pub(super) fn make(&self, figure: ObservationId) {
        let mut made = self.made.borrow_mut();
        if !made.contains(&figure) {
            made.push(figure);
            self.shown.set(made.clone());
        }
    }

    /// How many are there.
    pub(super) fn count(&self) -> usize {
        self.shown.len()
    }

    pub(super) fn onmake(&self) -> Callback<ObservationId> {
        let cards = self.clone();
        Callback::from(move |figure| cards.make(figure))
    }

    pub(super) fn html(&self, view: View) -> Html {
        let cards = self.shown.iter().map(|figure| {
            let name = DATASET.observation(*figure).slug;
            html! {
                // So that the focus stays when the reader presses somewhere on it.
                <div key={name} class={CLOSED} data-of={name} tabindex="-1">
                    <Card {view} figure={*figure} />
                </div>
            }
        });
        html! { <>{ for cards }</> }
    }
}

#[derive(Clone, PartialEq, Properties)]
struct CardProps {
    view: View,
    figure: ObservationId,
}

/// A component, so that a card which is there is not rendered again when another comes.
#[component]
fn Card(props: &CardProps) -> Html {
    let no_chart = |_, _| Html::default();
    card(Context::new(props.view, &no_chart), props.figure)
}
