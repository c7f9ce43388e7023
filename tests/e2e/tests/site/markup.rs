//! A page as it is written, before any browser.

use std::collections::BTreeMap;
use std::fs;

use html5gum::emitters::default::{DefaultEmitter, StartTag};
use html5gum::{Token, Tokenizer};

use crate::pages::folder;

/// What stands in a file of HTML.
pub(crate) struct Markup {
    pub(crate) source: String,
    /// All elements in their order.
    pub(crate) elements: Vec<Element>,
    /// The text of the first `<title>`.
    pub(crate) title: String,
}

/// An element, without what is in it.
#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
}

impl Markup {
    /// Reads a page of the site.
    pub(crate) fn read(path: &str) -> Self {
        let source = fs::read_to_string(folder().join(path)).unwrap();
        let mut emitter = DefaultEmitter::<()>::default();
        // Otherwise what scripts and styles contain would count as elements.
        emitter.naively_switch_states(true);
        let mut elements: Vec<Element> = Vec::new();
        let mut title = None;
        for token in Tokenizer::new_with_emitter(&source, emitter) {
            match token.unwrap() {
                Token::StartTag(tag) => elements.push(Element::from(tag)),
                Token::String(text) if elements.last().is_some_and(|last| last.name == "title") => {
                    title.get_or_insert(lossy(&text));
                }
                _ => {}
            }
        }
        Self { source, elements, title: title.unwrap_or_default() }
    }

    /// All elements of a name.
    pub(crate) fn named(&self, name: &str) -> impl Iterator<Item = &Element> {
        self.elements.iter().filter(move |element| element.name == name)
    }

    /// The content of a `<meta>`.
    pub(crate) fn meta(&self, name: &str) -> Option<&str> {
        self.named("meta").find(|meta| meta.get("name") == Some(name))?.get("content")
    }

    /// The values of an attribute, wherever it stands.
    pub(crate) fn values(&self, attribute: &str) -> impl Iterator<Item = &str> {
        self.elements.iter().filter_map(move |element| element.get(attribute))
    }
}

impl Element {
    pub(crate) fn get(&self, attribute: &str) -> Option<&str> {
        self.attributes.get(attribute).map(String::as_str)
    }
}

impl From<StartTag<()>> for Element {
    fn from(tag: StartTag<()>) -> Self {
        let attributes = tag.attributes.iter();
        Self {
            name: lossy(&tag.name),
            attributes: attributes.map(|(name, value)| (lossy(name), lossy(value))).collect(),
        }
    }
}

fn lossy(text: &[u8]) -> String {
    String::from_utf8_lossy(text).into_owned()
}
