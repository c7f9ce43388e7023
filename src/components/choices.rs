use std::cell::RefCell;
use std::rc::Rc;

use yew::{Callback, hook, use_effect_with, use_mut_ref, use_state_eq};

use crate::i18n::found;
use crate::model::Slug;
use crate::platform;
use crate::query::Query;
use crate::state::{Choices, Control, Route};

use super::page::Page;

/// What narrows a list, each by an attribute of its rows with the same name.
const FACETS: [Control; 5] =
    [Control::Province, Control::Status, Control::Topic, Control::Kind, Control::Year];

/// The attribute of a row with the words that a search finds it by.
const WORDS: &str = "words";

/// A control that the reader has set, by its name on the page, and its value.
pub(super) type Change = (String, String);

/// What the reader has chosen on the page, and a way to choose. The choices stand in the address; every
/// control of the static page and its list follow them. They begin with what the address asks for, and
/// with what was typed before anybody listened.
#[hook]
pub(super) fn use_choices(page: Page) -> (Choices, Callback<Change>) {
    let shown = use_state_eq(Choices::default);
    let held = use_mut_ref(Choices::default);
    let choose = Callback::from({
        let (shown, held) = (shown.clone(), Rc::clone(&held));
        move |(name, value): Change| {
            let control = Control::from_slug(&name);
            change(page, &mut held.borrow_mut(), control, &value);
            let choices = held.borrow().clone();
            // A card and a word come and go too often to be steps of a way back.
            let as_step = !matches!(control, Some(Control::Figure | Control::Search));
            platform::set_query(&choices.query(page.dataset), as_step);
            show(page, &choices);
            shown.set(choices);
        }
    });
    use_effect_with((), {
        let choose = choose.clone();
        let shown = shown.clone();
        move |()| {
            let asked = Choices::from_query(page.dataset, &platform::query());
            let at_start = with_fields(page, asked.clone());
            let query = at_start.query(page.dataset);
            if at_start == asked {
                platform::carry_over(&query);
            } else {
                platform::set_query(&query, false);
            }
            take(page, &held, at_start, |choices| shown.set(choices));
            let travel = platform::watch_travel(move || {
                let choices = Choices::from_query(page.dataset, &platform::query());
                take(page, &held, choices, |choices| shown.set(choices));
            });
            let controls = platform::watch_controls(move |name, value| {
                choose.emit((name.to_owned(), value.to_owned()));
            });
            move || drop((travel, controls))
        }
    });
    ((*shown).clone(), choose)
}

/// Sets a control; a name that is none of them stands for the way back to the whole list.
fn change(page: Page, choices: &mut Choices, control: Option<Control>, value: &str) {
    match control {
        Some(control) => choices.set(page.dataset, control, value),
        None => [&FACETS[..], &[Control::Order, Control::Search]]
            .concat()
            .into_iter()
            .for_each(|control| choices.set(page.dataset, control, "")),
    }
}

fn take(page: Page, held: &RefCell<Choices>, choices: Choices, shown: impl FnOnce(Choices)) {
    held.replace(choices.clone());
    show(page, &choices);
    shown(choices);
}

/// What the address asks for, and where it asks for nothing, what was typed before anybody listened.
fn with_fields(page: Page, mut choices: Choices) -> Choices {
    for (name, value) in platform::fields_at_start() {
        if let Some(control) = Control::from_slug(&name)
            && choices.value(page.dataset, control).is_empty()
        {
            choices.set(page.dataset, control, &value);
        }
    }
    choices
}

/// Lets the static page show what is chosen.
fn show(page: Page, choices: &Choices) {
    let value = |name: &str| {
        let control = Control::from_slug(name);
        control.map(|control| choices.value(page.dataset, control).into_owned()).unwrap_or_default()
    };
    platform::show_controls(value);
    if !matches!(page.view.route, Route::Figures | Route::Targets) {
        return;
    }
    let query = Query::new(choices.search());
    let facets = FACETS.map(|facet| (facet.slug(), value(facet.slug())));
    let order = choices.order().map(|order| order as usize);
    let count = platform::show_rows(order, |said| {
        // What a row does not say does not count against it.
        let narrowed = |(name, wanted): &(&str, String)| {
            wanted.is_empty() || said(name).is_none_or(|is| is == *wanted)
        };
        facets.iter().all(narrowed) && said(WORDS).is_none_or(|words| query.fits(&words))
    });
    platform::say_found(&found(page.language(), page.view.route == Route::Targets, count));
}
