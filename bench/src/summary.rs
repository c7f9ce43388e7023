use crate::statistics::Spread;
use crate::subjects::{SITE, Subject};
use crate::visit::Visit;

/// What all visits to a page come to. Times are in milliseconds.
pub(crate) struct Summary {
    pub(crate) subject: Subject,
    pub(crate) chart: Spread,
    pub(crate) interactive: Spread,
    pub(crate) ready: Spread,
    pub(crate) lcp: Spread,
    pub(crate) blocked: Spread,
    pub(crate) cls: Spread,
    pub(crate) bytes: Spread,
    pub(crate) longest_later: Spread,
    /// From the first move of the pointer to the tooltip.
    pub(crate) first_reaction: Option<Spread>,
    /// The same of every later move.
    pub(crate) reaction: Option<Spread>,
    /// Whether the element of the largest contentful paint stood in the HTML, at every visit.
    pub(crate) lcp_in_html: bool,
    pub(crate) visits: Vec<Visit>,
}

impl Summary {
    /// Of at least one visit.
    pub(crate) fn of(subject: Subject, visits: Vec<Visit>) -> Option<Self> {
        let spread = |value: fn(&Visit) -> f64| Spread::of(visits.iter().map(value));
        Some(Self {
            subject,
            chart: spread(|visit| visit.chart)?,
            interactive: spread(|visit| visit.interactive)?,
            ready: spread(|visit| visit.ready)?,
            lcp: spread(|visit| visit.lcp.time)?,
            blocked: spread(Visit::blocked)?,
            cls: spread(|visit| visit.cls)?,
            bytes: spread(Visit::bytes)?,
            longest_later: spread(Visit::longest_later)?,
            first_reaction: Spread::of(visits.iter().filter_map(|visit| visit.first_reaction)),
            reaction: Spread::of(visits.iter().flat_map(|visit| visit.reactions.iter().copied())),
            lcp_in_html: visits.iter().all(|visit| visit.lcp.in_html),
            visits,
        })
    }

    /// Whether this is the site and not a peer.
    pub(crate) fn is_site(&self) -> bool {
        self.subject == SITE
    }
}
