use crate::embedded::DATASET;
use crate::model::Slug;
use crate::platform;
use crate::state::{Change, Choices, Control};

/// What a control of a page is called that gives a list back as a whole.
const WHOLE_LIST: &str = "all";

/// What it means that the control with a name is set to a value.
pub(super) fn change(name: &str, value: &str) -> Change {
    match Control::from_slug(name) {
        Some(control) => Change::read(&DATASET, control, value),
        None => Change::WholeList,
    }
}

/// What an address asks for, and where it asks for nothing, what was typed before anybody listened.
pub(super) fn with_fields(mut choices: Choices) -> Choices {
    for (name, value) in platform::fields_at_start() {
        if let Some(control) = Control::from_slug(&name)
            && choices.value(&DATASET, control).is_empty()
        {
            choices.make(Change::read(&DATASET, control, &value));
        }
    }
    choices
}

/// Lets every control of the page show what is chosen.
pub(super) fn show(choices: &Choices) {
    platform::show_controls(|name| match name {
        WHOLE_LIST => String::new(),
        _ => Control::from_slug(name)
            .map(|control| choices.value(&DATASET, control).into_owned())
            .unwrap_or_default(),
    });
}
