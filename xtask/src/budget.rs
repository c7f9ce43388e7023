//! How much the site may weigh, and whether it does.
//!
//! 1 KB is 1,000 bytes.

mod page;

use std::path::Path;

use anyhow::{Result, bail};

use crate::build;
use crate::sizes::File;
use page::Page;

const KB: usize = 1_000;

/// A weight above `limit` fails the build; one above `aim` is pointed out.
struct Budget {
    about: &'static str,
    aim: usize,
    limit: usize,
}

/// The program with the data in it.
const WASM: Budget = Budget { about: "WebAssembly", aim: 145 * KB, limit: 170 * KB };

/// All scripts that a page names.
const SCRIPTS: Budget = Budget { about: "the scripts of a page", aim: 6 * KB, limit: 8 * KB };

/// The worker, which no page waits for.
const WORKER: Budget = Budget { about: "the worker", aim: 1_500, limit: 2 * KB };

/// The script that other people's pages load.
const EMBED: Budget =
    Budget { about: "the script for third-party pages", aim: 1_000, limit: 1_500 };

/// One page with its styles.
const PAGE: Budget = Budget { about: "a page with its styles", aim: 18_200, limit: 30 * KB };

/// What a server sends before it waits for the browser's first answer: ten packets of 1,460 bytes
/// (RFC 6928), less the headers.
const FIRST_VIEW: Budget =
    Budget { about: "a page up to its first chart", aim: 8_500, limit: 14 * KB };

/// What every visitor's browser fetches to have the site offline.
const OFFLINE: Budget = Budget { about: "what is kept offline", aim: 240 * KB, limit: 280 * KB };

/// The single-file edition, which is passed from hand to hand: its bytes on disk.
const ONE_FILE: Budget =
    Budget { about: "the single-file edition, on disk", aim: 330 * KB, limit: 400 * KB };

/// What one budget says of the site.
struct Verdict {
    budget: &'static Budget,
    /// What was weighed, the heaviest first: a path, or nothing for a sum over files.
    weighed: Vec<(usize, String)>,
}

/// How a weight stands to its budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Grade {
    /// Within what we aim at.
    Good,
    /// Within the limit, but more than we aim at.
    Heavy,
    /// Above the limit.
    Over,
}

/// Prints the verdict of every budget on the files in `dist`, and fails when one is over.
pub(crate) fn judge(dist: &Path, files: &[File]) -> Result<()> {
    // The edition in one file is no page of the site, so what is asked of pages is not of it.
    let is_page = |file: &&File| file.has_extension("html") && file.path != build::ONE_FILE;
    let pages = files.iter().filter(is_page).map(|file| Page::read(dist, file, files));
    let verdicts = verdicts(files, &pages.collect::<Result<Vec<_>>>()?);
    println!("\nAgainst the budget, after brotli 11, with 1 KB = 1,000 bytes:");
    for verdict in &verdicts {
        println!("  {}", verdict.line());
    }
    let over: Vec<String> = verdicts.iter().flat_map(Verdict::over).collect();
    if !over.is_empty() {
        bail!("over budget:\n  {}", over.join("\n  "));
    }
    Ok(())
}

/// The verdict of every budget that has something to judge.
fn verdicts(files: &[File], pages: &[Page]) -> Vec<Verdict> {
    let sum = |budget, extension| {
        Verdict::sum(budget, files.iter().filter(|file| file.has_extension(extension)))
    };
    let kept = files.iter().filter(|file| build::is_kept(&file.path) || file.path == build::WORKER);
    let kept = Verdict::sum(&OFFLINE, kept);
    let one_file = files.iter().filter(|file| file.path == build::ONE_FILE);
    let named = |name| files.iter().filter(move |file| file.path == name);
    let of_file =
        |budget, name| Verdict::each(budget, named(name).map(|file| (file.brotli, &file.path)));
    let views = pages.iter().filter_map(|page| Some((page.first_view?, &page.path)));
    [
        sum(&WASM, "wasm"),
        Verdict::each(&SCRIPTS, pages.iter().map(|page| (page.scripts, &page.path))),
        of_file(&WORKER, build::WORKER),
        of_file(&EMBED, build::EMBED),
        Verdict::each(&PAGE, pages.iter().map(|page| (page.weight, &page.path))),
        Verdict::each(&FIRST_VIEW, views),
        kept,
        Verdict::each(&ONE_FILE, one_file.map(|file| (file.raw, &file.path))),
    ]
    .into_iter()
    .filter(|verdict| !verdict.weighed.is_empty())
    .collect()
}

