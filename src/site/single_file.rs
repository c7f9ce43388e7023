use yew::html;

use crate::chart::ChartId;
use crate::export::SingleFile;
use crate::i18n::messages;
use crate::model::{Language, Slug};
use crate::state::View;
use crate::views::{Medium, body, chart_file, chart_files_of, data_file, description_of, title_of};

use super::assets::Site;
use super::document::{markup, written};
use super::head::basics;
use super::pictures::Pictures;
use crate::embedded::DATASET;

/// The widths of the pictures that the file holds, of those of the layout: one for phones and one for the
/// screens of an office. `static/one-file.css` shows them in place of the others.
pub const SINGLE_FILE_WIDTHS: [u32; 2] = [328, 928];

/// The files of the package that the single-file edition offers.
const DATA: [&str; 6] = [
    "comparisons.csv",
    "datapackage.json",
    "indicators.csv",
    "observations.csv",
    "sources.csv",
    "targets.csv",
];

/// What the single-file edition shows before the app is there, which renders every other view: the start page.
pub async fn single_file(site: &Site, pictures: &Pictures) -> SingleFile {
    let view = View::default();
    let chart = |view, chart| pictures.slot(view, chart);
    // A file has no address of its own.
    let nowhere = Site { base_address: None, ..site.clone() };
    let cx = written(Medium::SingleFile, &nowhere, view, &chart);
    let head = html! {
        <>
            { basics(&title_of(view, &DATASET)) }
            <meta name="description" content={description_of(view, &DATASET)} />
        </>
    };
    let sentences = Language::ALL.iter().map(|language| {
        html! { <p lang={language.slug()}>{ messages(*language).one_file_scripts }</p> }
    });
    let body = html! { <><noscript>{ for sentences }</noscript>{ body(cx) }</> };
    SingleFile { head: markup(head).await, body: markup(body).await, files: files() }
}

/// The paths of the files that views of the edition offer. Pictures in pixels are drawn from drawings when
/// they are asked for.
fn files() -> Vec<String> {
    let data = DATA.iter().map(|name| data_file(name));
    let charts = Language::ALL.iter().flat_map(|language| {
        ChartId::ALL.iter().flat_map(move |chart| {
            let texts = chart_files_of(Medium::SingleFile).iter();
            let texts = texts.filter(|extension| **extension != "png");
            texts.map(move |extension| chart_file(*language, *chart, extension))
        })
    });
    data.chain(charts).collect()
}
