use yew::{Html, html};

use crate::chart::ChartId;
use crate::i18n::{Messages, messages};
use crate::model::{Language, Slug};
use crate::state::View;

use super::page::Page;

/// The name of the product, the language switch and the way to each chart.
pub(super) fn header(page: Page) -> Html {
    let text = page.messages();
    let languages = Language::ALL.iter().map(|language| {
        let current = (*language == page.language).then_some("page");
        html! {
            <li>
                <a href={View { language: *language }.to_address()} lang={language.slug()}
                    hreflang={language.slug()} aria-current={current}>
                    { messages(*language).language_name }
                </a>
            </li>
        }
    });
    let charts = ChartId::ALL.iter().map(|chart| {
        html! { <li><a href={format!("#{}", chart.slug())}>{ short_heading(text, *chart) }</a></li> }
    });
    html! {
        <header class="top">
            <div class="bar">
                <p class="brand"><strong>{ "Đắk Số" }</strong>{ " " }<span>{ text.brand_line }</span></p>
                <nav aria-label={text.languages_label}><ul class="languages">{ for languages }</ul></nav>
            </div>
            <nav aria-label={text.menu_label}><ul class="charts">{ for charts }</ul></nav>
        </header>
    }
}

const fn short_heading(text: &Messages, chart: ChartId) -> &'static str {
    match chart {
        ChartId::Pair => text.pair_short,
        ChartId::Subscriptions => text.subscriptions_short,
        ChartId::Coverage => text.coverage_short,
        ChartId::Targets => text.targets_short,
    }
}
