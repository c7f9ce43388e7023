use anyhow::{Context, Result};
use wasmparser::{Parser, Payload};

/// The module without its custom sections: names, producers and target features, which no browser
/// needs.
///
/// All other bytes stay as they are. A further run of wasm-opt would do the same, but it writes the
/// module anew with its types in another order, which measured 300 bytes more.
pub(super) fn without_custom_sections(module: &[u8]) -> Result<Vec<u8>> {
    let mut kept = Vec::with_capacity(module.len());
    // Sections lie one behind the other, each with a header of its own before its contents.
    let mut start = 0;
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.context("the WebAssembly module cannot be read")?;
        let end = match &payload {
            Payload::Version { range, .. } => range.end,
            payload => match payload.as_section() {
                Some((_, range)) => range.end,
                None => continue,
            },
        };
        let end = usize::try_from(end).context("the module is too long for this machine")?;
        let section = module.get(start..end).context("a section reaches past the module")?;
        if !matches!(payload, Payload::CustomSection(_)) {
            kept.extend_from_slice(section);
        }
        start = end;
    }
    Ok(kept)
}

/// A small module for tests: two imported functions, three of its own, two data segments, names
/// for all of them, and another custom section in front.
#[cfg(test)]
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

    pub(in crate::build) const HEADER: &[u8] = b"\0asm\x01\0\0\0";

    /// Everything that must stay: types, imports, functions, memory, code and data.
    pub(in crate::build) fn essential() -> Vec<Vec<u8>> {
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
    pub(in crate::build) fn module(functions: [&str; 3]) -> Vec<u8> {
        let map = names(2, &functions);
        let data = names(0, &[".rodata", ".rodata.1"]);
        let section_name = [name("name"), section(1, &map), section(9, &data)].concat();
        let producers = section(0, &[name("producers"), vec![0]].concat());
        [HEADER.to_vec(), producers, essential().concat(), section(0, &section_name)].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_custom_sections_are_left_out() -> Result<()> {
        let module = example::module(["a::b", "c::d", "main"]);
        let expected = [example::HEADER.to_vec(), example::essential().concat()].concat();
        assert_eq!(without_custom_sections(&module)?, expected);
        assert_eq!(without_custom_sections(&expected)?, expected);
        Ok(())
    }

    #[test]
    fn a_broken_module_is_an_error() {
        let module = example::module(["a::b", "c::d", "main"]);
        assert!(without_custom_sections(&module[..module.len() - 3]).is_err());
        assert!(without_custom_sections(b"<!doctype html>").is_err());
    }
}
