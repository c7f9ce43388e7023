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

/// One thing that a reader sets, with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Shows a side of the charts; the charts themselves for none.
    Tab(Option<Side>),
    /// Lets a province stand out, and lists it alone.
    Province(Option<ProvinceId>),
    /// Opens the evidence of a figure.
    Figure(Option<ObservationId>),
    /// Lists the targets with a status alone.
    Status(Option<Status>),
    /// Lists the figures of a topic alone.
    Topic(Option<Topic>),
    /// Lists the figures of a kind alone.
    Kind(Option<Kind>),
    /// Lists the figures of a year alone.
    Year(Option<u16>),
    /// Orders the list.
    Order(Option<Order>),
    /// Lists what fits the words alone.
    Search(String),
    /// Gives back all that narrows and orders a list.
    WholeList,
}

impl Change {
    /// What setting a control to a value means. A value that the control does not have is its default.
    pub fn read(dataset: &Dataset<'_>, control: Control, value: &str) -> Self {
        match control {
            Control::Tab => Self::Tab(Side::from_slug(value)),
            Control::Province => Self::Province(ProvinceId::from_slug(value)),
            Control::Figure => Self::Figure(dataset.observation_named(value)),
            Control::Status => Self::Status(Status::from_slug(value)),
            Control::Topic => Self::Topic(Topic::from_slug(value)),
            Control::Kind => Self::Kind(Kind::from_slug(value)),
            Control::Year => Self::Year(year_named(dataset, value)),
            Control::Order => Self::Order(Order::from_slug(value)),
            Control::Search => Self::Search(value.chars().take(LONGEST_SEARCH).collect()),
        }
    }

    /// Whether it is a step that the reader can go back from. A card and a word come and go too often.
    pub const fn is_step(&self) -> bool {
        !matches!(self, Self::Figure(_) | Self::Search(_))
    }
}

impl Choices {
    /// Nothing is chosen.
    pub const NONE: Self = Self {
        side: None,
        province: None,
        figure: None,
        status: None,
        topic: None,
        kind: None,
        year: None,
        order: None,
        search: String::new(),
    };

    /// The choices that the query of an address asks for, without its question mark.
    pub fn from_query(dataset: &Dataset<'_>, query: &str) -> Self {
        let mut choices = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            if let Some(control) = Control::from_slug(&name) {
                choices.make(Change::read(dataset, control, &value));
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

    /// Makes a change.
    pub fn make(&mut self, change: Change) {
        match change {
            Change::Tab(side) => self.side = side,
            Change::Province(province) => self.province = province,
            Change::Figure(figure) => self.figure = figure,
            Change::Status(status) => self.status = status,
            Change::Topic(topic) => self.topic = topic,
            Change::Kind(kind) => self.kind = kind,
            Change::Year(year) => self.year = year,
            Change::Order(order) => self.order = order,
            Change::Search(search) => self.search = search,
            Change::WholeList => {
                *self = Self { side: self.side, figure: self.figure, ..Self::NONE };
            }
        }
    }

    /// Whether they leave a list whole and in its own order.
    pub fn leave_list_whole(&self) -> bool {
        Self { side: None, figure: None, ..self.clone() } == Self::NONE
    }

    /// Which side of the charts is seen; the charts themselves for none.
    pub const fn side(&self) -> Option<Side> {
        self.side
    }

    /// The province that stands out.
    pub const fn province(&self) -> Option<ProvinceId> {
        self.province
    }

    /// The figure whose evidence is open.
    pub const fn figure(&self) -> Option<ObservationId> {
        self.figure
    }

    /// What became of the targets that are listed.
    pub const fn status(&self) -> Option<Status> {
        self.status
    }

    /// What the listed figures are about.
    pub const fn topic(&self) -> Option<Topic> {
        self.topic
    }

    /// What the listed figures report.
    pub const fn kind(&self) -> Option<Kind> {
        self.kind
    }

    /// The year of the listed figures.
    pub const fn year(&self) -> Option<u16> {
        self.year
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
