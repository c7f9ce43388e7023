use crate::model::{ChartId, Dataset, Field, Language, ObservationId, Slug};

/// What a page of the site is about. Each has an address in every language.
///
/// The pages are written from [`Route::all`], so a route that is added here has its files, its
/// place in the sitemap and its part in the tests over all pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// The start page: what can be compared, what became of the targets, what is not known.
    Home,
    /// The figures of a field.
    Field(Field),
    /// The targets and what became of each.
    Targets,
    /// Every figure, with a search.
    Figures,
    /// The documents and how they were read.
    Sources,
    /// One figure with its evidence.
    Figure(ObservationId),
    /// One chart alone, as the pages of others show it in a frame.
    Embed(ChartId),
}

impl Route {
    /// The routes that are not about a single figure, in the order of the menu.
    pub const VIEWS: [Self; 8] = [
        Self::Home,
        Self::Field(Field::Coverage),
        Self::Field(Field::Subscriptions),
        Self::Targets,
        Self::Field(Field::Economy),
        Self::Field(Field::Government),
        Self::Figures,
        Self::Sources,
    ];

    /// Every route, in the order of the menu and of the package.
    pub fn all(dataset: &Dataset<'_>) -> impl Iterator<Item = Self> {
        let figures = dataset.observations().map(|(id, _)| Self::Figure(id));
        let embeds = ChartId::ALL.iter().map(|chart| Self::Embed(*chart));
        Self::VIEWS.into_iter().chain(figures).chain(embeds)
    }

    /// Whether readers are to find the page by itself: an embed says nothing that its view does not.
    pub const fn is_listed(self) -> bool {
        !matches!(self, Self::Embed(_))
    }

    /// The folder of the route below that of its language; empty for the start page. The folder of a
    /// figure or an embed has one more below it, named for the figure or the chart.
    pub(super) const fn folder(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Home, _) => "",
            (Self::Field(Field::Coverage), Language::Vi) => "phu-song/",
            (Self::Field(Field::Coverage), Language::En) => "coverage/",
            (Self::Field(Field::Subscriptions), Language::Vi) => "thue-bao/",
            (Self::Field(Field::Subscriptions), Language::En) => "subscriptions/",
            (Self::Field(Field::Economy), Language::Vi) => "kinh-te-so/",
            (Self::Field(Field::Economy), Language::En) => "economy/",
            (Self::Field(Field::Government), Language::Vi) => "chinh-quyen-so/",
            (Self::Field(Field::Government), Language::En) => "government/",
            (Self::Targets, Language::Vi) => "muc-tieu/",
            (Self::Targets, Language::En) => "targets/",
            (Self::Figures, Language::Vi) => "so-lieu/",
            (Self::Figures, Language::En) => "figures/",
            (Self::Sources, Language::Vi) => "nguon/",
            (Self::Sources, Language::En) => "sources/",
            (Self::Figure(_), Language::Vi) => "so/",
            (Self::Figure(_), Language::En) => "figure/",
            (Self::Embed(_), Language::Vi) => "nhung/",
            (Self::Embed(_), Language::En) => "embed/",
        }
    }
}
