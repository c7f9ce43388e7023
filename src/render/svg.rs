mod backend;
mod form;
mod palette;
mod row;
mod tag;

use backend::Writer;
use form::Form;

use super::{Device, DrawError, draw};
use crate::chart::{Mark, Region, Scene, Theme};

/// Draws a scene as a complete SVG document, one CSS pixel to a user unit.
///
/// # Errors
///
/// None that are known: what is written is memory, and the colours are those of roles.
pub fn svg(scene: &Scene, theme: Theme) -> Result<String, DrawError> {
    written(scene, Form::Document(theme), Vec::new())
}

/// Draws a scene as an `<svg>` element that stands in a page: its font and its colours are the
/// page's, by the custom properties of the style sheet, and so follow its theme. `class` names the
/// width it is made for. What is drawn for a mark says in `data-mark` what `figure` calls its figure.
///
/// # Errors
///
/// If there is a mark for which no bar is drawn.
pub fn inline_svg<'a>(
    scene: &Scene,
    class: &str,
    figure: impl Fn(&Mark) -> &'a str,
) -> Result<String, DrawError> {
    let marks = scene.marks.iter().map(|mark| (mark.shape, figure(mark))).collect();
    written(scene, Form::Inline(class), marks)
}

fn written(scene: &Scene, form: Form<'_>, marks: Vec<(Region, &str)>) -> Result<String, DrawError> {
    let mut markup = String::new();
    let writer = Writer::new(&mut markup, form, (scene.width, scene.height), marks);
    draw(Device::new(writer), scene, palette::theme().into())?;
    Ok(markup)
}

#[cfg(not(target_arch = "wasm32"))]
#[cfg(test)]
mod tests;
