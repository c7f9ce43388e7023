use yew::{Html, html};

use crate::i18n::date;

use super::page::Page;

/// What the whole page rests on: documents, boundaries and the data themselves.
pub(super) fn footer(page: Page) -> Html {
    let text = page.messages();
    html! {
        <footer>
            <section aria-labelledby="sources-heading">
                <h2 id="sources-heading">{ text.sources_heading }</h2>
                <p>{ text.sources_intro }</p>
                <ol class="sources">{ for sources(page) }</ol>
            </section>
            <section aria-labelledby="boundaries-heading">
                <h2 id="boundaries-heading">{ text.boundaries_heading }</h2>
                { for page.dataset.provinces.iter().map(|province| {
                    html! { <p>{ province.note.get(page.language) }</p> }
                }) }
            </section>
            <section aria-labelledby="downloads-heading">
                <h2 id="downloads-heading">{ text.downloads_heading }</h2>
                <p>{ text.downloads_intro }</p>
                <ul class="downloads">{ for downloads(page) }</ul>
            </section>
        </footer>
    }
}

fn sources(page: Page) -> impl Iterator<Item = Html> {
    let text = page.messages();
    page.dataset.sources.iter().zip(1..).map(move |(source, number)| {
        let author = match source.author {
            "" => html! { text.no_author },
            author => html! { <span lang="vi">{ author }</span> },
        };
        let published = if source.published.is_empty() {
            text.no_date.to_owned()
        } else {
            date(page.language, source.published)
        };
        html! {
            <li id={format!("source-{number}")}>
                <cite lang="vi">{ source.title_vi }</cite>
                { ". " }{ author }{ ", " }{ published }{ "." }
                <div class="evidence">{ source.note.get(page.language) }</div>
            </li>
        }
    })
}

fn downloads(page: Page) -> impl Iterator<Item = Html> {
    let text = page.messages();
    let files = [
        ("observations.csv", text.download_observations),
        ("indicators.csv", text.download_indicators),
        ("comparisons.csv", text.download_comparisons),
        ("targets.csv", text.download_targets),
        ("sources.csv", text.download_sources),
        ("datapackage.json", text.download_package),
    ];
    files.into_iter().map(|(file, label)| {
        html! {
            <li><a href={format!("data/{file}")} download={file}>{ label }</a>{ " " }<span>{ file }</span></li>
        }
    })
}
