use std::collections::HashMap;

use csv::Reader;
use dak_so::export::figures_csv;
use dak_so::i18n::{denominator, kind, unit};
use dak_so::model::{Dataset, Decimal, Language, ObservationId, Period, Qualifier, Slug};

use crate::with_dataset;

type Row = HashMap<String, String>;

fn rows(dataset: &Dataset<'_>, language: Language, figures: &[ObservationId]) -> Vec<Row> {
    let csv = figures_csv(dataset, language, figures);
    assert!(!csv.contains('\u{a0}') && !csv.contains('\r'), "the form of the package");
    Reader::from_reader(csv.as_bytes()).deserialize().map(Result::unwrap).collect()
}

fn all(dataset: &Dataset<'_>) -> Vec<ObservationId> {
    dataset.observations().map(|(id, _)| id).collect()
}

#[test]
fn every_figure_comes_back_as_it_was() {
    with_dataset(|dataset| {
        for &language in Language::ALL {
            let rows = rows(dataset, language, &all(dataset));
            assert_eq!(rows.len(), dataset.observations.len());
            for (row, figure) in rows.iter().zip(dataset.observations.iter()) {
                let indicator = dataset.indicator(figure.indicator);
                let number = |column: &str| match row[column].as_str() {
                    "" => None,
                    digits => Some(Decimal::parse(digits).unwrap()),
                };
                assert_eq!(row["id"], figure.slug);
                assert_eq!(row["province"], dataset.province(figure.province).name.get(language));
                assert_eq!(row["indicator"], indicator.slug);
                assert_eq!(row["name"], indicator.name.get(language));
                assert_eq!(row["definition"], indicator.definition.get(language));
                assert_eq!(row["unit"], unit(language, indicator.unit, false));
                let whole = indicator.denominator.map_or("", |of| denominator(language, of));
                assert_eq!(row["denominator"], whole);
                assert_eq!(row["kind"], kind(language, figure.kind));
                assert_eq!(Period::parse(&row["period"]), Ok(figure.period));
                assert_eq!(row["hedge"].is_empty(), figure.qualifier == Qualifier::Exact);
                assert_eq!(number("value"), Some(figure.value));
                assert_eq!(row["value"], figure.value.to_string(), "the digits as printed");
                assert_eq!((number("value_high"), number("of")), (figure.value_high, figure.of));
                assert_eq!(row["printed"], figure.printed);
                assert_eq!(row["document"], dataset.source(figure.source).title_vi);
                assert_eq!(row["paragraph"], figure.paragraph.to_string());
                assert_eq!(row["note"], figure.note.get(language));
            }
        }
    });
}

#[test]
fn a_row_stands_alone() {
    with_dataset(|dataset| {
        let check = |language, slug: &str, expected: [&str; 8]| {
            let id = dataset.observation_named(slug).unwrap();
            let rows = rows(dataset, language, &[id]);
            let [row] = rows.as_slice() else { panic!("one row: {rows:?}") };
            let columns = [
                "province",
                "name",
                "unit",
                "denominator",
                "kind",
                "period_basis",
                "hedge",
                "value_high",
            ];
            assert_eq!(columns.map(|column| row[column].as_str()), expected, "{slug}");
        };
        check(
            Language::Vi,
            "dn-misinformation-handled-2025-target",
            [
                "Đắk Nông",
                "Xử lý thông tin sai lệch trên mạng xã hội",
                "%",
                "vụ việc",
                "chỉ tiêu",
                "suy từ bài",
                "",
                "95",
            ],
        );
        check(
            Language::En,
            "dl-telecom-revenue-2019",
            ["Đắk Lắk", "Telecom revenue", "billion đồng", "", "result", "stated", "over", ""],
        );
    });
}

#[test]
fn figures_stand_in_the_order_asked_for() {
    with_dataset(|dataset| {
        let mut asked = all(dataset);
        asked.reverse();
        let rows = rows(dataset, Language::Vi, &asked);
        let slugs = asked.iter().map(|&id| dataset.observation(id).slug);
        assert!(rows.iter().map(|row| row["id"].as_str()).eq(slugs));
        assert_eq!(figures_csv(dataset, Language::Vi, &[]).lines().count(), 1, "the header alone");
    });
}
