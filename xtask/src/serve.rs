//! `cargo xtask serve`: builds the site and serves it on localhost.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::num::NonZeroU16;
use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, anyhow, bail};
use lexopt::prelude::*;

use crate::tools::Tools;
use crate::{build, project};

const DEFAULT_PORT: u16 = 8080;

const SERVER: &str = "xtask/server.mjs";

pub(crate) fn run(parser: lexopt::Parser) -> Result<ExitCode> {
    let port = port(parser)?;
    // Before the minutes that a first build takes, and again after them.
    require_free(port)?;
    let mut tools = Tools::new(project::root()?)?;
    tools.ensure_for_serve()?;
    build::site(&mut tools, &build::Settings::default())?;
    require_free(port)?;
    println!("\nĐắk Số is served at http://127.0.0.1:{port}/ (Ctrl-C ends it)");
    become_server(&mut server(&tools, port))
}

fn port(mut parser: lexopt::Parser) -> Result<u16> {
    let mut port = DEFAULT_PORT;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("port") => {
                let value = parser.value()?.string()?;
                let number: NonZeroU16 = value.parse().map_err(|_| {
                    anyhow!("--port takes a number from 1 to 65535, which `{value}` is not")
                })?;
                port = number.get();
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(port)
}

fn require_free(port: u16) -> Result<()> {
    let Err(error) = TcpListener::bind((Ipv4Addr::LOCALHOST, port)) else {
        return Ok(());
    };
    let other = if port == DEFAULT_PORT { 8081 } else { DEFAULT_PORT };
    let trouble = match error.kind() {
        ErrorKind::AddrInUse => "is taken by another program: end that one",
        ErrorKind::PermissionDenied => "is reserved for the administrator: become that",
        _ => bail!("port {port} cannot be used: {error}"),
    };
    bail!("port {port} {trouble}, or choose another port with `cargo xtask serve --port {other}`");
}

fn server(tools: &Tools, port: u16) -> Command {
    let mut node = tools.command("node");
    let policy = Path::new(build::DEPLOY).join("policy.txt");
    node.arg(SERVER).arg("dist").arg(port.to_string()).arg(policy);
    node
}

/// The server takes the place of this process, so that whatever ends the command ends the server.
#[cfg(unix)]
fn become_server(server: &mut Command) -> Result<ExitCode> {
    use std::os::unix::process::CommandExt;

    Err(server.exec()).context("Node.js could not be started")
}

#[cfg(not(unix))]
fn become_server(server: &mut Command) -> Result<ExitCode> {
    crate::process::run(server)?;
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::process::Child;
    use std::thread::sleep;
    use std::time::Duration;

    use super::*;

    /// Our server on a folder, as `serve` starts it.
    struct Served {
        node: Child,
        port: u16,
    }

    impl Served {
        fn start(folder: &Path) -> Result<Self> {
            let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
            let mut node = Command::new("node");
            node.current_dir(project::root()?).arg(SERVER).arg(folder).arg(port.to_string());
            node.arg(folder.join("policy.txt"));
            let mut served = Self { node: node.spawn()?, port };
            while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
                if served.node.try_wait()?.is_some() {
                    bail!("the server ended: has npm installed what it imports?");
                }
                sleep(Duration::from_millis(20));
            }
            Ok(served)
        }

        /// The whole answer, headers in lower case and body.
        fn get(&self, path: &str, accepted: &str) -> Result<(String, String)> {
            let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
            write!(
                stream,
                "GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: {accepted}\r\n\
                 Connection: close\r\n\r\n"
            )?;
            let mut answer = String::new();
            stream.read_to_string(&mut answer)?;
            let (head, body) = answer.split_once("\r\n\r\n").context("an answer has a head")?;
            Ok((head.to_lowercase(), body.to_owned()))
        }
    }

    impl Drop for Served {
        fn drop(&mut self) {
            let _ = self.node.kill();
            let _ = self.node.wait();
        }
    }

    #[test]
    fn the_site_is_served_as_a_real_server_would() -> Result<()> {
        let dist = tempfile::tempdir()?;
        fs::create_dir_all(dist.path().join("so/a"))?;
        fs::create_dir(dist.path().join("assets"))?;
        for (path, content) in [
            ("policy.txt", "default-src 'none'; frame-ancestors 'self'\n"),
            ("dak-so.html", "all pages"),
            ("404.html", "no page"),
            ("so/a/index.html", "a page"),
            ("so/a/index.html.br", "by brotli"),
            ("so/a/index.html.gz", "by gzip"),
            ("assets/dak-so-1f.wasm", "wasm"),
            ("assets/dak-so-1f.wasm.br", "wasm by brotli"),
        ] {
            fs::write(dist.path().join(path), content)?;
        }
        let served = Served::start(dist.path())?;
        let check = |path: &str, accepted: &str, body: &str, headers: &[&str]| -> Result<()> {
            let (head, found) = served.get(path, accepted)?;
            assert!(found.contains(body), "{path}: {found}");
            for header in headers {
                assert!(head.contains(header), "{path}: no `{header}` in {head}");
            }
            Ok(())
        };
        let html = "content-type: text/html;charset=utf-8";
        check("/so/a/", "", "a page", &["1.1 200", html, "cache-control: no-cache"])?;
        check("/so/a/", "gzip, br", "by brotli", &[html, "content-encoding: br"])?;
        check("/so/a/?b=1", "gzip", "by gzip", &[html, "content-encoding: gzip"])?;
        check("/so/a?b=1", "", "", &["1.1 301", "location: ./a/?b=1"])?;
        let forever = "cache-control: public, max-age=31536000, immutable";
        let wasm = ["content-type: application/wasm", forever, "access-control-allow-origin: *"];
        check("/assets/dak-so-1f.wasm", "br", "wasm by brotli", &wasm)?;
        let policy = "content-security-policy: default-src 'none'\r\n";
        check("/so/a/", "br", "by brotli", &[policy])?;
        check("/none", "br", "no page", &[policy])?;
        check("/dak-so.html", "", "all pages", &["content-disposition: attachment"])?;
        for missing in ["/so/b/", "/so/", "/so", "/so/a/index", "//", "/../Cargo.toml"] {
            check(missing, "br", "no page", &["1.1 404", html, "cache-control: no-cache"])?;
        }
        Ok(())
    }

    #[test]
    fn a_taken_port_is_named_with_the_remedy() -> Result<()> {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = taken.local_addr()?.port();
        let message = require_free(port).expect_err("the port is taken").to_string();
        assert_eq!(
            message,
            format!(
                "port {port} is taken by another program: end that one, or choose another port \
                 with `cargo xtask serve --port 8080`"
            )
        );
        drop(taken);
        assert!(require_free(port).is_ok());
        Ok(())
    }

    #[test]
    fn the_port_is_read_from_the_arguments() {
        let read = |arguments: &[&str]| port(lexopt::Parser::from_args(arguments)).ok();
        assert_eq!(read(&[]), Some(8080));
        assert_eq!(read(&["--port", "9000"]), Some(9000));
        assert_eq!(read(&["--port=9000"]), Some(9000));
        assert_eq!(read(&["--port", "90000"]), None);
        assert_eq!(read(&["--port", "0"]), None);
        assert_eq!(read(&["--prot", "9000"]), None);
    }
}
