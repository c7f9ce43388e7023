use crate::chart::{CardSubject, ChartId, Theme, card, heading, poster, spec, takeaway};
use crate::components::Page;
use crate::export::{
    Citation, Described, DescriptionError, Edition, bibtex, chart_record, csl_json, figure_record,
    figures_csv, figures_json,
};
use crate::model::{Language, Slug};
use crate::render::{DrawError, Fonts, PngError, png, svg};
use crate::state::{Route, View};

use super::chart::file_path;
use super::cite::{FORMS, chart_name, chart_page, cited, file_path as citation_path};
use super::contents::page_of;
use super::head::picture_path;
use super::site::{PACKAGE, Site};

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
    /// The description of the package does not say which edition it is.
    #[error(transparent)]
    Description(#[from] DescriptionError),
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
    let edition = Edition::read(PACKAGE)?;
    let mut files = Vec::new();
    for language in Language::ALL {
        for chart in ChartId::ALL {
            let page = Page::new(View { language: *language, route: page_of(*chart) });
            let address = site.absolute(&page.view.path(page.dataset));
            let path = |extension| file_path(page, *chart, extension);
            let figures = spec(page.dataset, *chart).shown();
            let table = figures_csv(page.dataset, *language, &figures);
            files.push(File { path: path("csv"), content: table.into_bytes() });
            let takeaway = takeaway(*language, page.dataset, *chart);
            let heading = heading(*language, *chart);
            let about = Described { slug: chart.slug(), heading, takeaway: &takeaway };
            let json = figures_json(page.dataset, *language, &edition, about, &figures);
            files.push(File { path: path("json"), content: json.into_bytes() });

            let scene = poster(*language, page.dataset, *chart, address.as_deref());
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
///
/// # Errors
///
/// [`FileError::Description`], which is not known to happen.
pub fn citation_files(site: &Site) -> Result<Vec<File>, FileError> {
    let edition = Edition::read(PACKAGE)?;
    let page = Page::new(View::default());
    let address = |view: View| site.absolute(&view.path(page.dataset));
    let mut records: Vec<(String, Citation)> = Vec::new();
    for (id, figure) in page.dataset.observations() {
        let address = address(page.view.at(Route::Figure(id)));
        let record = figure_record(page.dataset, &edition, id, address);
        records.push((figure.slug.to_owned(), record));
    }
    for chart in ChartId::ALL {
        let address =
            address(chart_page(*chart)).map(|address| format!("{address}#{}", chart.slug()));
        let record = chart_record(page.dataset, &edition, &cited(page, *chart), address);
        records.push((chart_name(*chart), record));
    }
    let files = records.iter().flat_map(|(name, record)| {
        let contents = [bibtex(record), csl_json(record)];
        FORMS.into_iter().zip(contents).map(move |((_, extension), content)| File {
            path: citation_path(name, extension),
            content: content.into_bytes(),
        })
    });
    Ok(files.collect())
}

/// The picture that stands for a page where its address is shared.
///
/// # Errors
///
/// As [`chart_files`].
pub fn link_picture(view: View, fonts: &Fonts) -> Result<File, FileError> {
    let page = Page::new(view);
    let path = picture_path(page);
    let subject = match view.route {
        Route::Home => CardSubject::Home,
        Route::Field(of) => CardSubject::Field(of),
        Route::Targets => CardSubject::Targets,
        Route::Figures => CardSubject::Figures,
        Route::Sources => CardSubject::Sources,
        Route::Figure(id) => CardSubject::Figure(id),
        Route::Embed(chart) => return link_picture(view.at(page_of(chart)), fonts),
    };
    let scene = card(view.language, page.dataset, subject);
    let drawing = svg(&scene, Theme::Light)
        .map_err(|source| FileError::Drawing { path: path.clone(), source })?;
    let content = png(&drawing, scene.width, fonts)
        .map_err(|source| FileError::Pixels { path: path.clone(), source })?;
    Ok(File { path, content })
}
