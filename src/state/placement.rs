use crate::model::{ChartId, Field};

use super::Route;

/// The charts of a page, in their order. Everything that goes over the charts of pages asks here: the
/// pages themselves, the files of the charts, and whether the app has anything to do.
pub const fn charts(route: Route) -> &'static [ChartId] {
    match route {
        Route::Home => &[ChartId::Pair],
        Route::Field(Field::Coverage) => &[ChartId::Coverage],
        Route::Field(Field::Subscriptions) => &[ChartId::Subscriptions, ChartId::MobileMoney],
        Route::Field(Field::Economy) => &[ChartId::DigitalEconomy],
        Route::Field(Field::Government) => &[ChartId::Government],
        Route::Targets => &[ChartId::Targets],
        // An embed is a copy for the pages of others, not the page of its chart.
        Route::Figures | Route::Sources | Route::Figure(_) | Route::Embed(_) => &[],
    }
}

/// The chart that a page is first seen with: its pictures come with the first bytes, and it is no longer
/// than a screen.
pub const fn first_seen(route: Route) -> Option<ChartId> {
    match route {
        Route::Home => Some(ChartId::Pair),
        _ => None,
    }
}

/// The page that a chart stands on.
pub fn page_of(chart: ChartId) -> Route {
    let mut pages = Route::VIEWS.into_iter();
    pages.find(|route| charts(*route).contains(&chart)).unwrap_or(Route::Home)
}
