use std::rc::Rc;

use yew::{hook, use_effect_with};

use crate::i18n::{found, spoken};
use crate::model::ObservationId;
use crate::platform::{SearchField, say_found, show_rows};
use crate::query::Index;

use super::page::Page;

/// Brings the search field of the page to life, if it has one: rows of figures that do not fit what
/// is typed there are hidden, beginning with what was typed before.
#[hook]
pub(super) fn use_search(page: Page) {
    use_effect_with((), move |()| {
        let subscription = SearchField::on_page().map(|field| {
            let index = Index::new(page.dataset, |figure| spoken(page.dataset, figure));
            let index = Rc::new(index);
            let refresh = {
                let field = field.clone();
                move || show_found(page, &index, &field.text())
            };
            refresh();
            field.watch(refresh)
        });
        move || drop(subscription)
    });
}

fn show_found(page: Page, index: &Index, text: &str) {
    let matches = index.search(text);
    let is_match = |slug: &str| {
        let named = |id: &ObservationId| page.dataset.observation(*id).slug == slug;
        matches.iter().any(named)
    };
    show_rows(is_match);
    say_found(&found(page.language(), matches.len()));
}
