//! Short names for what the program and its script ask of each other.
//!
//! wasm-bindgen names each function for what it does and for a hash that no compression makes shorter:
//! `__wbg_appendChild_dbf7ad2f48413560`. wasm-opt gives them short names in the module and tells which;
//! terser, which parses the script, gives its properties the same.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::process;
use crate::tools::Tools;

/// The program as it is published, and what its script must know.
pub(super) struct Shortened {
    /// The program with short names and without custom sections.
    pub(super) wasm: PathBuf,
    /// The short name of each long one, as terser reads it.
    pub(super) names: PathBuf,
}

const WASM: &str = "target/site/app.wasm";
const NAMES: &str = "target/site/names.json";

/// Shortens the names in an optimised program, and leaves out what no browser needs of it.
pub(super) fn shortened(tools: &Tools, wasm: &Path, script: &Path) -> Result<Shortened> {
    let shortened = Shortened { wasm: tools.root().join(WASM), names: tools.root().join(NAMES) };
    let mut wasm_opt = tools.command("wasm-opt");
    wasm_opt.arg(wasm).arg("--output").arg(&shortened.wasm);
    wasm_opt.arg("--minify-imports-and-exports-and-modules");
    wasm_opt.args(["--strip-debug", "--strip-producers", "--strip-target-features"]);
    let names = Names::read(&process::output(&mut wasm_opt)?)?;
    let script = fs::read_to_string(script)
        .with_context(|| format!("{} cannot be read", script.display()))?;
    fs::write(&shortened.names, names.cache(&script)?.to_string())
        .with_context(|| format!("{} cannot be written", shortened.names.display()))?;
    Ok(shortened)
}

/// What wasm-opt prints when it shortens names.
#[derive(Deserialize)]
struct Names {
    /// The module, the name and the short name of what the program asks for.
    imports: Vec<(String, String, String)>,
    /// The name and the short name of what the program offers.
    exports: Vec<(String, String)>,
}

impl Names {
    /// What wasm-opt calls every module that the program asks; it does not print this one.
    const MODULE: &str = "a";

    fn read(printed: &[u8]) -> Result<Self> {
        serde_json::from_slice(printed).context("wasm-opt printed something else than names")
    }

    /// The names as terser keeps them, each behind a dollar sign.
    ///
    /// # Errors
    ///
    /// When the script does not know a name, or one name would have two short ones.
    fn cache(&self, script: &str) -> Result<Value> {
        let imports = self.imports.iter();
        let imports = imports.flat_map(|(module, long, short)| {
            [(module.as_str(), Self::MODULE), (long.as_str(), short.as_str())]
        });
        let exports = self.exports.iter().map(|(long, short)| (long.as_str(), short.as_str()));
        let mut properties = BTreeMap::new();
        for (long, short) in imports.clone().chain(exports) {
            let other = properties.insert(format!("${long}"), short);
            ensure!(
                other.is_none_or(|other| other == short),
                "`{long}` would have two short names"
            );
        }
        for (long, _) in imports {
            ensure!(script.contains(long), "the script lacks `{long}`, which the program asks for");
        }
        Ok(json!({ "props": { "props": properties } }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &[u8] = br#"{
        "imports": [["./app_bg.js", "__wbg_click_0123", "a"], ["./app_bg.js", "__wbg_focus_4567", "b"]],
        "exports": [["memory", "c"], ["__wbindgen_start", "d"]]
    }"#;

    const SCRIPT: &str =
        "const all = { \"./app_bg.js\": { __wbg_click_0123() {}, __wbg_focus_4567() {} } };";

    #[test]
    fn terser_is_told_the_names_that_wasm_opt_gave() -> Result<()> {
        let expected = json!({ "props": { "props": {
            "$./app_bg.js": "a",
            "$__wbg_click_0123": "a",
            "$__wbg_focus_4567": "b",
            "$__wbindgen_start": "d",
            "$memory": "c",
        } } });
        assert_eq!(Names::read(PRINTED)?.cache(SCRIPT)?, expected);
        Ok(())
    }

    #[test]
    fn a_script_of_another_make_is_refused() -> Result<()> {
        let names = Names::read(PRINTED)?;
        for (known, other) in [("click_0123", "click_ffff"), ("app_bg", "other_bg")] {
            let error = names.cache(&SCRIPT.replace(known, other)).unwrap_err().to_string();
            assert!(error.contains(known), "{error}");
        }
        Ok(())
    }

    #[test]
    fn a_name_with_two_short_ones_is_refused() -> Result<()> {
        let mut names = Names::read(PRINTED)?;
        names.exports.push(("__wbg_click_0123".to_owned(), "e".to_owned()));
        let error = names.cache(SCRIPT).unwrap_err().to_string();
        assert_eq!(error, "`__wbg_click_0123` would have two short names");
        Ok(())
    }

    #[test]
    fn what_is_no_list_of_names_is_an_error() {
        assert!(Names::read(b"wasm-opt: unknown option").is_err());
    }
}
