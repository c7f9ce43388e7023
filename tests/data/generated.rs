//! The source code a dataset becomes.

use dak_so::data::{generate, validate};
use expect_test::expect;

use crate::small::Small;

#[test]
fn a_dataset_is_written_as_constants() -> Result<(), String> {
    let package = Small::valid().package();
    let dataset = validate(&package, None).map_err(|issues| format!("{issues:?}"))?;
    expect![[r#"
        use std::borrow::Cow;

        #[allow(unused_imports, reason = "not every package uses every type")]
        use crate::model::{
            Better, Dataset, Decimal, Denominator, Derivation, DerivationId, FamilyId, Indicator,
            IndicatorId, Input, Kind, Localized, Observation, ObservationId, Operation, Period,
            PeriodBasis, Province, ProvinceId, Qualifier, Source, SourceId, Statement, Topic, Unit,
        };

        /// The checked data package.
        pub static DATASET: Dataset<'static> = Dataset { provinces: Cow::Borrowed(&[
        Province { id: ProvinceId::DakNong, name: Localized { vi: "Đắk Nông", en: "Đắk Nông" }, valid_to: "2025-06-30", successor: Localized { vi: "Lâm Đồng", en: "Lâm Đồng" }, note: Localized { vi: "", en: "" } },
        Province { id: ProvinceId::DakLak, name: Localized { vi: "Đắk Lắk", en: "Đắk Lắk" }, valid_to: "2025-06-30", successor: Localized { vi: "Đắk Lắk", en: "Đắk Lắk" }, note: Localized { vi: "Có ghi chú.", en: "With a note." } },
        ]), sources: Cow::Borrowed(&[
        Source { slug: "dn", document: "a.txt", province: ProvinceId::DakNong, title_vi: "[Hội nghị]", author: "", published: "", as_of: Period::of_year(2022), note: Localized { vi: "", en: "" } },
        Source { slug: "dl", document: "b.txt", province: ProvinceId::DakLak, title_vi: "Dấu ấn, \"20 năm\"", author: "Hạ Chúc", published: "2024-12-20", as_of: Period::of_month(2024, 12), note: Localized { vi: "", en: "" } },
        ]), families: Cow::Borrowed(&[
        "coverage",
        "dti",
        "money",
        "phones",
        "people",
        ]), indicators: Cow::Borrowed(&[
        Indicator { slug: "4g-population", topic: Topic::Coverage, family: FamilyId(0), name: Localized { vi: "Sóng 4G", en: "4G" }, definition: Localized { vi: "Dân số có sóng.", en: "People covered." }, unit: Unit::Percent, denominator: Some(Denominator::Population), better: Some(Better::Higher) },
        Indicator { slug: "dti-rank", topic: Topic::Government, family: FamilyId(1), name: Localized { vi: "Hạng DTI", en: "DTI rank" }, definition: Localized { vi: "Thứ hạng.", en: "Place." }, unit: Unit::Rank, denominator: None, better: Some(Better::Lower) },
        Indicator { slug: "postal-revenue", topic: Topic::Economy, family: FamilyId(2), name: Localized { vi: "Bưu chính", en: "Post" }, definition: Localized { vi: "Doanh thu.", en: "Revenue." }, unit: Unit::BillionVnd, denominator: None, better: Some(Better::Higher) },
        Indicator { slug: "it-revenue", topic: Topic::Economy, family: FamilyId(2), name: Localized { vi: "CNTT", en: "IT" }, definition: Localized { vi: "Doanh thu.", en: "Revenue." }, unit: Unit::BillionVnd, denominator: None, better: Some(Better::Higher) },
        Indicator { slug: "phone-count", topic: Topic::Subscriptions, family: FamilyId(3), name: Localized { vi: "Số thuê bao", en: "Phones" }, definition: Localized { vi: "Tổng số.", en: "All." }, unit: Unit::Subscriptions, denominator: None, better: None },
        Indicator { slug: "phone", topic: Topic::Subscriptions, family: FamilyId(3), name: Localized { vi: "Thuê bao", en: "Phones" }, definition: Localized { vi: "Trên 100 dân.", en: "Per 100 people." }, unit: Unit::Per100, denominator: Some(Denominator::Population), better: None },
        Indicator { slug: "communes", topic: Topic::Coverage, family: FamilyId(0), name: Localized { vi: "Xã", en: "Communes" }, definition: Localized { vi: "Số xã.", en: "Communes." }, unit: Unit::Communes, denominator: None, better: None },
        Indicator { slug: "communes-share", topic: Topic::Coverage, family: FamilyId(0), name: Localized { vi: "Tỷ lệ xã", en: "Communes" }, definition: Localized { vi: "Phần xã.", en: "Share." }, unit: Unit::Percent, denominator: Some(Denominator::Communes), better: None },
        Indicator { slug: "people", topic: Topic::Society, family: FamilyId(4), name: Localized { vi: "Dân số", en: "People" }, definition: Localized { vi: "Suy ra.", en: "Implied." }, unit: Unit::People, denominator: None, better: None },
        ]), observations: Cow::Borrowed(&[
        Observation { slug: "dn-4g", province: ProvinceId::DakNong, indicator: IndicatorId(0), kind: Kind::Actual, period: Period::of_year(2022), period_basis: PeriodBasis::Stated, value: Decimal::new(99, 0), value_high: None, of: None, qualifier: Qualifier::Exact, printed: "99%", source: SourceId(0), paragraph: 1, note: Localized { vi: "", en: "" } },
        Observation { slug: "dn-4g-target", province: ProvinceId::DakNong, indicator: IndicatorId(0), kind: Kind::Target, period: Period::of_year(2023), period_basis: PeriodBasis::Inferred, value: Decimal::new(90, 0), value_high: Some(Decimal::new(95, 0)), of: None, qualifier: Qualifier::Exact, printed: "90-95%", source: SourceId(0), paragraph: 2, note: Localized { vi: "", en: "" } },
        Observation { slug: "dn-rank", province: ProvinceId::DakNong, indicator: IndicatorId(1), kind: Kind::Actual, period: Period::of_year(2021), period_basis: PeriodBasis::Stated, value: Decimal::new(41, 0), value_high: None, of: Some(Decimal::new(63, 0)), qualifier: Qualifier::Exact, printed: "41/63", source: SourceId(0), paragraph: 1, note: Localized { vi: "", en: "" } },
        Observation { slug: "dn-post", province: ProvinceId::DakNong, indicator: IndicatorId(2), kind: Kind::Actual, period: Period::of_year(2022), period_basis: PeriodBasis::Stated, value: Decimal::new(148, 0), value_high: None, of: None, qualifier: Qualifier::Estimate, printed: "148", source: SourceId(0), paragraph: 1, note: Localized { vi: "", en: "" } },
        Observation { slug: "dn-it", province: ProvinceId::DakNong, indicator: IndicatorId(3), kind: Kind::Actual, period: Period::of_month(2022, 9), period_basis: PeriodBasis::Stated, value: Decimal::new(1607294, 3), value_high: None, of: None, qualifier: Qualifier::Estimate, printed: "1.607.294", source: SourceId(0), paragraph: 1, note: Localized { vi: "", en: "" } },
        Observation { slug: "dl-phones", province: ProvinceId::DakLak, indicator: IndicatorId(4), kind: Kind::Actual, period: Period::of_month(2024, 12), period_basis: PeriodBasis::Stated, value: Decimal::new(2000000, 0), value_high: None, of: None, qualifier: Qualifier::Over, printed: "2 triệu", source: SourceId(1), paragraph: 1, note: Localized { vi: "Ghi chú.", en: "Note." } },
        Observation { slug: "dl-phone", province: ProvinceId::DakLak, indicator: IndicatorId(5), kind: Kind::Actual, period: Period::of_month(2024, 12), period_basis: PeriodBasis::Stated, value: Decimal::new(11605, 2), value_high: None, of: None, qualifier: Qualifier::Exact, printed: "116,05", source: SourceId(1), paragraph: 1, note: Localized { vi: "", en: "" } },
        Observation { slug: "dl-communes", province: ProvinceId::DakLak, indicator: IndicatorId(6), kind: Kind::Actual, period: Period::of_month(2024, 12), period_basis: PeriodBasis::Stated, value: Decimal::new(6, 0), value_high: None, of: Some(Decimal::new(10, 0)), qualifier: Qualifier::Exact, printed: "06/10", source: SourceId(1), paragraph: 2, note: Localized { vi: "", en: "" } },
        ]), statements: Cow::Borrowed(&[
        Statement { slug: "dl-4g", province: ProvinceId::DakLak, indicator: IndicatorId(0), period: Period::of_month(2024, 12), status: Localized { vi: "Không công bố.", en: "Not published." }, source: SourceId(1), paragraph: 2 },
        ]), derivations: Cow::Borrowed(&[
        Derivation { slug: "dl-share", province: ProvinceId::DakLak, indicator: IndicatorId(7), period: Period::of_month(2024, 12), operation: Operation::Share, inputs: Cow::Borrowed(&[
        Input::Observation(ObservationId(7)),
        ]), note: Localized { vi: "", en: "" } },
        Derivation { slug: "dl-people", province: ProvinceId::DakLak, indicator: IndicatorId(8), period: Period::of_month(2024, 12), operation: Operation::Whole, inputs: Cow::Borrowed(&[
        Input::Observation(ObservationId(5)),
        Input::Observation(ObservationId(6)),
        ]), note: Localized { vi: "", en: "" } },
        Derivation { slug: "dl-gap", province: ProvinceId::DakLak, indicator: IndicatorId(8), period: Period::of_month(2024, 12), operation: Operation::Difference, inputs: Cow::Borrowed(&[
        Input::Derivation(DerivationId(1)),
        Input::Observation(ObservationId(5)),
        ]), note: Localized { vi: "", en: "" } },
        ]) };
    "#]].assert_eq(&generate(&dataset));
    Ok(())
}
