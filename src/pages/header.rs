use yew::{Html, html};

use crate::chart::heading;
use crate::components::Page;
use crate::i18n::{PRODUCT, messages, view_texts};
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
                    { route_title(page.language(), *route) }
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
                <div class="settings">
                    <nav aria-label={text.languages_label}>
                        <ul class="languages">{ for languages }</ul>
                    </nav>
                    // start.js says whether it is pressed; before, it is not seen.
                    <button type="button" id="scheme" aria-label={view_texts(page.language()).dark} />
                </div>
            </div>
            <nav aria-label={text.pages_label}><ul class="routes">{ for routes }</ul></nav>
        </header>
    }
}

/// What a view is called in the menu. A single figure and an embed have no place there.
pub(super) const fn route_title(language: Language, route: Route) -> &'static str {
    let (text, views) = (messages(language), view_texts(language));
    match route {
        Route::Home => text.home_title,
        Route::Field(of) => views.field(of).short,
        Route::Targets => views.targets.short,
        Route::Figures | Route::Figure(_) => views.figures_short,
        Route::Sources => text.sources_short,
        Route::Embed(chart) => heading(language, chart),
    }
}
