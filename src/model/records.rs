use std::borrow::Cow;

use super::{
    Better, Decimal, Denominator, DerivationId, FamilyId, IndicatorId, Kind, Localized,
    ObservationId, Operation, Period, PeriodBasis, ProvinceId, Qualifier, SourceId, Topic, Unit,
};

/// A province as it was before the mergers of 1 July 2025.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Province<'a> {
    /// Which province.
    pub id: ProvinceId,
    /// Its name.
    pub name: Localized<'a>,
    /// The last day on which it existed in these boundaries, as an ISO date.
    pub valid_to: &'a str,
    /// The province its territory belongs to since.
    pub successor: Localized<'a>,
    /// What a reader must know about its boundaries.
    pub note: Localized<'a>,
}

/// A document that figures are taken from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source<'a> {
    /// Its name in addresses and files.
    pub slug: &'a str,
    /// The file that holds its text.
    pub document: &'a str,
    /// The province it reports on.
    pub province: ProvinceId,
    /// Its title, or our description of it in brackets when it prints none.
    pub title_vi: &'a str,
    /// Its author as printed; empty when none is printed.
    pub author: &'a str,
    /// The ISO date it was published; empty when it prints none.
    pub published: &'a str,
    /// The period its "to date" means.
    pub as_of: Period,
    /// How its dates were read, and its misprints.
    pub note: Localized<'a>,
}

impl<'a> Source<'a> {
    /// The authors one by one; none when none is printed.
    pub fn authors(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.author.split(" - ").filter(|name| !name.is_empty())
    }
}

/// One well-defined quantity: figures of one indicator, and only those, may share an axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator<'a> {
    /// Its name in addresses and files.
    pub slug: &'a str,
    /// Its field.
    pub topic: Topic,
    /// The indicators that a reader would put beside it.
    pub family: FamilyId,
    /// Its name.
    pub name: Localized<'a>,
    /// What exactly is counted, of what.
    pub definition: Localized<'a>,
    /// What its values count or measure.
    pub unit: Unit,
    /// What its values are a share of; `None` for counts.
    pub denominator: Option<Denominator>,
    /// Which way is better, where that is clear.
    pub better: Option<Better>,
}

/// A figure as a document printed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observation<'a> {
    /// Its name in addresses and files.
    pub slug: &'a str,
    /// The province it is about.
    pub province: ProvinceId,
    /// What it measures.
    pub indicator: IndicatorId,
    /// Whether it reports, promises or compares.
    pub kind: Kind,
    /// The time it is for.
    pub period: Period,
    /// How that time is known.
    pub period_basis: PeriodBasis,
    /// The value, or the lower end of a range, in the unit of the indicator.
    pub value: Decimal,
    /// The upper end of a range.
    pub value_high: Option<Decimal>,
    /// The whole, when the document prints part and whole.
    pub of: Option<Decimal>,
    /// The hedge printed with it.
    pub qualifier: Qualifier,
    /// The token exactly as printed.
    pub printed: &'a str,
    /// The document.
    pub source: SourceId,
    /// The paragraph: non-empty lines counted from 1.
    pub paragraph: u16,
    /// What a reader must know about it; often empty.
    pub note: Localized<'a>,
}

/// A published fact that has no number but matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement<'a> {
    /// Its name in addresses and files.
    pub slug: &'a str,
    /// The province it is about.
    pub province: ProvinceId,
    /// The indicator it stands beside.
    pub indicator: IndicatorId,
    /// The time it is for.
    pub period: Period,
    /// The fact in our words.
    pub status: Localized<'a>,
    /// The document.
    pub source: SourceId,
    /// The paragraph: non-empty lines counted from 1.
    pub paragraph: u16,
}

/// What a derivation computes with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// A printed figure.
    Observation(ObservationId),
    /// Another computed figure.
    Derivation(DerivationId),
}

/// A figure that the program computes from printed ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derivation<'a> {
    /// Its name in addresses and files.
    pub slug: &'a str,
    /// The province it is about.
    pub province: ProvinceId,
    /// What it measures.
    pub indicator: IndicatorId,
    /// The time it is for.
    pub period: Period,
    /// How it follows from its inputs.
    pub operation: Operation,
    /// What it is computed from, in order.
    pub inputs: Cow<'a, [Input]>,
    /// What a reader must know about it; often empty.
    pub note: Localized<'a>,
}
