//! What the name of a compiled function says: which function of which crate it is.

/// A function as its author knows it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Symbol {
    /// Its path, without the types that a generic function was compiled for.
    pub(super) path: String,
    /// The crate that wrote it, or `None` for what has no path, such as `memcmp`.
    pub(super) krate: Option<String>,
}

impl Symbol {
    /// Reads a name in either of Rust's manglings, demangled or not.
    pub(super) fn read(name: &str) -> Self {
        let demangled = format!("{:#}", rustc_demangle::demangle(name));
        let path = without_types(&without_hashes(&demangled));
        let krate = first_crate(&path).map(str::to_owned);
        Self { path, krate }
    }
}

/// Leaves out the hash behind a path (`::h0123456789abcdef`) or a crate (`core[0123456789abcdef]`)
/// and what tools append: `.12` for the twelfth of a name, ` externref shim` for an adapter.
fn without_hashes(name: &str) -> String {
    let name = name.strip_suffix(" externref shim").unwrap_or(name);
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let name = match name.rsplit_once('.') {
        Some((name, number)) if is_number(number) => name,
        _ => name,
    };
    let is_hash = |text: &str| text.len() >= 8 && text.bytes().all(|b| b.is_ascii_hexdigit());
    let name = match name.rsplit_once("::h") {
        Some((path, hash)) if hash.len() == 16 && is_hash(hash) => path,
        _ => name,
    };
    let mut plain = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('[') {
        plain.push_str(before);
        rest = match after.split_once(']') {
            Some((hash, behind)) if is_hash(hash) => behind,
            _ => {
                plain.push('[');
                after
            }
        };
    }
    plain + rest
}

/// Leaves out type arguments, `Vec<T>` or `collect::<Vec<_>>`, but not the angle brackets that a
/// path begins in, `<Vec as Drop>::drop` or `<impl Drop for Vec>::drop`.
fn without_types(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(character) = rest.chars().next() {
        let follows_name = plain.ends_with(|c: char| c.is_alphanumeric() || "_:}".contains(c));
        match closing(rest) {
            Some(end) if follows_name && !rest.starts_with("<impl ") => {
                plain.truncate(plain.trim_end_matches("::").len());
                rest = &rest[end..];
            }
            _ => {
                plain.push(character);
                rest = &rest[character.len_utf8()..];
            }
        }
    }
    plain
}

/// Where the angle brackets end that a text begins with, if it begins with one.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut previous = ' ';
    for (at, character) in text.char_indices() {
        match character {
            '<' => depth += 1,
            // The arrow of a function's type is no bracket.
            '>' if previous != '-' => depth = depth.checked_sub(1)?,
            _ => {}
        }
        if depth == 0 {
            return (at > 0).then_some(at + 1);
        }
        previous = character;
    }
    None
}

/// The crate of the first path in a name: of the type, or of the trait where the type is a
/// parameter.
fn first_crate(path: &str) -> Option<&str> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    path.match_indices("::").find_map(|(at, _)| {
        let before = &path[..at];
        let start = before.rfind(|c: char| !is_part(c)).map_or(0, |found| found + 1);
        let name = &before[start..];
        name.starts_with(|c: char| c.is_alphabetic() || c == '_').then_some(name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, path: &str, krate: Option<&str>) {
        let krate = krate.map(str::to_owned);
        assert_eq!(Symbol::read(name), Symbol { path: path.to_owned(), krate });
    }

    #[test]
    fn both_manglings_are_read() {
        check(
            "_ZN6dak_so5chart6layout17h0123456789abcdefE",
            "dak_so::chart::layout",
            Some("dak_so"),
        );
        check("_RNvCs4fqI2P2rA04_6dak_so4main", "dak_so::main", Some("dak_so"));
    }

    #[test]
    fn hashes_and_numbers_of_tools_are_left_out() {
        check("core[c5930c85a12de822]::fmt::write", "core::fmt::write", Some("core"));
        check("dak_so::query::figure::hdc9d177b627d4387", "dak_so::query::figure", Some("dak_so"));
        check(
            "<alloc[3ca501edff3f0c7c]::string::String as core[c5930c85a12de822]::fmt::Write>::write_char.11",
            "<alloc::string::String as core::fmt::Write>::write_char",
            Some("alloc"),
        );
        check(
            "web_sys::Window::focus::hdc9d177b627d4387 externref shim",
            "web_sys::Window::focus",
            Some("web_sys"),
        );
        check(
            "<[u8; 4] as core::fmt::Debug>::fmt",
            "<[u8; 4] as core::fmt::Debug>::fmt",
            Some("core"),
        );
    }

    #[test]
    fn the_instances_of_a_generic_function_read_alike() {
        let drop_in_place = ("core::ptr::drop_in_place", Some("core"));
        for types in ["<yew::Html>", "<dyn core::ops::Fn() -> u8>", "::<Vec<Option<u8>>>"] {
            check(&format!("core::ptr::drop_in_place{types}"), drop_in_place.0, drop_in_place.1);
        }
        check(
            "<alloc::vec::Vec<T,A> as Clone>::clone",
            "<alloc::vec::Vec as Clone>::clone",
            Some("alloc"),
        );
        check(
            "alloc::rc::Rc<[T]>::new::{{closure}}",
            "alloc::rc::Rc::new::{{closure}}",
            Some("alloc"),
        );
    }

    #[test]
    fn a_trait_on_a_parameter_belongs_to_the_trait_s_crate() {
        check("<T as core::any::Any>::type_id", "<T as core::any::Any>::type_id", Some("core"));
        check("<&T as core::fmt::Debug>::fmt", "<&T as core::fmt::Debug>::fmt", Some("core"));
        check(
            "yew::hooks::<impl yew::Effect for core::cell::RefCell<F>>::rendered",
            "yew::hooks::<impl yew::Effect for core::cell::RefCell>::rendered",
            Some("yew"),
        );
    }

    #[test]
    fn a_name_without_a_path_has_no_crate() {
        check("memcmp", "memcmp", None);
        check("__wbindgen_malloc", "__wbindgen_malloc", None);
        check("a < b", "a < b", None);
    }
}
