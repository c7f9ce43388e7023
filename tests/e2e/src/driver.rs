use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};
use tokio::time::timeout;

use crate::{Engine, Error, Result};

/// How long it may take to start on a busy machine.
const START_LIMIT: Duration = Duration::from_secs(30);

/// A running ChromeDriver or geckodriver, on a free port of its own choice. It ends when this is
/// dropped.
pub(crate) struct Driver {
    pub(crate) address: String,
    _process: Child,
    // It would be killed for writing to a closed pipe.
    _output: Lines<BufReader<ChildStdout>>,
}

/// How often a start is tried. Two drivers that start at once may choose the same port.
const TRIES: usize = 5;

impl Driver {
    pub(crate) async fn start(engine: Engine, program: &Path) -> Result<Self> {
        let mut tries = 1;
        loop {
            match Self::try_to_start(engine, program).await {
                Err(Error::NotStarted(_)) if tries < TRIES => tries += 1,
                outcome => return outcome,
            }
        }
    }

    async fn try_to_start(engine: Engine, program: &Path) -> Result<Self> {
        let mut process = Command::new(program)
            .args(arguments(engine))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()?;
        let silent = || Error::NotStarted("it has no output".to_owned());
        let mut output = BufReader::new(process.stdout.take().ok_or_else(silent)?).lines();
        let port = timeout(START_LIMIT, port(&mut output, announcement(engine)))
            .await
            .map_err(|_| Error::NotStarted(format!("it was silent for {START_LIMIT:?}")))??;
        Ok(Self { address: format!("http://127.0.0.1:{port}"), _process: process, _output: output })
    }
}

const fn arguments(engine: Engine) -> &'static [&'static str] {
    match engine {
        Engine::Chromium => &["--port=0"],
        // The size of the screen and the colour scheme can be set only from inside of the browser.
        Engine::Firefox => &["--port=0", "--allow-system-access"],
    }
}

/// How the program says that it is ready, before the number of its port.
const fn announcement(engine: Engine) -> &'static str {
    match engine {
        Engine::Chromium => "started successfully on port ",
        Engine::Firefox => "Listening on 127.0.0.1:",
    }
}

async fn port(output: &mut Lines<BufReader<ChildStdout>>, announcement: &str) -> Result<u16> {
    let mut said = String::new();
    while let Some(line) = output.next_line().await? {
        if let Some((_, rest)) = line.split_once(announcement) {
            let port = rest.trim_end_matches('.').parse();
            return port.map_err(|_| Error::NotStarted(line));
        }
        said = line;
    }
    Err(Error::NotStarted(format!("it ended with “{said}”")))
}
