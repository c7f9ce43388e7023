//! Checks the data package and compiles it in, when the feature `embed` asks for it.

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

// The build script uses a part of each module, and nothing of it from outside.
#[allow(dead_code, unreachable_pub, unused_imports, reason = "shared with the library")]
#[path = "src/model/mod.rs"]
mod model;

#[allow(dead_code, unreachable_pub, unused_imports, reason = "shared with the library")]
#[path = "src/data/mod.rs"]
mod data;

/// The folder of the data package.
const FOLDER: &str = "static/data";

fn main() -> ExitCode {
    for input in ["build.rs", "src/data", "src/model", FOLDER] {
        println!("cargo::rerun-if-changed={input}");
    }
    if env::var_os("CARGO_FEATURE_EMBED").is_none() {
        return ExitCode::SUCCESS;
    }
    // The source documents are not in the repository: the tests check the tokens against them,
    // where they are at hand.
    let package = data::Package::read(Path::new(FOLDER));
    match data::validate(&package, None) {
        Ok(dataset) => {
            // In a browser the page itself holds the evidence; the app only draws.
            let is_browser = env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32");
            let dataset = if is_browser { data::without_evidence(&dataset) } else { dataset };
            match write(&data::generate(&dataset)) {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => {
                    eprintln!("cannot write the dataset: {error}");
                    ExitCode::FAILURE
                }
            }
        }
        Err(issues) => {
            for issue in issues {
                eprintln!("{FOLDER}/{issue}");
            }
            ExitCode::FAILURE
        }
    }
}

fn write(source: &str) -> io::Result<()> {
    let folder = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    fs::write(Path::new(&folder).join("dataset.rs"), source)
}
