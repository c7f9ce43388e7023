use crate::model::ProvinceId;

use super::scene::Role;

/// An opaque colour: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// The fonts of the reader's system, in the form of CSS `font-family`. Charts and page share it.
pub const FONT_FAMILY: &str = "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", \"Liberation Sans\", Arial, sans-serif";

/// The size of most text in a chart, in CSS pixels.
pub const TEXT_SIZE: u32 = 14;

/// The colours of the charts; the same as the custom properties in `static/style.css`.
///
/// The provinces' blue and orange stay apart for every common form of colour blindness, and differ
/// in lightness too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Those of the page, where the reader has chosen them: one for each role, in the order of
    /// [`Role::ALL`].
    Page([Rgb; Role::ALL.len()]),
}

impl Theme {
    /// The colour that plays a part.
    pub fn color(self, role: Role) -> Rgb {
        match self {
            Self::Light => light(role),
            Self::Dark => dark(role),
            Self::Page(colors) => {
                let mut known = Role::ALL.iter().zip(colors);
                known.find(|(known, _)| **known == role).map_or(light(role), |(_, color)| color)
            }
        }
    }
}

/// How much of its own colour a mark keeps that steps back, in parts of [`WHOLE`]; the rest is ground.
const KEPT: u32 = 1;
const WHOLE: u32 = 4;

/// The colours in which a chart is seen: those of a theme, unless one province stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colors {
    /// The colours of all that does not step back.
    pub theme: Theme,
    /// The province that stands out: the marks of the other step back towards the ground.
    pub standing_out: Option<ProvinceId>,
}

impl From<Theme> for Colors {
    fn from(theme: Theme) -> Self {
        Self { theme, standing_out: None }
    }
}

impl Colors {
    /// The colour that plays a part.
    pub fn color(self, role: Role) -> Rgb {
        let own = self.theme.color(role);
        match (role, self.standing_out) {
            (Role::Province(province) | Role::Hedge(province), Some(other))
                if province != other =>
            {
                let Rgb(red, green, blue) = self.theme.color(Role::Ground);
                Rgb(mixed(own.0, red), mixed(own.1, green), mixed(own.2, blue))
            }
            _ => own,
        }
    }
}

/// A channel of a colour that steps back towards that of the ground.
fn mixed(own: u8, ground: u8) -> u8 {
    let sum = KEPT * u32::from(own) + (WHOLE - KEPT) * u32::from(ground);
    // A mean of two bytes is one.
    u8::try_from(sum / WHOLE).unwrap_or(ground)
}

impl Role {
    /// Every role.
    pub const ALL: &'static [Self] = &[
        Self::Ground,
        Self::Ink,
        Self::Muted,
        Self::Axis,
        Self::Track,
        Self::Province(ProvinceId::DakNong),
        Self::Province(ProvinceId::DakLak),
        Self::Hedge(ProvinceId::DakNong),
        Self::Hedge(ProvinceId::DakLak),
        Self::Target,
    ];

    /// The custom property of the style sheet that holds the colour in the theme of the page.
    pub const fn property(self) -> &'static str {
        match self {
            Self::Ground => "--ground",
            Self::Ink | Self::Target => "--ink",
            Self::Muted => "--muted",
            Self::Axis => "--axis",
            Self::Track => "--track",
            Self::Province(ProvinceId::DakNong) => "--dak-nong",
            Self::Province(ProvinceId::DakLak) => "--dak-lak",
            Self::Hedge(ProvinceId::DakNong) => "--dak-nong-hedge",
            Self::Hedge(ProvinceId::DakLak) => "--dak-lak-hedge",
        }
    }
}

const fn light(role: Role) -> Rgb {
    match role {
        Role::Ground => Rgb(0xff, 0xff, 0xff),
        Role::Ink => Rgb(0x1a, 0x20, 0x26),
        Role::Muted => Rgb(0x4a, 0x53, 0x5c),
        Role::Axis => Rgb(0xb4, 0xbc, 0xc4),
        Role::Track => Rgb(0xe9, 0xec, 0xef),
        Role::Province(ProvinceId::DakNong) => Rgb(0x0b, 0x5c, 0x8f),
        Role::Province(ProvinceId::DakLak) => Rgb(0xd9, 0x6b, 0x0b),
        Role::Hedge(ProvinceId::DakNong) => Rgb(0x9c, 0xc4, 0xdd),
        Role::Hedge(ProvinceId::DakLak) => Rgb(0xf3, 0xc7, 0x9d),
        Role::Target => Rgb(0x1a, 0x20, 0x26),
    }
}

const fn dark(role: Role) -> Rgb {
    match role {
        Role::Ground => Rgb(0x14, 0x19, 0x1e),
        Role::Ink => Rgb(0xee, 0xf1, 0xf3),
        Role::Muted => Rgb(0xb6, 0xbf, 0xc7),
        Role::Axis => Rgb(0x59, 0x63, 0x6c),
        Role::Track => Rgb(0x2a, 0x32, 0x39),
        Role::Province(ProvinceId::DakNong) => Rgb(0x5a, 0xb0, 0xe2),
        Role::Province(ProvinceId::DakLak) => Rgb(0xf5, 0x9a, 0x45),
        Role::Hedge(ProvinceId::DakNong) => Rgb(0x2b, 0x55, 0x70),
        Role::Hedge(ProvinceId::DakLak) => Rgb(0x73, 0x4b, 0x25),
        Role::Target => Rgb(0xee, 0xf1, 0xf3),
    }
}
