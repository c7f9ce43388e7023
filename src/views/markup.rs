//! Views in the notation of Yew's `html!`, of which only what differs becomes code.
//!
//! `html!` writes the code that makes an element where the element stands: some 350 bytes of Wasm for
//! each of three hundred. [`markup!`] writes what is known beforehand into one constant text, and what
//! is not into a call for each value; [`Markup`] makes the same nodes of them.

use std::str::Split;

use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VList, VTag, VText};
use yew::{AttrValue, Html};

/// Nodes in the notation of `html!`: `markup! { <p class="lead">{ text }{ " " }<br /></p> }`.
///
/// Several nodes may stand side by side. In braces stands [`Content`]; a `Vec` puts all of its nodes
/// there, `None` nothing, and an attribute that is `None` is left out. A key comes before the
/// attributes, which keep their order. Tags that do not match, or a line break in a fixed text, fail to
/// compile. Listeners and components need `html!`.
macro_rules! markup {
    (@nodes [$($piece:tt)*] [$($name:tt)*] [$($value:tt)*]) => {{
        const PIECES: &str = concat!($($piece)*);
        const { assert!($crate::views::markup::is_balanced(PIECES), "tags do not match") };
        #[allow(unused_mut, reason = "nothing is put where all is fixed")]
        let mut markup = $crate::views::markup::Markup::new(PIECES, &[$($name)*]);
        $($crate::views::markup::Content::put($value, &mut markup);)*
        markup.finish()
    }};
    (@nodes [$($piece:tt)*] [$($name:tt)*] [$($value:tt)*] </ $tag:ident> $($rest:tt)*) => {
        markup!(@nodes [$($piece)* "/", stringify!($tag), "\n",] [$($name)*] [$($value)*] $($rest)*)
    };
    (@nodes [$($piece:tt)*] [$($name:tt)*] [$($value:tt)*] <$tag:ident key=$key:block $($rest:tt)*) => {
        markup!(
            @tag [$($piece)* "<", stringify!($tag), "\n#\n",] [$($name)*] [$($value)* $key] $($rest)*
        )
    };
    (@nodes [$($piece:tt)*] [$($name:tt)*] [$($value:tt)*] <$tag:ident $($rest:tt)*) => {
        markup!(@tag [$($piece)* "<", stringify!($tag), "\n",] [$($name)*] [$($value)*] $($rest)*)
    };
    (@nodes [$($piece:tt)*] [$($name:tt)*] [$($value:tt)*] { $text:literal } $($rest:tt)*) => {
        markup!(@nodes [$($piece)* "'", $text, "\n",] [$($name)*] [$($value)*] $($rest)*)
    };
    (@nodes [$($piece:tt)*] [$($name:tt)*] [$($value:tt)*] $node:block $($rest:tt)*) => {
        markup!(@nodes [$($piece)* "!\n",] [$($name)*] [$($value)* $node] $($rest)*)
    };
    (@tag [$($piece:tt)*] [$($name:tt)*] [$($value:tt)*] > $($rest:tt)*) => {
        markup!(@nodes [$($piece)*] [$($name)*] [$($value)*] $($rest)*)
    };
    (@tag [$($piece:tt)*] [$($name:tt)*] [$($value:tt)*] /> $($rest:tt)*) => {
        markup!(@nodes [$($piece)* "/\n",] [$($name)*] [$($value)*] $($rest)*)
    };
    (@tag [$($piece:tt)*] [$($name:tt)*] [$($value:tt)*]
        $first:ident $(-$more:ident)* = $fixed:literal $($rest:tt)*
    ) => {
        markup!(
            @tag [$($piece)* "=", $fixed, "\n",]
            [$($name)* concat!(stringify!($first) $(, "-", stringify!($more))*),] [$($value)*]
            $($rest)*
        )
    };
    (@tag [$($piece:tt)*] [$($name:tt)*] [$($value:tt)*]
        $first:ident $(-$more:ident)* = $new:block $($rest:tt)*
    ) => {
        markup!(
            @tag [$($piece)* "?\n",]
            [$($name)* concat!(stringify!($first) $(, "-", stringify!($more))*),] [$($value)* $new]
            $($rest)*
        )
    };
    ($($nodes:tt)*) => { markup!(@nodes [] [] [] $($nodes)*) };
}

pub(super) use markup;

