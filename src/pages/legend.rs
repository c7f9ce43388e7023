use yew::{Html, html};

use crate::chart::{self, Key, Spec};
use crate::components::Page;
use crate::model::Slug;

/// What the colours and shapes of a chart stand for; only what occurs in it.
pub(super) fn legend(page: Page, spec: &Spec) -> Html {
    let entries = chart::legend(page.dataset, spec).into_iter().map(|key| {
        let swatch = yew::classes!("swatch", class(key));
        let label = key.label(page.language(), page.dataset);
        html! { <li><span class={swatch} aria-hidden="true" />{ label }</li> }
    });
    html! { <ul class="legend" aria-label={page.messages().legend_label}>{ for entries }</ul> }
}

fn class(key: Key) -> &'static str {
    match key {
        Key::Province(province) => province.slug(),
        Key::Whole => "whole",
        Key::Target => "target",
        Key::Hedge => "hedge",
    }
}
