use super::slug::slugs;

slugs! {
    /// What a value counts or measures.
    Unit {
        /// Parts of a hundred of the indicator's denominator.
        Percent = "percent",
        /// Growth over an earlier period, in percent of it.
        PercentGrowth = "percent_growth",
        /// A multiple of an earlier or another value.
        Times = "times",
        /// Subscriptions per 100 people.
        Per100 = "per_100",
        /// Billion (10⁹) Vietnamese đồng.
        BillionVnd = "billion_vnd",
        /// Megabits per second.
        Mbps = "mbps",
        /// Kilometres.
        Km = "km",
        /// Kilometres per route.
        KmPerRoute = "km_per_route",
        /// A place in a ranking; 1 is best.
        Rank = "rank",
        /// Places gained in a ranking.
        Places = "places",
        /// Subscriptions.
        Subscriptions = "subscriptions",
        /// People.
        People = "people",
        /// Villages: thôn, buôn, bon.
        Villages = "villages",
        /// Communes, wards and townships.
        Communes = "communes",
        /// Districts and cities of a province.
        Districts = "districts",
        /// Places without mobile coverage.
        BlackSpots = "black_spots",
        /// Base transceiver stations.
        Stations = "stations",
        /// Fibre routes.
        Routes = "routes",
        /// Press agencies.
        PressAgencies = "press_agencies",
        /// Websites.
        Websites = "websites",
        /// Service providers.
        Providers = "providers",
        /// Components of a system.
        Components = "components",
        /// Fields that are monitored.
        Fields = "fields",
        /// Provinces and centrally run cities.
        Provinces = "provinces",
        /// Divisions of a department.
        Divisions = "divisions",
        /// Sections of a portal.
        Sections = "sections",
        /// Entries of a portal.
        Entries = "entries",
        /// Levels of government.
        Levels = "levels",
        /// Products on sale.
        Products = "products",
    }
}

impl Unit {
    /// Whether a value is a share or a rate, so that it means nothing without its denominator.
    pub const fn needs_denominator(self) -> bool {
        matches!(self, Self::Percent | Self::Per100)
    }
}

slugs! {
    /// What a share or a rate is taken of.
    Denominator {
        /// The people of the province.
        Population = "population",
        /// Its households.
        Households = "households",
        /// Mobile subscribers.
        Subscribers = "subscribers",
        /// Villages: thôn, buôn, bon.
        Villages = "villages",
        /// Communes, wards and townships.
        Communes = "communes",
        /// Districts and cities of a province.
        Districts = "districts",
        /// Known places without mobile coverage.
        BlackSpots = "black_spots",
        /// Enterprises.
        Enterprises = "enterprises",
        /// State agencies.
        Agencies = "agencies",
        /// Officials and public employees.
        Staff = "staff",
        /// Community digital teams that were to be set up.
        Teams = "teams",
        /// Administrative procedures.
        Procedures = "procedures",
        /// Applications filed with the administration.
        Applications = "applications",
        /// Official documents sent between agencies.
        Documents = "documents",
        /// Case files handled inside agencies.
        CaseFiles = "case_files",
        /// Gross regional domestic product.
        Grdp = "grdp",
        /// Revenue of the state budget.
        BudgetRevenue = "budget_revenue",
        /// Revenue of a sector.
        Revenue = "revenue",
        /// Products.
        Products = "products",
        /// Cases of false information.
        Cases = "cases",
        /// The document does not say of what.
        Unstated = "unstated",
    }
}
