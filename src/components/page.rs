use crate::embedded::DATASET;
use crate::i18n::{Messages, messages};
use crate::model::{Dataset, Language};

/// What every component may know: the language and the dataset.
#[derive(Clone, Copy)]
pub(super) struct Page {
    pub(super) language: Language,
    pub(super) dataset: &'static Dataset<'static>,
}

impl Page {
    pub(super) const fn new(language: Language) -> Self {
        Self { language, dataset: &DATASET }
    }

    /// The fixed texts in the language of the page.
    pub(super) const fn messages(self) -> &'static Messages {
        messages(self.language)
    }
}

/// The dataset is one and the same for the life of the program.
impl PartialEq for Page {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language && std::ptr::eq(self.dataset, other.dataset)
    }
}
