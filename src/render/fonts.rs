use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use resvg::usvg::Options;
use resvg::usvg::fontdb::Database;

/// The family that pictures are set in: one of those whose widths charts are laid out with.
const FAMILY: &str = "Noto Sans";

/// Its regular and its bold, which npm installs, below the folder of the project.
const FILES: [&str; 2] = [
    "node_modules/@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf",
    "node_modules/@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf",
];

/// Why pictures cannot be set in their font.
#[derive(Debug, thiserror::Error)]
pub enum FontError {
    /// A file of the font is missing or cannot be read.
    #[error("the font {} cannot be read: {source}; `npm ci` in the folder of the project installs it", path.display())]
    Unread {
        /// The file that was looked for.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A file is no font, or one of another family.
    #[error("{} holds no font of the family {FAMILY}; `npm ci` in the folder of the project installs it anew", path.display())]
    Unfit {
        /// The file.
        path: PathBuf,
    },
}

/// The font that pictures are set in. Load it once and use it for all of them.
#[derive(Clone, Debug)]
pub struct Fonts {
    database: Arc<Database>,
}

impl Fonts {
    /// The files that [`Fonts::load`] reads, below the folder of the project: regular and bold.
    pub fn files(project: &Path) -> [PathBuf; 2] {
        FILES.map(|file| project.join(file))
    }

    /// Loads the font from the npm packages of the project in this folder.
    ///
    /// # Errors
    ///
    /// When a file is missing, cannot be read, or holds another font.
    pub fn load(project: &Path) -> Result<Self, FontError> {
        let mut database = Database::new();
        for path in Self::files(project) {
            let faces = database.len();
            let data = std::fs::read(&path)
                .map_err(|source| FontError::Unread { path: path.clone(), source })?;
            database.load_font_data(data);
            let mut added = database.faces().skip(faces);
            if !added.any(|face| face.families.iter().any(|(name, _)| name == FAMILY)) {
                return Err(FontError::Unfit { path });
            }
        }
        Ok(Self { database: Arc::new(database) })
    }

    /// What usvg needs to read a document: this font and no other, whatever the machine has.
    pub(super) fn options(&self) -> Options<'static> {
        Options {
            fontdb: Arc::clone(&self.database),
            font_family: FAMILY.to_owned(),
            ..Options::default()
        }
    }
}
