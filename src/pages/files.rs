use crate::chart::{ChartId, Theme, layout, spec};
use crate::components::Page;
use crate::export::figures_csv;
use crate::model::{Language, Slug};
use crate::render::{DrawError, svg};
use crate::state::{Route, View};

use super::chart::file_path;
use super::site::Site;

/// The files in which charts can be taken along, by their paths below the folder of the site.
///
/// # Errors
///
/// When a picture cannot be drawn, which is not known to happen.
pub fn chart_files(site: &Site) -> Result<Vec<(String, Vec<u8>)>, DrawError> {
    let _ = site;
    let mut files = Vec::new();
    for language in Language::ALL {
        let page = Page::new(View { language: *language, route: Route::Home });
        for chart in ChartId::ALL {
            let mut add = |extension, content| {
                files.push((file_path(page, *chart, extension), content));
            };
            let figures = spec(page.dataset, *chart).shown();
            add("csv", figures_csv(page.dataset, *language, &figures).into_bytes());
            let scene = layout(*language, page.dataset, *chart, 928);
            add("svg", svg(&scene, Theme::Light)?.into_bytes());
        }
    }
    Ok(files)
}
