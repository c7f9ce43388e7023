use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::net::TcpStream;
use tokio::process::{Child, ChildStdout, Command};
use tokio::time::{sleep, timeout};

use crate::environment::Programs;
use crate::{Engine, Error, Result};

/// How long it may take to start on a busy machine.
const START_LIMIT: Duration = Duration::from_secs(30);

/// The screen that stands in for one.
const DISPLAY: [&str; 7] = ["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"];

/// A running driver of a browser, on a port of this machine. It ends when this is dropped.
pub(crate) struct Driver {
    pub(crate) address: String,
    _process: Talking,
    _display: Option<Talking>,
}

/// A process that ends when this is dropped.
struct Talking {
    _process: Child,
    output: Option<Lines<BufReader<ChildStdout>>>,
}

/// How often a start is tried. Two drivers that start at once may choose the same port.
const TRIES: usize = 5;

impl Driver {
    /// Starts the driver of a browser, which keeps its files in `profile`.
    pub(crate) async fn start(engine: Engine, programs: &Programs, profile: &Path) -> Result<Self> {
        let mut tries = 1;
        loop {
            let outcome = match engine {
                Engine::Chromium => {
                    announced(&programs.driver, &["--port=0"], "started successfully on port ")
                        .await
                }
                // The size of the screen and the colour scheme can be set only from inside of the
                // browser.
                Engine::Firefox => {
                    let arguments = ["--port=0", "--allow-system-access"];
                    announced(&programs.driver, &arguments, "Listening on 127.0.0.1:").await
                }
                Engine::WebKit => silent(programs, profile).await,
            };
            match outcome {
                Err(Error::NotStarted(_)) if tries < TRIES => tries += 1,
                outcome => return outcome,
            }
        }
    }
}

/// Starts a driver that chooses its port and tells it after some words.
async fn announced(program: &Path, arguments: &[&str], words: &str) -> Result<Driver> {
    let mut process = Talking::start(Command::new(program).args(arguments), Stdio::piped())?;
    let port = process.told(|line| {
        let (_, rest) = line.split_once(words)?;
        rest.trim_end_matches('.').parse().ok()
    });
    let port: u16 = port.await?;
    Ok(Driver { address: address(port), _process: process, _display: None })
}

/// Starts the driver of WebKitGTK, which says nothing and must be told its port, on a display of its
/// own.
async fn silent(programs: &Programs, profile: &Path) -> Result<Driver> {
    let missing = || Error::NotStarted("it has no display".to_owned());
    let program = programs.display.as_ref().ok_or_else(missing)?;
    let mut display = Talking::start(Command::new(program).args(DISPLAY), Stdio::piped())?;
    let number: u16 = display.told(|line| line.trim().parse().ok()).await?;
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
    let mut command = Command::new(&programs.driver);
    command.arg(format!("--port={port}")).env("DISPLAY", format!(":{number}"));
    for folder in ["HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"] {
        command.env(folder, profile);
    }
    let process = Talking::start(&mut command, Stdio::null())?;
    timeout(START_LIMIT, listens(port)).await.map_err(|_| silence())?;
    Ok(Driver { address: address(port), _process: process, _display: Some(display) })
}

/// Waits until somebody listens.
async fn listens(port: u16) {
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.is_err() {
        sleep(Duration::from_millis(20)).await;
    }
}

fn address(port: u16) -> String {
    format!("http://127.0.0.1:{port}")
}

fn silence() -> Error {
    Error::NotStarted(format!("it was silent for {START_LIMIT:?}"))
}

impl Talking {
    fn start(command: &mut Command, output: Stdio) -> Result<Self> {
        let mut process = command
            .stdin(Stdio::null())
            .stdout(output)
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()?;
        let output = process.stdout.take().map(|output| BufReader::new(output).lines());
        Ok(Self { _process: process, output })
    }

    /// What it tells in the first line that has it. Nothing of what it says later is heard.
    async fn told<T>(&mut self, read: impl Fn(&str) -> Option<T>) -> Result<T> {
        let Some(mut output) = self.output.take() else { return Err(silence()) };
        let wait = async {
            let mut said = String::new();
            while let Some(line) = output.next_line().await? {
                if let Some(told) = read(&line) {
                    // Whoever nobody listens to waits when the pipe is full, and dies when it is closed.
                    tokio::spawn(
                        async move { while let Ok(Some(_)) = output.next_line().await {} },
                    );
                    return Ok(told);
                }
                said = line;
            }
            Err(Error::NotStarted(format!("it ended with “{said}”")))
        };
        timeout(START_LIMIT, wait).await.map_err(|_| silence())?
    }
}
