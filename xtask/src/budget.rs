//! How much the site may weigh, and whether it does.
//!
//! Weights are bytes after brotli 11; 1 KB is 1,000 bytes.

use anyhow::{Result, bail};

use crate::sizes::Asset;

const KB: usize = 1_000;

/// A weight above `limit` fails the build; one above `aim` is pointed out.
#[derive(Clone, Copy)]
struct Budget {
    aim: usize,
    limit: usize,
}

/// The program with the data in it.
const WASM: Budget = Budget { aim: 100 * KB, limit: 120 * KB };

/// All scripts together.
const SCRIPTS: Budget = Budget { aim: 6 * KB, limit: 8 * KB };

/// One page with the style sheets it links.
const PAGE: Budget = Budget { aim: 30 * KB, limit: 30 * KB };

/// What one budget says of the site.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Verdict {
    pub(crate) what: String,
    pub(crate) weight: usize,
    pub(crate) limit: usize,
    pub(crate) grade: Grade,
}

/// How a weight stands to its budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Grade {
    /// Within what we aim at.
    Good,
    /// Within the limit, but more than we aim at.
    Heavy,
    /// Above the limit.
    Over,
}

/// Prints the verdict of every budget, and fails when one is over.
pub(crate) fn judge(assets: &[Asset]) -> Result<()> {
    let verdicts = verdicts(assets);
    println!("\nAgainst the budget, after brotli 11, with 1 KB = 1,000 bytes:");
    for verdict in &verdicts {
        let remark = match verdict.grade {
            Grade::Good => "",
            Grade::Heavy => ", more than we aim at",
            Grade::Over => ", OVER BUDGET",
        };
        println!("  {}: {} of {}{remark}", verdict.what, kb(verdict.weight), kb(verdict.limit));
    }
    let over = verdicts.iter().filter(|verdict| verdict.grade == Grade::Over);
    let over: Vec<&str> = over.map(|verdict| verdict.what.as_str()).collect();
    if !over.is_empty() {
        bail!("over budget: {}", over.join(", "));
    }
    Ok(())
}

/// Rounded up, so that nothing over budget prints as if it were within.
fn kb(bytes: usize) -> String {
    let tenths = bytes.div_ceil(100);
    format!("{}.{} KB", tenths / 10, tenths % 10)
}

/// The verdict of every budget on these files.
pub(crate) fn verdicts(assets: &[Asset]) -> Vec<Verdict> {
    let sum = |extension: &str| -> usize {
        let of_kind = assets.iter().filter(|asset| asset.has_extension(extension));
        of_kind.map(|asset| asset.brotli).sum()
    };
    let pages = assets.iter().filter(|asset| asset.has_extension("html")).map(|page| {
        let linked = assets.iter().filter(|asset| page.styles.contains(&asset.path));
        let weight = page.brotli + linked.map(|style| style.brotli).sum::<usize>();
        weigh(format!("{} with its styles", page.path), weight, PAGE)
    });
    let sums = [
        weigh("WebAssembly".to_owned(), sum("wasm"), WASM),
        weigh("scripts".to_owned(), sum("js"), SCRIPTS),
    ];
    sums.into_iter().chain(pages).collect()
}

fn weigh(what: String, weight: usize, budget: Budget) -> Verdict {
    let grade = match weight {
        weight if weight > budget.limit => Grade::Over,
        weight if weight > budget.aim => Grade::Heavy,
        _ => Grade::Good,
    };
    Verdict { what, weight, limit: budget.limit, grade }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asset(path: &str, brotli: usize) -> Asset {
        Asset { path: path.to_owned(), raw: 0, brotli, styles: Vec::new() }
    }

    fn page(path: &str, brotli: usize, styles: &[&str]) -> Asset {
        let styles = styles.iter().map(|&style| style.to_owned()).collect();
        Asset { styles, ..asset(path, brotli) }
    }

    #[track_caller]
    fn check(assets: &[Asset], what: &str, weight: usize, grade: Grade) {
        let verdicts = verdicts(assets);
        let verdict = verdicts.iter().find(|verdict| verdict.what == what);
        let verdict = verdict.unwrap_or_else(|| panic!("no verdict on {what}"));
        assert_eq!((verdict.weight, verdict.grade), (weight, grade), "{what}");
    }

    #[test]
    fn the_limit_itself_is_within_the_budget() {
        check(&[asset("a.wasm", 100_000)], "WebAssembly", 100_000, Grade::Good);
        check(&[asset("a.wasm", 100_001)], "WebAssembly", 100_001, Grade::Heavy);
        check(&[asset("a.wasm", 120_000)], "WebAssembly", 120_000, Grade::Heavy);
        check(&[asset("a.wasm", 120_001)], "WebAssembly", 120_001, Grade::Over);
    }

    #[test]
    fn scripts_are_weighed_together() {
        let scripts = [asset("a.js", 5_000), asset("b/c.js", 4_000), asset("d.json", 9_000)];
        check(&scripts, "scripts", 9_000, Grade::Over);
    }

    #[test]
    fn each_page_is_weighed_with_its_own_styles_alone() {
        let site = [
            page("index.html", 20_000, &["a.css"]),
            page("en/index.html", 20_000, &["a.css", "b.css"]),
            asset("a.css", 10_000),
            asset("b.css", 1),
        ];
        check(&site, "index.html with its styles", 30_000, Grade::Good);
        check(&site, "en/index.html with its styles", 30_001, Grade::Over);
    }
}
