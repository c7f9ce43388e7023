use yew::Html;

use crate::chart::{ChartId, heading};
use crate::i18n::view_texts;
use crate::model::Slug;
use crate::state::{Control, Side};
use crate::views::Context;
use crate::views::markup::{each, markup};

/// The ways to the sides of a chart: the chart itself, its table, its documents. As they are written
/// they lead down to where each stands; the app makes tabs of them, of which all charts show the same.
pub(in crate::views) fn tabs(cx: Context<'_>, chart: ChartId) -> Html {
    let texts = view_texts(cx.language());
    let sides = [
        ("", "chart", texts.tab_chart),
        (Side::Table.slug(), Side::Table.slug(), texts.tab_table),
        (Side::Source.slug(), Side::Source.slug(), texts.tab_source),
    ];
    let id = chart.slug();
    let links = each(sides, |(value, side, name)| {
        markup! {
            <a href={cx.here(&format!("{id}-{side}"))} id={format!("{id}-to-{side}")}
                data-control={Control::Tab.slug()} data-value={value}>
                { name }
            </a>
        }
    });
    let label = format!("{}: {}", texts.tabs_label, heading(cx.language(), chart));
    markup! { <nav aria-label={label} class="tabs">{ links }</nav> }
}
