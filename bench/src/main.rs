//! Measures how soon the site shows its first chart and reacts, against chart libraries that draw
//! the same chart, on a slow phone with a slow network; and how soon a click brings another view.
//!
//! `cargo xtask bench` prepares the pages and runs it.

mod conditions;
mod error;
mod report;
mod statistics;
mod subjects;
mod summary;
mod table;
mod targets;
mod tour;
mod views;
mod visit;
mod waterfall;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use e2e::Environment;
use lexopt::prelude::*;

use error::{Error, Result};
use report::{Circumstances, report};
use subjects::{SITE, SUBJECTS, Subject};
use summary::Summary;
use targets::{Grade, Verdict};
use tour::Tour;
use visit::{Lab, Place, Visit};

/// Of fewer, the median says little.
const ENOUGH_RUNS: usize = 9;

/// The same of tours, each of which sees several views.
const ENOUGH_TOURS: usize = 7;

/// What the reader asks for.
#[derive(Debug, PartialEq, Eq)]
struct Options {
    /// The prepared pages.
    pages: PathBuf,
    /// How many visits to each page, and how many tours; enough where the reader does not say.
    runs: Option<usize>,
    /// Whether only the views are measured that a click brings, and no peer is there.
    views: bool,
    /// Where the report goes besides the terminal.
    write: Option<PathBuf>,
    /// Whether a missed target is a failure.
    check: bool,
}

