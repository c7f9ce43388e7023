//! Running other programs, with errors that a reader can act on.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, ErrorKind};
use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context, Result, anyhow, bail};

/// Runs a program whose output goes straight to the reader; it must succeed.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    if status(command)?.success() {
        return Ok(());
    }
    bail!("`{}` failed; what it printed is above", shown(command));
}

/// Runs a program whose output goes straight to the reader, and tells how it ended.
pub(crate) fn status(command: &mut Command) -> Result<ExitStatus> {
    command.status().map_err(|error| not_started(command, &error))
}

/// What a program printed, if it could be started and succeeded.
pub(crate) fn printed(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The bytes that a program writes to its standard output; it must succeed. What it has to say of
/// errors goes straight to the reader.
pub(crate) fn output(command: &mut Command) -> Result<Vec<u8>> {
    command.stdin(Stdio::null()).stderr(Stdio::inherit());
    let output = command.output().map_err(|error| not_started(command, &error))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    bail!("`{}` failed; what it printed is above", shown(command));
}

/// Runs a program, passes on each line of its output as it comes, and shows it to `watch` too.
pub(crate) fn watch_lines(
    command: &mut Command,
    mut watch: impl FnMut(&str),
) -> Result<ExitStatus> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| not_started(command, &error))?;
    let output = child.stdout.take().context("a piped output is missing")?;
    // A test may print bytes that are not UTF-8; they must not end the run.
    for line in BufReader::new(output).split(b'\n') {
        let line = line.context("the output of a program could not be read")?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        watch(&line);
    }
    child.wait().context("the end of a program could not be awaited")
}

fn not_started(command: &Command, error: &std::io::Error) -> anyhow::Error {
    let program = command.get_program().to_string_lossy();
    match error.kind() {
        ErrorKind::NotFound => anyhow!("`{program}` is not on PATH: install it, then try again"),
        _ => anyhow!("`{program}` could not be started: {error}"),
    }
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
