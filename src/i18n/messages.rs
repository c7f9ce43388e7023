use crate::model::Language;

use super::messages_en::EN;
use super::messages_vi::VI;

/// The name of the product, the same in every language.
pub const PRODUCT: &str = "Đắk Số";

/// The fixed texts of the interface.
///
/// Every language is a value of this type, so a text that is missing in one does not compile.
#[derive(Debug, PartialEq, Eq)]
pub struct Messages {
    /// The title of the page.
    pub document_title: &'static str,
    /// What stands beside the name of the product.
    pub brand_line: &'static str,
    /// The main heading.
    pub heading: &'static str,
    /// What the page is and what it promises.
    pub lead: &'static str,
    /// The boundaries that the figures are for.
    pub boundaries: &'static str,
    /// The link past the header.
    pub skip_to_content: &'static str,
    /// The name of the language switch.
    pub languages_label: &'static str,
    /// This language in itself.
    pub language_name: &'static str,
    /// Heading of the like-for-like chart.
    pub pair_heading: &'static str,
    /// Heading of the chart of subscriptions and access.
    pub subscriptions_heading: &'static str,
    /// Heading of the chart of coverage.
    pub coverage_heading: &'static str,
    /// Heading of the chart of targets.
    pub targets_heading: &'static str,
    /// Heading of the chart of the digital economy over time.
    pub digital_economy_heading: &'static str,
    /// Heading of the chart of Mobile Money over time.
    pub mobile_money_heading: &'static str,
    /// Heading of the chart of digital government.
    pub government_heading: &'static str,
    /// The name of a legend.
    pub legend_label: &'static str,
    /// The track behind a share.
    pub legend_whole: &'static str,
    /// The line that marks a target.
    pub legend_target: &'static str,
    /// The lighter end of a hedged bar.
    pub legend_hedge: &'static str,
    /// How to reach the single figures of a chart.
    pub chart_hint: &'static str,
    /// Heading of the notes on comparability.
    pub notes_heading: &'static str,
    /// Column of indicators.
    pub column_indicator: &'static str,
    /// Column of targets.
    pub column_period: &'static str,
    /// Column heading.
    pub column_target: &'static str,
    /// Column of results.
    pub column_result: &'static str,
    /// Label of a source.
    pub source: &'static str,
    /// What stands before the number of a paragraph.
    pub paragraph: &'static str,
    /// Label of the token as printed.
    pub printed: &'static str,
    /// Label of a period.
    pub period: &'static str,
    /// How a stated period is known.
    pub period_stated: &'static str,
    /// How an inferred period is known.
    pub period_inferred: &'static str,
    /// Label of a unit.
    pub unit: &'static str,
    /// Label of a hedge.
    pub hedge: &'static str,
    /// Label of a definition.
    pub definition: &'static str,
    /// Label of a note.
    pub note: &'static str,
    /// The button that closes a card.
    pub close: &'static str,
    /// Heading of the list of documents.
    pub sources_heading: &'static str,
    /// How figures are cited.
    pub sources_intro: &'static str,
    /// A document that prints no author.
    pub no_author: &'static str,
    /// A document that prints no date.
    pub no_date: &'static str,
    /// Heading of the notes on boundaries.
    pub boundaries_heading: &'static str,
    /// Heading of the downloads.
    pub downloads_heading: &'static str,
    /// What can be downloaded.
    pub downloads_intro: &'static str,
    /// The file of figures.
    pub download_observations: &'static str,
    /// The file of indicators.
    pub download_indicators: &'static str,
    /// The file of comparisons.
    pub download_comparisons: &'static str,
    /// The file of targets.
    pub download_targets: &'static str,
    /// The file of documents.
    pub download_sources: &'static str,
    /// The description of the package.
    pub download_package: &'static str,
    /// What stands before the reason why two indicators have no common axis.
    pub unlike: &'static str,
    /// The link to the page of a single figure.
    pub own_page: &'static str,
    /// The start page in the menu.
    pub home_title: &'static str,
    /// The page of all figures: its heading and its place in the menu.
    pub figures_title: &'static str,
    /// Heading of the page of the documents.
    pub sources_title: &'static str,
    /// The page of the documents in the menu.
    pub sources_short: &'static str,
    /// The name of the menu of the site.
    pub pages_label: &'static str,
    /// What the page of all figures holds.
    pub figures_lead: &'static str,
    /// The label of the search field.
    pub search_label: &'static str,
    /// How the search works.
    pub search_hint: &'static str,
    /// Column of provinces and times.
    pub column_province: &'static str,
    /// Column of values.
    pub column_value: &'static str,
    /// What the page of the documents holds.
    pub sources_lead: &'static str,
    /// Heading of the figures of a document.
    pub figures_of_source: &'static str,
    /// Label of the permanent name of a figure.
    pub permanent_id: &'static str,
    /// Label of the imprint of a document.
    pub document: &'static str,
    /// Label of how a document was read.
    pub reading: &'static str,
    /// Heading of the evidence of a figure.
    pub evidence_heading: &'static str,
    /// Heading of what a figure may be compared with.
    pub comparisons_heading: &'static str,
    /// What stands there when there is nothing to compare with.
    pub no_comparisons: &'static str,
    /// Heading of what is computed from a figure.
    pub derived_heading: &'static str,
    /// What marks a computed figure.
    pub computed: &'static str,
    /// Heading of what became of a target.
    pub target_heading: &'static str,
    /// Heading of the facts without a number beside a figure.
    pub statements_heading: &'static str,
    /// What stands before the files of a chart.
    pub chart_files: &'static str,
    /// What opens the citations of a figure or a chart.
    pub cite: &'static str,
    /// What stands before the citations as files.
    pub cite_files: &'static str,
    /// What stands for the address in a citation where it is not known.
    pub cite_address: &'static str,
    /// The whole data package in one file.
    pub download_all: &'static str,
    /// What the edition in one file leaves out.
    pub one_file_without: &'static str,
    /// Heading of the page for addresses that lead nowhere.
    pub not_found_title: &'static str,
    /// What that page says.
    pub not_found_text: &'static str,
    /// Said until a view is there.
    pub loading: &'static str,
    /// What is said when the live part of the page does not run.
    pub start_failed: &'static str,
    /// The link that loads the page again.
    pub reload: &'static str,
    /// What stands before the address at the foot of a printed page.
    pub printed_from: &'static str,
    /// What the site holds, for search engines and shared links.
    pub description: &'static str,
    /// The link to the edition in one file.
    pub one_file: &'static str,
    /// What that file is called and what it weighs at most, which the budget of the build holds to.
    pub one_file_size: &'static str,
    /// What it says where no scripts run.
    pub one_file_scripts: &'static str,
}

/// The texts in `language`.
#[inline(never)]
pub const fn messages(language: Language) -> &'static Messages {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}
