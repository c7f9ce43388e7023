use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::Tools;
use crate::process;

const REQUIREMENTS: &str = "tests/requirements.txt";

impl Tools {
    /// The validator of data packages, in a Python environment that outlives this clone.
    pub(crate) fn ensure_frictionless(&mut self) -> Result<PathBuf> {
        let requirements = fs::read_to_string(self.root.join(REQUIREMENTS))
            .with_context(|| format!("{REQUIREMENTS} cannot be read"))?;
        let version = pinned("frictionless", &requirements)
            .with_context(|| format!("{REQUIREMENTS} does not pin frictionless"))?;
        let folder = cache()?.join(format!("frictionless-{version}"));
        let program = folder.join("bin/frictionless");
        // Written last, so an interrupted installation is begun anew.
        let stamp = folder.join("requirements.txt");
        if fs::read_to_string(&stamp).is_ok_and(|installed| installed == requirements) {
            return Ok(program);
        }
        self.ensure_python()?;
        println!("Installing frictionless {version}: about 20 seconds the first time …");
        process::run(self.command("python3").args(["-m", "venv", "--clear"]).arg(&folder))
            .context("the Python environment could not be made")?;
        let mut pip = Command::new(folder.join("bin/python"));
        pip.current_dir(&self.root);
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
        process::run(pip.args(["--requirement", REQUIREMENTS]))
            .with_context(|| format!("frictionless {version} could not be installed"))?;
        fs::write(&stamp, &requirements)
            .with_context(|| format!("{} cannot be written", stamp.display()))?;
        Ok(program)
    }

    fn ensure_python(&self) -> Result<()> {
        // Debian splits off the part of Python that puts pip into a new environment.
        let complete = || {
            let check = ["-c", "import ensurepip, venv"];
            process::printed(self.command("python3").args(check)).is_some()
        };
        if !complete() && self.may_install_packages() {
            self.install_packages(&["python3", "python3-venv"])?;
        }
        if !complete() {
            bail!(
                "Python 3 with its venv module is not on PATH: install it (on Debian: `apt-get \
                 install python3 python3-venv`), then run this command again"
            );
        }
        Ok(())
    }
}

/// The folder for what may be deleted at any time.
fn cache() -> Result<PathBuf> {
    let folder = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let folder = folder.or_else(|| Some(env::home_dir()?.join(".cache")));
    Ok(folder.context("the cache folder is not known: set XDG_CACHE_HOME or HOME")?.join("dak-so"))
}

/// The version that a `name==version` line pins.
fn pinned<'a>(package: &str, requirements: &'a str) -> Option<&'a str> {
    requirements.lines().find_map(|line| line.strip_prefix(package)?.strip_prefix("=="))
}

#[cfg(test)]
mod tests {
    use super::pinned;

    #[test]
    fn the_pin_of_exactly_this_package_is_found() {
        let requirements = "frictionless-extra==1.0\nfrictionless==5.21.0\n";
        assert_eq!(pinned("frictionless", requirements), Some("5.21.0"));
        assert_eq!(pinned("petl", requirements), None);
    }
}
