//! Files that cannot be read, and tables of the wrong shape.

use std::error::Error;
use std::time::{Duration, Instant};
use std::{env, fs, process};

use dak_so::data::{File, MAX_FILE_BYTES, MAX_ROWS, Package, Problem, validate};

use crate::small::{Small, check};

const STATEMENT_COLUMNS: &[&str] =
    &["id", "province", "indicator", "period", "status_vi", "status_en", "source", "paragraph"];

fn rewrite(file: File, edit: impl FnOnce(Vec<u8>) -> Vec<u8>) -> impl FnOnce(&mut Small) {
    move |small| {
        let bytes = edit(small.bytes(file).to_vec());
        small.set(file, Some(bytes));
    }
}

#[test]
fn a_file_must_be_there_and_hold_a_table() {
    // Nothing that refers to the missing rows is reported on top.
    check(
        |small| small.set(File::Indicators, None),
        &[("indicators.csv:1:1", Problem::MissingFile)],
    );
    for text in ["", "\n", " \r\n\n"] {
        check(
            rewrite(File::Observations, |_| text.into()),
            &[("observations.csv:1:1", Problem::EmptyFile)],
        );
    }
    check(
        |small| {
            for file in File::ALL {
                small.set(file, None);
            }
        },
        &[
            ("provinces.csv:1:1", Problem::MissingFile),
            ("sources.csv:1:1", Problem::MissingFile),
            ("indicators.csv:1:1", Problem::MissingFile),
            ("observations.csv:1:1", Problem::MissingFile),
            ("statements.csv:1:1", Problem::MissingFile),
            ("derivations.csv:1:1", Problem::MissingFile),
        ],
    );
}

#[test]
fn text_is_utf8_with_line_feeds() {
    let bom = |bytes| [b"\xef\xbb\xbf".to_vec(), bytes].concat();
    check(rewrite(File::Sources, bom), &[("sources.csv:1:1", Problem::ByteOrderMark)]);
    // Once a file, at the end of the first line that has one.
    check(
        |small| {
            let text = String::from_utf8_lossy(small.bytes(File::Statements)).into_owned();
            small.set(File::Statements, Some(text.replace('\n', "\r\n").into_bytes()));
        },
        &[("statements.csv:1:66", Problem::CarriageReturn)],
    );
    check(
        |small| small.replace(File::Derivations, "dl-communes,,\n", "dl-communes,,\r\n"),
        &[("derivations.csv:2:60", Problem::CarriageReturn)],
    );
    // The column counts characters, not bytes: `dak-nong,Đắk N` comes before.
    check(
        rewrite(File::Provinces, |mut bytes| {
            let at = bytes.windows(2).position(|pair| pair == "ô".as_bytes());
            bytes[at.unwrap_or_default()] = 0xff;
            bytes
        }),
        &[("provinces.csv:2:15", Problem::InvalidUtf8)],
    );
    for (found, text) in
        [('\0', "Thứ\0hạng."), ('\u{200b}', "Thứ\u{200b}hạng."), ('\r', "Thứ\rhạng.")]
    {
        check(
            |small| small.replace(File::Indicators, "Thứ hạng.", text),
            &[("indicators.csv:3:46", Problem::InvisibleCharacter { found })],
        );
    }
}

#[test]
fn a_header_names_every_column_in_order() {
    let expected = STATEMENT_COLUMNS;
    let header = |from: &'static str, to: &'static str| {
        move |small: &mut Small| small.replace(File::Statements, from, to)
    };
    check(
        header("id,province,indicator,period,", "id,province,period,"),
        &[("statements.csv:1:1", Problem::MissingColumn { column: "indicator", expected })],
    );
    check(
        header(",paragraph\n", ",paragraph,page\n"),
        &[("statements.csv:1:67", Problem::UnknownColumn { found: "page".into(), closest: None })],
    );
    check(
        header(",paragraph\n", ",paragrpah\n"),
        &[
            ("statements.csv:1:1", Problem::MissingColumn { column: "paragraph", expected }),
            (
                "statements.csv:1:57",
                Problem::UnknownColumn {
                    found: "paragrpah".into(),
                    closest: Some("paragraph".into()),
                },
            ),
        ],
    );
    check(
        header("status_vi,status_en", "status_en,status_vi"),
        &[
            (
                "statements.csv:1:30",
                Problem::MisplacedColumn { found: "status_en".into(), expected: "status_vi" },
            ),
            (
                "statements.csv:1:40",
                Problem::MisplacedColumn { found: "status_vi".into(), expected: "status_en" },
            ),
        ],
    );
    check(
        header("status_vi,status_en", "status_vi,status_vi,status_en"),
        &[("statements.csv:1:40", Problem::RepeatedColumn { found: "status_vi".into() })],
    );
    // A file of other data entirely: the first row is not taken for a header.
    check(
        rewrite(File::Statements, |_| b"1\n".to_vec()),
        &[
            &[("statements.csv:1:1", Problem::UnknownColumn { found: "1".into(), closest: None })],
            &expected
                .iter()
                .map(|column| ("statements.csv:1:1", Problem::MissingColumn { column, expected }))
                .collect::<Vec<_>>()[..],
        ]
        .concat(),
    );
}

