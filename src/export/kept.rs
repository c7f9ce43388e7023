use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What the browser keeps of a site to show it offline, as `static/sw.js` reads it.
///
/// Documents come in two parts, between which stands what all of them share.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct Kept {
    /// The first script and the style of every document.
    pub shared: String,
    /// Documents by their paths below the folder of the site, that for addresses that lead nowhere among them.
    pub pages: BTreeMap<String, [String; 2]>,
    /// Documents for all pages of a folder, by the folder, with a slash at its end.
    pub shells: BTreeMap<String, Shell>,
    /// Texts by their paths below the folder of the site.
    pub files: BTreeMap<String, String>,
}

/// A document into which the app renders the view that the address asks for.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct Shell {
    /// The document.
    pub page: [String; 2],
    /// The folders below the shell's that have a page.
    pub names: Vec<String>,
}

/// What the single-file edition shows by itself; scripts, style and program come beside it.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct SingleFile {
    /// What stands in its head.
    pub head: String,
    /// What stands in its body.
    pub body: String,
    /// The paths of the files that its views offer, below the folder of the site.
    pub files: Vec<String>,
}
