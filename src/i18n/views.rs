//! The texts of the views. They stand apart from [`Messages`](super::Messages), because the app in a
//! browser needs none of them: only what writes pages and pictures reads them.

use crate::model::{Field, Language};

use super::views_en::EN;
use super::views_vi::VI;

/// What a view is called and what it holds.
#[derive(Debug, PartialEq, Eq)]
pub struct ViewWords {
    /// Its place in the menu; a word or two.
    pub short: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// What it holds, in a sentence or two.
    pub lead: &'static str,
}

/// What is said about the picture of a chart that a reader keeps or passes on.
#[derive(Debug, PartialEq, Eq)]
pub struct PictureWords {
    /// The link to it.
    pub link: &'static str,
    /// The name of the dialog that shows it.
    pub name: &'static str,
    /// What works in every browser.
    pub hint: &'static str,
    /// What is said when it does not arrive.
    pub missing: &'static str,
    /// The link that saves it.
    pub save: &'static str,
    /// What is said then.
    pub saving: &'static str,
    /// Handing it to another app.
    pub share: ActionWords,
    /// Copying it.
    pub copy: ActionWords,
    /// Copying the address of the chart, which follows what is said when that fails.
    pub copy_link: ActionWords,
}

/// A button, and what is said after it was pressed.
#[derive(Debug, PartialEq, Eq)]
pub struct ActionWords {
    /// What stands on it.
    pub name: &'static str,
    /// What is said when it is done.
    pub done: &'static str,
    /// What is said when it is not: what the reader can do instead.
    pub failed: &'static str,
}

/// What is said of the network, and of what stays on the reader's machine.
#[derive(Debug, PartialEq, Eq)]
pub struct OfflineWords {
    /// There is no network.
    pub none: &'static str,
    /// Before the day of the data, at the beginning of a sentence.
    pub data_of: &'static str,
    /// A new version has arrived.
    pub update: &'static str,
    /// The button that brings it.
    pub use_update: &'static str,
    /// The button that does not.
    pub later: &'static str,
    /// What can be opened without a network, and what not.
    pub kept: &'static str,
    /// The button that makes sure of it.
    pub save: &'static str,
    /// What is said meanwhile.
    pub saving: &'static str,
    /// What is said then.
    pub saved: &'static str,
    /// The same where the browser has not promised to leave it there.
    pub lent: &'static str,
    /// What is said when it was not kept.
    pub failed: &'static str,
}

/// The fixed texts of the views.
///
/// Every language is a value of this type, so a text that is missing in one does not compile.
#[derive(Debug, PartialEq, Eq)]
pub struct ViewTexts {
    /// The view of coverage and infrastructure.
    pub coverage: ViewWords,
    /// The view of subscriptions and access.
    pub subscriptions: ViewWords,
    /// The view of the digital economy, post and telecom.
    pub economy: ViewWords,
    /// The view of digital government.
    pub government: ViewWords,
    /// The view of the targets.
    pub targets: ViewWords,
    /// What is said about the picture of a chart.
    pub picture: PictureWords,
    /// What is said of the network.
    pub offline: OfflineWords,
    /// The name of the button for light text on a dark ground.
    pub dark: &'static str,
    /// The page of all figures in the menu.
    pub figures_short: &'static str,
    /// Heading of the figures of a field that no chart of its view shows.
    pub other_figures: &'static str,
    /// The same where the view has no chart.
    pub field_figures: &'static str,
    /// Heading of what follows from the figures of a field.
    pub computed: &'static str,
    /// Heading of the facts without a number.
    pub statements: &'static str,
    /// Heading of the pairs that must not be compared.
    pub unlike: &'static str,
    /// What stands there for a target that has no result.
    pub no_result: &'static str,
    /// In place of a target for a year that has none.
    pub no_target: &'static str,
    /// Heading of what became of the targets, on the start page.
    pub promises: &'static str,
    /// Heading of what is not known, on the start page.
    pub unknown: &'static str,
    /// Heading of the ways to the views, on the start page.
    pub fields: &'static str,
    /// The tabs of a chart: the chart itself.
    pub tab_chart: &'static str,
    /// Its figures.
    pub tab_table: &'static str,
    /// Its documents and how to cite it.
    pub tab_source: &'static str,
    /// The name of the tabs of a chart, before its heading.
    pub tabs_label: &'static str,
    /// Heading of the documents of a chart.
    pub documents_of_chart: &'static str,
    /// Heading of the ledger.
    pub ledger: &'static str,
    /// The name of the controls of the ledger.
    pub narrow_targets: &'static str,
    /// What lists are narrowed by.
    pub by_province: &'static str,
    /// The same.
    pub by_status: &'static str,
    /// The same.
    pub by_topic: &'static str,
    /// The same.
    pub by_kind: &'static str,
    /// The same.
    pub by_year: &'static str,
    /// How lists are ordered.
    pub by_order: &'static str,
    /// Where a list is not narrowed.
    pub all: &'static str,
    /// The order that a list has by itself.
    pub own_order: &'static str,
    /// The other orders.
    pub newest: &'static str,
    /// The same.
    pub oldest: &'static str,
    /// The same.
    pub in_order_of_name: &'static str,
    /// The same.
    pub in_order_of_province: &'static str,
    /// The way back to the whole list.
    pub show_all: &'static str,
}

impl ViewTexts {
    /// What the view of a field is called and what it holds.
    pub const fn field(&self, field: Field) -> &ViewWords {
        match field {
            Field::Coverage => &self.coverage,
            Field::Subscriptions => &self.subscriptions,
            Field::Economy => &self.economy,
            Field::Government => &self.government,
        }
    }
}

/// The texts of the views in `language`.
#[inline(never)]
pub const fn view_texts(language: Language) -> &'static ViewTexts {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}
