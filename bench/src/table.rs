//! Tables that read well in a terminal and are Markdown.

/// The first column stands left, the others, which hold numbers, right.
pub(crate) fn table<const COLUMNS: usize>(
    heads: [&str; COLUMNS],
    rows: &[[String; COLUMNS]],
) -> String {
    let widths: [usize; COLUMNS] = std::array::from_fn(|at| {
        let cells = rows.iter().map(|row| row[at].chars().count());
        cells.chain([heads[at].chars().count()]).max().unwrap_or(0)
    });
    let line = |cells: [&str; COLUMNS]| {
        let padded = cells.iter().zip(widths).enumerate().map(|(at, (cell, width))| match at {
            0 => format!("{cell:<width$}"),
            _ => format!("{cell:>width$}"),
        });
        format!("| {} |\n", padded.collect::<Vec<_>>().join(" | "))
    };
    let rules = widths.iter().enumerate().map(|(at, width)| match at {
        0 => "-".repeat(width + 2),
        _ => format!("{}:", "-".repeat(width + 1)),
    });
    let rule = format!("|{}|\n", rules.collect::<Vec<_>>().join("|"));
    let body = rows.iter().map(|row| line(std::array::from_fn(|at| row[at].as_str())));
    [line(heads), rule].into_iter().chain(body).collect()
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell_in_letters_not_bytes() {
        let rows = [["Đắk Số", "0.4 s"], ["uPlot", "11.0 s"]].map(|row| row.map(str::to_owned));
        let expected = "\
| page   |  chart |
|--------|-------:|
| Đắk Số |  0.4 s |
| uPlot  | 11.0 s |
";
        assert_eq!(table(["page", "chart"], &rows), expected);
    }
}
