use std::env;
use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::Duration;

use deploy::Trial;
use ureq::Agent;
use ureq::http::Response;

use crate::site::Site;

/// A web server.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Nginx,
    Apache,
}

/// A web server with the site, as long as it lives.
pub(crate) struct Server {
    process: Child,
    port: u16,
    agent: Agent,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: u16,
    response: Response<()>,
    /// The bytes as they were sent.
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// The value of a header; empty without it. It must not come twice.
    pub(crate) fn header(&self, name: &str) -> &str {
        let mut values = self.response.headers().get_all(name).iter();
        let value = values.next().map_or("", |value| value.to_str().unwrap());
        assert_eq!(values.next(), None, "{name} comes twice");
        value
    }
}

impl Server {
    /// Starts the server on a free port. Its configuration is checked by the server itself before.
    pub(crate) fn start(kind: Kind, site: &Site) -> Self {
        let port = free_port();
        let main = match kind {
            Kind::Nginx => nginx_configuration(site, port),
            Kind::Apache => apache_configuration(site, port),
        };
        let checked = command(kind, &main).arg("-t").output().unwrap();
        let said = String::from_utf8_lossy(&checked.stderr).into_owned();
        assert!(checked.status.success(), "{said}");
        assert!(!said.contains("[warn]") && !said.contains("AH0"), "{said}");
        let mut run = command(kind, &main);
        if matches!(kind, Kind::Apache) {
            // One process alone, so that none is left behind.
            run.arg("-X");
        }
        let config = Agent::config_builder().http_status_as_error(false).max_redirects(0);
        let agent = Agent::new_with_config(config.build());
        let mut server = Self { process: run.spawn().unwrap(), port, agent };
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            assert!(server.process.try_wait().unwrap().is_none(), "the server ended");
            sleep(Duration::from_millis(20));
        }
        server
    }

    /// Asks for a path, with headers.
    pub(crate) fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = self.agent.get(format!("http://127.0.0.1:{}{path}", self.port));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let (parts, mut body) = request.call().unwrap().into_parts();
        let body = body.read_to_vec().unwrap();
        Answer { status: parts.status.as_u16(), response: Response::from_parts(parts, ()), body }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port()
}

fn command(kind: Kind, main: &Path) -> Command {
    let (variable, name, flag) = match kind {
        Kind::Nginx => ("NGINX", "nginx", "-c"),
        Kind::Apache => ("APACHE", "apache2", "-f"),
    };
    let program = env::var_os(variable).map_or_else(|| PathBuf::from(name), PathBuf::from);
    let mut command = Command::new(program);
    command.arg(flag).arg(main);
    command
}

/// What a file for a server says, with what this machine has in place of what a real one would have.
/// Everything that is exchanged must be there.
fn fitted(file: &Path, exchanged: &[(&str, &str)]) -> String {
    let mut text = fs::read_to_string(file).unwrap();
    for (from, to) in exchanged {
        assert!(text.contains(from), "{} has no `{from}`", file.display());
        text = text.replace(from, to);
    }
    text
}

fn nginx_configuration(site: &Site, port: u16) -> PathBuf {
    let (files, deploy, scratch) = (&site.files, &site.deploy, site.scratch.path());
    Trial { files, deploy, scratch, port, workers: 0 }.nginx().unwrap()
}

fn apache_configuration(site: &Site, port: u16) -> PathBuf {
    let scratch = site.scratch.path();
    let shown = scratch.display();
    let files = format!("Define DAK_SO_FILES \"{}\"", site.files.display());
    let host = format!("<VirtualHost 127.0.0.1:{port}>");
    let conf = fitted(
        &site.deploy.join("apache.conf"),
        &[("Define DAK_SO_FILES \"/var/www/dak-so\"", &files), ("<VirtualHost *:80>", &host)],
    );
    fs::write(scratch.join("apache.conf"), conf).unwrap();
    // What Debian has switched on by itself, and the two modules that the file asks for.
    let modules: String = [
        "alias",
        "authz_core",
        "deflate",
        "dir",
        "env",
        "filter",
        "headers",
        "mime",
        "mpm_event",
        "negotiation",
        "reqtimeout",
        "rewrite",
        "setenvif",
    ]
    .map(|name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"))
    .concat();
    let settings = ["alias", "deflate", "dir", "mime", "negotiation"]
        .map(|name| format!("IncludeOptional /etc/apache2/mods-available/{name}.conf\n"))
        .concat();
    let main = format!(
        "ServerRoot {shown}\nPidFile {shown}/apache.pid\nErrorLog {shown}/apache.log\n\
         ServerName localhost\nListen 127.0.0.1:{port}\nUser www-data\nGroup www-data\n\
         {modules}{settings}\
         <Directory />\n    Require all denied\n</Directory>\n\
         Include {shown}/apache.conf\n"
    );
    let file = scratch.join("apache2.conf");
    fs::write(&file, main).unwrap();
    file
}
