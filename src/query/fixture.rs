//! A small dataset for tests, put together in memory.

use std::borrow::Cow;

use crate::model::{
    Better, Dataset, Decimal, Denominator, FamilyId, Indicator, IndicatorId, Kind, Localized,
    Observation, Period, PeriodBasis, Province, ProvinceId, Qualifier, Source, SourceId, Topic,
    Unit,
};

const NOTHING: Localized<'static> = Localized { vi: "", en: "" };

/// A dataset of three indicators: 0 and 1 are shares in one family, 2 stands alone.
pub(crate) struct Fixture {
    /// The dataset.
    pub(crate) dataset: Dataset<'static>,
}

impl Fixture {
    /// A dataset with these figures; Đắk Nông's documents reach to the end of 2024.
    pub(crate) fn new(observations: Vec<Observation<'static>>) -> Self {
        let province = |id, name| Province {
            id,
            name: Localized { vi: name, en: name },
            valid_to: "2025-06-30",
            successor: NOTHING,
            note: NOTHING,
        };
        let indicator = |slug, family, denominator| Indicator {
            slug,
            topic: Topic::Coverage,
            family: FamilyId(family),
            name: Localized { vi: slug, en: slug },
            definition: NOTHING,
            unit: Unit::Percent,
            denominator: Some(denominator),
            better: Some(Better::Higher),
        };
        Self {
            dataset: Dataset {
                provinces: Cow::Owned(vec![
                    province(ProvinceId::DakNong, "Đắk Nông"),
                    province(ProvinceId::DakLak, "Đắk Lắk"),
                ]),
                sources: Cow::Owned(vec![Source {
                    slug: "source",
                    document: "source.txt",
                    province: ProvinceId::DakNong,
                    title_vi: "Tài liệu",
                    author: "",
                    published: "",
                    as_of: Period::of_year(2024),
                    note: NOTHING,
                }]),
                families: Cow::Borrowed(&["together", "alone"]),
                indicators: Cow::Owned(vec![
                    indicator("of-people", 0, Denominator::Population),
                    indicator("of-villages", 0, Denominator::Villages),
                    indicator("alone", 1, Denominator::Households),
                ]),
                observations: Cow::Owned(observations),
                statements: Cow::Borrowed(&[]),
                derivations: Cow::Borrowed(&[]),
            },
        }
    }
}

/// A figure of Đắk Nông, exact.
pub(crate) fn observation(
    indicator: u16,
    kind: Kind,
    period: Period,
    value: i64,
) -> Observation<'static> {
    Observation {
        slug: "figure",
        province: ProvinceId::DakNong,
        indicator: IndicatorId(indicator),
        kind,
        period,
        period_basis: PeriodBasis::Stated,
        value: Decimal::integer(value),
        value_high: None,
        of: None,
        qualifier: Qualifier::Exact,
        printed: "",
        source: SourceId(0),
        paragraph: 1,
        note: NOTHING,
    }
}
