use crate::model::{ChartId, Dataset, Language, ObservationId, Slug};

use super::Route;

/// The file of the page for addresses that lead nowhere.
pub const NOT_FOUND: &str = "404.html";

/// A page in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// The language of the page.
    pub language: Language,
    /// What the page is about.
    pub route: Route,
}

/// What a reader sees who has chosen nothing.
impl Default for View {
    fn default() -> Self {
        Self { language: Language::Vi, route: Route::Home }
    }
}

impl View {
    /// Every page of the site.
    pub fn all(dataset: &Dataset<'_>) -> impl Iterator<Item = Self> {
        Route::all(dataset)
            .flat_map(|route| [Language::Vi, Language::En].map(|language| Self { language, route }))
    }

    /// The same page in another language.
    pub const fn in_language(self, language: Language) -> Self {
        Self { language, ..self }
    }

    /// Another page in the same language.
    pub const fn at(self, route: Route) -> Self {
        Self { route, ..self }
    }

    /// The one path of the view below the folder of the site: empty for the start page, else folders
    /// with a slash after each.
    pub fn path(self, dataset: &Dataset<'_>) -> String {
        let mut path = self.prefix().to_owned();
        path.push_str(self.route.folder(self.language));
        let name = match self.route {
            Route::Figure(id) => dataset.observation(id).slug,
            Route::Embed(chart) => chart.slug(),
            _ => return path,
        };
        path.push_str(name);
        path.push('/');
        path
    }

    /// The view that a path below the folder of the site asks for. What it does not say, or says
    /// wrongly, is as by default.
    pub fn from_path(dataset: &Dataset<'_>, path: &str) -> Self {
        let path = path.trim_matches('/');
        let (language, rest) = match path.strip_prefix("en") {
            Some(rest) if rest.is_empty() || rest.starts_with('/') => (Language::En, rest),
            _ => (Language::Vi, path),
        };
        let mut folders = rest.trim_start_matches('/').split('/');
        let (first, second) = (folders.next().unwrap_or(""), folders.next());
        let names = |route: Route| route.folder(language).trim_end_matches('/') == first;
        let figure = |slug| Some(Route::Figure(dataset.observation_named(slug)?));
        let route = match second {
            Some(slug) if names(Route::Figure(ObservationId(0))) => figure(slug),
            Some(slug) if names(Route::Embed(ChartId::Pair)) => {
                ChartId::from_slug(slug).map(Route::Embed)
            }
            _ => Route::VIEWS.into_iter().find(|route| names(*route)),
        };
        Self { language, route: route.unwrap_or(Route::Home) }
    }

    /// The way from the page up to the folder of the site, to be put before a path.
    pub const fn root(self) -> &'static str {
        let below_language = match self.route {
            Route::Home => 0,
            Route::Field(_) | Route::Targets | Route::Figures | Route::Sources => 1,
            Route::Figure(_) | Route::Embed(_) => 2,
        };
        match (below_language, self.language) {
            (0, Language::Vi) => "",
            (0, Language::En) | (1, Language::Vi) => "../",
            (1, Language::En) | (2, Language::Vi) => "../../",
            (_, _) => "../../../",
        }
    }

    /// A link from the page to another one, relative, so that the site works in any folder.
    pub fn link(self, dataset: &Dataset<'_>, to: Self) -> String {
        let link = format!("{}{}", self.root(), to.path(dataset));
        // An empty link would keep the query of the present address.
        if link.is_empty() { "./".to_owned() } else { link }
    }

    const fn prefix(self) -> &'static str {
        match self.language {
            Language::Vi => "",
            Language::En => "en/",
        }
    }
}
