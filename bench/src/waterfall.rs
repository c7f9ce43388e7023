//! What happens one after the other until the app of the site is ready.

use crate::statistics::Spread;
use crate::summary::Summary;
use crate::visit::{File, Visit};

/// Each event and its median time in milliseconds, in the order of time.
pub(crate) fn waterfall(site: &Summary) -> Vec<(String, f64)> {
    let Some(first) = site.visits.first() else {
        return Vec::new();
    };
    let of_files = first.files.iter().flat_map(|file| {
        let name = plain_name(&file.name);
        let kb = file.bytes / 1_000.0;
        let at = |time: fn(&File) -> f64| {
            median(site, |visit| visit.files.iter().find(|other| other.name == file.name).map(time))
        };
        [
            (format!("{name} asked for"), at(|file| file.asked)),
            (format!("{name} complete, {kb:.1} KB"), at(|file| file.complete)),
        ]
    });
    let of_page = [
        ("first contentful paint".to_owned(), median(site, |visit| Some(visit.first_paint))),
        ("first chart visible".to_owned(), median(site, |visit| Some(visit.chart))),
        ("load event over".to_owned(), median(site, |visit| Some(visit.loaded))),
        ("WebAssembly asked to start".to_owned(), median(site, |visit| nth(visit, 0))),
        ("WebAssembly compiled".to_owned(), median(site, |visit| nth(visit, 1))),
        ("interactive: marks have cards".to_owned(), median(site, |visit| Some(visit.interactive))),
        ("the app is ready".to_owned(), median(site, |visit| Some(visit.ready))),
    ];
    let events = of_files.chain(of_page).filter_map(|(event, time)| Some((event, time?)));
    let mut events: Vec<(String, f64)> = events.collect();
    events.sort_by(|one, other| one.1.total_cmp(&other.1));
    events
}

fn median(site: &Summary, time: impl Fn(&Visit) -> Option<f64>) -> Option<f64> {
    Spread::of(site.visits.iter().filter_map(time)).map(|spread| spread.median)
}

fn nth(visit: &Visit, at: usize) -> Option<f64> {
    visit.wasm.get(at).copied()
}

/// The name of a file without its folder and without the digest that changes with its content.
fn plain_name(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    if name.is_empty() {
        return "HTML".to_owned();
    }
    let Some((stem, rest)) = name.rsplit_once('-') else {
        return name.to_owned();
    };
    let digits = rest.chars().take_while(char::is_ascii_hexdigit).count();
    if digits < 8 { name.to_owned() } else { format!("{stem}{}", &rest[digits..]) }
}

#[cfg(test)]
mod tests {
    use super::plain_name;

    #[test]
    fn names_do_not_change_with_the_content() {
        let check = |path, expected| assert_eq!(plain_name(path), expected, "{path}");
        check("/site/", "HTML");
        check("/site/dak-so-6f28e2ea543f74e2_bg.wasm", "dak-so_bg.wasm");
        check("/site/start-9e7f5f551cd77497.js", "start.js");
        check("/site/dak-so.js", "dak-so.js");
        check("/site/chart.js", "chart.js");
        check("/site/so-dead.js", "so-dead.js");
    }
}
