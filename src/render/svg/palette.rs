use plotters_backend::BackendColor;

use crate::chart::{Rgb, Role, Theme};

/// The theme to draw in for a backend that has to know roles: plotters hands on colours alone, and
/// in a theme of the page two roles may share one. Here each role has its own, which is its index in
/// [`Role::ALL`].
pub(super) fn theme() -> Theme {
    Theme::Page(colors())
}

/// The role that a colour of [`theme`] stands for. Any other colour, or one that lets something
/// through, stands for none.
pub(super) fn role_of(color: BackendColor) -> Option<Role> {
    let (red, green, blue) = color.rgb;
    let is_opaque = color.alpha >= 1.0;
    let mut known = Role::ALL.iter().zip(colors());
    let found = known.find(|(_, of_role)| is_opaque && *of_role == Rgb(red, green, blue));
    found.map(|(role, _)| *role)
}

fn colors() -> [Rgb; Role::ALL.len()] {
    std::array::from_fn(|index| {
        let [low, middle, high, ..] = index.to_le_bytes();
        Rgb(high, middle, low)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn color(Rgb(red, green, blue): Rgb, alpha: f64) -> BackendColor {
        BackendColor { alpha, rgb: (red, green, blue) }
    }

    #[test]
    fn every_role_is_known_by_its_colour() {
        for role in Role::ALL {
            assert_eq!(role_of(color(theme().color(*role), 1.0)), Some(*role));
        }
    }

    #[test]
    fn a_colour_of_no_role_is_not_taken_for_one() {
        let ink = theme().color(Role::Ink);
        assert_eq!(role_of(color(ink, 0.5)), None);
        assert_eq!(role_of(color(Theme::Light.color(Role::Ink), 1.0)), None);
        let beyond = u8::try_from(Role::ALL.len()).unwrap();
        assert_eq!(role_of(color(Rgb(0, 0, beyond), 1.0)), None);
    }
}
