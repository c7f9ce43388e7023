use std::borrow::Cow;
use std::fmt::Debug;

use crate::model::{
    Better, Dataset, Decimal, Denominator, Derivation, Edition, FamilyId, Indicator, IndicatorId,
    Input, Kind, Localized, Observation, Operation, Period, PeriodBasis, Province, ProvinceId,
    Qualifier, Source, SourceId, Statement, Topic, Unit,
};

/// The types whose names the generated constants use.
const IMPORTS: &str = "use std::borrow::Cow;

#[allow(unused_imports, reason = \"not every package uses every type\")]
use crate::model::{
    Better, Dataset, Decimal, Denominator, Derivation, DerivationId, FamilyId, Indicator,
    IndicatorId, Input, Kind, Localized, Observation, ObservationId, Operation, Period,
    PeriodBasis, Province, ProvinceId, Qualifier, Source, SourceId, Statement, Topic, Unit,
};

";

/// Writes a dataset as Rust source: a static made of constants alone, so that a program that
/// contains it neither parses nor allocates to use it.
pub fn generate(dataset: &Dataset<'_>) -> String {
    let value = dataset.constant();
    format!(
        "{IMPORTS}/// The checked data package.\npub static DATASET: Dataset<'static> = {value};\n"
    )
}

/// Writes the edition of a package as Rust source.
pub fn generate_edition(edition: &Edition<'_>) -> String {
    let Edition { version, date, hash } = edition;
    let text = |text: &str| format!("std::borrow::Cow::Borrowed({text:?})");
    let fields = [("version", version), ("date", date), ("hash", hash)];
    let fields = fields.map(|(name, value)| format!("{name}: {}", text(value)));
    format!(
        "\n/// Which state of the data package it is.\npub static EDITION: crate::model::Edition<'static> = \
         crate::model::Edition {{ {} }};\n",
        fields.join(", ")
    )
}

/// Writes the ranks of the names of indicators, as [`name_ranks`](super::name_ranks) gives them, as
/// Rust source.
pub fn generate_name_ranks(ranks: &[Vec<u16>]) -> String {
    format!(
        "\n/// The place of every indicator in the order of names, a list a language.\npub static \
         NAME_RANKS: &[&[u16]] = &[{}];\n",
        ranks.iter().map(|ranks| format!("&{ranks:?},")).collect::<String>()
    )
}

/// A value that can be written as a constant expression.
trait Constant {
    fn constant(&self) -> String;
}

impl Constant for &str {
    fn constant(&self) -> String {
        // The debug form of a text is a Rust literal.
        format!("{self:?}")
    }
}

impl Constant for u16 {
    fn constant(&self) -> String {
        self.to_string()
    }
}

impl Constant for Decimal {
    fn constant(&self) -> String {
        format!("Decimal::new({}, {})", self.mantissa(), self.scale())
    }
}

impl Constant for Period {
    fn constant(&self) -> String {
        match self.month() {
            Some(month) => format!("Period::of_month({}, {month})", self.year()),
            None => format!("Period::of_year({})", self.year()),
        }
    }
}

impl Constant for Input {
    fn constant(&self) -> String {
        format!("Input::{self:?}")
    }
}

impl<T: Constant> Constant for Option<T> {
    fn constant(&self) -> String {
        match self {
            Some(value) => format!("Some({})", value.constant()),
            None => "None".to_owned(),
        }
    }
}

impl<T: Constant + Clone> Constant for Cow<'_, [T]> {
    fn constant(&self) -> String {
        let items: String = self.iter().map(|item| format!("{},\n", item.constant())).collect();
        if items.is_empty() {
            "Cow::Borrowed(&[])".to_owned()
        } else {
            format!("Cow::Borrowed(&[\n{items}])")
        }
    }
}

/// The derived debug form of a variant is its name.
fn variant(type_name: &str, value: &impl Debug) -> String {
    format!("{type_name}::{value:?}")
}

macro_rules! variants {
    ($($name:ident),+ $(,)?) => {
        $(
            impl Constant for $name {
                fn constant(&self) -> String {
                    variant(stringify!($name), self)
                }
            }
        )+
    };
}

variants! { Better, Denominator, Kind, Operation, PeriodBasis, ProvinceId, Qualifier, Topic, Unit }

macro_rules! ids {
    ($($name:ident),+ $(,)?) => {
        $(
            impl Constant for $name {
                fn constant(&self) -> String {
                    format!("{}({})", stringify!($name), self.0)
                }
            }
        )+
    };
}

ids! { FamilyId, IndicatorId, SourceId }

/// Writes structs field by field. A field that is missing here fails the build, because the
/// generated expression is then not complete.
macro_rules! structs {
    ($($name:ident { $($field:ident),+ $(,)? })+) => {
        $(
            impl Constant for $name<'_> {
                fn constant(&self) -> String {
                    let fields = [$(format!("{}: {}", stringify!($field), self.$field.constant())),+];
                    format!("{} {{ {} }}", stringify!($name), fields.join(", "))
                }
            }
        )+
    };
}

structs! {
    Localized { vi, en }
    Province { id, name, valid_to, successor, note }
    Source { slug, document, province, title_vi, author, published, as_of, note }
    Indicator { slug, topic, family, name, definition, unit, denominator, better }
    Observation {
        slug, province, indicator, kind, period, period_basis, value, value_high, of, qualifier,
        printed, source, paragraph, note,
    }
    Statement { slug, province, indicator, period, status, source, paragraph }
    Derivation { slug, province, indicator, period, operation, inputs, note }
    Dataset { provinces, sources, families, indicators, observations, statements, derivations }
}
