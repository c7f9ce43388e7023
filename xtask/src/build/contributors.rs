//! What the WebAssembly program consists of: its functions and its data, by name and by crate.

use std::collections::HashMap;
use std::hash::Hash;

use anyhow::{Context, Result, ensure};
use wasmparser::{KnownCustom, Name, NameMap, Parser, Payload, TypeRef};

use super::symbol::Symbol;

/// How many functions and crates are printed.
const SHOWN: usize = 10;

/// A part of the program.
struct Part {
    symbol: Symbol,
    bytes: usize,
}

/// Prints the largest contributors to a program that still has its names; `published` is the size
/// in bytes that the shares refer to.
pub(super) fn print(module: &[u8], published: usize) -> Result<()> {
    let parts = parts(module)?;
    println!("\nThe largest contributors to the Wasm of {published} bytes:");
    print_rows(&largest(&parts, |part| part.symbol.path.clone()), published);
    let crates = sums(&parts, published);
    println!("\nIts crates:");
    print_rows(&crates, published);
    Ok(())
}

fn print_rows(rows: &[(String, usize)], published: usize) {
    for (name, bytes) in rows.iter().take(SHOWN) {
        print_row(name, *bytes, published);
    }
    let rest = rows.get(SHOWN..).unwrap_or_default();
    if !rest.is_empty() {
        let bytes = rest.iter().map(|(_, bytes)| bytes).sum();
        print_row(&format!("{} others", rest.len()), bytes, published);
    }
}

fn print_row(name: &str, bytes: usize, published: usize) {
    let tenths = (bytes * 1_000 + published / 2) / published.max(1);
    println!("{bytes:>9}  {:>3}.{} %  {name}", tenths / 10, tenths % 10);
}

/// The sums of the crates, and what is neither a function nor data.
fn sums(parts: &[Part], published: usize) -> Vec<(String, usize)> {
    let unnamed = || "(without a crate)".to_owned();
    let mut sums = largest(parts, |part| part.symbol.krate.clone().unwrap_or_else(unnamed));
    let known: usize = sums.iter().map(|(_, bytes)| bytes).sum();
    sums.push(("(types, imports, tables)".to_owned(), published.saturating_sub(known)));
    sums.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    sums
}

/// The parts summed by a key, the largest first.
fn largest<K: Hash + Ord + Clone>(parts: &[Part], key: impl Fn(&Part) -> K) -> Vec<(K, usize)> {
    let mut sums: HashMap<K, usize> = HashMap::new();
    for part in parts {
        *sums.entry(key(part)).or_default() += part.bytes;
    }
    let mut sums: Vec<_> = sums.into_iter().collect();
    sums.sort_by(|(a, a_bytes), (b, b_bytes)| b_bytes.cmp(a_bytes).then_with(|| a.cmp(b)));
    sums
}

/// Every function body and data segment, with its name.
fn parts(module: &[u8]) -> Result<Vec<Part>> {
    let mut imported = 0;
    let mut bodies = Vec::new();
    let mut segments = Vec::new();
    let mut functions = HashMap::new();
    let mut data = HashMap::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload.context("the WebAssembly module cannot be read")? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes().len()),
            Payload::DataSection(section) => {
                for segment in section {
                    segments.push(segment?.data.len());
                }
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(names) = section.as_known() {
                    for name in names {
                        match name? {
                            Name::Function(map) => functions = read(map)?,
                            Name::Data(map) => data = read(map)?,
                            _ => {}
                        }
                    }
                }
            }
            _ => {}
        }
    }
    ensure!(
        !functions.is_empty(),
        "the Wasm has no names: `data-wasm-opt-params` in `index.html` should have `-g` and strip \
         nothing"
    );
    let bodies = bodies.into_iter().enumerate().map(|(index, bytes)| {
        let symbol = match functions.get(&(imported + index)) {
            Some(name) => Symbol::read(name),
            None => Symbol { path: "(functions without a name)".to_owned(), krate: None },
        };
        Part { symbol, bytes }
    });
    let segments = segments.into_iter().enumerate().map(|(index, bytes)| {
        let section = data.get(&index).map_or("", |name| section(name));
        let path = format!("(data {section})");
        Part { symbol: Symbol { krate: Some(path.clone()), path }, bytes }
    });
    Ok(bodies.chain(segments).collect())
}

