use super::evidence::Evidence;
use super::report::{Checked, Report};
use super::{Field, all};
use crate::data::File;
use crate::data::rows::StatementRow;
use crate::model::{IndicatorId, Statement};

/// Checks `statements.csv`.
pub(super) fn check<'a>(
    rows: &[StatementRow<Field<'a>>],
    evidence: &Evidence<'_, 'a>,
    report: &mut Report,
) -> Checked<Vec<Statement<'a>>> {
    let statements: Vec<_> = rows.iter().map(|row| statement(row, evidence, report)).collect();
    all(statements)
}

fn statement<'a>(
    row: &StatementRow<Field<'a>>,
    evidence: &Evidence<'_, 'a>,
    report: &mut Report,
) -> Checked<Statement<'a>> {
    let slug = report.id(row.id);
    let province = report.word(row.province);
    let indicator = evidence.references.row(File::Indicators, row.indicator, report);
    let period = report.period(row.period);
    let status = report.localized(row.status_vi, row.status_en, "the fact in our words");
    let source = evidence.source(row.source, report);
    evidence.same_province(row.province, province, source, report);
    let paragraph = evidence.paragraph(row.paragraph, source, report);
    Ok(Statement {
        slug: slug?,
        province: province?,
        indicator: IndicatorId(indicator?),
        period: period?,
        status: status?,
        source: source?,
        paragraph: paragraph?,
    })
}
