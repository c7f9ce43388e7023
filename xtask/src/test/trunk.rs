//! `trunk serve`, as a developer runs it, for as long as a test looks at it.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::tools::Tools;

/// How long the first build may take on a busy machine.
const LIMIT: Duration = Duration::from_secs(900);

/// How often it is asked whether it is there.
const PAUSE: Duration = Duration::from_millis(500);

/// A server that ends when it is dropped.
pub(super) struct Serving {
    child: Child,
    place: SocketAddr,
}

impl Serving {
    /// Starts `trunk serve`, and waits until it answers: then the app is built.
    pub(super) fn start(tools: &Tools) -> Result<Self> {
        // The port is free until Trunk takes it.
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("there is no free port")?;
        let place = free.local_addr()?;
        drop(free);
        let mut trunk: Command = tools.command("trunk");
        trunk.args(["serve", "--offline", "--port", &place.port().to_string()]);
        if std::env::var_os("NO_COLOR").is_some() {
            // Trunk takes the value for a truth value and refuses the customary `NO_COLOR=1`.
            trunk.env("NO_COLOR", "true");
        }
        let child = trunk.spawn().context("trunk cannot be started")?;
        let mut serving = Self { child, place };
        let since = Instant::now();
        while !serving.answers() {
            if let Some(status) = serving.child.try_wait()? {
                bail!("trunk serve ended by itself: {status}");
            }
            if since.elapsed() > LIMIT {
                bail!("trunk serve did not answer within {LIMIT:?}");
            }
            thread::sleep(PAUSE);
        }
        println!("trunk serve answers after {:.0?}", since.elapsed());
        Ok(serving)
    }

    /// Its address, without a slash at the end.
    pub(super) fn address(&self) -> String {
        format!("http://{}", self.place)
    }

    fn answers(&self) -> bool {
        let ask = || -> std::io::Result<String> {
            let mut stream = TcpStream::connect(self.place)?;
            stream.set_read_timeout(Some(Duration::from_secs(10)))?;
            stream.write_all(b"GET / HTTP/1.0\r\nHost: localhost\r\nAccept: text/html\r\n\r\n")?;
            let mut answer = String::new();
            stream.read_to_string(&mut answer)?;
            Ok(answer)
        };
        ask().is_ok_and(|answer| answer.contains(" 200 ") && answer.contains(".wasm"))
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // Nothing can be done about one that does not end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
