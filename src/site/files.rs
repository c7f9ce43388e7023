use crate::chart::{CardSubject, ChartId, Theme, card, citations, heading, poster, spec, takeaway};
use crate::embedded::{DATASET, EDITION};
use crate::export::{
    Citation, CitedChart, Described, bibtex, chart_record, csl_json, figure_record, figures_csv,
    figures_json,
};
use crate::model::{Language, Localized, Slug};
use crate::render::{DrawError, Fonts, PngError, png, svg};
use crate::state::{Route, View, page_of};
use crate::views::{CITATION_FILES, chart_file, citation_file, cited_chart};

use super::assets::Site;
use super::head::picture_path;

/// Device pixels to a pixel of a poster, so that it is sharp in print and on every screen.
pub(super) const SHARPNESS: u32 = 2;

/// Why a file was not made.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// The chart was not drawn.
    #[error("{path} cannot be drawn: {source}")]
    Drawing {
        /// Which file.
        path: String,
        /// What went wrong.
        source: DrawError,
    },
    /// The drawing did not become pixels.
    #[error("{path} cannot be made: {source}")]
    Pixels {
        /// Which file.
        path: String,
        /// What went wrong.
        source: PngError,
    },
}

/// A file below the folder of the site.
pub struct File {
    /// Its path.
    pub path: String,
    /// Its content.
    pub content: Vec<u8>,
}

/// The files in which the charts can be taken along: as a table, for programs, and as a poster that
/// stands alone.
///
/// # Errors
///
/// [`FileError`], none of which is known to happen with the font of the project.
pub fn chart_files(site: &Site, fonts: &Fonts) -> Result<Vec<File>, FileError> {
    let mut files = Vec::new();
    for language in Language::ALL {
        for chart in ChartId::ALL {
            let view = View { language: *language, route: page_of(*chart) };
            let address = site.absolute(&view.path(&DATASET));
            let path = |extension| chart_file(*language, *chart, extension);
            let figures = spec(&DATASET, *chart).shown();
            let table = figures_csv(&DATASET, *language, &figures);
            files.push(File { path: path("csv"), content: table.into_bytes() });
            let takeaway = takeaway(*language, &DATASET, *chart);
            let heading = heading(*language, *chart);
            let about = Described { slug: chart.slug(), heading, takeaway: &takeaway };
            let json = figures_json(&DATASET, *language, &EDITION, about, &figures);
            files.push(File { path: path("json"), content: json.into_bytes() });

            let scene = poster(*language, &DATASET, *chart, address.as_deref());
            let drawing = svg(&scene, Theme::Light)
                .map_err(|source| FileError::Drawing { path: path("svg"), source })?;
            let pixels = png(&drawing, scene.width * SHARPNESS, fonts)
                .map_err(|source| FileError::Pixels { path: path("png"), source })?;
            files.push(File { path: path("svg"), content: drawing.into_bytes() });
            files.push(File { path: path("png"), content: pixels });
        }
    }
    Ok(files)
}

/// The citations of every figure and every chart, for reference managers.
pub fn citation_files(site: &Site) -> Vec<File> {
    let address = |route| site.absolute(&View { language: Language::Vi, route }.path(&DATASET));
    let mut records: Vec<(String, Citation)> = Vec::new();
    for (id, figure) in DATASET.observations() {
        let record = figure_record(&DATASET, &EDITION, id, address(Route::Figure(id)));
        records.push((figure.slug.to_owned(), record));
    }
    for chart in ChartId::ALL {
        let address = address(page_of(*chart)).map(|address| format!("{address}#{}", chart.slug()));
        let record = chart_record(&DATASET, &EDITION, &cited(*chart), address);
        records.push((cited_chart(*chart), record));
    }
    let files = records.iter().flat_map(|(name, record)| {
        let contents = [bibtex(record), csl_json(record)];
        CITATION_FILES.into_iter().zip(contents).map(move |((_, extension), content)| File {
            path: citation_file(name, extension),
            content: content.into_bytes(),
        })
    });
    files.collect()
}

/// A chart as citations know it.
fn cited(chart: ChartId) -> CitedChart<'static> {
    let figures = spec(&DATASET, chart).shown();
    let places = citations(&DATASET, &figures).into_iter();
    let places = places.map(|place| (place.source, place.paragraphs)).collect();
    let heading = Localized { vi: heading(Language::Vi, chart), en: heading(Language::En, chart) };
    CitedChart { slug: chart.slug(), heading, figures, places }
}

/// The picture that stands for a page where its address is shared.
///
/// # Errors
///
/// As [`chart_files`].
pub fn link_picture(view: View, fonts: &Fonts) -> Result<File, FileError> {
    let path = picture_path(view);
    let subject = match view.route {
        Route::Home => CardSubject::Home,
        Route::Field(of) => CardSubject::Field(of),
        Route::Targets => CardSubject::Targets,
        Route::Figures => CardSubject::Figures,
        Route::Sources => CardSubject::Sources,
        Route::Figure(id) => CardSubject::Figure(id),
        Route::Embed(chart) => return link_picture(view.at(page_of(chart)), fonts),
    };
    let scene = card(view.language, &DATASET, subject);
    let drawing = svg(&scene, Theme::Light)
        .map_err(|source| FileError::Drawing { path: path.clone(), source })?;
    let content = png(&drawing, scene.width, fonts)
        .map_err(|source| FileError::Pixels { path: path.clone(), source })?;
    Ok(File { path, content })
}
