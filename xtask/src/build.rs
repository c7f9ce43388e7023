//! `cargo xtask build`: leaves the finished site in `dist/`.
//!
//! Each stage is a file of its own. The order matters: names carry the hash of final bytes, so
//! they come after everything that changes bytes, and the pages, which hold the names, come after
//! that.

mod address;
mod assets;
mod contributors;
mod dist;
mod names;
mod offline;
mod one_file;
mod pages;
mod precompress;
mod report;
mod scripts;
mod styles;
mod symbol;
mod trunk;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use deploy::{Place, Policy, Portals};
use lexopt::prelude::*;

use crate::budget;
use crate::sizes;
use crate::tools::Tools;
use crate::{project, publish};
use address::BaseAddress;
use assets::Assets;
pub(crate) use offline::{WORKER, is_kept};
pub(crate) use one_file::NAME as ONE_FILE;

/// What may differ from one build to the next.
#[derive(Debug, Default)]
pub(crate) struct Settings {
    /// Where the site will stand, if that is known.
    base_address: Option<BaseAddress>,
    /// Who may put its pages into a frame.
    portals: Portals,
    /// Whether pages hold their policy themselves, for a host that sends no headers of ours.
    policy_in_pages: bool,
    output: Output,
}

/// Where a build leaves what it makes, from the root of the project.
#[derive(Clone, Copy, Debug)]
struct Output {
    site: &'static str,
    /// The files for web servers.
    servers: &'static str,
}

impl Default for Output {
    fn default() -> Self {
        Self { site: SITE, servers: DEPLOY }
    }
}

impl Settings {
    /// The site for an address as long as the province's may be, beside the usual one: pages that name
    /// their place weigh more.
    pub(crate) fn addressed() -> Result<Self> {
        let address = "https://so-lieu.chuyendoiso.example.gov.vn/cong-khai/dak-so/";
        Ok(Self {
            base_address: Some(BaseAddress::parse(address, "the address to build for")?),
            portals: Portals::parse("https://portal.example.gov.vn")?,
            policy_in_pages: false,
            output: Output { site: ADDRESSED, servers: "target/addressed/dist-deploy" },
        })
    }
}

/// Where the site is left.
const SITE: &str = "dist";

/// Where the tests have a site that knows its address.
pub(crate) const ADDRESSED: &str = "target/addressed/dist";

/// The variable that may name the portals.
const PORTALS: &str = "DAK_SO_PORTALS";

/// Where the files for web servers are left.
pub(crate) const DEPLOY: &str = "dist-deploy";

pub(crate) fn run(parser: lexopt::Parser) -> Result<ExitCode> {
    let settings = settings(parser)?;
    let mut tools = Tools::new(project::root()?)?;
    site(&mut tools, &settings)?;
    Ok(ExitCode::SUCCESS)
}

/// The argument is nearer to the reader than the environment, so it decides.
fn settings(mut parser: lexopt::Parser) -> Result<Settings> {
    let mut base_address = address::from_environment()?;
    let mut portals = Portals::parse(&env::var(PORTALS).unwrap_or_default()).context(PORTALS)?;
    let mut policy_in_pages = false;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("base-address") => {
                let text = parser.value()?.string()?;
                base_address = Some(BaseAddress::parse(&text, "--base-address")?);
            }
            Long("portals") => {
                portals = Portals::parse(&parser.value()?.string()?).context("--portals")?;
            }
            Long("policy-in-pages") => policy_in_pages = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Settings { base_address, portals, policy_in_pages, output: Output::default() })
}

/// Where the native program leaves what the build puts together from there on.
const PARTS: &str = "target/site/parts";

/// What stands in every page, as files.
struct Inline {
    style: PathBuf,
    /// The script that runs before anything is seen.
    first: PathBuf,
}

