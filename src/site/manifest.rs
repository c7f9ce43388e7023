//! What makes the site an app among those of a phone: its description in each language, and its icons.

use serde_json::{Value, json};

use crate::embedded::DATASET;
use crate::i18n::{PRODUCT, messages};
use crate::model::{Language, Slug};
use crate::render::{Fonts, png};
use crate::state::{Route, View};

use super::files::{File, FileError};

/// The name of the description, in the folder of the start page of its language.
const MANIFEST: &str = "manifest.webmanifest";

/// The icon of the site as a drawing.
const ICON: &str = include_str!("../../static/icon.svg");

/// The corners that the drawing has by itself.
const ROUNDED: &str = "rx=\"6\" fill=\"#14191e\"";

/// Those of an icon that systems cut into their own shape.
const SQUARE: &str = "fill=\"#14191e\"";

/// What the icons are for, and how wide they are, in pixels. Android asks for these.
const ICONS: [(&str, u32); 3] = [("any", 192), ("any", 512), ("maskable", 512)];

/// The grounds of the light scheme: what is seen while the app opens, and around it.
const GROUND: &str = "#ffffff";

/// The path of the description below the folder of the site.
pub(super) fn manifest_path(view: View) -> String {
    format!("{}{MANIFEST}", view.at(Route::Home).path(&DATASET))
}

/// The descriptions and the icons.
///
/// # Errors
///
/// [`FileError::Pixels`], which is not known to happen.
pub fn app_files(fonts: &Fonts) -> Result<Vec<File>, FileError> {
    let manifests = Language::ALL.iter().map(|language| {
        let view = View { language: *language, route: Route::Home };
        File { path: manifest_path(view), content: manifest(view).to_string().into_bytes() }
    });
    let icons = ICONS.into_iter().map(|(purpose, width)| {
        let path = icon_path(purpose, width);
        let drawing = match purpose {
            "maskable" => ICON.replacen(ROUNDED, SQUARE, 1),
            _ => ICON.to_owned(),
        };
        match png(&drawing, width, fonts) {
            Ok(content) => Ok(File { path, content }),
            Err(source) => Err(FileError::Pixels { path, source }),
        }
    });
    manifests.map(Ok).chain(icons).collect()
}

fn icon_path(purpose: &str, width: u32) -> String {
    format!("icons/{purpose}-{width}.png")
}

fn manifest(view: View) -> Value {
    let text = messages(view.language);
    let root = view.root();
    let icons = ICONS.map(|(purpose, width)| {
        json!({
            "src": format!("{root}{}", icon_path(purpose, width)),
            "sizes": format!("{width}x{width}"),
            "type": "image/png",
            "purpose": purpose,
        })
    });
    json!({
        "name": PRODUCT,
        "description": text.description,
        "lang": view.language.slug(),
        "start_url": "./",
        // The other language is a part of the app too.
        "scope": if root.is_empty() { "./" } else { root },
        "display": "minimal-ui",
        "background_color": GROUND,
        "theme_color": GROUND,
        "icons": icons,
    })
}
