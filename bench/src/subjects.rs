//! What is compared, and what it is made with.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::error::{Error, Result};

/// A page that shows the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Subject {
    /// Its folder among the prepared pages.
    pub(crate) folder: &'static str,
    /// What people call it.
    pub(crate) name: &'static str,
}

/// The site that this project is about.
pub(crate) const SITE: Subject = Subject { folder: "site", name: "Đắk Số" };

/// The peer whose time until it is interactive is the measure.
pub(crate) const CHARTJS: Subject = Subject { folder: "chartjs", name: "Chart.js" };

/// The site, and the peers from the lightest to the heaviest.
pub(crate) const SUBJECTS: [Subject; 6] = [
    SITE,
    Subject { folder: "uplot", name: "uPlot" },
    CHARTJS,
    Subject { folder: "plot", name: "Observable Plot" },
    Subject { folder: "echarts", name: "Apache ECharts" },
    Subject { folder: "vega", name: "vega-embed" },
];

/// The npm packages and versions of all peers.
pub(crate) fn versions(pages: &Path) -> Result<Vec<String>> {
    let file = pages.join("pages.json");
    let text = fs::read_to_string(&file).map_err(|source| Error::File { file, source })?;
    let packages: BTreeMap<String, Vec<String>> = serde_json::from_str(&text)?;
    Ok(packages.into_values().flatten().collect())
}