/// Nodes in the making: what is fixed is made up to the next gap, whenever a gap is filled.
///
/// Views hold it in a box, since passing an address on takes fewer instructions than the whole.
pub(super) struct Markup {
    /// A line each: `<tag`, `=fixed value`, `?` for a value, `#` for a key, `'fixed text`, `!` for
    /// nodes, and `/` at the end of an element.
    pieces: Split<'static, char>,
    /// The names of the attributes to come.
    names: &'static [&'static str],
    /// What has no end yet; the first is around the whole.
    open: Vec<Open>,
}

struct Open {
    tag: &'static str,
    key: Option<Key>,
    /// The names of its attributes come first among these.
    names: &'static [&'static str],
    values: Vec<Option<AttributeOrProperty>>,
    children: Vec<Html>,
}

/// What [`Markup`] meets that is not fixed.
enum Gap {
    Key,
    Value,
    Nodes,
}

impl Markup {
    #[inline(never)]
    pub(super) fn new(pieces: &'static str, names: &'static [&'static str]) -> Box<Self> {
        let mut markup = Box::new(Self { pieces: pieces.split('\n'), names, open: Vec::new() });
        markup.begin("");
        markup
    }

    /// The nodes, once every gap is filled.
    #[inline(never)]
    #[allow(clippy::boxed_local, reason = "unboxed, all of it would be copied at each place")]
    pub(super) fn finish(mut self: Box<Self>) -> Html {
        self.next_gap();
        let mut nodes = self.open.pop().map(|whole| whole.children).unwrap_or_default();
        match (nodes.pop(), nodes.is_empty()) {
            (Some(only), true) => only,
            (last, _) => {
                nodes.extend(last);
                side_by_side(nodes)
            }
        }
    }

    /// Fills the next gap with a text.
    #[inline(never)]
    fn text(&mut self, text: AttrValue) {
        match self.next_gap() {
            Gap::Key => {
                if let Some(open) = self.open.last_mut() {
                    open.key = Some(Key::from(&*text));
                }
            }
            Gap::Value => self.value(Some(text)),
            Gap::Nodes => self.child(VText::new(text).into()),
        }
    }

    /// Leaves the next gap empty.
    #[inline(never)]
    fn nothing(&mut self) {
        if let Gap::Value = self.next_gap() {
            self.value(None);
        }
    }

    /// Fills the next gap with a node.
    #[inline(never)]
    fn node(&mut self, node: Html) {
        self.next_gap();
        self.child(node);
    }

    /// Fills the next gap with nodes.
    #[inline(never)]
    fn nodes(&mut self, nodes: Vec<Html>) {
        self.next_gap();
        for node in nodes {
            self.child(node);
        }
    }

    fn next_gap(&mut self) -> Gap {
        while let Some(piece) = self.pieces.next() {
            let (kind, fixed) = piece.split_at_checked(1).unwrap_or_default();
            match kind {
                "<" => self.begin(fixed),
                "=" => self.value(Some(AttrValue::Static(fixed))),
                "'" => self.child(VText::new(AttrValue::Static(fixed)).into()),
                "/" => self.end(),
                "#" => return Gap::Key,
                "?" => return Gap::Value,
                _ => return Gap::Nodes,
            }
        }
        Gap::Nodes
    }

    fn begin(&mut self, tag: &'static str) {
        let (values, children) = (Vec::new(), Vec::new());
        self.open.push(Open { tag, key: None, names: self.names, values, children });
    }

    #[inline(never)]
    fn value(&mut self, value: Option<AttrValue>) {
        if let Some(open) = self.open.last_mut() {
            open.values.push(value.map(AttributeOrProperty::Attribute));
        }
        self.names = self.names.get(1..).unwrap_or_default();
    }

    #[inline(never)]
    fn child(&mut self, node: Html) {
        if let Some(open) = self.open.last_mut() {
            open.children.push(node);
        }
    }

    fn end(&mut self) {
        if let Some(open) = self.open.pop() {
            let mut tag = VTag::new(open.tag);
            tag.key = open.key;
            let keys = open.names.get(..open.values.len()).unwrap_or_default();
            tag.set_attributes(Attributes::Dynamic { keys, values: open.values.into() });
            if let Some(children) = tag.children_mut() {
                *children = side_by_side(open.children);
            }
            self.child(tag.into());
        }
    }
}

fn side_by_side(nodes: Vec<Html>) -> Html {
    VList::with_children(nodes, None).into()
}

/// Nodes of items, one after the other.
pub(super) fn each<T>(items: impl IntoIterator<Item = T>, node: impl Fn(T) -> Html) -> Vec<Html> {
    let mut nodes = Vec::new();
    for item in items {
        nodes.push(node(item));
    }
    nodes
}

/// What can stand in braces.
pub(super) trait Content {
    /// Fills the next gap.
    fn put(self, markup: &mut Markup);
}

impl Content for &'static str {
    #[inline(never)]
    fn put(self, markup: &mut Markup) {
        markup.text(AttrValue::Static(self));
    }
}

