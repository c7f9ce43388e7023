use crate::embedded::DATASET;
use crate::model::Slug;
use crate::platform;
use crate::state::{Addresses, Route, View};
use crate::views::Medium;

use super::app::{App, AppProps, Place};
use super::router::{Start, describe};

/// Starts the app in the document that it is loaded by.
pub fn start() {
    // Without a document there is nothing to show the app in.
    let Some(root) = platform::detached() else { return };
    let start = first();
    let addresses = start.addresses.as_ref();
    let href = platform::href();
    if let Some(href) = addresses.and_then(|all| all.in_asked_language(&DATASET, &href)) {
        platform::load(&href);
        return;
    }
    let places = platform::chart_places();
    let places = places.into_iter().filter_map(|(chart, element)| {
        Slug::from_slug(&chart).map(|chart| Place { chart, element })
    });
    let props = AppProps { start, places: places.collect() };
    // The browser has just made the module ready to run; what it does first is another task.
    platform::later(move || {
        platform::start_timing();
        if !props.start.is_written {
            platform::clear_body();
            describe(props.start.view);
        }
        yew::Renderer::<App>::with_root_and_props(root, props).render();
    });
}

/// What the document is, and what the address asks for where it holds no view.
fn first() -> Start {
    let href = platform::href();
    if platform::is_single_file() {
        let addresses = Addresses::of_single_file(&href);
        let (view, anchor) = asked(&addresses, &href);
        // The start page stands in the file.
        let is_written = view == View::default();
        let medium = Medium::SingleFile;
        let addresses = Some(addresses);
        return Start { view, is_written, medium, base: None, anchor, addresses };
    }
    let medium = Medium::Site;
    if let Some(path) = platform::path() {
        let view = View::from_path(&DATASET, &path);
        // In a frame, and in a copy that somebody has saved, links are those of a document.
        let can_lead = platform::is_top() && !matches!(view.route, Route::Embed(_));
        let addresses = Addresses::of_page(&href, &path).filter(|_| can_lead);
        let base = platform::known_address(&path);
        let anchor = String::new();
        return Start { view, is_written: true, medium, base, anchor, addresses };
    }
    let addresses = Addresses::below(&platform::site_root().unwrap_or_default());
    let (view, anchor) = asked(&addresses, &href);
    let addresses = Some(addresses);
    Start { view, is_written: false, medium, base: None, anchor, addresses }
}

/// The view that an address asks for, and the name of the place on it; the start page for one of no view.
fn asked(addresses: &Addresses, href: &str) -> (View, String) {
    let asked = addresses.read(&DATASET, href);
    asked.map_or_else(Default::default, |asked| (asked.view, asked.anchor))
}
