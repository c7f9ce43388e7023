use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};
use tokio::time::timeout;

use crate::{Error, Result};

/// How ChromeDriver says that it is ready, before the number of its port.
const STARTED: &str = "started successfully on port ";

/// How long it may take to start on a busy machine.
const START_LIMIT: Duration = Duration::from_secs(30);

/// A running ChromeDriver, on a free port of its own choice. It ends when this is dropped.
pub(crate) struct Chromedriver {
    pub(crate) address: String,
    _process: Child,
    // It would be killed for writing to a closed pipe.
    _output: Lines<BufReader<ChildStdout>>,
}

impl Chromedriver {
    pub(crate) async fn start(program: &Path) -> Result<Self> {
        let mut process = Command::new(program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()?;
        let silent = || Error::NotStarted("it has no output".to_owned());
        let mut output = BufReader::new(process.stdout.take().ok_or_else(silent)?).lines();
        let port = timeout(START_LIMIT, port(&mut output))
            .await
            .map_err(|_| Error::NotStarted(format!("it was silent for {START_LIMIT:?}")))??;
        Ok(Self { address: format!("http://127.0.0.1:{port}"), _process: process, _output: output })
    }
}

async fn port(output: &mut Lines<BufReader<ChildStdout>>) -> Result<u16> {
    let mut said = String::new();
    while let Some(line) = output.next_line().await? {
        if let Some((_, rest)) = line.split_once(STARTED) {
            let port = rest.trim_end_matches('.').parse();
            return port.map_err(|_| Error::NotStarted(line));
        }
        said = line;
    }
    Err(Error::NotStarted(format!("it ended with “{said}”")))
}
