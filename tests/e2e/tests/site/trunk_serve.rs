//! The app alone, as `trunk serve` gives it to a developer. `cargo xtask test trunk` starts it and runs these
//! tests with its address in `DAK_SO_TRUNK`.

use std::env;

use dak_so::embedded::DATASET;
use dak_so::i18n::messages;
use dak_so::model::{Field, Language};
use dak_so::state::{Route, View};
use dak_so::views::title_of;
use e2e::Page;

use crate::visit::{Visit, visit_as};

fn served(page: &Page) -> Page {
    page.elsewhere(env::var("DAK_SO_TRUNK").expect("`cargo xtask test trunk` sets it"))
}

/// Notes whether the page was ever without a word.
const WATCH: &str = "window.blank = false;
    const look = () => {
        if (document.body && !document.body.innerText.trim()) window.blank = true;
        requestAnimationFrame(look);
    };
    addEventListener('DOMContentLoaded', look)";

#[test]
#[ignore = "the step `trunk` of `cargo xtask test` runs it"]
fn trunk_serve_shows_every_view_and_no_blank_page() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        page.before_each_page(WATCH).await?;
        let page = served(page);
        let figure = DATASET.observation_named("dn-fixed-broadband-2024-08").map(Route::Figure);
        let routes = Route::VIEWS.into_iter().chain(figure);
        for view in routes
            .flat_map(|route| [Language::Vi, Language::En].map(|language| View { language, route }))
        {
            let path = view.path(&DATASET);
            page.open(&path).await?;
            let says = "return [document.title, document.documentElement.dataset.path,
                String(document.querySelectorAll('h1').length), String(window.blank)]";
            let says: Vec<String> = page.ask(says).await?;
            assert_eq!(says, [&*title_of(view, &DATASET), &path, "1", "false"]);
        }
        // From view to view, without another document.
        page.ask::<()>("window.film = true").await?;
        page.click(".routes a[href$='/coverage/']").await?;
        let coverage =
            View { language: Language::En, route: Route::Field(Field::Coverage) }.path(&DATASET);
        let there =
            format!("return window.film && document.documentElement.dataset.path === '{coverage}'");
        page.until("the view is there", &there).await?;
        page.until_ready().await?;
        assert_eq!(page.count("figure canvas").await?, 1);
        Ok(())
    });
}

#[test]
#[ignore = "the step `trunk` of `cargo xtask test` runs it"]
fn trunk_serve_says_what_is_missing_where_the_app_does_not_come() {
    visit_as(Visit::IN_CHROMIUM, async |page, _| {
        page.before_each_page("delete window.WebAssembly").await?;
        let page = served(page);
        page.go("so-lieu/").await?;
        let loading = messages(Language::Vi).loading;
        let said = format!(
            "const text = document.body.innerText;
            return text.includes('WebAssembly') && !text.includes('{loading}')"
        );
        page.until("it says what is missing", &said).await
    });
}