/// `.rodata` for `.rodata.171`: wasm-opt cuts data where they are zero.
fn section(name: &str) -> &str {
    name.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('.')
}

fn read(map: NameMap<'_>) -> Result<HashMap<usize, String>> {
    map.into_iter()
        .map(|naming| {
            let naming = naming.context("the names of the Wasm cannot be read")?;
            Ok((usize::try_from(naming.index)?, naming.name.to_owned()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A small module for tests: two imported functions, three of its own, two data segments, names
    /// for all of them, and another custom section in front.
    pub(super) mod example {
        /// One section: its number, its length and its contents, all of them short.
        fn section(id: u8, contents: &[u8]) -> Vec<u8> {
            [&[id, u8::try_from(contents.len()).expect("short")], contents].concat()
        }

        fn name(text: &str) -> Vec<u8> {
            [&[u8::try_from(text.len()).expect("short")], text.as_bytes()].concat()
        }

        fn names(first: u8, texts: &[&str]) -> Vec<u8> {
            let mut map = vec![u8::try_from(texts.len()).expect("short")];
            for (index, text) in (first..).zip(texts) {
                map.push(index);
                map.extend(name(text));
            }
            map
        }

        pub(super) const HEADER: &[u8] = b"\0asm\x01\0\0\0";

        /// Everything that must stay: types, imports, functions, memory, code and data.
        pub(super) fn essential() -> Vec<Vec<u8>> {
            let import = |field: &str| [name("e"), name(field), vec![0, 0]].concat();
            let body = |nops: usize| {
                let body = [&[0][..], &vec![1; nops], &[0x0b]].concat();
                [&[u8::try_from(body.len()).expect("short")], &body[..]].concat()
            };
            let segment = |bytes: &[u8]| [&[0, 0x41, 0, 0x0b], &name_of(bytes)[..]].concat();
            vec![
                section(1, &[1, 0x60, 0, 0]),
                section(2, &[vec![2], import("a"), import("b")].concat()),
                section(3, &[3, 0, 0, 0]),
                section(5, &[1, 0, 1]),
                section(10, &[vec![3], body(8), body(18), body(3)].concat()),
                section(11, &[vec![2], segment(b"data"), segment(b"more data")].concat()),
            ]
        }

        fn name_of(bytes: &[u8]) -> Vec<u8> {
            [&[u8::try_from(bytes.len()).expect("short")], bytes].concat()
        }

        /// The whole module, with these names for its three functions.
        pub(super) fn module(functions: [&str; 3]) -> Vec<u8> {
            let map = names(2, &functions);
            let data = names(0, &[".rodata", ".rodata.1"]);
            let section_name = [name("name"), section(1, &map), section(9, &data)].concat();
            let producers = section(0, &[name("producers"), vec![0]].concat());
            [HEADER.to_vec(), producers, essential().concat(), section(0, &section_name)].concat()
        }
    }

    #[test]
    fn functions_are_named_behind_the_imported_ones_and_instances_summed() -> Result<()> {
        let module = example::module(["core::drop<A>", "yew::view", "core::drop<B>"]);
        let sums = largest(&parts(&module)?, |part| part.symbol.path.clone());
        let expected = [("yew::view", 20), ("core::drop", 15), ("(data .rodata)", 13)];
        assert_eq!(sums, expected.map(|(name, bytes)| (name.to_owned(), bytes)));
        Ok(())
    }

    #[test]
    fn crates_and_all_the_rest_add_up_to_the_published_size() -> Result<()> {
        let module = example::module(["core::drop<A>", "memcmp", "core::drop<B>"]);
        let expected = [
            ("(types, imports, tables)", 52),
            ("(without a crate)", 20),
            ("core", 15),
            ("(data .rodata)", 13),
        ];
        let expected = expected.map(|(name, bytes)| (name.to_owned(), bytes));
        assert_eq!(sums(&parts(&module)?, 100), expected);
        Ok(())
    }

    #[test]
    fn a_program_without_names_is_an_error() {
        let module = [example::HEADER.to_vec(), example::essential().concat()].concat();
        assert!(parts(&module).is_err());
    }
}
