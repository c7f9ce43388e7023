use std::fs;
use std::path::{Path, PathBuf};

use crate::Error;

/// nginx with the files for it, on this machine: for tests, and to see how much it bears.
#[derive(Clone, Copy, Debug)]
pub struct Trial<'a> {
    /// The folder of the site.
    pub files: &'a Path,
    /// The folder of the files for web servers.
    pub deploy: &'a Path,
    /// A folder for what nginx needs while it runs.
    pub scratch: &'a Path,
    /// The port on localhost.
    pub port: u16,
    /// How many processes serve; with 0, the one that is started does.
    pub workers: u8,
}

impl Trial<'_> {
    /// Writes the configuration that nginx is started with, and tells where. It differs from that of a
    /// real server in nothing but port, places and processes.
    ///
    /// # Errors
    ///
    /// [`Error::Unreadable`] and [`Error::Unwritable`] with the file, and [`Error::Fitting`] when a file
    /// lacks what is to be exchanged in it.
    pub fn nginx(&self) -> Result<PathBuf, Error> {
        let location = self.scratch.join("dak-so-location.conf");
        let snippet = location.display().to_string();
        self.fit(
            "nginx/dak-so.conf",
            &self.scratch.join("dak-so.conf"),
            &[
                ("    listen 80;\n", &format!("    listen 127.0.0.1:{};\n", self.port)),
                ("    listen [::]:80;\n", ""),
                ("/etc/nginx/snippets/dak-so-location.conf", &snippet),
            ],
        )?;
        let files = format!("alias {}/;", self.files.display());
        let places = [("alias /var/www/dak-so/;", files.as_str())];
        self.fit("nginx/dak-so-location.conf", &location, &places)?;
        let main = self.scratch.join("nginx.conf");
        write(&main, &self.main())?;
        Ok(main)
    }

    /// What a system has in its own file of nginx.
    fn main(&self) -> String {
        let scratch = self.scratch.display();
        let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|of| format!("    {of}_temp_path {scratch}/{of};\n"))
            .concat();
        // The user who runs us can read the site; only root can choose another.
        let user = if is_root() { "user root;\n" } else { "" };
        let workers = match self.workers {
            0 => "master_process off;\n".to_owned(),
            workers => format!("worker_processes {workers};\n"),
        };
        format!(
            "{user}{workers}daemon off;\npid {scratch}/nginx.pid;\nerror_log {scratch}/nginx.log;\n\
             load_module modules/ngx_http_brotli_static_module.so;\n\
             events {{\n    worker_connections 1024;\n}}\n\
             http {{\n    access_log off;\n    sendfile on;\n    tcp_nopush on;\n{temporary}    \
             include /etc/nginx/mime.types;\n    include {scratch}/dak-so.conf;\n}}\n"
        )
    }

    /// Copies a file for servers, with what this machine has in place of what a real one would have.
    fn fit(&self, path: &str, to: &Path, exchanged: &[(&str, &str)]) -> Result<(), Error> {
        let file = self.deploy.join(path);
        let mut text = fs::read_to_string(&file)
            .map_err(|source| Error::Unreadable { file: file.clone(), source })?;
        for (from, to) in exchanged {
            if !text.contains(from) {
                return Err(Error::Fitting { file, expected: from.trim().to_owned() });
            }
            text = text.replace(from, to);
        }
        write(to, &text)
    }
}

fn write(file: &Path, text: &str) -> Result<(), Error> {
    fs::write(file, text).map_err(|source| Error::Unwritable { file: file.to_path_buf(), source })
}

#[cfg(unix)]
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;

    fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

#[cfg(not(unix))]
fn is_root() -> bool {
    false
}