impl Content for String {
    #[inline(never)]
    fn put(self, markup: &mut Markup) {
        markup.text(self.into());
    }
}

impl Content for Html {
    fn put(self, markup: &mut Markup) {
        markup.node(self);
    }
}

impl Content for Vec<Html> {
    fn put(self, markup: &mut Markup) {
        markup.nodes(self);
    }
}

impl<T: Content> Content for Option<T> {
    #[inline(never)]
    fn put(self, markup: &mut Markup) {
        match self {
            Some(content) => content.put(markup),
            None => markup.nothing(),
        }
    }
}

/// Whether every element of `pieces` ends, by its own name, inside of the one that it began in.
pub(super) const fn is_balanced(pieces: &str) -> bool {
    const DEEPEST: usize = 16;
    let bytes = pieces.as_bytes();
    let mut begun = [0; DEEPEST];
    let mut depth = 0;
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'<' if depth == DEEPEST => return false,
            b'<' => {
                begun[depth] = at + 1;
                depth += 1;
            }
            b'/' if depth == 0 => return false,
            b'/' => {
                depth -= 1;
                let (mut name, mut end) = (begun[depth], at + 1);
                // An element without content ends without its name.
                while bytes[end] != b'\n' {
                    if bytes[name] != bytes[end] {
                        return false;
                    }
                    (name, end) = (name + 1, end + 1);
                }
                if end > at + 1 && bytes[name] != b'\n' {
                    return false;
                }
            }
            b'=' | b'\'' | b'?' | b'#' | b'!' => {}
            _ => return false,
        }
        while bytes[at] != b'\n' {
            at += 1;
        }
        at += 1;
    }
    depth == 0
}

#[cfg(test)]
mod tests {
    use yew::virtual_dom::{Key, VNode};

    use super::*;

    /// As HTML, for which nothing needs to be awaited.
    fn written(node: &Html) -> String {
        match node {
            VNode::VText(text) => text.text.to_string(),
            VNode::VList(list) => list.iter().map(written).collect(),
            VNode::VTag(tag) => {
                let attributes = tag.attributes.iter();
                let attributes: String =
                    attributes.map(|(name, value)| format!(" {name}={value}")).collect();
                let children = tag.children().map(written).unwrap_or_default();
                format!("<{0}{attributes}>{children}</{0}>", tag.tag())
            }
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn nodes_are_as_they_are_written() {
        let (missing, items) =
            (None::<String>, each([1, 2], |n| markup! { <li>{ n.to_string() }</li> }));
        let node = markup! {
            { "A" }
            <p data-of={"it"} lang="vi" class={missing.clone()}>{ missing }{ " · " }<br /></p>
            <ul>{ items }</ul>
        };
        let expected = "A<p data-of=it lang=vi> · <br></br></p><ul><li>1</li><li>2</li></ul>";
        assert_eq!(written(&node), expected);
    }

    #[test]
    fn a_key_is_no_attribute() {
        let node = markup! { <tr key={"a"} id="b" /> };
        assert_eq!(node.key(), Some(&Key::from("a")));
        assert_eq!(written(&node), "<tr id=b></tr>");
    }

    #[test]
    fn tags_match() {
        for pieces in ["", "<p\n/p\n", "<p\n<br\n/\n'text\n/p\n", "<a\n/a\n<b\n=c\n?\n!\n/b\n"] {
            assert!(is_balanced(pieces), "{pieces}");
        }
        for pieces in ["<p\n", "/p\n", "<p\n/q\n", "<p\n/pre\n", "<pre\n/p\n", "'two\nlines\n"] {
            assert!(!is_balanced(pieces), "{pieces}");
        }
    }
}
