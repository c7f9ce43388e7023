use std::fmt;

use super::Problem;

/// A file of the data package. The order is that in which one file may refer to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum File {
    /// The provinces compared.
    Provinces,
    /// The documents figures are taken from.
    Sources,
    /// The quantities figures measure.
    Indicators,
    /// The figures.
    Observations,
    /// The facts without a number.
    Statements,
    /// What is computed from figures.
    Derivations,
}

impl File {
    /// Every file of a package.
    pub const ALL: [Self; 6] = [
        Self::Provinces,
        Self::Sources,
        Self::Indicators,
        Self::Observations,
        Self::Statements,
        Self::Derivations,
    ];

    /// The name of the file in the folder of the package.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Provinces => "provinces.csv",
            Self::Sources => "sources.csv",
            Self::Indicators => "indicators.csv",
            Self::Observations => "observations.csv",
            Self::Statements => "statements.csv",
            Self::Derivations => "derivations.csv",
        }
    }

    /// What one row of the file is called in a message.
    pub const fn row_noun(self) -> &'static str {
        match self {
            Self::Provinces => "province",
            Self::Sources => "source",
            Self::Indicators => "indicator",
            Self::Observations => "observation",
            Self::Statements => "statement",
            Self::Derivations => "derivation",
        }
    }
}

/// A place in the package, as an editor counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file.
    pub file: File,
    /// The line, counted from 1.
    pub line: u32,
    /// The character of the line at which the field starts, counted from 1.
    pub column: u32,
}

impl Place {
    /// A character of a line, both counted from 1.
    pub const fn at(file: File, line: u32, column: u32) -> Self {
        Self { file, line, column }
    }

    /// The first character of a file, for what concerns the file as a whole.
    pub const fn start_of(file: File) -> Self {
        Self::at(file, 1, 1)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file.name(), self.line, self.column)
    }
}

/// One thing that is wrong with a package.
///
/// Shown as `file:line:column: found …, expected …`, which editors turn into a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Where it is.
    pub place: Place,
    /// What it is.
    pub problem: Problem,
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.problem)
    }
}

impl std::error::Error for Issue {}
