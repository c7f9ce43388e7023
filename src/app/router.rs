use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::{Callback, UseStateHandle, hook, use_memo, use_mut_ref, use_state};

use crate::embedded::DATASET;
use crate::model::{Language, Slug};
use crate::platform::{self, Described, Step};
use crate::state::{Address, Addresses, Change, Choices, View, query_of, with_query};
use crate::views::{Medium, title_of};

use super::change::use_change;
use super::choices::{change, show, with_fields};

/// What the reader sees.
#[derive(Clone, PartialEq)]
pub(super) struct Shown {
    pub(super) view: View,
    pub(super) choices: Choices,
    /// Whether the app has rendered the view; else it was written, and the app brings it to life.
    pub(super) is_rendered: bool,
    /// Whether so far only what is seen first of it is there.
    pub(super) begins: bool,
    /// Where on a view that has just been rendered the reader arrives.
    arrival: Arrival,
}

/// Where on a view a reader arrives.
#[derive(Clone, Debug, Default, PartialEq)]
struct Arrival {
    /// How many views came before it.
    number: u32,
    /// How far down, in CSS pixels, for who comes back.
    top: Option<f64>,
    /// The name of a place on the view; empty for its beginning.
    anchor: String,
}

/// How the app begins.
#[derive(Clone, PartialEq)]
pub struct Start {
    /// The view that the document is of.
    pub view: View,
    /// Whether the document holds the view; else the app renders it.
    pub is_written: bool,
    /// What the views are a part of.
    pub medium: Medium,
    /// The address at which the site says that it lies.
    pub base: Option<String>,
    /// The name of the place on the view that the address asks for.
    pub anchor: String,
    /// Which addresses belong to which views. Without them, every link is a plain link.
    pub addresses: Option<Addresses>,
}

/// What the reader sees, and a way to choose on it. Links that lead to other views of the site show them
/// without another document; the way back leads through views and choices.
///
/// The address is the one source of both: it is written first, and what is shown follows from it.
#[hook]
pub(super) fn use_router(start: &Start) -> (Shown, Callback<Change>) {
    let first = || {
        let asked = Choices::from_query(&DATASET, query_of(&platform::href()));
        Shown {
            view: start.view,
            // From the first moment on: what a reader looks at must not go away and come back.
            choices: if start.is_written { with_fields(asked) } else { asked },
            is_rendered: !start.is_written,
            begins: false,
            arrival: Arrival {
                number: u32::from(!start.is_written),
                top: platform::last_top(),
                anchor: start.anchor.clone(),
            },
        }
    };
    let shown = use_state(first);
    let now = use_mut_ref(|| (*shown).clone());
    let is_clear = use_memo((), |()| Cell::new(!start.is_written));
    let is_leaving = use_memo((), |()| Cell::new(false));
    let router = Rc::new(Router { shown: shown.clone(), now, is_clear, is_leaving });

    use_change(start.clone(), {
        let router = router.clone();
        move |start| {
            let asked = Choices::from_query(&DATASET, query_of(&platform::href()));
            // Fields of a view that was just rendered hold nothing of the reader's.
            let at_start =
                if start.is_written { with_fields(asked.clone()) } else { asked.clone() };
            router.take(at_start.clone(), (at_start != asked).then_some(Step::Same));
            let links = start.addresses.clone().map(|addresses| {
                let router = router.clone();
                platform::watch_links(move |href| router.follow(&addresses, href))
            });
            let travel = platform::watch_travel({
                let (router, addresses) = (router.clone(), start.addresses.clone());
                move || router.travel(addresses.as_ref())
            });
            let scrolling = platform::watch_scrolling({
                let router = router.clone();
                move || {
                    if router.now.borrow().is_rendered && !router.is_leaving.get() {
                        platform::remember_visit();
                    }
                }
            });
            // Another document finds its place by itself.
            let leaving = platform::watch_leaving(|| platform::let_browser_restore(true));
            let controls = platform::watch_controls(move |name, value| {
                router.choose(change(name, value));
            });
            (links, travel, scrolling, leaving, controls)
        }
    });
    use_change((shown.arrival.number, shown.is_rendered, shown.begins), {
        let router = router.clone();
        move |(number, is_rendered, begins)| {
            if *begins {
                let number = *number;
                platform::when_idle(move || router.complete(number));
            } else if *is_rendered {
                platform::name_addresses();
                platform::announce();
            }
        }
    });
    use_change((shown.arrival.clone(), shown.is_rendered), {
        let is_leaving = router.is_leaving.clone();
        move |(arrival, is_rendered)| {
            if *is_rendered {
                platform::show_theme();
                platform::mark_ready();
            }
            // At a document the reader has arrived by the browser.
            if arrival.number > 0 {
                platform::arrive(arrival.top, &arrival.anchor);
                is_leaving.set(false);
                platform::remember_visit();
            }
        }
    });
    use_change((*shown).clone(), |shown| {
        show(&shown.choices);
        platform::carry_over(&shown.choices.query(&DATASET));
    });
    let choose = Callback::from(move |change| router.choose(change));
    ((*shown).clone(), choose)
}

