//! Elements of a view, built by one function.
//!
//! Yew's `html!` writes the code that makes an element where the element stands; a view has some three
//! hundred, and each costs 350 bytes of the Wasm. [`el!`] stands for a call with what differs: the name,
//! the attributes, the children. What it makes is the same.

use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VList, VTag, VText};
use yew::{AttrValue, Html};

/// The value of an attribute; none leaves the attribute out.
pub(super) type Value = Option<AttrValue>;

/// An element with its attributes and children.
///
/// `keys` are the names of the attributes, `values` what they are in the same order.
#[inline(never)]
pub(super) fn element(
    name: &'static str,
    key: Option<Key>,
    keys: &'static [&'static str],
    values: Vec<Value>,
    children: Vec<Html>,
) -> Html {
    let mut tag = VTag::new(name);
    tag.key = key;
    let values = values.into_iter().map(|value| value.map(AttributeOrProperty::Attribute));
    tag.set_attributes(Attributes::Dynamic { keys, values: values.collect() });
    tag.add_children(children);
    tag.into()
}

/// Several nodes as one.
#[inline(never)]
pub(super) fn nodes(children: Vec<Html>) -> Html {
    VList::with_children(children, None).into()
}

/// What can stand in an attribute.
pub(super) trait IntoValue {
    fn into_value(self) -> Value;
}

impl IntoValue for &'static str {
    fn into_value(self) -> Value {
        Some(AttrValue::Static(self))
    }
}

impl IntoValue for String {
    fn into_value(self) -> Value {
        Some(self.into())
    }
}

impl IntoValue for AttrValue {
    fn into_value(self) -> Value {
        Some(self)
    }
}

impl<T: IntoValue> IntoValue for Option<T> {
    fn into_value(self) -> Value {
        self.and_then(IntoValue::into_value)
    }
}

/// What can stand in an element: text or nodes.
pub(super) trait IntoNode {
    fn into_node(self) -> Html;
}

impl IntoNode for Html {
    fn into_node(self) -> Html {
        self
    }
}

impl IntoNode for &'static str {
    fn into_node(self) -> Html {
        text(AttrValue::Static(self))
    }
}

impl IntoNode for String {
    fn into_node(self) -> Html {
        text(self.into())
    }
}

impl IntoNode for Vec<Html> {
    fn into_node(self) -> Html {
        nodes(self)
    }
}

impl IntoNode for Option<Html> {
    fn into_node(self) -> Html {
        self.unwrap_or_default()
    }
}

#[inline(never)]
fn text(text: AttrValue) -> Html {
    VText::new(text).into()
}

/// An element: `el!("a", "href" = link, "lang" = "vi"; "text", node)`. With `key = …;` before its name it
/// has one, by which Yew knows it among its neighbours again.
macro_rules! el {
    (key = $key:expr; $name:literal $(, $attribute:literal = $value:expr)* $(; $($child:expr),* $(,)?)?) => {
        $crate::views::element::element(
            $name,
            Some($key.into()),
            &[$($attribute),*],
            vec![$($crate::views::element::IntoValue::into_value($value)),*],
            vec![$($($crate::views::element::IntoNode::into_node($child)),*)?],
        )
    };
    ($name:literal $(, $attribute:literal = $value:expr)* $(; $($child:expr),* $(,)?)?) => {
        $crate::views::element::element(
            $name,
            None,
            &[$($attribute),*],
            vec![$($crate::views::element::IntoValue::into_value($value)),*],
            vec![$($($crate::views::element::IntoNode::into_node($child)),*)?],
        )
    };
}

/// Several nodes side by side: `all!("text", node)`.
macro_rules! all {
    ($($child:expr),* $(,)?) => {
        $crate::views::element::nodes(vec![$($crate::views::element::IntoNode::into_node($child)),*])
    };
}

pub(super) use {all, el};
