use yew::Html;

use crate::i18n::{kind, status, topic, view_texts};
use crate::model::{Kind, ObservationId, ProvinceId, Slug, Topic};
use crate::query::{Status, in_order, ledger};
use crate::state::{Control, Order};
use crate::views::Context;
use crate::views::markup::{each, markup};

/// The controls by which a list of figures is narrowed and ordered: what stands above it, in this order,
/// what it says of its length, and the way back to the whole. The app brings them to life.
pub(in crate::views) fn filters(
    cx: Context<'_>,
    label: &'static str,
    controls: &[Control],
    listed: &[ObservationId],
    found: String,
) -> Html {
    let texts = view_texts(cx.language());
    let lists = each(controls, |control| match control {
        Control::Search => search(cx),
        _ => select(cx, *control, listed),
    });
    markup! {
        <div role="search" aria-label={label} class="filters">
            { lists }
            <div class="outcome">
                <p id="found" role="status"><span key={found.clone()}>{ found }</span></p>
                <button type="button" data-control="all" data-value="">{ texts.show_all }</button>
            </div>
        </div>
    }
}

fn search(cx: Context<'_>) -> Html {
    let text = cx.messages();
    markup! {
        <div class="search">
            <label for="search">{ text.search_label }</label>
            <input id="search" type="search" spellcheck="false"
                data-control={Control::Search.slug()} aria-describedby="search-hint" />
            <p id="search-hint" class="hint">{ text.search_hint }</p>
        </div>
    }
}

fn select(cx: Context<'_>, control: Control, listed: &[ObservationId]) -> Html {
    let texts = view_texts(cx.language());
    let name = match control {
        Control::Province => texts.by_province,
        Control::Status => texts.by_status,
        Control::Topic => texts.by_topic,
        Control::Kind => texts.by_kind,
        Control::Year => texts.by_year,
        Control::Order => texts.by_order,
        Control::Tab | Control::Figure | Control::Search => return Html::default(),
    };
    let whole = if control == Control::Order { texts.own_order } else { texts.all };
    let options = each(
        options(cx, control, listed),
        |(value, name)| markup! { <option value={value}>{ name }</option> },
    );
    let id = format!("by-{}", control.slug());
    markup! {
        <div class="facet">
            <label for={id.clone()}>{ name }</label>
            <select id={id} data-control={control.slug()} autocomplete="off">
                <option value="">{ whole }</option>
                { options }
            </select>
        </div>
    }
}

/// What can be chosen, with what it is called: only what occurs in the list.
fn options(cx: Context<'_>, control: Control, listed: &[ObservationId]) -> Vec<(String, String)> {
    let language = cx.language();
    let figures = || listed.iter().map(|id| cx.dataset.observation(*id));
    let named = |slug: &str, name: &str| (slug.to_owned(), name.to_owned());
    match control {
        Control::Province => {
            let occurs = |id: &&ProvinceId| figures().any(|figure| figure.province == **id);
            let provinces = ProvinceId::ALL.iter().filter(occurs);
            let name = |id: &ProvinceId| cx.dataset.province(*id).name.get(language);
            provinces.map(|id| named(id.slug(), name(id))).collect()
        }
        Control::Status => {
            let entries = ledger(cx.dataset);
            let occurs = |of: &&Status| entries.iter().any(|entry| entry.status == **of);
            let statuses = Status::ALL.iter().filter(occurs);
            statuses.map(|of| named(of.slug(), status(language, *of))).collect()
        }
        Control::Topic => {
            let of = |topic: &&Topic| {
                figures().any(|figure| cx.dataset.indicator(figure.indicator).topic == **topic)
            };
            let topics = Topic::ALL.iter().filter(of);
            topics.map(|of| named(of.slug(), topic(language, *of))).collect()
        }
        Control::Kind => {
            let kinds = Kind::ALL.iter();
            kinds.map(|of| named(of.slug(), &capitalized(kind(language, *of)))).collect()
        }
        Control::Year => {
            let years = in_order(figures().map(|figure| figure.period.year()), |year| *year);
            let last_of_each = years.chunk_by(|a, b| a == b).filter_map(<[u16]>::last);
            last_of_each.rev().map(|year| (year.to_string(), year.to_string())).collect()
        }
        Control::Order => {
            let texts = view_texts(language);
            let name = |order| match order {
                Order::Newest => texts.newest,
                Order::Oldest => texts.oldest,
                Order::Name => texts.in_order_of_name,
                Order::Province => texts.in_order_of_province,
            };
            Order::ALL.iter().map(|of| named(of.slug(), name(*of))).collect()
        }
        Control::Tab | Control::Figure | Control::Search => Vec::new(),
    }
}

/// As it stands at the beginning of a line.
fn capitalized(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(char::to_uppercase).into_iter().flatten().chain(letters).collect()
}
