use std::collections::HashSet;

use csv::StringRecord;

use super::hint::{closest, excerpt};
use super::line::{Fields, chars, is_invisible, quote_problem};
use super::rows::columns_of;
use super::{File, Issue, MAX_FILE_BYTES, MAX_ROWS, Place, Problem};

/// One line of a file: the texts of its fields and where each of them starts.
#[derive(Debug)]
pub(super) struct Record {
    pub(super) line: u32,
    /// The character at which each field starts, counted from 1.
    pub(super) columns: Vec<u32>,
    pub(super) texts: StringRecord,
}

/// A file cut into fields.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) file: File,
    pub(super) header: StringRecord,
    /// The rows that have the shape of the header.
    pub(super) records: Vec<Record>,
    /// Whether every row is among the records. Where one is not, an id that seems to be missing may
    /// stand in it, and reporting that would only repeat the first issue.
    pub(super) complete: bool,
    pub(super) issues: Vec<Issue>,
}

impl Table {
    /// A file of which nothing could be read.
    pub(super) fn unreadable(file: File, problem: Problem) -> Self {
        let mut table = Self::empty(file);
        table.reject(Place::start_of(file), problem);
        table
    }

    /// Cuts a file into rows and fields. A row that cannot be cut is reported and left out.
    ///
    /// Records are single lines, so a quote that is never closed spoils one row and not the rest of
    /// the file, and the line of an issue is always the line of its row.
    pub(super) fn parse(file: File, bytes: &[u8]) -> Self {
        let size = bytes.len() as u64;
        if size > MAX_FILE_BYTES {
            return Self::unreadable(file, Problem::FileTooLarge { bytes: size });
        }
        let mut table = Self::empty(file);
        let start = Place::start_of(file);
        let bytes = match bytes.strip_prefix("\u{feff}".as_bytes()) {
            Some(rest) => {
                table.report(start, Problem::ByteOrderMark);
                rest
            }
            None => bytes,
        };
        if bytes.iter().all(u8::is_ascii_whitespace) {
            table.reject(start, Problem::EmptyFile);
            return table;
        }
        // The last line feed ends the last line; it does not begin another.
        let lines = bytes.strip_suffix(b"\n").unwrap_or(bytes).split(|byte| *byte == b'\n');
        let mut carriage_return_reported = false;
        for (line, bytes) in (1u32..).zip(lines) {
            // The header is a line as well.
            if line as usize > MAX_ROWS + 1 {
                table.reject(Place::at(file, line, 1), Problem::TooManyRows);
                break;
            }
            let text = match bytes.strip_suffix(b"\r") {
                Some(text) if !carriage_return_reported => {
                    carriage_return_reported = true;
                    let column = 1 + chars(&String::from_utf8_lossy(text));
                    table.report(Place::at(file, line, column), Problem::CarriageReturn);
                    text
                }
                Some(text) => text,
                None => bytes,
            };
            let record = table.read_line(line, text);
            if line == 1 {
                let Some(header) = record else { break };
                if !table.check_header(&header) {
                    break;
                }
                table.header = header.texts;
            } else if let Some(record) = record {
                table.keep(record);
            }
        }
        table
    }

    fn empty(file: File) -> Self {
        let header = StringRecord::new();
        Self { file, header, records: Vec::new(), complete: true, issues: Vec::new() }
    }

    fn report(&mut self, place: Place, problem: Problem) {
        self.issues.push(Issue { place, problem });
    }

    /// Reports what keeps a row, or the rest of the file, from being read.
    fn reject(&mut self, place: Place, problem: Problem) {
        self.complete = false;
        self.report(place, problem);
    }

    fn keep(&mut self, record: Record) {
        let (found, expected) = (record.texts.len(), self.header.len());
        if found == expected {
            self.records.push(record);
        } else {
            let place = Place::at(self.file, record.line, 1);
            self.reject(place, Problem::FieldCount { found, expected });
        }
    }

    fn read_line(&mut self, line: u32, bytes: &[u8]) -> Option<Record> {
        let file = self.file;
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                let valid = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
                let place = Place::at(file, line, 1 + chars(&valid));
                self.reject(place, Problem::InvalidUtf8);
                return None;
            }
        };
        if let Some((column, found)) = (1u32..).zip(text.chars()).find(|(_, c)| is_invisible(*c)) {
            self.reject(Place::at(file, line, column), Problem::InvisibleCharacter { found });
            return None;
        }
        let mut record = Record { line, columns: Vec::new(), texts: StringRecord::new() };
        let mut column = 1;
        let mut fields = Fields::of(text);
        while let Some((raw, unquoted)) = fields.next_field() {
            let place = Place::at(file, line, column);
            if let Some(problem) = quote_problem(raw) {
                self.reject(place, problem);
                return None;
            }
            let trimmed = unquoted.trim();
            if trimmed.len() != unquoted.len() {
                self.report(place, Problem::OuterSpace { found: excerpt(trimmed) });
            }
            record.texts.push_field(trimmed);
            record.columns.push(column);
            // The next field starts behind the comma.
            column += chars(raw) + 1;
        }
        Some(record)
    }

    /// Whether the header names exactly the columns of the file, in their order.
    fn check_header(&mut self, header: &Record) -> bool {
        let expected = columns_of(self.file);
        if header.texts.iter().eq(expected.iter().copied()) {
            return true;
        }
        let file = self.file;
        let place = |column: u32| Place::at(file, header.line, column);
        let mut issues = Vec::new();
        let mut seen = HashSet::new();
        for (name, column) in header.texts.iter().zip(&header.columns) {
            if !expected.contains(&name) {
                let closest = closest(name, expected.iter().copied());
                let found = excerpt(name);
                issues.push((*column, Problem::UnknownColumn { found, closest }));
            } else if !seen.insert(name) {
                issues.push((*column, Problem::RepeatedColumn { found: name.to_owned() }));
            }
        }
        for column in expected.iter().filter(|column| !seen.contains(**column)) {
            issues.push((1, Problem::MissingColumn { column, expected }));
        }
        if issues.is_empty() {
            let columns = header.texts.iter().zip(&header.columns).zip(expected);
            issues.extend(columns.filter(|((name, _), expected)| name != *expected).map(
                |((name, column), expected)| {
                    (*column, Problem::MisplacedColumn { found: name.to_owned(), expected })
                },
            ));
        }
        for (column, problem) in issues {
            self.reject(place(column), problem);
        }
        false
    }
}
