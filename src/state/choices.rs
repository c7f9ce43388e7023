use std::borrow::Cow;

use crate::model::{Dataset, Kind, ObservationId, ProvinceId, Slug, Topic, slugs};
use crate::query::Status;

/// How long a search may be, in characters: enough for any question, and no address grows without end.
const LONGEST_SEARCH: usize = 100;

slugs! {
    /// Something on a page that a reader can set, by its name in addresses and on the page.
    Control {
        /// Which side of the charts is seen.
        Tab = "tab",
        /// The province that stands out in charts, and alone in lists.
        Province = "province",
        /// The figure whose evidence is open.
        Figure = "figure",
        /// What became of the targets that are listed.
        Status = "status",
        /// What the listed figures are about.
        Topic = "topic",
        /// What the listed figures report.
        Kind = "kind",
        /// The year of the listed figures.
        Year = "year",
        /// The order of the list.
        Order = "sort",
        /// What is looked for.
        Search = "q",
    }
}

slugs! {
    /// Which side of a chart is seen, where the chart itself is not.
    Side {
        /// Its figures as a table.
        Table = "table",
        /// Its documents, and how to cite it.
        Source = "source",
    }
}

slugs! {
    /// The order of a list, where it is not that of its page.
    Order {
        /// The latest first.
        Newest = "newest",
        /// The earliest first.
        Oldest = "oldest",
        /// By the names of the indicators.
        Name = "name",
        /// By province.
        Province = "province",
    }
}

/// What a reader has chosen on a page: all that makes it look other than it was written.
///
/// It and the query of an address are two forms of one thing, as a [`View`](super::View) and its path
/// are: every choice has one query, and every query, however damaged, is some choice. What a query does
/// not say, or says wrongly, is as by default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    side: Option<Side>,
    province: Option<ProvinceId>,
    figure: Option<ObservationId>,
    status: Option<Status>,
    topic: Option<Topic>,
    kind: Option<Kind>,
    year: Option<u16>,
    order: Option<Order>,
    search: String,
}

impl Choices {
    /// The choices that the query of an address asks for, without its question mark.
    pub fn from_query(dataset: &Dataset<'_>, query: &str) -> Self {
        let mut choices = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            if let Some(control) = Control::from_slug(&name) {
                choices.set(dataset, control, &value);
            }
        }
        choices
    }

    /// The one query for the choices, without its question mark; empty for none.
    pub fn query(&self, dataset: &Dataset<'_>) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for control in Control::ALL {
            let value = self.value(dataset, *control);
            if !value.is_empty() {
                query.append_pair(control.slug(), &value);
            }
        }
        query.finish()
    }

    /// What a control is set to; empty where that is its default.
    pub fn value<'a>(&'a self, dataset: &'a Dataset<'_>, control: Control) -> Cow<'a, str> {
        let text = match control {
            Control::Tab => name(self.side),
            Control::Province => name(self.province),
            Control::Figure => self.figure.map_or("", |id| dataset.observation(id).slug),
            Control::Status => name(self.status),
            Control::Topic => name(self.topic),
            Control::Kind => name(self.kind),
            Control::Year => {
                return self.year.map_or(Cow::Borrowed(""), |year| year.to_string().into());
            }
            Control::Order => name(self.order),
            Control::Search => &self.search,
        };
        Cow::Borrowed(text)
    }

    /// Sets a control. A value that it does not have is its default.
    pub fn set(&mut self, dataset: &Dataset<'_>, control: Control, value: &str) {
        match control {
            Control::Tab => self.side = Side::from_slug(value),
            Control::Province => self.province = ProvinceId::from_slug(value),
            Control::Figure => self.figure = dataset.observation_named(value),
            Control::Status => self.status = Status::from_slug(value),
            Control::Topic => self.topic = Topic::from_slug(value),
            Control::Kind => self.kind = Kind::from_slug(value),
            Control::Year => self.year = year_named(dataset, value),
            Control::Order => self.order = Order::from_slug(value),
            Control::Search => self.search = value.chars().take(LONGEST_SEARCH).collect(),
        }
    }

    /// The province that stands out.
    pub const fn province(&self) -> Option<ProvinceId> {
        self.province
    }

    /// The figure whose evidence is open.
    pub const fn figure(&self) -> Option<ObservationId> {
        self.figure
    }

    /// The order of the list, where it is not that of its page.
    pub const fn order(&self) -> Option<Order> {
        self.order
    }

    /// What is looked for.
    pub fn search(&self) -> &str {
        &self.search
    }
}

fn name<T: Slug>(value: Option<T>) -> &'static str {
    value.map_or("", Slug::slug)
}

/// A year for which anything was published.
fn year_named(dataset: &Dataset<'_>, value: &str) -> Option<u16> {
    let year = value.parse().ok()?;
    dataset.observations().any(|(_, figure)| figure.period.year() == year).then_some(year)
}
