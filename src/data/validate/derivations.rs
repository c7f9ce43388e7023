use super::computed::{Order, Values};
use super::references::References;
use super::report::{Checked, Report};
use super::{Field, all};
use crate::data::hint::{closest, excerpt};
use crate::data::rows::DerivationRow;
use crate::data::{File, Problem};
use crate::model::{
    Derivation, DerivationId, IndicatorId, Input, Observation, ObservationId, Operation,
};

/// Checks `derivations.csv`, knowing the figures.
pub(super) fn check<'a>(
    rows: &[DerivationRow<Field<'a>>],
    references: &References<'_>,
    observations: &[Checked<Observation<'a>>],
    report: &mut Report,
) -> Checked<Vec<Derivation<'a>>> {
    let derivations: Vec<_> =
        rows.iter().map(|row| derivation(row, references, observations, report)).collect();
    let order = Order::of(&derivations);
    for index in order.cyclic {
        let row = &rows[index];
        report.add(row.inputs.place, Problem::Cycle { found: excerpt(row.id.text) });
    }
    let mut values = Values::of(observations, rows.len());
    for index in order.sorted {
        let Ok(derivation) = &derivations[index] else {
            continue;
        };
        if let Some(divisor) = values.compute(index, derivation) {
            // Inputs and their names stand in the same order.
            let name = rows[index].inputs.text.split(' ').nth(divisor).unwrap_or_default();
            let problem = Problem::DivisionByZero { found: excerpt(name) };
            report.add(rows[index].inputs.place, problem);
        }
    }
    all(derivations)
}

fn derivation<'a>(
    row: &DerivationRow<Field<'a>>,
    references: &References<'_>,
    observations: &[Checked<Observation<'a>>],
    report: &mut Report,
) -> Checked<Derivation<'a>> {
    let slug = report.id(row.id);
    let province = report.word(row.province);
    let indicator = references.row(File::Indicators, row.indicator, report);
    let period = report.period(row.period);
    let operation = report.word(row.operation);
    let inputs = inputs(row.inputs, references, report);
    if let (Ok(operation), Ok(inputs)) = (operation, &inputs)
        && let Some(expected) = wrong_count(operation, inputs, observations)
    {
        let problem = Problem::InputCount { found: inputs.len(), expected, operation };
        report.add(row.inputs.place, problem);
    }
    let note = report.note(row.note_vi, row.note_en);
    Ok(Derivation {
        slug: slug?,
        province: province?,
        indicator: IndicatorId(indicator?),
        period: period?,
        operation: operation?,
        inputs: inputs?.into(),
        note: note?,
    })
}

/// The ids of figures or derivations, separated by single spaces.
fn inputs(
    field: Field<'_>,
    references: &References<'_>,
    report: &mut Report,
) -> Checked<Vec<Input>> {
    let text = report.text(field, "the ids of figures or derivations, separated by spaces")?;
    let inputs: Vec<_> =
        text.split(' ').map(|name| input(name, field, references, report)).collect();
    all(inputs)
}

fn input(
    name: &str,
    field: Field<'_>,
    references: &References<'_>,
    report: &mut Report,
) -> Checked<Input> {
    if let Some(row) = references.find(File::Observations, name) {
        return Ok(Input::Observation(ObservationId(row)));
    }
    if let Some(row) = references.find(File::Derivations, name) {
        return Ok(Input::Derivation(DerivationId(row)));
    }
    references.complete(File::Observations)?;
    references.complete(File::Derivations)?;
    let names = references.names(File::Observations).chain(references.names(File::Derivations));
    let (found, closest) = (excerpt(name), closest(name, names));
    Err(report.add(field.place, Problem::UnknownInput { found, closest }))
}

/// What an operation needs, when it is not what it has.
fn wrong_count(
    operation: Operation,
    inputs: &[Input],
    observations: &[Checked<Observation<'_>>],
) -> Option<&'static str> {
    let has_whole = |input: &Input| match input {
        Input::Observation(id) => match observations.get(usize::from(id.0)) {
            Some(Ok(observation)) => observation.of.is_some(),
            // What is wrong with the figure has been reported.
            _ => true,
        },
        Input::Derivation(_) => false,
    };
    match (operation, inputs) {
        (Operation::Sum, [_, _, ..])
        | (
            Operation::Difference | Operation::Ratio | Operation::Whole | Operation::Share,
            [_, _],
        ) => None,
        (Operation::Share, [input]) if has_whole(input) => None,
        (Operation::Sum, _) => Some("two or more"),
        (Operation::Share, _) => Some("two, or one figure printed with its whole,"),
        _ => Some("two"),
    }
}
