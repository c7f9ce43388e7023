use std::cmp::Reverse;

use yew::Html;

use crate::i18n::{kind, status, topic, view_texts};
use crate::model::{Kind, Observation, ObservationId, ProvinceId, Slug, Topic};
use crate::query::{Status, in_order};
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
    let options = options(cx, control, listed);
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
fn options(cx: Context<'_>, control: Control, listed: &[ObservationId]) -> Vec<Html> {
    let language = cx.language();
    let occurs = |fits: &dyn Fn(&Observation<'_>) -> bool| {
        listed.iter().any(|id| fits(cx.dataset.observation(*id)))
    };
    let mut options = Vec::new();
    match control {
        Control::Province => {
            for id in ProvinceId::ALL {
                if occurs(&|figure| figure.province == *id) {
                    options.push(option(id.slug(), cx.dataset.province(*id).name.get(language)));
                }
            }
        }
        Control::Status => {
            for of in Status::ALL {
                if cx.analysis.ledger().iter().any(|entry| entry.status == *of) {
                    options.push(option(of.slug(), status(language, *of)));
                }
            }
        }
        Control::Topic => {
            for of in Topic::ALL {
                if occurs(&|figure| cx.dataset.indicator(figure.indicator).topic == *of) {
                    options.push(option(of.slug(), topic(language, *of)));
                }
            }
        }
        Control::Kind => {
            for of in Kind::ALL {
                options.push(option(of.slug(), &capitalized(kind(language, *of))));
            }
        }
        Control::Year => {
            let years = listed.iter().map(|id| cx.dataset.observation(*id).period.year());
            let mut years = in_order(years, |year| Reverse(*year));
            years.dedup();
            for year in years {
                options.push(option(&year.to_string(), &year.to_string()));
            }
        }
        Control::Order => {
            let texts = view_texts(language);
            let name = |order| match order {
                Order::Newest => texts.newest,
                Order::Oldest => texts.oldest,
                Order::Name => texts.in_order_of_name,
                Order::Province => texts.in_order_of_province,
            };
            for of in Order::ALL {
                options.push(option(of.slug(), name(*of)));
            }
        }
        Control::Tab | Control::Figure | Control::Search => {}
    }
    options
}

fn option(value: &str, name: &str) -> Html {
    markup! { <option value={value.to_owned()}>{ name.to_owned() }</option> }
}

/// As it stands at the beginning of a line.
fn capitalized(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(char::to_uppercase).into_iter().flatten().chain(letters).collect()
}
