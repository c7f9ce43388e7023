use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// Refuses what is not a folder of our own: the build empties it.
pub(super) fn check(dist: &Path) -> Result<()> {
    let shown = dist.display();
    match fs::symlink_metadata(dist) {
        Ok(found) if found.is_symlink() => bail!(
            "{shown} is a link: a build empties that folder, and where the link leads may not be \
             ours; remove the link, then build again"
        ),
        Ok(found) if !found.is_dir() => {
            bail!("{shown} is a file where a build leaves a folder: move it away")
        }
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("{shown} cannot be looked at"))
        }
        _ => Ok(()),
    }
}

/// Leaves an empty folder. The folder itself stays, so that a server that has it open goes on.
pub(super) fn empty(dist: &Path) -> Result<()> {
    check(dist)?;
    let shown = dist.display();
    fs::create_dir_all(dist).with_context(|| format!("{shown} cannot be made"))?;
    for entry in fs::read_dir(dist).with_context(|| format!("{shown} cannot be read"))? {
        let entry = entry.with_context(|| format!("{shown} cannot be read"))?;
        // The type of the entry itself: a link is removed, not followed.
        let removed = match entry.file_type() {
            Ok(kind) if kind.is_dir() => fs::remove_dir_all(entry.path()),
            Ok(_) => fs::remove_file(entry.path()),
            Err(error) => Err(error),
        };
        removed.with_context(|| format!("{} cannot be removed", entry.path().display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_emptied_and_a_missing_one_is_made() -> Result<()> {
        let scratch = tempfile::tempdir()?;
        let dist = scratch.path().join("dist");
        empty(&dist)?;
        fs::create_dir_all(dist.join("so/a"))?;
        fs::write(dist.join("so/a/index.html"), "old")?;
        fs::write(dist.join("index.html"), "old")?;
        empty(&dist)?;
        assert_eq!(fs::read_dir(&dist)?.count(), 0);
        Ok(())
    }

    #[test]
    fn a_file_is_refused_and_left_alone() -> Result<()> {
        let scratch = tempfile::tempdir()?;
        let dist = scratch.path().join("dist");
        fs::write(&dist, "someone's")?;
        assert!(empty(&dist).is_err());
        assert_eq!(fs::read_to_string(&dist)?, "someone's");
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_refused_and_a_link_inside_is_not_followed() -> Result<()> {
        use std::os::unix::fs::symlink;

        let scratch = tempfile::tempdir()?;
        let others = scratch.path().join("others");
        fs::create_dir(&others)?;
        fs::write(others.join("file"), "someone's")?;
        let link = scratch.path().join("link");
        symlink(&others, &link)?;
        assert!(empty(&link).is_err());

        let dist = scratch.path().join("dist");
        fs::create_dir(&dist)?;
        symlink(&others, dist.join("data"))?;
        empty(&dist)?;
        assert_eq!(fs::read_dir(&dist)?.count(), 0);
        assert_eq!(fs::read_to_string(others.join("file"))?, "someone's");
        Ok(())
    }
}
