//! Checks the data package and compiles it in, when the feature `embed` asks for it.

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

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
    let package = data::Package::read(Path::new(FOLDER));
    // The source documents are not in the repository: the tests check the tokens against them,
    // where they are at hand.
    let dataset = match data::validate(&package, None) {
        Ok(dataset) => dataset,
        Err(issues) => {
            for issue in issues {
                eprintln!("{FOLDER}/{issue}");
            }
            return ExitCode::FAILURE;
        }
    };
    match write(&dataset) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{FOLDER}: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Writes dataset, edition and the order of names as constants.
fn write(dataset: &model::Dataset<'_>) -> Result<(), Box<dyn Error>> {
    let read = |name: &str| {
        let file = Path::new(FOLDER).join(name);
        fs::read(&file).map_err(|error| format!("{} cannot be read: {error}", file.display()))
    };
    let mut names = data::File::ALL.map(data::File::name);
    names.sort_unstable();
    let contents = names.iter().map(|name| read(name)).collect::<Result<Vec<_>, _>>()?;
    let tables: Vec<_> = names.into_iter().zip(contents.iter().map(Vec::as_slice)).collect();
    let description = String::from_utf8(read("datapackage.json")?)?;
    let edition = data::edition(&description, &tables)?;
    let source = [
        data::generate(dataset),
        data::generate_edition(&edition),
        data::generate_name_ranks(&data::name_ranks(dataset)),
    ];
    let folder = env::var_os("OUT_DIR").ok_or("cargo names no OUT_DIR")?;
    fs::write(Path::new(&folder).join("dataset.rs"), source.concat())?;
    Ok(())
}
