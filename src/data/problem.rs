use thiserror::Error;

use super::{File, MAX_FILE_BYTES, MAX_ROWS, PrintedError};
use crate::model::{
    DecimalError, Denominator, Language, Operation, Period, PeriodError, Qualifier, Slug, Unit,
};

/// What can be wrong with a data package. Every message says what was found and what was expected.
///
/// `found` is the text of the field, shortened when it is long.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Problem {
    // The file as a whole.
    /// The file is not in the folder.
    #[error("found no such file, expected all {} files of the package", File::ALL.len())]
    MissingFile,
    /// The file is there and cannot be read.
    #[error("found a file that cannot be read ({reason}), expected a readable file")]
    UnreadableFile {
        /// What the operating system said.
        reason: std::io::ErrorKind,
    },
    /// The file is larger than any package by hand can be.
    #[error("found {bytes} bytes, expected at most {MAX_FILE_BYTES}")]
    FileTooLarge {
        /// Its size.
        bytes: u64,
    },
    /// The file has more rows than any package by hand can have.
    #[error("found more than {MAX_ROWS} rows, expected at most {MAX_ROWS}")]
    TooManyRows,
    /// The file has no bytes.
    #[error("found an empty file, expected a header row")]
    EmptyFile,
    /// The file starts with U+FEFF.
    #[error("found a byte order mark, expected UTF-8 without one")]
    ByteOrderMark,
    /// The lines end as on Windows.
    #[error("found a carriage return, expected lines that end with a line feed alone")]
    CarriageReturn,
    /// The bytes are not text.
    #[error("found a byte that is not UTF-8, expected UTF-8 throughout")]
    InvalidUtf8,
    /// A character that no editor shows.
    #[error("found the invisible character {}, expected text", .found.escape_unicode())]
    InvisibleCharacter {
        /// The character.
        found: char,
    },

    // The shape of the table.
    /// A column the file must have is not there.
    #[error("found no column `{column}`, expected the columns {}", expected.join(","))]
    MissingColumn {
        /// The missing column.
        column: &'static str,
        /// Every column of the file.
        expected: &'static [&'static str],
    },
    /// A column the file does not have.
    #[error("found unknown column `{found}`, expected only known columns{}", hint(.closest))]
    UnknownColumn {
        /// Its name.
        found: String,
        /// A column with a similar name.
        closest: Option<String>,
    },
    /// A column that was there before.
    #[error("found column `{found}` again, expected every column once")]
    RepeatedColumn {
        /// Its name.
        found: String,
    },
    /// The right columns in another order.
    #[error("found column `{found}`, expected `{expected}` at this position")]
    MisplacedColumn {
        /// The column that stands here.
        found: String,
        /// The column that belongs here.
        expected: &'static str,
    },
    /// A row that is longer or shorter than the header.
    #[error("found {found} fields, expected {expected} (a field with a comma needs quotes)")]
    FieldCount {
        /// The fields of the row.
        found: usize,
        /// The fields of the header.
        expected: usize,
    },
    /// A quoted field whose closing quote is not on the same line.
    #[error("found quotes that do not close, expected the closing quote on the same line")]
    UnclosedQuote,
    /// A quote in the middle of a field.
    #[error("found a quote within a field, expected the field in quotes and its quotes doubled")]
    StrayQuote,
    /// A row the reader refused for another reason.
    #[error("found a row that cannot be read ({reason}), expected one text per column")]
    UnreadableRow {
        /// What the reader said.
        reason: String,
    },

    // A single field.
    /// A space at either end of a field.
    #[error("found a space around `{found}`, expected none")]
    OuterSpace {
        /// The field.
        found: String,
    },
    /// A field that must be filled is empty.
    #[error("found nothing, expected {expected}")]
    EmptyField {
        /// What belongs there.
        expected: &'static str,
    },
    /// An id that cannot stand in an address.
    #[error("found id `{found}`, expected lower-case letters and digits joined by single hyphens")]
    BadId {
        /// The id.
        found: String,
    },
    /// An id that another row has.
    #[error("found id `{found}` again, expected a new one ({}:{line} has it)", .file.name())]
    DuplicateId {
        /// The id.
        found: String,
        /// The file of the first row with it.
        file: File,
        /// The line of that row.
        line: u32,
    },
    /// A reference to a row that is not there.
    #[error(
        "found unknown {} `{found}`, expected the id of a row of {}{}",
        .file.row_noun(), .file.name(), hint(.closest)
    )]
    UnknownId {
        /// The id.
        found: String,
        /// The file that should have it.
        file: File,
        /// A similar id.
        closest: Option<String>,
    },
    /// An input of a derivation that is not there.
    #[error(
        "found unknown input `{found}`, expected the id of a row of {} or {}{}",
        File::Observations.name(), File::Derivations.name(), hint(.closest)
    )]
    UnknownInput {
        /// The id.
        found: String,
        /// A similar id.
        closest: Option<String>,
    },
    /// A word outside the list a column allows, or none.
    #[error("found {}, expected one of {}{}", word(.found), allowed.join(", "), hint(.closest))]
    UnknownWord {
        /// The word.
        found: String,
        /// The words of the list.
        allowed: Vec<&'static str>,
        /// A similar word.
        closest: Option<String>,
    },
    /// A number in a form the package does not use.
    #[error("found `{found}`, expected a number such as 1607.294 ({reason})")]
    BadNumber {
        /// The field.
        found: String,
        /// What is wrong with it.
        reason: DecimalError,
    },
    /// A number below zero, where no document can print one.
    #[error("found `{found}`, expected a number that is not negative")]
    NegativeNumber {
        /// The field.
        found: String,
    },
    /// A period that is none.
    #[error("found `{found}`, expected a year or a month such as 2022-09 ({reason})")]
    BadPeriod {
        /// The field.
        found: String,
        /// What is wrong with it.
        reason: PeriodError,
    },
    /// A day that is not in the calendar.
    #[error("found `{found}`, expected a day of the calendar such as 2024-12-20")]
    BadDate {
        /// The field.
        found: String,
    },
    /// A paragraph number that is none.
    #[error("found `{found}`, expected the number of a paragraph, counted from 1")]
    BadParagraph {
        /// The field.
        found: String,
    },
    /// A text in one of the two languages only.
    #[error("found no text in {}, expected both languages or neither", language_name(*.missing))]
    OneLanguage {
        /// The language that is empty.
        missing: Language,
    },

    // Rows that contradict each other or themselves.
    /// A province of the program that the package leaves out.
    #[error("found no row for `{id}`, expected one for every province")]
    MissingProvince {
        /// The province.
        id: &'static str,
    },
    /// A figure under another province than its document.
    #[error("found `{found}`, expected `{expected}`, the province of source `{source_id}`")]
    OtherProvince {
        /// The province of the row.
        found: &'static str,
        /// The province of the source.
        expected: &'static str,
        /// The source.
        source_id: String,
    },
    /// An indicator without a unit.
    #[error("found no unit, expected one of {}", allowed.join(", "))]
    UnitMissing {
        /// Every unit.
        allowed: Vec<&'static str>,
    },
    /// A target whose indicator has no unit.
    #[error("found a target without a unit, expected `{indicator}` to have one in indicators.csv")]
    TargetWithoutUnit {
        /// The indicator.
        indicator: String,
    },
    /// A share or a rate that does not say of what.
    #[error("found no denominator, expected what `{}` is taken of", .unit.slug())]
    DenominatorMissing {
        /// The unit.
        unit: Unit,
    },
    /// A count that says of what it is a share.
    #[error("found denominator `{}`, expected none for `{}`", .found.slug(), .unit.slug())]
    DenominatorUnused {
        /// The denominator.
        found: Denominator,
        /// The unit.
        unit: Unit,
    },
    /// A figure for a time its document could not know.
    #[error("found {found}, expected a period that has begun by {as_of}, the time of the source")]
    PeriodAfterSource {
        /// The period of the figure.
        found: Period,
        /// The period the document reports up to.
        as_of: Period,
    },
    /// A target for a time that was over when its document was written.
    #[error("found {found}, expected a period that ends in or after the year of {as_of}")]
    TargetBeforeSource {
        /// The period of the target.
        found: Period,
        /// The period the document reports up to.
        as_of: Period,
    },
    /// A range that does not rise.
    #[error("found `{found}`, expected more than {low}, the lower end of the range")]
    RangeUpsideDown {
        /// The upper end.
        found: String,
        /// The lower end.
        low: String,
    },
    /// A part that exceeds its whole.
    #[error("found `{found}`, expected at most {of}, the whole")]
    PartAboveWhole {
        /// The part.
        found: String,
        /// The whole.
        of: String,
    },
    /// A whole of nothing.
    #[error("found a whole of 0, expected more")]
    WholeZero,
    /// A share beyond the whole.
    #[error("found `{found}`, expected a share of 0 to 100 percent")]
    PercentOutOfRange {
        /// The value.
        found: String,
    },
    /// A place no ranking has.
    #[error("found rank `{found}`, expected a whole number from 1 to the number of those ranked")]
    RankOutOfRange {
        /// The value.
        found: String,
    },
    /// Two figures where a reader could not tell which one counts.
    #[error(
        "found the province, indicator, kind, period and source of `{other}` in line {line}, \
         expected one figure for them"
    )]
    Ambiguous {
        /// The id of the first figure.
        other: String,
        /// Its line.
        line: u32,
    },

    // The printed token and its document.
    /// A token that is not a number as Vietnamese documents print it.
    #[error("found `{found}`, expected a number as printed, such as 1.607.294 or 16,36 ({reason})")]
    BadPrinted {
        /// The token.
        found: String,
        /// What is wrong with it.
        reason: PrintedError,
    },
    /// A percent sign on what is no percentage.
    #[error("found a percent sign, expected none for `{}`", .unit.slug())]
    PercentSign {
        /// The unit of the indicator.
        unit: Unit,
    },
    /// A value that is not the one its token says.
    #[error("found `{found}`, expected {}, which is what `{printed}` says", .expected.join(" or "))]
    ValueDisagrees {
        /// The field.
        found: String,
        /// The values that agree with the token.
        expected: Vec<String>,
        /// The token.
        printed: String,
    },
    /// A source whose document is not among the documents.
    #[error("found `{found}`, expected the file name of a document{}", hint(.closest))]
    UnknownDocument {
        /// The file name.
        found: String,
        /// A similar file name.
        closest: Option<String>,
    },
    /// A paragraph beyond the end of its document.
    #[error("found paragraph {found}, expected one of the {paragraphs} of {document}")]
    NoSuchParagraph {
        /// The paragraph.
        found: u16,
        /// How many there are.
        paragraphs: usize,
        /// The document.
        document: String,
    },
    /// A token that is not in its paragraph.
    #[error("found `{found}`, expected a token of paragraph {paragraph} of {document}")]
    NotPrinted {
        /// The token.
        found: String,
        /// The paragraph.
        paragraph: u16,
        /// The document.
        document: String,
    },
    /// A token more figures name than the paragraph has.
    #[error("found `{found}` once more, expected each token of paragraph {paragraph} claimed once")]
    ClaimedTwice {
        /// The token.
        found: String,
        /// The paragraph.
        paragraph: u16,
    },
    /// A hedge other than the one that stands at the token.
    #[error("found `{}`, expected `{}`, as the document prints `{hedge}`", .found.slug(), .expected.slug())]
    OtherHedge {
        /// The qualifier of the row.
        found: Qualifier,
        /// The qualifier the document prints.
        expected: Qualifier,
        /// The words it prints.
        hedge: &'static str,
    },
    /// A hedge that is nowhere near the token.
    #[error("found `{}`, expected a qualifier printed near the token", .found.slug())]
    HedgeNotPrinted {
        /// The qualifier of the row.
        found: Qualifier,
    },

    // Derivations.
    /// A number of inputs the operation cannot use.
    #[error("found {found} inputs, expected {expected} for `{}`", .operation.slug())]
    InputCount {
        /// The number of inputs.
        found: usize,
        /// What the operation needs.
        expected: &'static str,
        /// The operation.
        operation: Operation,
    },
    /// A figure computed from itself, at any remove.
    #[error("found `{found}` computed from itself, expected inputs that lead to printed figures")]
    Cycle {
        /// The id of the derivation.
        found: String,
    },
    /// A divisor that is zero.
    #[error("found `{found}`, which is 0, expected an input to divide by")]
    DivisionByZero {
        /// The id of the input.
        found: String,
    },
}

/// The end of a message that names a similar word.
fn hint(closest: &Option<String>) -> String {
    closest.as_ref().map(|word| format!(" (did you mean `{word}`?)")).unwrap_or_default()
}

/// A word that is in no list. An empty field is shown as nothing.
fn word(found: &str) -> String {
    if found.is_empty() { "nothing".to_owned() } else { format!("unknown word `{found}`") }
}

const fn language_name(language: Language) -> &'static str {
    match language {
        Language::Vi => "Vietnamese",
        Language::En => "English",
    }
}
