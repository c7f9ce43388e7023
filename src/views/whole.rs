use yew::Html;

use crate::model::ChartId;
use crate::state::{Route, charts};

use super::markup::markup;
use super::parts::{embed_dialog, footer, header, notices, picture_dialog};
use super::{Context, embed, field, figure, figures, home, sources, targets};

/// All of a chart that stands alone, for a frame in somebody else's page.
pub fn embed_body(cx: Context<'_>, chart: ChartId) -> Html {
    embed::content(cx, chart)
}

/// All of a view: what stands in the body of its document.
pub fn body(cx: Context<'_>) -> Html {
    let text = cx.messages();
    markup! {
        <a href={cx.here("content")} class="skip">{ text.skip_to_content }</a>
        { header(cx) }
        <main id="content" tabindex="-1">{ content(cx) }</main>
        { cx.below(|| footer(cx)) }
        { has_live_parts(cx.view.route).then(|| apology(cx)) }
        { (cx.has_server() && !charts(cx.view.route).is_empty()).then(|| cx.below(|| dialogs(cx))) }
        { cx.has_server().then(|| notices(cx)) }
    }
}

/// What can be opened for each chart of the view.
fn dialogs(cx: Context<'_>) -> Html {
    markup! { { picture_dialog(cx) }{ embed_dialog(cx) } }
}

fn content(cx: Context<'_>) -> Html {
    match cx.view.route {
        Route::Home => home::content(cx),
        Route::Field(of) => field::content(cx, of),
        Route::Targets => targets::content(cx),
        Route::Figures => figures::content(cx),
        Route::Sources => sources::content(cx),
        Route::Figure(id) => figure::content(cx, id),
        // An embed is a document of its own, which `embed_body` fills; no link of a view leads to one.
        Route::Embed(_) => Html::default(),
    }
}

/// The list of a view as its reader has narrowed and ordered it, and what is said of its length; `None`
/// where a view has no list.
pub fn list(cx: Context<'_>) -> Option<(String, Html)> {
    match cx.view.route {
        Route::Targets => Some((targets::count(cx), targets::list(cx))),
        Route::Figures => Some((figures::count(cx), figures::list(cx))),
        _ => None,
    }
}

/// Whether the app has anything to bring to life in the view.
pub const fn has_live_parts(route: Route) -> bool {
    matches!(route, Route::Figures) || !charts(route).is_empty()
}

/// What is said when the app does not run.
fn apology(cx: Context<'_>) -> Html {
    let text = cx.messages();
    markup! {
        <p id="start-failed" role="status" hidden="hidden">
            { text.start_failed }{ " " }<a href="">{ text.reload }</a>
        </p>
    }
}