fn main() -> ExitCode {
    match options(lexopt::Parser::from_env()).and_then(|options| run(&options)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn options(mut arguments: lexopt::Parser) -> Result<Options> {
    let (mut pages, mut runs, mut views, mut write, mut check) = (None, None, false, None, false);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("runs") => runs = Some(arguments.value()?.parse()?),
            Long("views") => views = true,
            Long("write") => write = Some(arguments.value()?.into()),
            Long("check") => check = true,
            Value(folder) if pages.is_none() => pages = Some(folder.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    if runs == Some(0) {
        return Err(lexopt::Error::from("--runs takes a number from 1").into());
    }
    let pages = pages.ok_or_else(|| lexopt::Error::from("the folder of the pages is missing"))?;
    Ok(Options { pages, runs, views, write, check })
}

fn run(options: &Options) -> Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let pages = if options.views { None } else { Some(runtime.block_on(of_pages(options))?) };
    let (section, of_views) = runtime.block_on(of_views(options))?;
    if let Some(file) = &options.write {
        let failed = |source| Error::File { file: file.clone(), source };
        let page = match &pages {
            Some((text, _)) => format!("{HEAD}{text}\n{section}"),
            None => views::put_into(&fs::read_to_string(file).map_err(failed)?, &section),
        };
        fs::write(file, page).map_err(failed)?;
    }
    let of_pages = pages.map(|(_, verdicts)| verdicts);
    let all_met = [of_pages.as_ref(), Some(&of_views)].into_iter().flatten().all(|verdicts| {
        // Where something could not be judged, nothing is met.
        !verdicts.is_empty() && verdicts.iter().all(|verdict| verdict.grade != Grade::Missed)
    });
    Ok(if options.check && !all_met { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// The report on the pages, which it prints, and the verdicts on the site among them.
async fn of_pages(options: &Options) -> Result<(String, Vec<Verdict>)> {
    let lab = Lab { pages: &options.pages };
    let runs = options.runs.unwrap_or(ENOUGH_RUNS);
    let (circumstances, summaries) = measure(&lab, runs).await?;
    let verdicts = targets::verdicts(&summaries).unwrap_or_default();
    let text = report(&summaries, &verdicts, &circumstances);
    print(&text, runs, ENOUGH_RUNS);
    Ok((text, verdicts))
}

/// The same on the views that a click brings.
async fn of_views(options: &Options) -> Result<(String, Vec<Verdict>)> {
    let runs = options.runs.unwrap_or(ENOUGH_TOURS);
    let Environment { site } = Environment::detect()?;
    let browser = visit::browser().await?;
    let mut tours: Vec<Tour> = Vec::new();
    for run in 1..=runs {
        println!("Tour {run} of {runs} …");
        tours.push(tour::take(&site).await?);
    }
    let verdicts = views::verdicts(&tours).unwrap_or_default();
    let text = views::report(&tours, &verdicts, &browser);
    print(&text, runs, ENOUGH_TOURS);
    Ok((text, verdicts))
}

fn print(text: &str, runs: usize, enough: usize) {
    println!("\n{text}");
    if runs < enough {
        println!("Fewer than {enough} runs: good for a try, not for a comparison.");
    }
}

const HEAD: &str = "\
# Benchmark

How soon a reader with a cheap phone and a weak network sees the first chart of the site, and how
soon it reacts, against chart libraries that draw the same two bars on a page with the same words.
This page is written by

    cargo xtask bench --write docs/benchmark.md

- First chart visible: the first SVG or canvas in view with something drawn on it has been painted.
  Where that is the first thing on a page at all, the browser's own first contentful paint agrees
  within 25 ms.
- Interactive: a mouse brings a tooltip. The site has set `data-app`, and its small script shows the cards
  of marks on the picture that the page came with; a peer has drawn its chart and listens. It is tried with
  a mouse on every page, on the site with its WebAssembly blocked, or nothing is measured.
- All ready: the app has set `data-app=ready`, and from then on answers to mouse, finger and keyboard on a
  canvas of its own; a peer is all there when it is interactive.
- Blocking time: what tasks took beyond 50 ms each, from the first contentful paint until the chart is
  visible and all ready.
- Pointer to tooltip: from the move of the pointer to a mark until the frame with the tooltip has been
  painted, the first time on a page and each of ten times that it comes back. A browser hands moves of the
  pointer to a page once a frame, so a part of a frame is in it.
- Largest paint and CLS (what moves by itself) are the browser's own.

";

/// All pages take turns, so that what disturbs the machine for a while disturbs them all.
async fn measure(lab: &Lab<'_>, runs: usize) -> Result<(Circumstances, Vec<Summary>)> {
    println!("Looking whether each page reacts to the mouse …");
    let mut visited: Vec<(Subject, Place, Vec<Visit>)> = Vec::new();
    for subject in SUBJECTS {
        visited.push((subject, lab.find_mark(subject).await?, Vec::new()));
    }
    let circumstances = Circumstances {
        browser: visit::browser().await?,
        peers: subjects::versions(lab.pages)?,
        runs,
        slowdown: lab.slowdown(SITE).await?,
    };
    for run in 1..=runs {
        println!("Run {run} of {runs} …");
        for (subject, mark, visits) in &mut visited {
            visits.push(lab.measure(*subject, *mark).await?);
        }
    }
    let summaries =
        visited.into_iter().filter_map(|(subject, _, visits)| Summary::of(subject, visits));
    Ok((circumstances, summaries.collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Option<Options> {
        options(lexopt::Parser::from_args(arguments)).ok()
    }

    #[test]
    fn enough_runs_are_made_unless_another_number_is_asked_for() {
        assert_eq!(read(&["pages"]).map(|options| options.runs), Some(None));
        assert_eq!(read(&["--runs", "2", "pages"]).map(|options| options.runs), Some(Some(2)));
        assert_eq!(read(&["--runs=0", "pages"]), None);
        assert_eq!(read(&["--runs", "many", "pages"]), None);
        assert_eq!(read(&["--runs", "9"]), None, "without pages");
    }

    #[test]
    fn the_views_alone_are_measured_where_they_are_asked_for() {
        assert_eq!(read(&["pages"]).map(|options| options.views), Some(false));
        assert_eq!(read(&["--views", "pages"]).map(|options| options.views), Some(true));
    }
}
