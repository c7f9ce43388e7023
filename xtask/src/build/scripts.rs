use std::path::Path;

use anyhow::{Context, Result};

use crate::process;
use crate::tools::Tools;

/// The script without what only its authors need, a third lighter.
pub(super) fn minified(tools: &Tools, script: &Path) -> Result<Vec<u8>> {
    let mut terser = tools.command("terser");
    terser.arg(script).args(["--module", "--compress", "--mangle"]);
    let minified = process::output(&mut terser)
        .with_context(|| format!("{} could not be minified", script.display()))?;
    Ok(minified.trim_ascii_end().to_vec())
}
