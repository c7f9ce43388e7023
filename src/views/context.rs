use yew::Html;

use crate::embedded::DATASET;
use crate::i18n::{Messages, messages};
use crate::model::{ChartId, Dataset, Language};
use crate::state::{Choices, Route, View};

use super::analysis::{ANALYSIS, Analysis};

/// What every part of a view may know: which view it is, the dataset, and what the view is rendered
/// for.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The view and its language.
    pub view: View,
    /// What it shows.
    pub dataset: &'static Dataset<'static>,
    /// What follows from the dataset, computed once.
    pub analysis: &'static Analysis,
    /// What the view is a part of.
    pub medium: Medium,
    /// Whether it is written into a file, rather than rendered in a browser.
    pub is_written: bool,
    /// Whether only what is seen first is rendered, and the rest in a step of its own.
    pub begins: bool,
    /// The address of the site, with a slash at its end, if it is known.
    pub base: Option<&'a str>,
    /// What the reader has chosen.
    pub choices: &'a Choices,
    /// What stands in the place of a chart: its pictures in a file, its canvas in the browser.
    pub chart: &'a dyn Fn(View, ChartId) -> Html,
}

/// What a view is a part of. Each holds other things, and a view offers nothing that is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// The site on a server.
    Site,
    /// What the browser keeps of the site, to be read offline.
    Offline,
    /// The single-file edition.
    SingleFile,
}

impl<'a> Context<'a> {
    /// A view of the site as the app renders it, with nothing chosen.
    pub fn new(view: View, chart: &'a dyn Fn(View, ChartId) -> Html) -> Self {
        const NONE: &Choices = &Choices::NONE;
        Self {
            view,
            dataset: &DATASET,
            analysis: &ANALYSIS,
            medium: Medium::Site,
            is_written: false,
            begins: false,
            base: None,
            choices: NONE,
            chart,
        }
    }

    /// A part below the first screen, left out until the first screen has been shown.
    pub(super) fn below(self, part: impl FnOnce() -> Html) -> Html {
        if self.begins { Html::default() } else { part() }
    }

    /// The language of the view.
    pub const fn language(self) -> Language {
        self.view.language
    }

    /// The fixed texts in the language of the view.
    pub const fn messages(self) -> &'static Messages {
        messages(self.view.language)
    }

    /// A link to a view in the same language.
    pub fn link(self, route: Route) -> String {
        self.link_to(self.view.at(route))
    }

    /// A link to a view. It is relative, so that the site works in any folder; in the single-file
    /// edition it is the fragment by which the edition knows the view.
    pub fn link_to(self, view: View) -> String {
        match self.medium {
            Medium::Site | Medium::Offline => self.view.link(self.dataset, view),
            Medium::SingleFile => format!("#/{}", view.path(self.dataset)),
        }
    }

    /// A link to a place on a view in the same language.
    pub fn place(self, route: Route, anchor: &str) -> String {
        let link = self.link(route);
        match self.medium {
            Medium::Site | Medium::Offline => format!("{link}#{anchor}"),
            // HTML allows no second `#` in an address.
            Medium::SingleFile => format!("{link}%23{anchor}"),
        }
    }

    /// A link to a place on this view.
    pub fn here(self, anchor: &str) -> String {
        match self.medium {
            Medium::Site | Medium::Offline => format!("#{anchor}"),
            // On the page that stands in the file, a browser finds places by itself.
            Medium::SingleFile if self.view == View::default() => format!("#{anchor}"),
            Medium::SingleFile => self.place(self.view.route, anchor),
        }
    }

    /// A link to a file, by its path below the folder of the site.
    pub fn file(self, path: &str) -> String {
        match self.medium {
            Medium::Site | Medium::Offline => format!("{}{path}", self.view.root()),
            Medium::SingleFile => path.to_owned(),
        }
    }

    /// Whether what only a server has can be offered. Offline it is offered too, and told to need one.
    pub fn has_server(self) -> bool {
        self.medium != Medium::SingleFile
    }

    /// The absolute address of a path below the folder of the site, if it is known.
    pub fn absolute(self, path: &str) -> Option<String> {
        self.base.map(|base| format!("{base}{path}"))
    }
}