#[test]
fn a_row_has_the_fields_of_the_header() {
    check(
        |small| small.replace(File::Observations, "\"116,05\"", "116,05"),
        &[("observations.csv:8:1", Problem::FieldCount { found: 16, expected: 15 })],
    );
    check(
        |small| small.replace(File::Derivations, "dl-communes,,\n", "dl-communes,\n"),
        &[("derivations.csv:2:1", Problem::FieldCount { found: 7, expected: 8 })],
    );
    check(
        |small| small.append(File::Statements, ""),
        &[("statements.csv:3:1", Problem::FieldCount { found: 0, expected: 8 })],
    );
}

#[test]
fn quotes_open_and_close_on_one_line() {
    check(
        |small| small.replace(File::Observations, "\"116,05\"", "\"116,05"),
        &[("observations.csv:8:61", Problem::UnclosedQuote)],
    );
    // A field over two lines is two broken lines.
    check(
        |small| small.replace(File::Statements, "Not published.", "\"Not\npublished.\""),
        &[
            ("statements.csv:2:52", Problem::UnclosedQuote),
            ("statements.csv:3:1", Problem::StrayQuote),
        ],
    );
    check(
        |small| small.replace(File::Indicators, "Hạng DTI", "Hạng \"DTI\""),
        &[("indicators.csv:3:25", Problem::StrayQuote)],
    );
    check(
        |small| small.replace(File::Indicators, "Hạng DTI", "\"Hạng \"DTI\"\""),
        &[("indicators.csv:3:25", Problem::StrayQuote)],
    );
}

#[test]
fn a_file_has_a_bounded_number_of_rows() {
    let line = MAX_ROWS + 2;
    check(
        |small| {
            let row = "\nx,dak-lak,4g-population,2024-12,Có.,Yes.,dl,2";
            let header = STATEMENT_COLUMNS.join(",");
            let text = header + &row.repeat(MAX_ROWS + 5);
            let numbered = text.lines().enumerate().map(|(at, line)| match at {
                0 => format!("{line}\n"),
                _ => line.replacen('x', &format!("x{at}"), 1) + "\n",
            });
            small.set(File::Statements, Some(numbered.collect::<String>().into_bytes()));
        },
        &[(&format!("statements.csv:{line}:1"), Problem::TooManyRows)],
    );
    // Broken rows count as well, so no file makes more issues than it may have rows.
    let mut small = Small::valid();
    let blank_lines = STATEMENT_COLUMNS.join(",") + &"\n".repeat(1_000_000);
    small.set(File::Statements, Some(blank_lines.into_bytes()));
    assert_eq!(small.issues().len(), MAX_ROWS + 1);
}

#[test]
fn a_file_beyond_the_size_limit_is_not_parsed() -> Result<(), Box<dyn Error>> {
    const BYTES: usize = 50_000_000;
    let too_large = Problem::FileTooLarge { bytes: BYTES as u64 };
    assert!(BYTES as u64 > MAX_FILE_BYTES);

    let started = Instant::now();
    let rows = |_: Vec<u8>| b"dn-4g,dak-nong\n".iter().copied().cycle().take(BYTES).collect();
    let place = "observations.csv:1:1";
    check(rewrite(File::Observations, rows), &[(place, too_large.clone())]);

    let folder = env::temp_dir().join(format!("dak-so-large-file-{}", process::id()));
    fs::create_dir_all(&folder)?;
    for file in File::ALL {
        fs::write(folder.join(file.name()), Small::valid().bytes(file))?;
    }
    fs::File::create(folder.join(File::Observations.name()))?.set_len(BYTES as u64)?;
    let package = Package::read(&folder);
    fs::remove_dir_all(&folder)?;
    let issues = validate(&package, None).err().unwrap_or_default();
    let found: Vec<_> = issues.into_iter().map(|it| (it.place.to_string(), it.problem)).collect();
    assert_eq!(found, [(place.to_owned(), too_large)]);
    // Reading it would take longer by far, even on a slow machine without optimization.
    assert!(started.elapsed() < Duration::from_secs(20));
    Ok(())
}

#[test]
fn a_folder_is_read_as_its_files() -> Result<(), Box<dyn Error>> {
    let folder = env::temp_dir().join(format!("dak-so-folder-{}", process::id()));
    fs::create_dir_all(&folder)?;
    let small = Small::valid();
    for file in File::ALL {
        fs::write(folder.join(file.name()), small.bytes(file))?;
    }
    let read = Package::read(&folder);
    fs::remove_file(folder.join("sources.csv"))?;
    let without_sources = Package::read(&folder);
    fs::remove_dir_all(&folder)?;

    assert_eq!(validate(&read, None), validate(&small.package(), None));
    let issues = validate(&without_sources, None).err().unwrap_or_default();
    let messages: Vec<_> = issues.iter().map(ToString::to_string).collect();
    let expected = "sources.csv:1:1: found no such file, expected all 6 files of the package";
    assert_eq!(messages, [expected]);
    Ok(())
}
