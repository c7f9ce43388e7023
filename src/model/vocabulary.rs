use super::slug::slugs;

slugs! {
    /// The field an indicator belongs to.
    Topic {
        /// Who and what the networks reach.
        Coverage = "coverage",
        /// Subscriptions and access.
        Subscriptions = "subscriptions",
        /// Digital government.
        Government = "government",
        /// Digital economy, post and telecom business.
        Economy = "economy",
        /// Digital society.
        Society = "society",
        /// Stations, lines and speeds.
        Infrastructure = "infrastructure",
        /// Digital workforce.
        Workforce = "workforce",
        /// Press and grassroots information.
        Press = "press",
    }
}

slugs! {
    /// What a page of the site is about: figures that readers look for together.
    Field {
        /// Who and what the networks reach, and what they consist of.
        Coverage = "coverage",
        /// Subscriptions and access.
        Subscriptions = "subscriptions",
        /// Digital economy, post and telecom business.
        Economy = "economy",
        /// Digital government and what it rests on: staff, equipment, information.
        Government = "government",
    }
}

slugs! {
    /// A chart of the site, by its name in addresses and files.
    ChartId {
        /// The figures that may be compared, like for like.
        Pair = "like-for-like",
        /// Subscriptions and access.
        Subscriptions = "subscriptions",
        /// Coverage and connection.
        Coverage = "coverage",
        /// Targets and what came of them.
        Targets = "targets",
        /// The share of the digital economy, year by year.
        DigitalEconomy = "digital-economy",
        /// Mobile Money subscriptions, year by year.
        MobileMoney = "mobile-money",
        /// Shares on digital government: services, staff, equipment.
        Government = "government",
    }
}

slugs! {
    /// What a figure reports.
    Kind {
        /// What was reached.
        Actual = "actual",
        /// What was promised.
        Target = "target",
        /// How much something changed.
        Change = "change",
    }
}

slugs! {
    /// How the period of a figure is known.
    PeriodBasis {
        /// The document gives it.
        Stated = "stated",
        /// It follows from the date or the subject of the document.
        Inferred = "inferred",
    }
}

slugs! {
    /// The hedge printed with a figure.
    Qualifier {
        /// None.
        Exact = "exact",
        /// `khoảng`.
        About = "about",
        /// `hơn`, `trên`.
        Over = "over",
        /// `gần`.
        Nearly = "nearly",
        /// `ước`, `ước tính`.
        Estimate = "estimate",
        /// `trở lên`.
        AtLeast = "at_least",
        /// `dưới`.
        AtMost = "at_most",
    }
}

slugs! {
    /// Which way is better for the people of the province.
    Better {
        /// More is better.
        Higher = "higher",
        /// Less is better.
        Lower = "lower",
    }
}

slugs! {
    /// How a derived figure follows from its inputs.
    Operation {
        /// The sum of all inputs.
        Sum = "sum",
        /// The first input less the second.
        Difference = "difference",
        /// The first input divided by the second.
        Ratio = "ratio",
        /// The first input as a percentage of the second; of one part/whole figure, part of whole.
        Share = "share",
        /// The whole of which the first input is as many percent, or as many per 100, as the second.
        Whole = "whole",
    }
}
