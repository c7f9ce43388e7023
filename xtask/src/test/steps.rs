//! The steps of `cargo xtask test`, from the quickest to the slowest where nothing else decides.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::count::{self, Count};
use super::faults::Visits;
use super::trunk::Serving;
use crate::build;
use crate::process;
use crate::tools::{Browser, Tools};

/// A named check.
pub(super) struct Step {
    pub(super) name: &'static str,
    pub(super) about: &'static str,
    /// Whether it looks at the finished site.
    needs_site: bool,
    pub(super) run: fn(&mut Tools) -> Result<Count>,
}

impl Step {
    const fn new(
        name: &'static str,
        about: &'static str,
        run: fn(&mut Tools) -> Result<Count>,
    ) -> Self {
        Self { name, about, needs_site: false, run }
    }

    const fn of_site(self) -> Self {
        Self { needs_site: true, ..self }
    }

    /// Whether the other step must have passed before this one can run.
    pub(super) fn needs(&self, other: &Self) -> bool {
        self.needs_site && other.name == BUILD
    }
}

const BUILD: &str = "build";

pub(super) const STEPS: &[Step] = &[
    Step::new("fmt", "the code is formatted", fmt),
    Step::new("clippy", "clippy finds nothing, with all features", clippy),
    Step::new("clippy-bare", "clippy finds nothing in the library without features", clippy_bare),
    Step::new("clippy-wasm", "clippy finds nothing in the page", clippy_wasm),
    Step::new("native", "unit, property and snapshot tests", native),
    Step::new("xtask", "tests of these commands and of the benchmark", xtask),
    Step::new("package", "frictionless accepts the data package", package),
    Step::new("browser", "tests as WebAssembly in headless Chromium", browser),
    Step::new(BUILD, "the site builds, with and without an address, within its budget", site),
    Step::new("published", "frictionless accepts the published package", published).of_site(),
    Step::new("html", "the Nu checker accepts every page", html).of_site(),
    Step::new("e2e", "the built site in Chromium and Firefox, its faults in WebKitGTK too", e2e)
        .of_site(),
    Step::new("trunk", "trunk serve shows every view, and no blank page", trunk).of_site(),
    Step::new("deploy", "the site on nginx and Apache, with every header", deploy).of_site(),
    Step::new("policy", "CSP Evaluator finds no hole in the policy", policy).of_site(),
    Step::new("lighthouse", "Lighthouse gives every view 100 points", lighthouse).of_site(),
    Step::new("deny", "licences, bans and sources of the crates", deny),
];

fn fmt(tools: &mut Tools) -> Result<Count> {
    count::one(&mut tools.cargo(&["fmt", "--all", "--check"]))
}

fn clippy(tools: &mut Tools) -> Result<Count> {
    run_clippy(tools, &["--workspace", "--all-targets", "--all-features"])
}

fn clippy_bare(tools: &mut Tools) -> Result<Count> {
    run_clippy(tools, &["--package", "dak-so", "--lib", "--no-default-features"])
}

fn clippy_wasm(tools: &mut Tools) -> Result<Count> {
    tools.ensure_wasm_target()?;
    // The other test files are native; only the page and its browser tests compile here.
    run_clippy(tools, &[PAGE, &["--lib", "--bins", "--test", "browser"]].concat())
}

/// The page as the browser tests see it: with SVG too, to compare it with the canvas.
const PAGE: &[&str] = &[
    "--package",
    "dak-so",
    "--target",
    "wasm32-unknown-unknown",
    "--no-default-features",
    "--features",
    "app,svg",
];

fn run_clippy(tools: &Tools, arguments: &[&str]) -> Result<Count> {
    let mut clippy = tools.cargo(&["clippy", "--locked"]);
    count::one(clippy.args(arguments).args(["--", "--deny", "warnings"]))
}

fn native(tools: &mut Tools) -> Result<Count> {
    tools.ensure_font()?;
    count::tests(&mut cargo_test(tools, &["--package", "dak-so"]))
}

fn xtask(tools: &mut Tools) -> Result<Count> {
    tools.ensure_for_serve()?;
    let packages = ["--package", "xtask", "--package", "compression", "--package", "bench"];
    count::tests(&mut cargo_test(tools, &packages))
}

fn browser(tools: &mut Tools) -> Result<Count> {
    let Browser { driver, .. } = tools.ensure_for_browser_tests()?;
    let mut test = cargo_test(tools, PAGE);
    // The runner reads how to start Chromium from `webdriver.json`. Its own limit of 20 seconds for
    // all tests together is too short for a busy machine.
    test.args(["--test", "browser"])
        .env("WASM_BINDGEN_TEST_TIMEOUT", "300")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("CHROMEDRIVER", driver);
    count::tests(&mut test)
}

fn e2e(tools: &mut Tools) -> Result<Count> {
    let notes = tools.root().join(VISITS);
    if notes.exists() {
        fs::remove_file(&notes)?;
    }
    let count = count::tests(visits(tools)?.env("DAK_SO_VISITS", &notes))?;
    let visits = fs::read_to_string(&notes)
        .with_context(|| format!("{} cannot be read", notes.display()))?;
    Ok(count + Visits::read(&visits).print())
}

