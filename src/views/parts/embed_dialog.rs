use yew::Html;

use crate::chart::{ChartId, heading};
use crate::embedded::EDITION;
use crate::i18n::{embed_texts, messages};
use crate::model::{Language, Slug};
use crate::state::Route;
use crate::views::Context;
use crate::views::markup::{each, markup};
use crate::views::paths::chart_file;

/// The widths that are offered, in CSS pixels: from a phone's to that of an article.
const WIDTHS: [&str; 3] = ["320", "480", "700"];

/// The way to a chart for other people's pages. Without a script it leads to the embed itself; with one,
/// to the dialog of the page.
pub(in crate::views) fn embed_link(cx: Context<'_>, chart: ChartId) -> Html {
    let href = cx.link(Route::Embed(chart));
    let text = embed_texts(cx.language()).link;
    // Said without its surroundings, it is not clear which of the charts it is.
    let label = format!("{text}: {}", heading(cx.language(), chart));
    markup! {
        { " " }<a href={href} aria-label={label} class="embed">{ text }</a>
    }
}

/// Where the code to embed a chart of the page is made. Its script, which comes when it is asked for,
/// knows its fields by their names.
pub(in crate::views) fn embed_dialog(cx: Context<'_>) -> Html {
    let language = cx.language();
    let text = embed_texts(language);
    let whole = ("", text.width_whole.to_owned());
    let widths = WIDTHS.map(|width| (width, format!("{width} px")));
    let languages = each(Language::ALL, |other| {
        // The folders of the embeds and of the pictures in the language; the name of a chart follows.
        let embed = cx.view.in_language(*other).at(Route::Embed(ChartId::Pair)).path(cx.dataset);
        let [folder, pictures] = [embed, chart_file(*other, ChartId::Pair, "png")]
            .map(|path| path.split(ChartId::Pair.slug()).next().unwrap_or_default().to_owned());
        markup! {
            <option lang={other.slug()} data-folder={folder} data-pictures={pictures} value={other.slug()}
                selected={(*other == language).then_some("selected")}>
                { messages(*other).language_name }
            </option>
        }
    });
    let ways =
        [("frame", text.way_frame), ("script", text.way_script), ("picture", text.way_picture)];
    let themes = [("", text.theme_system), ("light", text.theme_light), ("dark", text.theme_dark)];
    let root = cx.view.root();
    markup! {
        <dialog id="embed" aria-label={text.name} data-root={if root.is_empty() { "./" } else { root }}
            data-v={&*EDITION.hash}>
            <div>
                <div role="group" aria-label={text.preview} class="preview" />
                <form method="dialog" class="choices">
                    { select("way", text.way, options(ways)) }
                    { select("width", text.width, options([whole].into_iter().chain(widths))) }
                    { select("language", text.language, markup! { { languages } }) }
                    { select("theme", text.theme, options(themes)) }
                    <label class="pin"><input type="checkbox" name="pin" />{ " " }{ text.pin }</label>
                    <label class="code">
                        { text.code }
                        <textarea name="code" rows="5" spellcheck="false" readonly="readonly" />
                    </label>
                    <p class="actions">
                        <button type="button" name="copy" data-done={text.copy.done}
                            data-failed={text.copy.failed}>
                            { text.copy.name }
                        </button>
                        <button>{ cx.messages().close }</button>
                    </p>
                    <p role="status" />
                </form>
            </div>
        </dialog>
    }
}

fn select(name: &'static str, label: &'static str, options: Html) -> Html {
    markup! { <label>{ label }<select name={name}>{ options }</select></label> }
}

fn options<T: Into<String>>(options: impl IntoIterator<Item = (&'static str, T)>) -> Html {
    let options = each(options, |(value, text)| {
        let text: String = text.into();
        markup! { <option value={value}>{ text }</option> }
    });
    markup! { { options } }
}
