use yew::{hook, use_effect_with};

use crate::i18n::found;
use crate::platform::{SearchField, say_found, show_rows};
use crate::query::Query;

use super::page::Page;

/// Brings the search field of the page to life, if it has one: rows of figures that do not fit what
/// is typed there are hidden, beginning with what was typed before.
#[hook]
pub(super) fn use_search(page: Page) {
    use_effect_with((), move |()| {
        let subscription = SearchField::on_page().map(|field| {
            let refresh = {
                let field = field.clone();
                move || {
                    let query = Query::new(&field.text());
                    say_found(&found(page.language(), show_rows(|words| query.fits(words))));
                }
            };
            refresh();
            field.watch(refresh)
        });
        move || drop(subscription)
    });
}
