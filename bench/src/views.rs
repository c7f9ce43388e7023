//! What tours come to: another view by click, against the same view as a document.

use std::thread;

use crate::conditions::{SCREEN, SLOWDOWN};
use crate::report::{milliseconds, remark, targets};
use crate::statistics::Spread;
use crate::table::table;
use crate::targets::{Grade, Verdict};
use crate::tour::{Pair, Seen, Tour, VIEWS};

/// The heading of the section.
const HEADING: &str = "## Another view by click\n";

/// A click is to take no more than this part of the time of a document.
const SHARE: f64 = 0.5;

/// Something that is timed of each view.
struct Measure {
    name: &'static str,
    /// What is aimed at by click, in milliseconds.
    aim: f64,
    time: fn(&Seen) -> Option<f64>,
}

const PAINTED: Measure =
    Measure { name: "painted", aim: 80.0, time: |seen: &Seen| Some(seen.painted) };

const REACTS: Measure = Measure { name: "chart reacts", aim: 150.0, time: |seen| seen.reacts };

const MEASURES: [Measure; 2] = [PAINTED, REACTS];

/// What a view, or several, take both ways.
struct Times {
    by_click: Spread,
    as_document: Spread,
}

impl Times {
    /// Of the views that have what is timed.
    fn of<'a>(measure: &Measure, pairs: impl Iterator<Item = &'a Pair> + Clone) -> Option<Self> {
        let by_click = pairs.clone().filter_map(|pair| (measure.time)(&pair.by_click));
        let as_document = pairs.filter_map(|pair| (measure.time)(&pair.as_document));
        Some(Self { by_click: Spread::of(by_click)?, as_document: Spread::of(as_document)? })
    }

    fn ratio(&self) -> f64 {
        self.by_click.median / self.as_document.median
    }
}

/// The verdicts on all views together; none as long as something has not been measured.
pub(crate) fn verdicts(tours: &[Tour]) -> Option<Vec<Verdict>> {
    let judged = MEASURES.iter().map(|measure| Some((measure, Times::of(measure, pairs(tours))?)));
    let judged: Vec<(&Measure, Times)> = judged.collect::<Option<_>>()?;
    let verdicts = judged.iter().flat_map(|(Measure { name, aim, .. }, times)| {
        let (ratio, found) = (times.ratio(), times.by_click.median);
        [
            Verdict {
                grade: Grade::of(ratio <= SHARE),
                target: format!("{name} by click in at most {SHARE:.2} of the time of a document"),
                found: format!("{ratio:.2}"),
            },
            Verdict {
                grade: if found <= *aim { Grade::Met } else { Grade::AboveAim },
                target: format!("{name} {aim} ms after the click"),
                found: format!("{found:.0} ms"),
            },
        ]
    });
    Some(verdicts.collect())
}

/// The section of the report, in Markdown.
pub(crate) fn report(tours: &[Tour], verdicts: &[Verdict], browser: &str) -> String {
    let verdicts = targets(verdicts);
    format!("{HEADING}\n{METHOD}\n{}\n{verdicts}\n{}", times(tours), circumstances(tours, browser))
}

const METHOD: &str = "\
Written by `cargo xtask bench --views --write docs/benchmark.md`, and with the rest by the command above. In
a new browser, the start page in Vietnamese is opened twice, so that the worker has kept the site and serves
it; then four links of the menu are clicked, one view after the other. After that, the same browser loads the
same four views as documents, out of what the worker keeps.

- By click: from the time stamp of a real click on the link. As a document: from the beginning of the navigation.
- Painted: the browser has first shown the heading of the view, by its own Element Timing. By click, where
  there is a transition, that is its first frame, in which the view begins to show through the one before.
- Chart reacts: an arrow key is pressed on the marks of the first chart, as soon as a frame has the view and the
  chart is drawn on its canvas (`data-alive`); then a frame with the card has been painted, as a message says that
  is sent in `requestAnimationFrame`. `so-lieu/` has no chart.
- Not slowed are the worker and the browser itself, of which a document needs more than a click does.
";

fn pairs(tours: &[Tour]) -> impl Iterator<Item = &Pair> + Clone {
    tours.iter().flat_map(|tour| &tour.pairs)
}

fn times(tours: &[Tour]) -> String {
    let rows = MEASURES.iter().flat_map(|measure| {
        let of_views = VIEWS.iter().filter_map(|view| {
            let times = Times::of(measure, pairs(tours).filter(|pair| pair.view == *view))?;
            Some(row(format!("{}: {view}", measure.name), &times, None))
        });
        let all = Times::of(measure, pairs(tours))
            .map(|times| row(format!("{}: all views", measure.name), &times, Some(measure.aim)));
        of_views.chain(all).collect::<Vec<_>>()
    });
    let heads = ["another view", "by click", "as a document", "ratio", "aim", "fails above"];
    table(heads, &rows.collect::<Vec<_>>())
}

