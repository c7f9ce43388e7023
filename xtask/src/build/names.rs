//! Short names for what the program and its script ask of each other.
//!
//! wasm-bindgen names each function for what it does and for a hash that no compression makes shorter:
//! `__wbg_appendChild_dbf7ad2f48413560`. The names stand in the module and in the script alike, so both
//! become lighter when they are short; measured, 2.4 and 1.9 KB of brotli.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ExportSection, ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

/// Names that begin so are wasm-bindgen's own; others, such as `memory`, may mean something else in the
/// script as well.
const OURS: [&str; 2] = ["__wb", "wasm_bindgen__"];

/// The program and its script with short names in both.
pub(super) fn shortened(module: &[u8], script: &str) -> Result<(Vec<u8>, String)> {
    let mut names = Names::default();
    let mut renamed = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.context("the WebAssembly module cannot be read")?;
        match &payload {
            Payload::ImportSection(imports) => {
                let mut section = ImportSection::new();
                for import in imports.clone().into_imports() {
                    let import = import?;
                    let ty = RoundtripReencoder.entity_type(import.ty)?;
                    section.import(names.of_module(import.module), &names.of(import.name), ty);
                }
                renamed.section(&section);
            }
            Payload::ExportSection(exports) => {
                let mut section = ExportSection::new();
                for export in exports.clone() {
                    let export = export?;
                    let kind = RoundtripReencoder.export_kind(export.kind)?;
                    section.export(&names.of(export.name), kind, export.index);
                }
                renamed.section(&section);
            }
            payload => {
                if let Some((id, range)) = payload.as_section() {
                    let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
                    let data = module.get(range).context("a section reaches past the module")?;
                    renamed.section(&RawSection { id, data });
                }
            }
        }
    }
    Ok((renamed.finish(), names.rewrite(script)?))
}

/// The short name of each long one.
#[derive(Default)]
struct Names {
    short: BTreeMap<String, String>,
    /// The name under which the module asks for the functions of the script.
    module: Option<String>,
}

impl Names {
    const MODULE: &'static str = "a";

    fn of_module(&mut self, name: &str) -> &'static str {
        self.module.get_or_insert_with(|| name.to_owned());
        Self::MODULE
    }

    fn of(&mut self, name: &str) -> String {
        if !OURS.iter().any(|start| name.starts_with(start)) {
            return name.to_owned();
        }
        let next = self.short.len();
        self.short.entry(name.to_owned()).or_insert_with(|| letters(next)).clone()
    }

    /// The script with every long name in it replaced by its short one.
    ///
    /// # Errors
    ///
    /// When a name does not occur in it: then script and module are not of one make.
    fn rewrite(&self, script: &str) -> Result<String> {
        let mut left: BTreeMap<&str, &str> =
            self.short.iter().map(|(long, short)| (&**long, &**short)).collect();
        let is_part = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '$';
        let mut written = String::with_capacity(script.len());
        let mut rest = script;
        while let Some(start) = rest.find(is_part) {
            let (before, word) = rest.split_at(start);
            let (word, after) = word.split_at(word.find(|c| !is_part(c)).unwrap_or(word.len()));
            written.push_str(before);
            written.push_str(self.short.get(word).map_or(word, |short| short));
            left.remove(word);
            rest = after;
        }
        written.push_str(rest);
        ensure!(left.is_empty(), "the script does not know {left:?}, which the module asks for");
        let Some(module) = &self.module else { return Ok(written) };
        let quoted = format!("\"{module}\"");
        ensure!(written.contains(&quoted), "the script has nothing under the name {quoted}");
        Ok(written.replace(&quoted, &format!("\"{}\"", Self::MODULE)))
    }
}

/// Names of one letter, then of two.
fn letters(number: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let last = char::from(LETTERS[number % LETTERS.len()]);
    match number / LETTERS.len() {
        0 => last.to_string(),
        rest => letters(rest - 1) + &last.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, EntityType, ExportKind, Function, FunctionSection, TypeSection,
    };

    use super::*;

    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("./app_bg.js", "__wbg_click_0123456789abcdef", EntityType::Function(0));
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut exports = ExportSection::new();
        exports.export("main", ExportKind::Func, 1);
        exports.export("__wbindgen_start", ExportKind::Func, 1);
        let mut code = CodeSection::new();
        let mut body = Function::new([]);
        body.instructions().call(0).end();
        code.function(&body);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&exports);
        module.section(&code);
        module.finish()
    }

    const SCRIPT: &str =
        "const all = { \"./app_bg.js\": { __wbg_click_0123456789abcdef: () => 1 } };
        wasm.main(); wasm.__wbindgen_start(); other__wbindgen_start();";

    #[test]
    fn both_sides_have_the_same_short_names() -> Result<()> {
        let (module, script) = shortened(&module(), SCRIPT)?;
        let mut found = Vec::new();
        for payload in Parser::new(0).parse_all(&module) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        let import = import?;
                        found.push(format!("{}.{}", import.module, import.name));
                    }
                }
                Payload::ExportSection(exports) => {
                    for export in exports {
                        found.push(export?.name.to_owned());
                    }
                }
                _ => {}
            }
        }
        assert_eq!(found, ["a.a", "main", "b"]);
        let expected = "const all = { \"a\": { a: () => 1 } };
        wasm.main(); wasm.b(); other__wbindgen_start();";
        assert_eq!(script, expected);
        Ok(())
    }

    #[test]
    fn a_script_of_another_make_is_refused() {
        let other = SCRIPT.replace("0123456789abcdef", "ffffffffffffffff");
        let error = shortened(&module(), &other).unwrap_err().to_string();
        assert!(error.contains("__wbg_click_0123456789abcdef"), "{error}");
        assert!(shortened(&module(), &SCRIPT.replace("app", "other")).is_err());
    }

    #[test]
    fn names_are_as_short_as_can_be_and_never_the_same() {
        assert_eq!([0, 25, 51, 52, 53].map(letters), ["a", "z", "Z", "aa", "ab"]);
        let names: std::collections::BTreeSet<String> = (0..3000).map(letters).collect();
        assert_eq!(names.len(), 3000);
    }
}
