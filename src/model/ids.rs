use super::slug::slugs;

slugs! {
    /// One of the two provinces compared, as they were before 1 July 2025.
    ProvinceId {
        /// Đắk Nông.
        DakNong = "dak-nong",
        /// Đắk Lắk.
        DakLak = "dak-lak",
    }
}

impl ProvinceId {
    /// The province this one is compared with.
    pub const fn other(self) -> Self {
        match self {
            Self::DakNong => Self::DakLak,
            Self::DakLak => Self::DakNong,
        }
    }
}

/// Declares positions in the tables of a [`Dataset`](super::Dataset).
macro_rules! positions {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {
        $(
            $(#[$meta])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name(
                /// The row, counted from 0.
                pub u16,
            );
        )+
    };
}

positions! {
    /// A document, by its row in `sources.csv`.
    SourceId,
    /// An indicator, by its row in `indicators.csv`.
    IndicatorId,
    /// A group of indicators that a reader would put side by side, in order of first mention.
    FamilyId,
    /// A published figure, by its row in `observations.csv`.
    ObservationId,
    /// A published fact without a number, by its row in `statements.csv`.
    StatementId,
    /// A computed figure, by its row in `derivations.csv`.
    DerivationId,
}
