use std::cell::RefCell;
use std::rc::Rc;

use yew::{Callback, Html, UseStateHandle, hook, html, use_mut_ref, use_state};

use crate::embedded::DATASET;
use crate::model::ObservationId;
use crate::platform::CLOSED;
use crate::state::View;
use crate::views::{Context, Medium, card};

/// The cards of a chart that are there already.
#[derive(Clone)]
pub(super) struct Cards {
    view: View,
    medium: Medium,
    made: Rc<RefCell<Vec<(ObservationId, Html)>>>,
    count: UseStateHandle<usize>,
}

/// The cards of a chart. Each is rendered when it is asked for, and then stays.
#[hook]
pub(super) fn use_cards(view: View, medium: Medium) -> Cards {
    Cards { view, medium, made: use_mut_ref(Vec::new), count: use_state(|| 0) }
}

impl Cards {
    /// Has the card of a figure rendered, if it is not there yet.
    pub(super) fn make(&self, figure: ObservationId) {
        let mut made = self.made.borrow_mut();
        if made.iter().all(|(known, _)| *known != figure) {
            let no_chart = |_, _| Html::default();
            let cx = Context { medium: self.medium, ..Context::new(self.view, &no_chart) };
            let name = DATASET.observation(figure).slug;
            // So that the focus stays when the reader presses somewhere on it.
            let card = html! {
                <div key={name} class={CLOSED} data-of={name} tabindex="-1">
                    { card(cx, figure) }
                </div>
            };
            made.push((figure, card));
            self.count.set(made.len());
        }
    }

    /// How many are there.
    pub(super) fn count(&self) -> usize {
        *self.count
    }

    pub(super) fn onmake(&self) -> Callback<ObservationId> {
        let cards = self.clone();
        Callback::from(move |figure| cards.make(figure))
    }

    pub(super) fn html(&self) -> Html {
        self.made.borrow().iter().map(|(_, card)| card.clone()).collect()
    }
}