/// The end-to-end tests, with all that they need.
fn visits(tools: &mut Tools) -> Result<Command> {
    tools.ensure_axe()?;
    let (chromium, firefox) = tools.ensure_browsers()?;
    let (webkit, display) = tools.ensure_webkit()?;
    let mut test = cargo_test(tools, &["--package", "e2e"]);
    test.env("DAK_SO_DIST", tools.root().join("dist"))
        .env("DAK_SO_ADDRESSED", tools.root().join(build::ADDRESSED))
        .env("CHROMIUM", chromium.program)
        .env("CHROMEDRIVER", chromium.driver)
        .env("FIREFOX", firefox.program)
        .env("GECKODRIVER", firefox.driver)
        .env("WEBKIT", webkit.program)
        .env("WEBKITDRIVER", webkit.driver)
        .env("XVFB", display);
    Ok(test)
}

fn trunk(tools: &mut Tools) -> Result<Count> {
    tools.ensure_for_build()?;
    let mut test = visits(tools)?;
    let serving = Serving::start(tools)?;
    test.args(["--test", "site", "--", "--ignored", "trunk_serve"]);
    count::tests(test.env("DAK_SO_TRUNK", serving.address()))
}

/// Where the end-to-end tests note how each visit went.
const VISITS: &str = "target/visits.txt";

/// The npm packages that judge pages and policies, and the scripts that run them.
const AUDITS: &str = "audits";

/// The policy that the build writes for web servers.
const POLICY: &str = "dist-deploy/policy.txt";

fn deploy(tools: &mut Tools) -> Result<Count> {
    let (nginx, apache) = (tools.ensure_nginx()?, tools.ensure_apache()?);
    let mut test = cargo_test(tools, &["--package", "deploy"]);
    test.env("DAK_SO_DIST", tools.root().join("dist")).env("NGINX", nginx).env("APACHE", apache);
    count::tests(&mut test)
}

fn policy(tools: &mut Tools) -> Result<Count> {
    tools.ensure_audits(Path::new(AUDITS))?;
    count::one(tools.command("node").arg(format!("{AUDITS}/policy.mjs")).arg(POLICY))
}

fn lighthouse(tools: &mut Tools) -> Result<Count> {
    tools.ensure_audits(Path::new(AUDITS))?;
    tools.ensure_for_serve()?;
    let Browser { program, .. } = tools.ensure_chromium()?;
    let mut node = tools.command("node");
    node.arg(format!("{AUDITS}/lighthouse.mjs")).args(["dist", POLICY]).env("CHROMIUM", program);
    count::one(&mut node)
}

fn cargo_test(tools: &Tools, arguments: &[&str]) -> Command {
    let mut test = tools.cargo(&["test", "--locked"]);
    // Without it, the first failing test file would keep the others from running.
    test.args(arguments).arg("--no-fail-fast");
    test
}

fn package(tools: &mut Tools) -> Result<Count> {
    validate(tools, "static/data/datapackage.json")
}

fn published(tools: &mut Tools) -> Result<Count> {
    validate(tools, "dist/data/datapackage.json")
}

fn validate(tools: &mut Tools, package: &str) -> Result<Count> {
    let frictionless = tools.ensure_frictionless()?;
    let mut validate = Command::new(frictionless);
    count::one(validate.current_dir(tools.root()).args(["validate", package]))
}

fn html(tools: &mut Tools) -> Result<Count> {
    tools.ensure_vnu()?;
    // It checks the styles and the SVG in the pages as well. Warnings count like errors.
    let mut vnu = tools.command("vnu");
    vnu.args(["--Werror", "--filterpattern", &NOT_YET_KNOWN.join("|")]);
    count::one(vnu.args(["--skip-non-html", "dist", build::ADDRESSED]))
}

/// What the Nu checker takes for errors because it does not know it yet, as patterns for its messages.
/// Dots stand for quotation marks, which are other bytes in other locales.
const NOT_YET_KNOWN: &[&str] = &[
    // Container queries, of CSS Containment Level 3: in every browser since 2023.
    r"CSS: Unrecognized at-rule .+@container.+",
    r"CSS: .+container-type.+: Property .+container-type.+ doesn't exist\.",
    // Custom properties with a type, of CSS Properties and Values Level 1: in every browser since 2024.
    r"CSS: Unrecognized at-rule .+@property.+",
    // View transitions, of CSS View Transitions Level 1: in every browser since 2025.
    r"CSS: Unknown pseudo-element or pseudo-class .+::view-transition.+",
];

fn site(tools: &mut Tools) -> Result<Count> {
    build::site(tools, &build::Settings::addressed()?)?;
    build::site(tools, &build::Settings::default())?;
    Ok(Count::PASSED + Count::PASSED)
}

fn deny(tools: &mut Tools) -> Result<Count> {
    tools.ensure_cargo_deny()?;
    // cargo-deny looks at the crates of every platform, more than a build fetches.
    process::run(&mut tools.cargo(&["fetch", "--quiet", "--locked"]))?;
    let mut deny = tools.command("cargo-deny");
    deny.args(["--offline", "--workspace", "check", "--hide-inclusion-graph"]);
    count::one(deny.args(["licenses", "bans", "sources"]))
}
