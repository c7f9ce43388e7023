use yew::{AttrValue, Html, html};

use crate::embedded::DATASET;
use crate::export;
use crate::i18n::{PRODUCT, messages, title};
use crate::model::{ChartId, Language, Slug};
use crate::state::{Route, View, charts, page_of};
use crate::views::{Context, Medium, data_file, description_of, title_of};

use super::assets::{PACKAGE, Site};
use super::manifest::manifest_path;
use super::oembed::discovery;

/// The size of the pictures that stand for shared links, in pixels.
const PICTURE: (&str, &str) = ("1200", "630");

/// What stands in the head of a page before its style: title, scripts.
pub(super) fn before_look(site: &Site, cx: Context<'_>) -> Html {
    let title = title_of(cx.view, cx.dataset);
    html! { <>{ basics(&title) }{ scripts(site, cx.view) }</> }
}

/// And what after it: the icon, and what search engines and other programs know of a page. Offline nobody
/// asks for that but the page itself, whose description changes with its view.
pub(super) fn after_look(site: &Site, cx: Context<'_>) -> Html {
    let view = cx.view;
    let manifest = format!("{}{}", view.root(), manifest_path(view));
    html! {
        <>
            { icon(site, view.root()) }
            <link rel="manifest" href={manifest} />
            <meta name="description" content={description_of(view, cx.dataset)} />
            { for (cx.medium == Medium::Site).then(|| for_programs(site, cx)) }
        </>
    }
}

fn for_programs(site: &Site, cx: Context<'_>) -> Html {
    let view = cx.view;
    let title = title_of(view, cx.dataset);
    let description = description_of(view, cx.dataset);
    let languages = Language::ALL.iter().map(|language| {
        let path = view.in_language(*language).path(cx.dataset);
        site.absolute(&path)
            .map(|href| html! { <link rel="alternate" hreflang={language.slug()} {href} /> })
    });
    let any_language = site
        .absolute(&view.in_language(Language::Vi).path(cx.dataset))
        .map(|href| html! { <link rel="alternate" hreflang="x-default" {href} /> });
    let canonical =
        site.absolute(&view.path(cx.dataset)).map(|href| html! { <link rel="canonical" {href} /> });
    let offers_data = !matches!(view.route, Route::Sources | Route::Figure(_));
    // The page where the dataset can be searched as a whole stands for it.
    let stands_for_data = view.route == Route::Figures;
    html! {
        <>
            { for canonical }
            { for languages.flatten() }
            { for any_language }
            { for charts(view.route).iter().filter_map(|chart| discovery(site, view, *chart)) }
            { open_graph(site, cx, &title, description) }
            { for offers_data.then(|| data_link(view)) }
            { for stands_for_data.then(|| dataset_for_search_engines(site, cx)) }
        </>
    }
}

/// The same for a chart in a frame. Search engines are to lead to its view.
pub(super) fn embed_head(site: &Site, cx: Context<'_>, chart: ChartId) -> [Html; 2] {
    let root = cx.view.root();
    let at = |file: &str| format!("{root}{file}");
    let view = cx.view.at(page_of(chart));
    let canonical =
        site.absolute(&view.path(cx.dataset)).map(|href| html! { <link rel="canonical" {href} /> });
    let before = html! {
        <>
            { basics(&title_of(cx.view, cx.dataset)) }
            // Whoever follows a link does not want it in the frame.
            <base target="_blank" />
            <script src={at(&site.assets.frame)} defer=true data-app={at(&site.assets.app)}
                data-wasm={at(&site.assets.wasm)}
                data-integrity={site.assets.wasm_integrity.clone()} />
        </>
    };
    let after = html! {
        <>
            { icon(site, root) }
            <meta name="description" content={description_of(cx.view, cx.dataset)} />
            <meta name="robots" content="noindex" />
            { for canonical }
            { for discovery(site, cx.view, chart) }
        </>
    };
    [before, after]
}

/// The same for the page that stands for addresses that lead nowhere.
pub(super) fn not_found_head(site: &Site) -> [Html; 2] {
    let title = title(Language::Vi, messages(Language::Vi).not_found_title);
    let root = site.base_address.clone().unwrap_or_default();
    let after = html! { <>{ icon(site, &root) }<meta name="robots" content="noindex" /></> };
    [basics(&title), after]
}

