//! What the site is to reach, and whether it does.

use crate::subjects::CHARTJS;
use crate::summary::Summary;

/// The first chart is to be visible within this part of the time of the fastest peer.
const CHART_SHARE: f64 = 0.5;

/// Total blocking time, in milliseconds.
const BLOCKED: f64 = 100.0;

/// From the move of the pointer to the painted card, in milliseconds: a frame.
const REACTION: f64 = 16.0;

/// What a task after the start may take, in milliseconds.
const TASK: f64 = 50.0;

/// How the site stands to a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Grade {
    Met,
    /// More than we aim at, which is no failure.
    AboveAim,
    Missed,
}

impl Grade {
    /// Of a target that is missed unless it is met.
    pub(crate) fn of(met: bool) -> Self {
        if met { Self::Met } else { Self::Missed }
    }
}

/// What became of a target.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Verdict {
    pub(crate) grade: Grade,
    pub(crate) target: String,
    pub(crate) found: String,
}

/// The verdicts on the site; none as long as a page is missing.
pub(crate) fn verdicts(summaries: &[Summary]) -> Option<Vec<Verdict>> {
    let site = summaries.iter().find(|summary| summary.is_site())?;
    let peers = summaries.iter().filter(|summary| !summary.is_site());
    let fastest = peers.min_by(|one, other| one.chart.median.total_cmp(&other.chart.median))?;
    let chartjs = summaries.iter().find(|summary| summary.subject == CHARTJS)?;
    let chart = site.chart.median / fastest.chart.median;
    let interactive = site.interactive.median / chartjs.interactive.median;
    Some(vec![
        Verdict {
            grade: Grade::of(chart <= CHART_SHARE),
            target: format!(
                "first chart visible in at most {CHART_SHARE:.2} of the time of the fastest peer"
            ),
            found: format!("{chart:.2} of {}", fastest.subject.name),
        },
        Verdict {
            grade: Grade::of(interactive <= 1.0),
            target: format!("interactive no later than {}", CHARTJS.name),
            found: format!("{interactive:.2} of its time"),
        },
        Verdict {
            grade: Grade::of(site.lcp_in_html),
            target: "the largest contentful paint is an element of the HTML".to_owned(),
            found: largest_paint(site),
        },
        Verdict {
            grade: Grade::of(site.cls.most <= 0.0),
            target: "nothing moves (CLS 0)".to_owned(),
            found: moved(site),
        },
        Verdict {
            grade: Grade::of(site.blocked.median < BLOCKED),
            target: format!("total blocking time below {BLOCKED} ms"),
            found: format!("{:.0} ms", site.blocked.median),
        },
        Verdict {
            grade: Grade::of(site.reaction.is_some_and(|reaction| reaction.median <= REACTION)),
            target: format!("a card painted {REACTION} ms after the pointer has moved"),
            found: site.reaction.map_or_else(
                || "there is no card".to_owned(),
                |reaction| format!("{:.0} ms", reaction.median),
            ),
        },
        Verdict {
            grade: Grade::of(site.longest_later.most <= TASK),
            target: format!("no task of more than {TASK} ms after the start"),
            found: match site.longest_later.most {
                longest if longest > 0.0 => format!("{longest:.0} ms at most"),
                _ => format!("none of {TASK} ms"),
            },
        },
    ])
}

fn largest_paint(site: &Summary) -> String {
    // Where it differs from visit to visit, the one that fails says more.
    let visit = site.visits.iter().find(|visit| !visit.lcp.in_html).or(site.visits.first());
    let Some(lcp) = visit.map(|visit| &visit.lcp) else {
        return String::new();
    };
    if lcp.tag.is_empty() {
        return "an element that was taken away".to_owned();
    }
    let start: String = lcp.words.chars().take(40).collect();
    format!("<{}> “{start}…”", lcp.tag)
}

fn moved(site: &Summary) -> String {
    let mut moved: Vec<&str> =
        site.visits.iter().flat_map(|visit| &visit.moved).map(String::as_str).collect();
    moved.sort_unstable();
    moved.dedup();
    let by = if moved.is_empty() { String::new() } else { format!(", by {}", moved.join(", ")) };
    format!("{:.3} at most{by}", site.cls.most)
}
