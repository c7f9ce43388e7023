use super::views::{ViewTexts, ViewWords};

/// English.
pub(super) static EN: ViewTexts = ViewTexts {
    coverage: ViewWords {
        short: "Coverage",
        title: "Coverage and networks",
        lead: "How far mobile signals, fibre, base stations and local radio reach. The share of people covered and the share of villages covered are two indicators; they are never drawn on one axis.",
    },
    subscriptions: ViewWords {
        short: "Subscriptions",
        title: "Subscriptions and users",
        lead: "How many subscriptions there are per 100 people, how many households use the Internet, how many people have a smartphone. Where figures of one article contradict each other, it is said.",
    },
    economy: ViewWords {
        short: "Economy",
        title: "Digital economy, post and telecom",
        lead: "The share of the digital economy over the years; revenue of post and telecom and what they paid to the budget; the IT industry.",
    },
    government: ViewWords {
        short: "Government",
        title: "Digital government and its staff",
        lead: "Online public services, electronic taxes and invoices, equipment, staff, operations centres, the digital transformation rank, and the press.",
    },
    targets: ViewWords {
        short: "Targets",
        title: "Every target and its result",
        lead: "Where each target was set, for which year, and what the latest result is. Where no result was published, this page says so.",
    },
    figures_short: "Figures",
    other_figures: "The other figures",
    field_figures: "Published figures",
    computed: "What follows from published figures",
    statements: "Published without a number",
    unlike: "Why the provinces are not compared on these",
    no_result: "No figure was published.",
    no_target: "no target in numbers",
    promises: "Which targets were met, and which were not",
    unknown: "What was not published",
    fields: "By field",
};
