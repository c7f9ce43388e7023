/// The description of the data package that is compiled in.
pub(super) const PACKAGE: &str = include_str!("../../static/data/datapackage.json");

/// The files that pages load, as paths below the folder of the site.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    /// The glue of the app.
    pub app: String,
    /// Its WebAssembly.
    pub wasm: String,
    /// The digest of that, in the form of Subresource Integrity.
    pub wasm_integrity: String,
    /// The script that starts it.
    pub start: String,
    /// The icon of the site.
    pub icon: String,
    /// What runs in an embed.
    pub frame: String,
    /// What opens for a chart: its picture, and the code to embed it.
    pub dialogs: String,
}

/// What the pages are written for.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// The files that pages load.
    pub assets: Assets,
    /// The style sheet, minified: it stands in every page, so that the first bytes can be shown.
    pub style: String,
    /// What runs in every page before anything is seen, minified.
    pub first: String,
    /// Where the site will be, with a slash at the end. Without it, what needs an absolute address is
    /// left out.
    pub base_address: Option<String>,
}

impl Site {
    /// The absolute address of a path below the folder of the site.
    pub(super) fn absolute(&self, path: &str) -> Option<String> {
        self.base_address.as_ref().map(|base| format!("{base}{path}"))
    }
}
