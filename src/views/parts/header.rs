use yew::Html;

use crate::chart::heading;
use crate::i18n::{PRODUCT, messages, view_texts};
use crate::model::{Language, Slug};
use crate::state::Route;
use crate::views::Context;
use crate::views::markup::{each, markup};

/// The name of the product, the language switch and the menu of the site.
pub(in crate::views) fn header(cx: Context<'_>) -> Html {
    let text = cx.messages();
    let view = cx.view;
    let languages = each(Language::ALL, |language| {
        let current = (*language == cx.language()).then_some("true");
        markup! {
            <li>
                <a href={cx.link_to(view.in_language(*language))} lang={language.slug()}
                    hreflang={language.slug()} aria-current={current}>
                    { messages(*language).language_name }
                </a>
            </li>
        }
    });
    let routes = each(&Route::VIEWS, |route| {
        let current = (*route == view.route).then_some("page");
        markup! {
            <li>
                <a href={cx.link(*route)} aria-current={current}>
                    { route_title(cx.language(), *route) }
                </a>
            </li>
        }
    });
    markup! {
        <header class="top">
            <div class="bar">
                <p class="brand">
                    <a href={cx.link(Route::Home)}>{ PRODUCT }</a>
                    { " " }<span>{ text.brand_line }</span>
                </p>
                <div class="settings">
                    <nav aria-label={text.languages_label}>
                        <ul class="languages">{ languages }</ul>
                    </nav>
                    // The app says whether it is pressed; where it does not run, it is not seen.
                    <button type="button" id="scheme" aria-label={view_texts(cx.language()).dark} />
                </div>
            </div>
            <nav aria-label={text.pages_label}><ul class="routes">{ routes }</ul></nav>
        </header>
    }
}

/// What a view is called in the menu. A single figure and an embed have no place there.
pub const fn route_title(language: Language, route: Route) -> &'static str {
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
