use yew::Html;

use crate::chart::{ChartId, heading};
use crate::i18n::{ActionWords, view_texts};
use crate::views::Context;
use crate::views::markup::markup;

use crate::state::charts;
use crate::views::paths::chart_file;

/// The way to the picture of a chart that is kept or passed on. Without a script it leads to the file;
/// `dialogs.js` shows that in the dialog of the page.
pub(in crate::views) fn picture_link(cx: Context<'_>, chart: ChartId) -> Html {
    let text = &view_texts(cx.language()).picture;
    let href = cx.file(&chart_file(cx.language(), chart, "png"));
    // Said without its surroundings, it is not clear which of the charts it is.
    let label = format!("{}: {}", text.link, heading(cx.language(), chart));
    markup! {
        { " " }<a href={href} aria-label={label} class="picture">{ text.link }</a>
    }
}

/// Where the pictures of a page are shown, with what can be done with them. `dialogs.js` fills in which
/// one, and hides what the browser cannot do.
pub(in crate::views) fn picture_dialog(cx: Context<'_>) -> Html {
    let text = &view_texts(cx.language()).picture;
    // A link leads somewhere from the start: to the first of the pictures.
    let first = charts(cx.view.route).first();
    let href = first.map(|chart| cx.file(&chart_file(cx.language(), *chart, "png")));
    let button = |words: &ActionWords| {
        markup! {
            <button type="button" data-done={words.done} data-failed={words.failed}>{ words.name }</button>
        }
    };
    markup! {
        <dialog id="picture" aria-label={text.name} data-failed={text.missing}>
            <div>
                <div class="shown" />
                <p>{ text.hint }</p>
                <p class="actions">
                    <a href={href} data-done={text.saving}>{ text.save }</a>
                    { button(&text.share) }
                    { button(&text.copy) }
                    { button(&text.copy_link) }
                    <button type="button">{ cx.messages().close }</button>
                </p>
                <p role="status" />
            </div>
        </dialog>
    }
}
