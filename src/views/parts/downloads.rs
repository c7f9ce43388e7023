use yew::Html;

use crate::views::Context;
use crate::views::markup::{each, markup};
use crate::views::paths::{ARCHIVE, ONE_FILE, data_file};

/// The files of the package, each with its name.
pub(in crate::views) fn downloads(cx: Context<'_>) -> Html {
    let text = cx.messages();
    let files = [
        ("observations.csv", text.download_observations),
        ("indicators.csv", text.download_indicators),
        ("comparisons.csv", text.download_comparisons),
        ("targets.csv", text.download_targets),
        ("sources.csv", text.download_sources),
        ("datapackage.json", text.download_package),
    ];
    let files = each(files, |(file, label)| {
        let href = cx.file(&data_file(file));
        markup! { <li><a href={href} download={file}>{ label }</a>{ " " }<span>{ file }</span></li> }
    });
    markup! { <ul class="downloads">{ files }{ whole(cx) }</ul> }
}

/// The ways to all of it in one: the package, and the single-file edition, which itself says instead what it
/// leaves out.
fn whole(cx: Context<'_>) -> Html {
    let text = cx.messages();
    if !cx.has_server() {
        return markup! { <li>{ text.one_file_without }</li> };
    }
    markup! {
        <li>{ archive_link(cx) }{ " " }<span>{ ARCHIVE }</span></li>
        <li>
            <a href={cx.file(ONE_FILE)} download={ONE_FILE}>{ text.one_file }</a>{ " " }<span>{ text.one_file_size }</span>
        </li>
    }
}

/// A link to the whole package as one file.
pub(in crate::views) fn archive_link(cx: Context<'_>) -> Html {
    let href = cx.file(&data_file(ARCHIVE));
    markup! { <a href={href} download={ARCHIVE}>{ cx.messages().download_all }</a> }
}
