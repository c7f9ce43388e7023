use crate::embedded::DATASET;
use crate::i18n::{Messages, messages};
use crate::model::{Dataset, Language};
use crate::state::View;

/// What everything on a page may know: which page it is, and the dataset.
#[derive(Clone, Copy)]
pub struct Page {
    /// The page and its language.
    pub view: View,
    /// What it shows.
    pub dataset: &'static Dataset<'static>,
}

impl Page {
    /// The page of a view, with the data that are compiled in.
    pub const fn new(view: View) -> Self {
        Self { view, dataset: &DATASET }
    }

    /// The language of the page.
    pub const fn language(self) -> Language {
        self.view.language
    }

    /// The fixed texts in the language of the page.
    pub const fn messages(self) -> &'static Messages {
        messages(self.view.language)
    }
}

/// The dataset is one and the same for the life of the program.
impl PartialEq for Page {
    fn eq(&self, other: &Self) -> bool {
        self.view == other.view && std::ptr::eq(self.dataset, other.dataset)
    }
}
