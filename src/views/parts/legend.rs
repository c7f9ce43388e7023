use yew::Html;

use crate::chart::{self, Key, Spec};
use crate::model::Slug;
use crate::state::Control;
use crate::views::Context;
use crate::views::markup::{each, markup};

/// What the colours and shapes of a chart stand for; only what occurs in it. Of several provinces, each
/// is a button that lets it stand out, once the app listens.
pub(in crate::views) fn legend(cx: Context<'_>, spec: &Spec) -> Html {
    let keys = chart::legend(cx.dataset, spec);
    let provinces = keys.iter().filter(|key| matches!(key, Key::Province(_))).count();
    let entries = each(keys, |key| {
        let swatch = format!("swatch {}", class(key));
        let label = key.label(cx.language(), cx.dataset);
        let content = markup! { <span aria-hidden="true" class={swatch} />{ label } };
        match key {
            Key::Province(province) if provinces > 1 => markup! {
                <li>
                    <button type="button" data-control={Control::Province.slug()}
                        data-value={province.slug()} disabled="disabled">
                        { content }
                    </button>
                </li>
            },
            _ => markup! { <li>{ content }</li> },
        }
    });
    markup! { <ul aria-label={cx.messages().legend_label} class="legend">{ entries }</ul> }
}

fn class(key: Key) -> &'static str {
    match key {
        Key::Province(province) => province.slug(),
        Key::Whole => "whole",
        Key::Target => "target",
        Key::Hedge => "hedge",
    }
}