impl Verdict {
    fn sum<'a>(budget: &'static Budget, files: impl Iterator<Item = &'a File>) -> Self {
        let sum = files.map(|file| file.brotli).sum();
        Self { budget, weighed: vec![(sum, String::new())] }
    }

    fn each<'a>(
        budget: &'static Budget,
        weighed: impl Iterator<Item = (usize, &'a String)>,
    ) -> Self {
        let mut weighed: Vec<_> = weighed.map(|(weight, path)| (weight, path.clone())).collect();
        weighed.sort_by(|(a, a_path), (b, b_path)| b.cmp(a).then_with(|| a_path.cmp(b_path)));
        Self { budget, weighed }
    }

    fn grade(&self, weight: usize) -> Grade {
        match weight {
            weight if weight > self.budget.limit => Grade::Over,
            weight if weight > self.budget.aim => Grade::Heavy,
            _ => Grade::Good,
        }
    }

    /// The heaviest against its limit; where there are several, with its name and their number.
    fn line(&self) -> String {
        let heaviest = self.weighed.first();
        let (weight, path) = heaviest.map_or((0, ""), |(weight, path)| (*weight, path.as_str()));
        let which = match self.weighed.len() {
            0 | 1 => String::new(),
            count => format!(" ({path}, the heaviest of {count})"),
        };
        let remark = match self.grade(weight) {
            Grade::Good => "",
            Grade::Heavy => ", more than we aim at",
            Grade::Over => ", OVER BUDGET",
        };
        let Budget { about, limit, .. } = self.budget;
        format!("{about}: {} of {}{which}{remark}", kb(weight), kb(*limit))
    }

    /// One line for each that is over budget.
    fn over(&self) -> impl Iterator<Item = String> {
        let over = self.weighed.iter().filter(|(weight, _)| self.grade(*weight) == Grade::Over);
        over.map(|(weight, path)| {
            let of = if path.is_empty() { String::new() } else { format!(" ({path})") };
            format!("{}{of}: {}", self.budget.about, kb(*weight))
        })
    }
}

