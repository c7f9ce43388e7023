/// A closed list of values, each with one name in the data package and in addresses.
pub trait Slug: Copy + Eq + Sized + 'static {
    /// Every value, in the order in which readers meet them.
    const ALL: &'static [Self];

    /// The name in the data package: lower case ASCII.
    fn slug(self) -> &'static str;

    /// The value with this name, if there is one.
    fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.slug() == slug)
    }
}

/// Declares an enum together with its [`Slug`] names, so that the two lists cannot drift apart.
macro_rules! slugs {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $slug:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$variant_meta])* $variant,)+
        }

        impl $crate::model::Slug for $name {
            const ALL: &'static [Self] = &[$(Self::$variant,)+];

            fn slug(self) -> &'static str {
                match self {
                    $(Self::$variant => $slug,)+
                }
            }
        }
    };
}

pub(crate) use slugs;