pub(super) fn basics(title: &str) -> Html {
    html! {
        <>
            <meta charset="utf-8" />
            <title>{ title }</title>
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="color-scheme" content="light dark" />
        </>
    }
}

/// What brings the page to life. The WebAssembly is asked for first, because it is the longest on its way,
/// and runs last; what is seen at first stands in the page itself and does not wait for it. Its script is
/// only named: it is there before the WebAssembly even if `start.js` alone asks for it, and to ask for it
/// here would hold up the first frame.
pub(super) fn scripts(site: &Site, view: View) -> Html {
    let at = |file: &str| format!("{}{file}", view.root());
    html! {
        <>
            <link rel="preload" id="app-wasm" href={at(&site.assets.wasm)} as="fetch"
                type="application/wasm" crossorigin="anonymous"
                data-integrity={site.assets.wasm_integrity.clone()} />
            <link rel="modulepreload" media="not all" id="app-js" href={at(&site.assets.app)} />
            <link rel="modulepreload" media="not all" id="dialogs-js" href={at(&site.assets.dialogs)} />
            <script src={at(&site.assets.start)} defer=true />
        </>
    }
}

pub(super) fn icon(site: &Site, root: &str) -> Html {
    html! {
        <link rel="icon" type="image/svg+xml" href={format!("{root}{}", site.assets.icon)} />
    }
}

/// How the page looks where its address is shared. Pictures are found by absolute addresses alone.
fn open_graph(site: &Site, cx: Context<'_>, title: &str, description: String) -> Html {
    let language = cx.language();
    let locale = |language| match language {
        Language::Vi => "vi_VN",
        Language::En => "en_GB",
    };
    let other = match language {
        Language::Vi => Language::En,
        Language::En => Language::Vi,
    };
    let address = site.absolute(&cx.view.path(cx.dataset));
    let picture = site.absolute(&picture_path(cx.view));
    let kind = if cx.view.route == Route::Home { "website" } else { "article" };
    html! {
        <>
            <meta property="og:type" content={kind} />
            <meta property="og:site_name" content={PRODUCT} />
            <meta property="og:title" content={title.to_owned()} />
            <meta property="og:description" content={description} />
            <meta property="og:locale" content={locale(language)} />
            <meta property="og:locale:alternate" content={locale(other)} />
            { for address.map(|address| html! { <meta property="og:url" content={address} /> }) }
            { for picture.map(|picture| html! {
                <>
                    <meta property="og:image" content={picture} />
                    <meta property="og:image:type" content="image/png" />
                    <meta property="og:image:width" content={PICTURE.0} />
                    <meta property="og:image:height" content={PICTURE.1} />
                    <meta property="og:image:alt" content={title.to_owned()} />
                    <meta name="twitter:card" content="summary_large_image" />
                </>
            }) }
        </>
    }
}

/// The path of the picture that stands for a page where its address is shared.
pub(super) fn picture_path(view: View) -> String {
    let name = match view.route {
        Route::Home => "home",
        Route::Field(of) => of.slug(),
        Route::Targets => "targets",
        Route::Figures => "figures",
        Route::Sources => "sources",
        Route::Figure(id) => DATASET.observation(id).slug,
        Route::Embed(chart) => return picture_path(view.at(page_of(chart))),
    };
    format!("og/{}/{name}.png", view.language.slug())
}

/// Where programs find the package.
fn data_link(view: View) -> Html {
    let href = format!("{}{}", view.root(), data_file("datapackage.json"));
    html! { <link rel="describedby" type="application/json" {href} /> }
}

/// The dataset in the words of schema.org.
fn dataset_for_search_engines(site: &Site, cx: Context<'_>) -> Html {
    let root = cx.view.root();
    let path = cx.view.path(cx.dataset);
    let place = export::Site { base: site.base_address.as_deref(), root, page: &path };
    let json = export::json_ld(cx.dataset, cx.language(), PACKAGE, place);
    let script = |json| format!("<script type=\"application/ld+json\">{json}</script>");
    html! { <>{ for json.ok().map(|json| unchecked(script(json))) }</> }
}

/// Markup of our own making.
pub(super) fn unchecked(markup: String) -> Html {
    Html::from_html_unchecked(AttrValue::from(markup))
}