/// Builds the site, prints what it weighs, and fails when it is over budget.
pub(crate) fn site(tools: &mut Tools, settings: &Settings) -> Result<()> {
    tools.ensure_for_build()?;
    let dist = tools.root().join(settings.output.site);
    dist::check(&dist)?;
    println!("Building the site …");
    let built = trunk::build(tools)?;
    styles::check_minified(&tools.root().join("static/style.css"), &built.style)?;
    // Only now, so that an app that does not compile leaves the last site in place.
    dist::empty(&dist)?;
    let assets = write_assets(tools, &built, &dist)?;
    publish::data(tools.root(), &dist)?;
    let inline = Inline { first: scripts::first(tools)?, style: built.style };
    pages::prerender(tools, &dist, &assets, &inline, settings.base_address.as_ref())?;
    one_file::write(tools, &dist, &assets, &inline)?;
    let policy = write_deploy(tools, &dist, settings)?;
    offline::write(tools, &dist, settings.policy_in_pages.then_some(&policy))?;
    precompress::all(&dist)?;
    let files = sizes::weigh(&dist)?;
    report::print(&files);
    println!(
        "\nFiles for web servers, with the policy of this build, are in {}/",
        settings.output.servers
    );
    budget::judge(&dist, &files)
}

/// The files for web servers, which name what stands inside of the finished pages.
fn write_deploy(tools: &Tools, dist: &Path, settings: &Settings) -> Result<Policy> {
    let place = match &settings.base_address {
        Some(address) => Place::at(&address.to_string()),
        None => Place::unknown(),
    };
    let policy = Policy::of_site(dist, &place)?;
    let folder = tools.root().join(settings.output.servers);
    dist::empty(&folder)?;
    deploy::write(&folder, &policy, &place, &settings.portals)?;
    if settings.policy_in_pages {
        deploy::into_pages(dist, &policy)?;
    }
    Ok(policy)
}

/// The script that other people's pages load. It stands there for years, so its name never changes.
pub(crate) const EMBED: &str = "embed.js";

fn write_assets(tools: &Tools, built: &trunk::Built, dist: &Path) -> Result<Assets> {
    let statics = tools.root().join("static");
    let shortened = names::shortened(tools, &built.wasm, &built.script)?;
    let wasm = read(&shortened.wasm)?;
    contributors::print(&read(&built.wasm)?, wasm.len())?;
    let app = scripts::of_app(tools, &built.script, &shortened.names)?;
    let scripts = |names: &[&str]| scripts::of_site(tools, names);
    let start = scripts(&["cards.js", "start.js", "offline.js"])?;
    let frame = scripts(&["cards.js", "frame.js"])?;
    let dialogs = scripts(&["dialogs.js"])?;
    let file = dist.join(EMBED);
    fs::write(&file, scripts(&[EMBED])?)
        .with_context(|| format!("{} cannot be written", file.display()))?;
    Ok(Assets {
        app: assets::write(dist, "dak-so", "js", &app)?,
        wasm: assets::write(dist, "dak-so", "wasm", &wasm)?,
        wasm_integrity: assets::integrity(&wasm),
        start: assets::write(dist, "start", "js", &start)?,
        icon: assets::write(dist, "icon", "svg", &read(&statics.join("icon.svg"))?)?,
        frame: assets::write(dist, "frame", "js", &frame)?,
        dialogs: assets::write(dist, "dialogs", "js", &dialogs)?,
    })
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("{} cannot be read", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_base_address_is_read_from_the_arguments_and_checked() {
        let read = |arguments: &[&str]| {
            let settings = settings(lexopt::Parser::from_args(arguments)).ok()?;
            Some(settings.base_address.map(|address| address.to_string()))
        };
        let address = "https://example.vn/dak-so/";
        assert_eq!(read(&[]), Some(None));
        assert_eq!(read(&["--base-address", address]), Some(Some(address.to_owned())));
        assert_eq!(read(&["--base-address", "example.vn"]), None);
        assert_eq!(read(&["--base-address"]), None);
        assert_eq!(read(&["--portals", "example.vn"]), None);
        assert_eq!(read(&["--base", address]), None);
    }
}
