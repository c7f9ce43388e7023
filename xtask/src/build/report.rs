//! The table of what the finished site weighs.

use std::collections::{BTreeMap, HashSet};

use crate::sizes::File;

/// Files that a reader of the table wants to see in one line.
struct Group<'a> {
    name: String,
    files: Vec<&'a File>,
}

/// Prints the files one by one where they differ in kind, and in groups where they are alike.
pub(super) fn print(files: &[File]) {
    let groups = groups(files);
    let width = groups.iter().map(|group| group.name.chars().count()).max().unwrap_or(0);
    println!(
        "\n{:width$}  {:>5}  {:>9}  {:>9}  {:>9}  largest after brotli",
        "dist/", "files", "bytes", "brotli 11", "gzip"
    );
    for group in &groups {
        println!("{}", group.line(width));
    }
}

impl Group<'_> {
    fn line(&self, width: usize) -> String {
        let sum = |weight: fn(&File) -> usize| -> usize {
            self.files.iter().map(|file| weight(file)).sum()
        };
        let (raw, brotli, gzip) =
            (sum(|file| file.raw), sum(|file| file.brotli), sum(|file| file.gzip));
        let largest = match self.files.iter().max_by_key(|file| file.brotli) {
            Some(largest) if self.files.len() > 1 => {
                format!("  {} {}", largest.brotli, largest.path)
            }
            _ => String::new(),
        };
        let (name, count) = (&self.name, self.files.len());
        format!("{name:width$}  {count:>5}  {raw:>9}  {brotli:>9}  {gzip:>9}{largest}")
    }
}

/// Groups the files whose names follow one pattern, in the order of the patterns.
fn groups(files: &[File]) -> Vec<Group<'_>> {
    let pages: HashSet<&str> =
        files.iter().filter_map(|file| file.path.strip_suffix("/index.html")).collect();
    let mut groups: BTreeMap<String, Vec<&File>> = BTreeMap::new();
    for file in files {
        groups.entry(pattern(file, &pages)).or_default().push(file);
    }
    groups
        .into_iter()
        .map(|(pattern, files)| {
            let name = match &files[..] {
                [alone] => alone.path.clone(),
                _ => pattern,
            };
            Group { name, files }
        })
        .collect()
}

/// `so/*/index.html` for the page of a figure, `data/*.csv` for a table; the path itself for what
/// lies at the top and for the files that all pages share. `pages` are the folders of pages.
fn pattern(file: &File, pages: &HashSet<&str>) -> String {
    let Some((folder, name)) = file.path.rsplit_once('/').filter(|(f, _)| *f != "assets") else {
        return file.path.clone();
    };
    let folder = match folder.rsplit_once('/') {
        _ if !pages.contains(folder) => folder.to_owned(),
        Some((above, _)) => format!("{above}/*"),
        None => "*".to_owned(),
    };
    match file.extension() {
        Some(extension) if name != "index.html" => format!("{folder}/*.{extension}"),
        _ => format!("{folder}/{name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(paths: &[&str]) -> Vec<File> {
        let file = |&path: &&str| File { path: path.to_owned(), raw: 3, brotli: 1, gzip: 2 };
        paths.iter().map(file).collect()
    }

    #[test]
    fn pages_and_tables_stand_in_groups_and_shared_files_alone() {
        let files = files(&[
            "404.html",
            "assets/dak-so-1.js",
            "assets/start-2.js",
            "data/a.csv",
            "data/b.csv",
            "data/datapackage.json",
            "en/figure/x/chart.svg",
            "en/figure/x/index.html",
            "en/figure/y/chart.svg",
            "en/figure/y/index.html",
            "index.html",
        ]);
        let groups = groups(&files);
        let found: Vec<(&str, usize)> =
            groups.iter().map(|group| (group.name.as_str(), group.files.len())).collect();
        let expected = [
            ("404.html", 1),
            ("assets/dak-so-1.js", 1),
            ("assets/start-2.js", 1),
            ("data/*.csv", 2),
            ("data/datapackage.json", 1),
            ("en/figure/*/*.svg", 2),
            ("en/figure/*/index.html", 2),
            ("index.html", 1),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_group_is_summed_and_names_its_largest() {
        let mut files = files(&["so/a/index.html", "so/b/index.html"]);
        files[1].brotli = 5;
        let lines: Vec<String> = groups(&files).iter().map(|group| group.line(15)).collect();
        let expected = "so/*/index.html      2          6          6          4  5 so/b/index.html";
        assert_eq!(lines, [expected]);
    }
}
