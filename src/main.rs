//! Brings a static page to life in a browser.

use dak_so::components::{App, AppProps, Page, Place};
use dak_so::embedded::DATASET;
use dak_so::model::Slug;
use dak_so::platform;
use dak_so::state::View;

/// Half the weight of the standard allocator, and made for a program of one thread.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    // Without a document there is nothing to bring to life.
    let (Some(path), Some(root)) = (platform::path(), platform::detached()) else {
        return;
    };
    let page = Page::new(View::from_path(&DATASET, &path));
    let places = platform::chart_places();
    let places = places.into_iter().filter_map(|(chart, element)| {
        Slug::from_slug(&chart).map(|chart| Place { chart, element })
    });
    let places = places.collect();
    // The browser has just made the module ready to run; what it does first is another task.
    platform::later(move || {
        yew::Renderer::<App>::with_root_and_props(root, AppProps { page, places }).render();
    });
}
