use yew::Html;

use crate::i18n::date;
use crate::model::Source;
use crate::views::Context;
use crate::views::markup::{each, markup};

/// The documents with their imprint, as a numbered list to cite from.
pub(in crate::views) fn document_list(cx: Context<'_>) -> Html {
    let documents = each(cx.dataset.sources.iter().zip(1..), |(source, number)| {
        markup! {
            <li id={format!("source-{number}")}>
                <cite lang="vi">{ source.title_vi }</cite>{ ". " }{ imprint(cx, source) }
                <div class="evidence">{ source.note.get(cx.language()) }</div>
            </li>
        }
    });
    markup! { <ol class="sources">{ documents }</ol> }
}

/// Who wrote a document and when, as far as it is printed.
pub(in crate::views) fn imprint(cx: Context<'_>, source: &Source<'static>) -> Html {
    let text = cx.messages();
    let author = match source.author {
        "" => text.no_author.into(),
        author => markup! { <span lang="vi">{ author }</span> },
    };
    let published = if source.published.is_empty() {
        text.no_date.to_owned()
    } else {
        date(cx.language(), source.published)
    };
    markup! { { author }{ ", " }{ published }{ "." } }
}