/// What all views together are held to stands in their row alone.
fn row(name: String, times: &Times, aim: Option<f64>) -> [String; 6] {
    [
        name,
        milliseconds(times.by_click),
        milliseconds(times.as_document),
        format!("{:.2}", times.ratio()),
        aim.map_or_else(String::new, |aim| format!("{aim} ms")),
        aim.map_or_else(String::new, |_| format!("{SHARE:.2}")),
    ]
}

fn circumstances(tours: &[Tour], browser: &str) -> String {
    let day = tours.last().map_or("", |tour| tour.day.as_str());
    let median = |times: Vec<f64>| Spread::of(times).map(|spread| spread.median);
    let of_clicks = pairs(tours).filter_map(|pair| pair.by_click.settled);
    let faded = median(of_clicks.collect()).map_or_else(String::new, |time| {
        format!(
            " The transition, which is the browser's own, is over {time:.0} ms after the click."
        )
    });
    let of_documents = pairs(tours).filter(|pair| pair.by_click.reacts.is_some());
    let of_documents = of_documents.filter_map(|pair| pair.as_document.listening);
    let listening = median(of_documents.collect()).map_or_else(String::new, |time| {
        format!(
            " A document has cards under a mouse after {time:.0} ms, by a small script on the picture \
             of its chart."
        )
    });
    let load = Spread::of(tours.iter().filter_map(|tour| tour.load));
    let processors = thread::available_parallelism().map_or(1.0, |count| count.get() as f64);
    let crowded = if load.is_some_and(|load| load.most > processors) {
        "\nOther programs kept the machine busy: all times are longer than on a calm one, and ratios may \
         be off. Measure again when it is calm.\n"
    } else {
        ""
    };
    let load = load.map_or_else(String::new, |Spread { least, most, .. }| {
        format!("; the load of the machine was {least:.1}–{most:.1}")
    });
    let slowdown = median(tours.iter().flat_map(|tour| tour.slowdowns).collect()).unwrap_or(1.0);
    format!(
        "Measured on {day}. Medians of {} runs, with the least and the most in brackets; of all views \
         together, the medians over the views and runs. Headless {browser}, a phone of {} × {} CSS \
         pixels, main thread slowed {SLOWDOWN} times; a loop ran {slowdown:.1} times slower after the \
         clicks and after the documents{load}.{faded}{listening}\n{}{crowded}",
        tours.len(),
        SCREEN.width,
        SCREEN.height,
        remark(slowdown),
    )
}

/// A page with the section in place of the one before, or at its end.
pub(crate) fn put_into(page: &str, section: &str) -> String {
    let (before, rest) = page.split_once(HEADING).unwrap_or((page, ""));
    let after = rest.find("\n## ").map_or("", |at| &rest[at..]);
    format!("{}\n\n{section}{after}", before.trim_end())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn seen(painted: f64, reacts: Option<f64>) -> Seen {
        let read = json!({
            "painted": painted, "reacts": reacts, "settled": null, "listening": null, "path": "",
            "isKept": true,
        });
        serde_json::from_value(read).unwrap()
    }

    fn tour(by_click: Seen, as_document: Seen) -> Tour {
        let pairs = vec![Pair { view: VIEWS[0], by_click, as_document }];
        Tour { pairs, slowdowns: [4.0; 2], load: None, day: "2026-11-28".to_owned() }
    }

    #[track_caller]
    fn check(by_click: Seen, as_document: Seen, expected: Option<[Grade; 4]>) {
        let found = verdicts(&[tour(by_click, as_document)]);
        let grades =
            |verdicts: Vec<Verdict>| verdicts.iter().map(|verdict| verdict.grade).collect();
        assert_eq!(found.map(grades), expected.map(Vec::from));
    }

    #[test]
    fn half_the_time_of_a_document_is_met_and_more_is_missed() {
        let document = seen(100.0, Some(300.0));
        check(seen(50.0, Some(150.0)), document.clone(), Some([Grade::Met; 4]));
        let missed = [Grade::Missed, Grade::Met, Grade::Missed, Grade::AboveAim];
        check(seen(51.0, Some(151.0)), document, Some(missed));
    }

    #[test]
    fn more_than_we_aim_at_is_no_failure() {
        let above = [Grade::Met, Grade::AboveAim, Grade::Met, Grade::AboveAim];
        check(seen(81.0, Some(151.0)), seen(900.0, Some(900.0)), Some(above));
    }

    #[test]
    fn without_any_chart_nothing_is_judged() {
        check(seen(50.0, None), seen(100.0, None), None);
    }

    #[test]
    fn the_section_takes_the_place_of_the_one_before() {
        let section = format!("{HEADING}\nnew\n");
        let page = "# Page\n\nText.\n";
        let with = format!("{page}\n{section}");
        assert_eq!(put_into(page, &section), with);
        assert_eq!(put_into(&with.replace("new", "old"), &section), with);
        let between = format!("{with}\n## Next\n\nMore.\n");
        assert_eq!(put_into(&between.replace("new", "old\n\nlines"), &section), between);
    }
}
