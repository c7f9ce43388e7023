use yew::{Html, html};

use crate::chart::ChartId;
use crate::components::Page;
use crate::i18n::{Messages, PRODUCT, messages};
use crate::model::{Language, Slug};
use crate::state::Route;

/// The name of the product, the language switch and the menu of the site.
pub(super) fn header(page: Page) -> Html {
    let text = page.messages();
    let view = page.view;
    let languages = Language::ALL.iter().map(|language| {
        let current = (*language == page.language()).then_some("true");
        html! {
            <li>
                <a href={view.link(page.dataset, view.in_language(*language))} lang={language.slug()}
                    hreflang={language.slug()} aria-current={current}>
                    { messages(*language).language_name }
                </a>
            </li>
        }
    });
    let routes = Route::VIEWS.iter().map(|route| {
        let current = (*route == view.route).then_some("page");
        html! {
            <li>
                <a href={view.link(page.dataset, view.at(*route))} aria-current={current}>
                    { route_title(text, *route) }
                </a>
            </li>
        }
    });
    html! {
        <header class="top">
            <div class="bar">
                <p class="brand">
                    <a href={view.link(page.dataset, view.at(Route::Home))}>{ PRODUCT }</a>
                    { " " }<span>{ text.brand_line }</span>
                </p>
                <nav aria-label={text.languages_label}><ul class="languages">{ for languages }</ul></nav>
            </div>
            <nav aria-label={text.pages_label}><ul class="routes">{ for routes }</ul></nav>
        </header>
    }
}

/// The way to each chart of the page.
pub(super) fn chart_menu(page: Page) -> Html {
    let text = page.messages();
    let charts = ChartId::ALL.iter().map(|chart| {
        html! { <li><a href={format!("#{}", chart.slug())}>{ short_heading(text, *chart) }</a></li> }
    });
    html! { <nav class="contents" aria-label={text.menu_label}><ul>{ for charts }</ul></nav> }
}

/// What a view is called in the menu. A single figure has no place there.
pub(super) const fn route_title(text: &Messages, route: Route) -> &'static str {
    match route {
        Route::Home => text.home_title,
        Route::Figures | Route::Figure(_) => text.figures_title,
        Route::Sources => text.sources_short,
    }
}

const fn short_heading(text: &Messages, chart: ChartId) -> &'static str {
    match chart {
        ChartId::Pair => text.pair_short,
        ChartId::Subscriptions => text.subscriptions_short,
        ChartId::Coverage => text.coverage_short,
        ChartId::Targets => text.targets_short,
        ChartId::DigitalEconomy => text.digital_economy_heading,
        ChartId::MobileMoney => text.mobile_money_heading,
    }
}
