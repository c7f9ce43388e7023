//! Starts the page in a browser.

use dak_so::components::{App, AppProps};
use dak_so::i18n::messages;
use dak_so::model::Slug;
use dak_so::platform;
use dak_so::state::View;

/// Half the weight of the standard allocator, and made for a program of one thread.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    // A page without the place for the app keeps what it shows.
    let Some(mount_point) = platform::mount_point() else {
        return;
    };
    let view = View::from_query(&platform::query());
    platform::set_language(view.language.slug());
    platform::set_title(messages(view.language).document_title);
    // What stood there while the program was loading gives way to the page itself.
    mount_point.set_inner_html("");
    yew::Renderer::<App>::with_root_and_props(mount_point, AppProps { view }).render();
    platform::mark_ready();
}