struct Router {
    shown: UseStateHandle<Shown>,
    /// What is shown once the present task is done: handlers of events may come before.
    now: Rc<RefCell<Shown>>,
    /// Whether what the document was written with is gone.
    is_clear: Rc<Cell<bool>>,
    /// Whether the reader is on the way to another view, and what is scrolled is no place of theirs.
    is_leaving: Rc<Cell<bool>>,
}

impl Router {
    fn set(&self, shown: Shown) {
        self.now.replace(shown.clone());
        self.shown.set(shown);
    }

    /// Makes a change to what is chosen, which becomes a step of the way back where it is one. What a view says
    /// that is going away, as a card does that loses the focus, is no choice.
    fn choose(&self, change: Change) {
        if self.is_leaving.get() {
            return;
        }
        let step = if change.is_step() { Step::New } else { Step::Same };
        let mut choices = self.now.borrow().choices.clone();
        choices.make(change);
        self.take(choices, Some(step));
    }

    /// Takes choices over, into the address too where they do not come from it.
    fn take(&self, choices: Choices, into_address: Option<Step>) {
        let query = choices.query(&DATASET);
        if let Some(step) = into_address {
            platform::set_address(&with_query(&platform::href(), &query), step);
        }
        platform::carry_over(&query);
        let now = self.now.borrow().clone();
        self.set(Shown { choices, ..now });
    }

    /// Shows the view that a link leads to; `false` where the link is the browser's.
    fn follow(&self, addresses: &Addresses, href: &str) -> bool {
        let Some(address) = addresses.read(&DATASET, href) else { return false };
        // Places on the same view, and words that a browser looks for, it finds by itself.
        let is_here = address.view == self.now.borrow().view && !address.anchor.is_empty();
        if (is_here && !addresses.are_fragments()) || address.anchor.contains(":~:") {
            return false;
        }
        platform::remember_visit();
        if is_here {
            platform::set_address(href, Step::New);
            platform::arrive(None, &address.anchor);
            return true;
        }
        let change = self.change(address, None);
        let href = href.to_owned();
        let now = self.now.clone();
        let number = now.borrow().arrival.number;
        platform::in_transition(move || {
            // A transition starts a frame or two later; by then the reader may have moved on to another view.
            if now.borrow().arrival.number != number {
                return;
            }
            // Not sooner: until then, the links of the view before are relative to its own address.
            let step = if platform::href() == href { Step::Same } else { Step::New };
            platform::name_in_full();
            if platform::set_address(&href, step) {
                change();
            } else {
                platform::load(&href);
            }
        });
        true
    }

    /// Shows what the address asks for, after the reader has gone back or forward.
    fn travel(&self, addresses: Option<&Addresses>) {
        let href = platform::href();
        let address = addresses.and_then(|addresses| addresses.read(&DATASET, &href));
        match (addresses, address) {
            (Some(_), Some(address)) if address.view != self.now.borrow().view => {
                // At once: the links of the view that is seen are no longer those of the address.
                let top = platform::last_top().unwrap_or_default();
                self.change(address, Some(top))();
            }
            // An address of no view has a document of its own.
            (Some(_), None) => platform::reload(),
            (_, address) => {
                self.take(Choices::from_query(&DATASET, query_of(&href)), None);
                let is_fragment = addresses.is_some_and(Addresses::are_fragments);
                if let (true, Some(address)) = (is_fragment, address) {
                    platform::arrive(platform::last_top(), &address.anchor);
                }
            }
        }
    }

    /// Shows all of a view of which the beginning is there, unless another one has taken its place.
    fn complete(&self, number: u32) {
        let now = self.now.borrow().clone();
        if now.arrival.number == number && now.begins {
            platform::set_arriving(false);
            self.set(Shown { begins: false, ..now });
        }
    }

    /// What shows another view, once it is called.
    fn change(&self, address: Address, top: Option<f64>) -> impl FnOnce() + 'static {
        let Address { view, query, anchor } = address;
        let number = self.now.borrow().arrival.number + 1;
        let choices = Choices::from_query(&DATASET, &query);
        let next = Shown {
            view,
            // Who arrives at the beginning sees the first screen first.
            begins: top.is_none() && anchor.is_empty() && choices == Choices::NONE,
            choices,
            is_rendered: true,
            arrival: Arrival { number, top, anchor },
        };
        // Links that are followed while a transition runs start from where the reader is going.
        self.now.replace(next.clone());
        self.is_leaving.set(true);
        let (shown, is_clear) = (self.shown.clone(), self.is_clear.clone());
        move || {
            platform::start_timing();
            platform::let_browser_restore(false);
            platform::let_go_of_focus();
            // Of views that follow each other quickly, the first makes room for all.
            if !is_clear.replace(true) {
                platform::clear_body();
            }
            // Before the view is there: styles that depend on the document are computed once.
            describe(next.view);
            platform::set_arriving(next.begins);
            shown.set(next);
        }
    }
}

/// Lets the document be that of a view.
pub(super) fn describe(view: View) {
    let path = |language| view.in_language(language).path(&DATASET);
    let languages = Language::ALL.iter().map(|language| (language.slug(), path(*language)));
    let alternates: Vec<_> = languages.chain([("x-default", path(Language::Vi))]).collect();
    platform::describe(&Described {
        title: &title_of(view, &DATASET),
        language: view.language.slug(),
        path: &view.path(&DATASET),
        alternates: &alternates,
    });
}
