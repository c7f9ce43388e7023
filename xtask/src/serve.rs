//! `cargo xtask serve`: builds the site and serves it on localhost.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::num::NonZeroU16;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, anyhow, bail};
use lexopt::prelude::*;

use crate::tools::Tools;
use crate::{build, project};

const DEFAULT_PORT: u16 = 8080;

pub(crate) fn run(parser: lexopt::Parser) -> Result<ExitCode> {
    let port = port(parser)?;
    // Before the minutes that a first build takes, and again before the server starts, because
    // sirv would quietly take another port.
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
    let mut sirv = tools.command("sirv");
    // `--dev` reads each file anew, so that a rebuilt site shows on reload; `--cors` lets a page
    // in a sandboxed frame, whose origin is `null`, load its scripts. Without `--single`, an
    // address that does not exist answers 404, as on a real server.
    sirv.args(["dist", "--host", "127.0.0.1", "--dev", "--cors", "--quiet"]);
    sirv.arg("--port").arg(port.to_string());
    // sirv takes these two for its own and would let them overrule its arguments.
    sirv.env_remove("HOST").env_remove("PORT");
    sirv
}

/// The server takes the place of this process, so that whatever ends the command ends the server.
#[cfg(unix)]
fn become_server(sirv: &mut Command) -> Result<ExitCode> {
    use std::os::unix::process::CommandExt;

    Err(sirv.exec()).context("sirv could not be started")
}

#[cfg(not(unix))]
fn become_server(sirv: &mut Command) -> Result<ExitCode> {
    crate::process::run(sirv)?;
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;

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
