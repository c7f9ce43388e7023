use csv::WriterBuilder;

/// A CSV file in the form of the package: UTF-8, a header row, LF, quotes only where needed.
///
/// No-break spaces, which keep a number and its unit on one line on the page, become plain ones.
pub(super) fn table<const N: usize>(
    columns: [&str; N],
    rows: impl Iterator<Item = [String; N]>,
) -> String {
    let mut writer = WriterBuilder::new().from_writer(Vec::new());
    let header = columns.map(str::to_owned);
    for row in std::iter::once(header).chain(rows) {
        // Writing to memory fails only for rows of uneven length, which the type rules out.
        let written = writer.write_record(row.map(|cell| cell.replace('\u{a0}', " ")));
        debug_assert!(written.is_ok());
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
