use crate::model::{Dataset, DerivationId, Input, Language, Operation, Qualifier};
use crate::query::{Derived, derive};

use super::numbers::number;
use super::terms;

/// The arithmetic of a computed figure, with the figures that went into it:
/// `274.000 ÷ 28,4 × 100 ≈ 965.000`.
///
/// Empty only for arithmetic that validation rules out.
pub fn arithmetic(language: Language, dataset: &Dataset<'_>, id: DerivationId) -> String {
    let Some(result) = derive(dataset, id) else {
        return String::new();
    };
    let derivation = dataset.derivation(id);
    let mut text = String::new();
    for input in derivation.inputs.iter() {
        if !text.is_empty() {
            text.push_str(terms::operation(derivation.operation));
        }
        match input {
            Input::Observation(id) => {
                let observation = dataset.observation(*id);
                text.push_str(&number(language, observation.value));
                if let (Operation::Share, 1, Some(of)) =
                    (derivation.operation, derivation.inputs.len(), observation.of)
                {
                    text.push_str(terms::operation(Operation::Share));
                    text.push_str(&number(language, of));
                }
            }
            Input::Derivation(id) => {
                let Some(Derived { value, .. }) = derive(dataset, *id) else {
                    return String::new();
                };
                text.push_str(&number(language, value));
            }
        }
    }
    if matches!(derivation.operation, Operation::Share | Operation::Whole) {
        text.push_str(" × 100");
    }
    text.push_str(if result.qualifier == Qualifier::Exact { " = " } else { " ≈ " });
    text.push_str(&number(language, result.value));
    text
}
