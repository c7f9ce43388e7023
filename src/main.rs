//! The single-page app in a browser; natively a sentence that says how to get there.

/// Half the weight of the standard allocator, and made for a program of one thread.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[cfg(target_arch = "wasm32")]
fn main() {
    dak_so::app::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    eprintln!(
        "Đắk Số is an app for browsers, compiled to WebAssembly.\n\
         \n\
         trunk serve         the app on http://localhost:8080/, rebuilt whenever a file is saved\n\
         cargo xtask serve   the finished site, as a server would have it\n\
         cargo test          the native tests\n\
         cargo xtask test    every test, those in browsers included"
    );
    std::process::ExitCode::FAILURE
}
