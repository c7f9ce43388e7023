//! `cargo xtask load`: how many visitors nginx bears on this machine, with the files of `deploy/`.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use deploy::{Place, Policy, Portals, Trial};
use lexopt::prelude::*;

use crate::tools::Tools;
use crate::{build, process, project};

/// What wrk asks for, and how the figures are printed.
const SCRIPT: &str = "xtask/load.lua";

/// What browsers read that may install the site.
const MANIFEST: &str = "manifest.webmanifest";

/// How many visitors hold a connection at the same time.
const CONNECTIONS: u16 = 500;

/// How many threads ask and processes answer.
const PROCESSES: u8 = 2;

#[derive(Debug, PartialEq, Eq)]
struct Options {
    seconds: u32,
    /// A site that is built already.
    site: Option<PathBuf>,
}

pub(crate) fn run(parser: lexopt::Parser) -> Result<ExitCode> {
    let options = options(parser)?;
    let mut tools = Tools::new(project::root()?)?;
    let (nginx, wrk) = (tools.ensure_nginx()?, tools.ensure_wrk()?);
    let site = match options.site {
        Some(site) => site,
        None => {
            build::site(&mut tools, &build::Settings::default())?;
            tools.root().join("dist")
        }
    };
    let paths = visit(&site)?;
    let scratch = tools.root().join("target/load");
    let server = Server::start(&nginx, &site, &scratch)?;
    println!(
        "\nnginx with {PROCESSES} processes, asked by wrk on the same machine over {CONNECTIONS} \
         connections for {} s",
        options.seconds
    );
    let mut command = Command::new(wrk);
    command.current_dir(tools.root());
    command.args([format!("-t{PROCESSES}"), format!("-c{CONNECTIONS}")]);
    command.args([format!("-d{}s", options.seconds), "-s".to_owned(), SCRIPT.to_owned()]);
    command.arg(format!("http://127.0.0.1:{}/", server.port)).arg("--").args(&paths);
    let mut figures = Figures::default();
    let status = process::watch_lines(&mut command, |line| figures.read(line))?;
    let visits = figures.rate.map_or(0, |rate| rate / paths.len() as u64);
    println!("that is {visits} first visits a second, each of {} requests", paths.len());
    if !status.success() || figures.errors != Some(0) {
        bail!("not every request was answered as it should be");
    }
    Ok(ExitCode::SUCCESS)
}

fn options(mut parser: lexopt::Parser) -> Result<Options> {
    let mut options = Options { seconds: 60, site: None };
    while let Some(argument) = parser.next()? {
        match argument {
            Long("seconds") => options.seconds = parser.value()?.parse()?,
            Long("site") => options.site = Some(std::path::absolute(parser.value()?)?),
            other => return Err(other.unexpected().into()),
        }
    }
    if options.seconds == 0 {
        bail!("--seconds takes a number from 1");
    }
    Ok(options)
}

/// The paths that a first visit to the start page asks for: the page, what it says of itself to those who
/// install it, and the worker with all that it keeps, the files that the page runs by among them. Prints
/// what they weigh.
fn visit(site: &Path) -> Result<Vec<String>> {
    let worker = site.join(build::WORKER);
    let script = fs::read_to_string(&worker)
        .with_context(|| format!("{} cannot be read", worker.display()))?;
    let mut kept: Vec<&str> = script.split('"').filter(|text| build::is_kept(text)).collect();
    kept.sort_unstable();
    kept.dedup();
    let files = [&["index.html", MANIFEST, build::WORKER], kept.as_slice()].concat();
    let mut bytes = 0;
    for file in &files {
        let copy = site.join(format!("{file}.br"));
        let found =
            fs::metadata(&copy).with_context(|| format!("{} is missing", copy.display()))?;
        bytes += found.len();
    }
    println!("A first visit: {} requests, {bytes} bytes by brotli without headers", files.len());
    let path = |file: &str| format!("/{}", file.strip_prefix("index.html").unwrap_or(file));
    Ok(files.into_iter().map(path).collect())
}

/// nginx with the site, as long as it lives.
struct Server {
    process: Child,
    port: u16,
}

impl Server {
    fn start(nginx: &Path, site: &Path, scratch: &Path) -> Result<Self> {
        let deploy = scratch.join("deploy");
        fs::create_dir_all(&deploy)
            .with_context(|| format!("{} cannot be made", deploy.display()))?;
        let place = Place::unknown();
        let policy = Policy::of_site(site, &place)?;
        deploy::write(&deploy, &policy, &place, &Portals::default())?;
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let trial = Trial { files: site, deploy: &deploy, scratch, port, workers: PROCESSES };
        let main = trial.nginx()?;
        let mut command = Command::new(nginx);
        let process = command.arg("-c").arg(main).spawn().context("nginx could not be started")?;
        let mut server = Self { process, port };
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if let Some(status) = server.process.try_wait()? {
                bail!("nginx ended with {status}");
            }
            sleep(Duration::from_millis(20));
        }
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A signal that lets it end the processes that serve; killed, it would leave them behind.
        let _ = Command::new("kill").arg(self.process.id().to_string()).status();
        let _ = self.process.wait();
    }
}

/// What is read from the lines that the script prints.
#[derive(Debug, Default, PartialEq, Eq)]
struct Figures {
    /// Requests a second.
    rate: Option<u64>,
    errors: Option<u64>,
}

impl Figures {
    fn read(&mut self, line: &str) {
        if let Some(rest) = line.strip_prefix("requests: ") {
            let rate = rest.rsplit_once(", ").and_then(|(_, rate)| rate.split(' ').next());
            self.rate = rate.and_then(|rate| rate.parse().ok());
        }
        if let Some(errors) = line.strip_prefix("errors: ") {
            self.errors = errors.trim().parse().ok();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_visit_is_the_page_and_what_the_worker_keeps() -> Result<()> {
        let site = tempfile::tempdir()?;
        fs::create_dir(site.path().join("assets"))?;
        let worker = "FILES={\"assets/b.wasm\":\"sha256-x\",\"assets/a.txt\":\"sha256-y\"},\
                      PAGES=\"assets/a.txt\"";
        fs::write(site.path().join("sw.js"), worker)?;
        for copy in ["index.html.br", "manifest.webmanifest.br", "sw.js.br", "assets/b.wasm.br"] {
            fs::write(site.path().join(copy), "a")?;
        }
        assert!(visit(site.path()).is_err(), "a file that is kept is missing");
        fs::write(site.path().join("assets/a.txt.br"), "a")?;
        let expected = ["/", "/manifest.webmanifest", "/sw.js", "/assets/a.txt", "/assets/b.wasm"];
        assert_eq!(visit(site.path())?, expected);
        Ok(())
    }

    #[test]
    fn the_figures_are_read_from_what_is_printed() {
        let mut figures = Figures::default();
        figures.read("requests: 1200 in 60.1 s, 20 a second");
        figures.read("connections refused: 1, broken: 2, timed out: 3");
        assert_eq!(figures, Figures { rate: Some(20), errors: None });
        figures.read("errors: 6");
        assert_eq!(figures.errors, Some(6));
    }

    #[test]
    fn the_options_are_read_from_the_arguments() {
        let read = |arguments: &[&str]| options(lexopt::Parser::from_args(arguments)).ok();
        assert_eq!(read(&[]), Some(Options { seconds: 60, site: None }));
        assert_eq!(read(&["--seconds", "5"]), Some(Options { seconds: 5, site: None }));
        assert_eq!(read(&["--seconds", "0"]), None);
        assert_eq!(read(&["--second", "5"]), None);
    }
}