/// Rounded up, so that nothing over budget prints as if it were within.
fn kb(bytes: usize) -> String {
    let tenths = bytes.div_ceil(100);
    format!("{}.{} KB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, brotli: usize) -> File {
        File { path: path.to_owned(), brotli, ..File::default() }
    }

    fn page(path: &str, weight: usize, first_view: Option<usize>) -> Page {
        Page { path: path.to_owned(), weight, scripts: 0, first_view }
    }

    #[track_caller]
    fn check(files: &[File], pages: &[Page], line: &str, over: &[&str]) {
        let verdicts = verdicts(files, pages);
        let lines: Vec<String> = verdicts.iter().map(Verdict::line).collect();
        assert!(lines.iter().any(|found| found == line), "no “{line}” in {lines:?}");
        let found: Vec<String> = verdicts.iter().flat_map(Verdict::over).collect();
        assert_eq!(found, over);
    }

    #[test]
    fn the_limit_itself_is_within_the_budget() {
        let wasm = |weight| [file("a.wasm", weight)];
        check(&wasm(145_000), &[], "WebAssembly: 145.0 KB of 170.0 KB", &[]);
        let heavy = "WebAssembly: 145.1 KB of 170.0 KB, more than we aim at";
        check(&wasm(145_001), &[], heavy, &[]);
        let heavy = "WebAssembly: 170.0 KB of 170.0 KB, more than we aim at";
        check(&wasm(170_000), &[], heavy, &[]);
        let over = "WebAssembly: 170.1 KB of 170.0 KB, OVER BUDGET";
        check(&wasm(170_001), &[], over, &["WebAssembly: 170.1 KB"]);
    }

    #[test]
    fn scripts_are_weighed_page_by_page() {
        let pages = [8_000, 8_001].map(|scripts| Page { scripts, ..page("a.html", 1, None) });
        let line = "the scripts of a page: 8.1 KB of 8.0 KB (a.html, the heaviest of 2), \
                    OVER BUDGET";
        check(&[], &pages, line, &["the scripts of a page (a.html): 8.1 KB"]);
    }

    #[test]
    fn the_worker_has_a_limit_of_its_own() {
        let line = "the worker: 2.1 KB of 2.0 KB, OVER BUDGET";
        check(&[file("sw.js", 2_001)], &[], line, &["the worker (sw.js): 2.1 KB"]);
    }

    #[test]
    fn the_script_for_other_pages_has_a_limit_of_its_own() {
        let about = "the script for third-party pages";
        let line = format!("{about}: 1.5 KB of 1.5 KB, more than we aim at");
        check(&[file("embed.js", 1_500), file("a.js", 1_600)], &[], &line, &[]);
        let over = format!("{about} (embed.js): 1.6 KB");
        let line = format!("{about}: 1.6 KB of 1.5 KB, OVER BUDGET");
        check(&[file("embed.js", 1_501)], &[], &line, &[&over]);
    }

    #[test]
    fn every_page_over_budget_is_named_and_the_heaviest_shown() {
        let pages = [page("a.html", 30_001, None), page("b.html", 30_000, None)];
        let line = "a page with its styles: 30.1 KB of 30.0 KB (a.html, the heaviest of 2), \
                    OVER BUDGET";
        check(&[], &pages, line, &["a page with its styles (a.html): 30.1 KB"]);
    }

    #[test]
    fn charts_come_within_the_first_bytes_of_the_pages_that_have_one() {
        let pages = [
            page("a.html", 20_000, Some(14_000)),
            page("b.html", 20_000, Some(14_001)),
            page("c.html", 20_000, None),
        ];
        let line = "a page up to its first chart: 14.1 KB of 14.0 KB (b.html, the heaviest of 2), \
                    OVER BUDGET";
        check(&[], &pages, line, &["a page up to its first chart (b.html): 14.1 KB"]);
    }

    #[test]
    fn what_is_kept_is_weighed_together_with_the_worker() {
        let kept = [file("assets/a.wasm", 100_000), file("assets/b.json", 179_000)];
        let others = [file("sw.js", 1_001), file("index.html", 9_000), file("a/sw.js.map", 9_000)];
        let line = "what is kept offline: 280.1 KB of 280.0 KB, OVER BUDGET";
        let over = "what is kept offline: 280.1 KB";
        check(&[kept.as_slice(), &others].concat(), &[], line, &[over]);
    }

    #[test]
    fn the_edition_in_one_file_is_weighed_on_disk() {
        let edition = |raw| [File { raw, ..file("dak-so.html", 1) }];
        let line = "the single-file edition, on disk: 400.0 KB of 400.0 KB, more than we aim at";
        check(&edition(400_000), &[], line, &[]);
        let over = "the single-file edition, on disk (dak-so.html): 400.1 KB";
        check(
            &edition(400_001),
            &[],
            &format!("{} of 400.0 KB, OVER BUDGET", "the single-file edition, on disk: 400.1 KB"),
            &[over],
        );
    }

    #[test]
    fn the_pages_promise_the_limit_of_the_edition_in_one_file() {
        use dak_so::i18n::messages;
        use dak_so::model::{Language, Slug};

        for language in Language::ALL {
            let promise = format!(" {} KB", ONE_FILE.limit / KB);
            let said = messages(*language).one_file_size;
            assert!(said.contains(build::ONE_FILE) && said.ends_with(&promise), "{said}");
        }
    }
}
