use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// Makes sure that Trunk, which minifies with Lightning CSS, understood the style sheet.
///
/// A style sheet that it cannot read it copies as it is, without a word.
pub(super) fn check_minified(source: &Path, minified: &Path) -> Result<()> {
    let read =
        |file: &Path| fs::read(file).with_context(|| format!("{} cannot be read", file.display()));
    if read(source)? == read(minified)? {
        bail!(
            "{} could not be minified: Trunk prints why with `trunk build --release --log warn`",
            source.display()
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_sheet_that_was_only_copied_is_refused() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let (source, minified) = (folder.path().join("a.css"), folder.path().join("b.css"));
        fs::write(&source, "a { color: red; }\n")?;
        fs::write(&minified, "a{color:red}")?;
        check_minified(&source, &minified)?;
        fs::copy(&source, &minified)?;
        assert!(check_minified(&source, &minified).is_err());
        Ok(())
    }
}
