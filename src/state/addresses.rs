use crate::model::{Dataset, Language, Slug};

use super::{Choices, View};

/// The file of a view in its folder, which servers leave out of addresses.
const INDEX: &str = "index.html";

/// Where the site lies, and with it which address belongs to which view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addresses {
    /// The address of the folder of the site, with a slash at its end; of the single-file edition that
    /// of the file.
    root: String,
    form: Form,
}

/// How a view is named in an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// By a path below the folder of the site.
    Path,
    /// By a fragment: `#/so-lieu/`.
    Fragment,
}

/// What an address asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The view.
    pub view: View,
    /// The query, without its question mark.
    pub query: String,
    /// The name of a place on the view; empty for the whole.
    pub anchor: String,
}

impl Addresses {
    /// Those of a site of which a page with a path lies at `href`; `None` where it lies elsewhere than its
    /// path says, as a copy that somebody has saved.
    pub fn of_page(href: &str, path: &str) -> Option<Self> {
        let (page, _, _) = parts(href);
        let page = page.strip_suffix(INDEX).unwrap_or(page);
        let root = page.strip_suffix(path)?;
        root.ends_with('/').then(|| Self::below(root))
    }

    /// Those of a site in a folder, whose address has a slash at its end.
    pub fn below(root: &str) -> Self {
        Self { root: root.to_owned(), form: Form::Path }
    }

    /// Those of the single-file edition that is opened at `href`.
    pub fn of_single_file(href: &str) -> Self {
        let (file, _, _) = parts(href);
        Self { root: file.to_owned(), form: Form::Fragment }
    }

    /// Whether views are named by fragments, in which a browser finds no places by itself.
    pub fn are_fragments(&self) -> bool {
        self.form == Form::Fragment
    }

    /// What an address asks for; `None` for one that is of no view of the site.
    pub fn read(&self, dataset: &Dataset<'_>, href: &str) -> Option<Address> {
        let (file, query, fragment) = parts(href);
        let (path, anchor) = match self.form {
            Form::Path => (file.strip_prefix(&*self.root)?, fragment),
            Form::Fragment => {
                (file == self.root).then_some(())?;
                match fragment.strip_prefix('/') {
                    // HTML allows no second `#` in a link; who types an address may.
                    Some(path) => {
                        let place = path.split_once("%23").or_else(|| path.split_once('#'));
                        place.unwrap_or((path, ""))
                    }
                    None => ("", fragment),
                }
            }
        };
        let path = path.strip_suffix(INDEX).unwrap_or(path);
        let view = View::from_path(dataset, path);
        (view.path(dataset) == path && view.route.is_listed()).then(|| Address {
            view,
            query: query.to_owned(),
            anchor: anchor.to_owned(),
        })
    }

    /// Where an address leads that is from before each language had its own: to the view in the language that
    /// its query asks for.
    pub fn in_asked_language(&self, dataset: &Dataset<'_>, href: &str) -> Option<String> {
        let Address { view, query, anchor } = self.read(dataset, href)?;
        let asked = query.split('&').find_map(|pair| pair.strip_prefix("lang="))?;
        let language = Language::from_slug(asked)?;
        let query = Choices::from_query(dataset, &query).query(dataset);
        let address = Address { view: view.in_language(language), query, anchor };
        (language != view.language).then(|| self.write(dataset, &address))
    }

    /// The one address of a view with a query and a place on it.
    pub fn write(&self, dataset: &Dataset<'_>, address: &Address) -> String {
        let Address { view, query, anchor } = address;
        let mark = if query.is_empty() { "" } else { "?" };
        let fence = if anchor.is_empty() { "" } else { "#" };
        let (root, path) = (&self.root, view.path(dataset));
        match self.form {
            Form::Path => format!("{root}{path}{mark}{query}{fence}{anchor}"),
            Form::Fragment => {
                let fence = fence.replace('#', "%23");
                format!("{root}{mark}{query}#/{path}{fence}{anchor}")
            }
        }
    }
}

/// An address with another query, which has no question mark.
pub fn with_query(href: &str, query: &str) -> String {
    let (page, _, fragment) = parts(href);
    let mark = if query.is_empty() { "" } else { "?" };
    let fence = if fragment.is_empty() { "" } else { "#" };
    format!("{page}{mark}{query}{fence}{fragment}")
}

/// The query of an address, without its question mark.
pub fn query_of(href: &str) -> &str {
    parts(href).1
}

/// An address in front of its query, the query and the fragment, without their marks.
fn parts(href: &str) -> (&str, &str, &str) {
    let (href, fragment) = href.split_once('#').unwrap_or((href, ""));
    let (page, query) = href.split_once('?').unwrap_or((href, ""));
    (page, query, fragment)
}
