use std::fs;
use std::path::Path;

use crate::{Error, Place, Policy, Portals, meta};

/// The files of `deploy/`, by their paths there.
const TEMPLATES: &[(&str, &str)] = &[
    ("README.md", include_str!("../../../deploy/README.md")),
    ("nginx/dak-so.conf", include_str!("../../../deploy/nginx/dak-so.conf")),
    ("nginx/dak-so-location.conf", include_str!("../../../deploy/nginx/dak-so-location.conf")),
    ("apache.conf", include_str!("../../../deploy/apache.conf")),
    ("web.config", include_str!("../../../deploy/web.config")),
    ("_headers", include_str!("../../../deploy/_headers")),
    ("Containerfile", include_str!("../../../deploy/Containerfile")),
    ("kill-switch.js", include_str!("../../../static/kill-switch.js")),
];

/// What no page of the site needs, so that nothing which finds its way into one can have it.
const PERMISSIONS: &str = "accelerometer=(), bluetooth=(), browsing-topics=(), camera=(), \
                           display-capture=(), geolocation=(), gyroscope=(), hid=(), \
                           magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()";

/// The types of files as IIS has to be told them again for the compressed copies, by their endings.
const TYPES: &[(&str, &str)] = &[
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("json", "application/json"),
    ("webmanifest", "application/manifest+json"),
    ("wasm", "application/wasm"),
    ("bib", "application/x-bibtex; charset=utf-8"),
    ("xml", "application/xml; charset=utf-8"),
    ("svg", "image/svg+xml; charset=utf-8"),
    ("png", "image/png"),
    ("zip", "application/zip"),
];

/// Writes the files into a folder, filled in, and beside them the policy alone: as the value of a header
/// and as an element for pages.
///
/// # Errors
///
/// [`Error::Unwritable`] with the file.
pub fn write(
    folder: &Path,
    policy: &Policy,
    place: &Place,
    portals: &Portals,
) -> Result<(), Error> {
    let header = format!("{}; frame-ancestors {portals}\n", policy.for_meta());
    let alone = [("policy.txt", header), ("policy.html", format!("{}\n", meta::element(policy)))];
    let filled = TEMPLATES.iter().map(|(path, text)| (*path, fill(text, policy, place, portals)));
    for (path, text) in filled.chain(alone) {
        let file = folder.join(path);
        let written = file.parent().map_or(Ok(()), fs::create_dir_all);
        let written = written.and_then(|()| fs::write(&file, text));
        written.map_err(|source| Error::Unwritable { file, source })?;
    }
    Ok(())
}

fn fill(text: &str, policy: &Policy, place: &Place, portals: &Portals) -> String {
    let folder = &place.folder;
    let host = place.host.as_deref();
    let server_name =
        host.map_or("# ServerName example.vn".to_owned(), |host| format!("ServerName {host}"));
    // Without its slash, the address of the folder leads to nothing that the files are about.
    let bare = folder.strip_suffix('/').filter(|bare| !bare.is_empty());
    let nginx_bare = bare.map(|bare| {
        format!(
            "\nlocation = {bare} {{\n    absolute_redirect off;\n    return 301 {folder};\n}}\n"
        )
    });
    let apache_bare =
        bare.map(|bare| format!("RedirectMatch 301 \"^{}$\" \"{folder}\"", pattern(bare)));
    let types: Vec<String> = TYPES.iter().map(|(end, mime)| outbound_type(end, mime)).collect();
    let values = [
        ("@POLICY@", policy.for_meta()),
        ("@PORTALS@", portals.to_string()),
        ("@PERMISSIONS@", PERMISSIONS.to_owned()),
        ("@FOLDER@", folder.clone()),
        ("@FOLDER_PATTERN@", pattern(folder)),
        ("@HOST@", host.unwrap_or("_").to_owned()),
        ("@APACHE_SERVER_NAME@", server_name),
        ("@NGINX_BARE@\n", nginx_bare.unwrap_or_default()),
        ("    @APACHE_BARE@\n", apache_bare.map_or(String::new(), |line| format!("    {line}\n"))),
        ("@IIS_TYPES@", types.join("\n")),
    ];
    values.iter().fold(text.to_owned(), |text, (name, value)| text.replace(name, value))
}

/// A rule of IIS that gives a compressed copy the type of what it holds.
fn outbound_type(end: &str, mime: &str) -> String {
    format!(
        r#"        <rule name="dak-so type of {end}">
          <match serverVariable="RESPONSE_Content_Type" pattern=".*" />
          <conditions>
            <add input="{{REQUEST_FILENAME}}" pattern="\.{end}\.(br|gz)$" />
          </conditions>
          <action type="Rewrite" value="{mime}" />
        </rule>"#
    )
}

/// A path as a regular expression that matches it alone.
fn pattern(path: &str) -> String {
    let mut pattern = String::new();
    for letter in path.chars() {
        if !(letter.is_ascii_alphanumeric() || matches!(letter, '/' | '-' | '_')) {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every file as it is written for a place.
    fn written(place: &Place, portals: &str) -> Vec<(String, String)> {
        let (site, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        fs::write(site.path().join("index.html"), "<style>a{}</style>").unwrap();
        let policy = Policy::of_site(site.path(), place).unwrap();
        write(out.path(), &policy, place, &Portals::parse(portals).unwrap()).unwrap();
        let paths = TEMPLATES.iter().map(|(path, _)| *path).chain(["policy.txt", "policy.html"]);
        let read = |path: &str| fs::read_to_string(out.path().join(path)).unwrap();
        paths.map(|path| (path.to_owned(), read(path))).collect()
    }

    #[test]
    fn nothing_is_left_to_be_filled_in() {
        for place in [Place::unknown(), Place::at("https://example.vn/dak-so/")] {
            for (path, text) in written(&place, "") {
                let open = text.split('@').skip(1).step_by(2);
                let mut names = open.filter(|name| !name.is_empty() && name.len() < 30);
                let is_name =
                    |name: &&str| name.bytes().all(|b| b.is_ascii_uppercase() || b == b'_');
                assert_eq!(names.find(is_name), None, "{path}");
            }
        }
    }

    #[test]
    fn the_portals_stand_in_one_line_of_each_file() {
        for (path, text) in written(&Place::unknown(), "https://portal.example.org") {
            if matches!(
                path.as_str(),
                "README.md"
                    | "nginx/dak-so-location.conf"
                    | "policy.html"
                    | "Containerfile"
                    | "kill-switch.js"
            ) {
                continue;
            }
            let lines =
                text.lines().filter(|line| line.contains("'self' https://portal.example.org"));
            assert_eq!(lines.count(), 1, "{path}");
        }
    }

    #[test]
    fn a_sub_folder_is_meant_to_the_letter_in_patterns() {
        assert_eq!(pattern("/a.b/dak-so/"), "/a\\.b/dak-so/");
    }
}
