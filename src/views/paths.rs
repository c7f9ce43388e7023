//! Where the files lie that views offer, below the folder of the site.

use crate::model::{ChartId, Language, Slug};

use super::Medium;

/// The whole package as one file, in the folder of the data.
pub const ARCHIVE: &str = "dak-so-data.zip";

/// The single-file edition.
pub const ONE_FILE: &str = "dak-so.html";

/// The forms in which a chart can be taken along, by their extensions. The single-file edition has no room
/// for JSON, which repeats what CSV says.
pub const fn chart_files_of(medium: Medium) -> &'static [&'static str] {
    match medium {
        Medium::Site | Medium::Offline => &["csv", "json", "svg", "png"],
        Medium::SingleFile => &["csv", "svg", "png"],
    }
}

/// The forms of a citation as a file: what they are called, and their extensions.
pub const CITATION_FILES: [(&str, &str); 2] = [("BibTeX", "bib"), ("CSL-JSON", "csl.json")];

/// A file of the published data package.
pub fn data_file(name: &str) -> String {
    format!("data/{name}")
}

/// A file of a chart.
pub fn chart_file(language: Language, chart: ChartId, extension: &str) -> String {
    format!("charts/{}/{}.{extension}", language.slug(), chart.slug())
}

/// A citation as a file. `name` is that of a figure, or [`cited_chart`].
pub fn citation_file(name: &str, extension: &str) -> String {
    format!("cite/{name}.{extension}")
}

/// The name of a chart among the citations, where no figure has it.
pub fn cited_chart(chart: ChartId) -> String {
    format!("chart-{}", chart.slug())
}
