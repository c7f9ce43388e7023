//! The results in words and tables, for a terminal and for the documentation alike.

use crate::conditions;
use crate::statistics::Spread;
use crate::summary::Summary;
use crate::table::table;
use crate::targets::{Grade, Verdict};
use crate::waterfall::waterfall;

/// Below it, the pages ran on a faster phone than the report says.
const LEAST_SLOWDOWN: f64 = 3.0;

/// What the numbers hang on.
pub(crate) struct Circumstances {
    pub(crate) browser: String,
    pub(crate) peers: Vec<String>,
    pub(crate) runs: usize,
    /// How many times slower a loop ran under the conditions.
    pub(crate) slowdown: f64,
}

/// The whole report, in Markdown.
pub(crate) fn report(
    summaries: &[Summary],
    verdicts: &[Verdict],
    circumstances: &Circumstances,
) -> String {
    let site = summaries.iter().find(|summary| summary.is_site());
    let parts = [
        Some(times(summaries)),
        site.map(|site| ratios(summaries, site)),
        Some(targets(verdicts)),
        site.map(start),
        Some(conditions_of(circumstances)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

fn times(summaries: &[Summary]) -> String {
    let rows = summaries.iter().map(|summary| {
        [
            summary.subject.name.to_owned(),
            seconds(summary.chart),
            seconds(summary.interactive),
            seconds(summary.ready),
            seconds(summary.lcp),
            milliseconds(summary.blocked),
            format!("{:.3}", summary.cls.most),
            summary.first_reaction.map_or_else(|| "none".to_owned(), milliseconds),
            summary.reaction.map_or_else(|| "none".to_owned(), milliseconds),
            format!("{:.1} KB", summary.bytes.median / 1_000.0),
        ]
    });
    let heads = [
        "page",
        "first chart visible",
        "interactive",
        "all ready",
        "largest paint",
        "blocking time",
        "CLS",
        "first pointer to tooltip",
        "pointer to tooltip",
        "transferred",
    ];
    table(heads, &rows.collect::<Vec<_>>())
}

fn ratios(summaries: &[Summary], site: &Summary) -> String {
    let rows = summaries.iter().filter(|summary| !summary.is_site()).map(|peer| {
        [
            peer.subject.name.to_owned(),
            times_as_long(peer.chart, site.chart),
            times_as_long(peer.interactive, site.interactive),
            times_as_long(peer.ready, site.ready),
            times_as_long(peer.bytes, site.bytes),
        ]
    });
    let heads = ["peer ÷ Đắk Số", "first chart visible", "interactive", "all ready", "transferred"];
    table(heads, &rows.collect::<Vec<_>>())
}

/// A line for each target.
pub(crate) fn targets(verdicts: &[Verdict]) -> String {
    let lines = verdicts.iter().map(|Verdict { grade, target, found }| {
        let mark = match grade {
            Grade::Met => "met",
            Grade::AboveAim => "more than we aim at",
            Grade::Missed => "MISSED",
        };
        format!("- {mark}: {target}: {found}\n")
    });
    lines.collect()
}

/// How the site comes to be interactive and then ready.
fn start(site: &Summary) -> String {
    let rows = waterfall(site).into_iter().map(|(event, time)| [event, format!("{time:.0} ms")]);
    let share = site.visits.iter().map(|visit| visit.share).fold(1.0, f64::min);
    let later = site.longest_later.most;
    let later = if later > 0.0 { format!("{later:.0} ms") } else { "below 50 ms".to_owned() };
    format!(
        "{}\n{:.0} % of the first chart stand in the first view. The longest task after the start, \
         the first card included: {later}.\n",
        table(["the site's start", "median"], &rows.collect::<Vec<_>>()),
        share * 100.0,
    )
}

fn conditions_of(circumstances: &Circumstances) -> String {
    let Circumstances { browser, peers, runs, slowdown } = circumstances;
    let busy = remark(*slowdown);
    format!(
        "Medians of {runs} runs, with the least and the most in brackets (CLS: the most). All pages \
         take turns in one session, each time in a new browser with nothing cached: headless \
         {browser}, {}; a loop ran {slowdown:.1} times slower under them. Slowed is the main thread \
         alone; what a browser compiles on other threads is not. Transferred is what the bodies of \
         all files weigh as sent. The peers, of which only what a bar chart needs is bundled: {}.\n{busy}",
        conditions::described(),
        peers.join(", "),
    )
}

/// Says so where the slowdown did not hold.
pub(crate) fn remark(slowdown: f64) -> &'static str {
    if slowdown < LEAST_SLOWDOWN {
        "\nOther programs kept the machine too busy for the slowdown to hold: measure again when it \
         is calm.\n"
    } else {
        ""
    }
}

fn seconds(Spread { median, least, most }: Spread) -> String {
    let [median, least, most] = [median, least, most].map(|time| time / 1_000.0);
    format!("{median:.2} s ({least:.2}–{most:.2})")
}

pub(crate) fn milliseconds(Spread { median, least, most }: Spread) -> String {
    format!("{median:.0} ms ({least:.0}–{most:.0})")
}

fn times_as_long(peer: Spread, site: Spread) -> String {
    format!("{:.2}", peer.median / site.median)
}
