use crate::server::Server;
use crate::site::Site;

/// How a file is asked for, the ending of the copy that answers, and how that is called.
const ENCODINGS: &[(&str, &str, &str)] = &[
    ("", "", ""),
    ("gzip", ".gz", "gzip"),
    ("gzip, deflate, br, zstd", ".br", "br"),
    ("br", ".br", "br"),
    ("zstd", "", ""),
];

/// The types of files by their endings.
const TYPES: &[(&str, &str)] = &[
    (".html", "text/html; charset=utf-8"),
    (".csv", "text/csv; charset=utf-8"),
    (".js", "text/javascript; charset=utf-8"),
    (".txt", "text/plain; charset=utf-8"),
    (".json", "application/json"),
    (".webmanifest", "application/manifest+json"),
    (".wasm", "application/wasm"),
    (".bib", "application/x-bibtex; charset=utf-8"),
    (".xml", "application/xml; charset=utf-8"),
    (".svg", "image/svg+xml; charset=utf-8"),
    (".png", "image/png"),
    (".zip", "application/zip"),
];

fn expected_type(path: &str) -> &'static str {
    let known = TYPES.iter().find(|(end, _)| path.ends_with(end));
    known.unwrap_or_else(|| panic!("{path} is of no known type")).1
}

/// The address of a file: a page is asked for as its folder.
fn address(folder: &str, path: &str) -> String {
    let page =
        path.strip_suffix("index.html").filter(|page| page.is_empty() || page.ends_with('/'));
    format!("{folder}{}", page.unwrap_or(path))
}

pub(crate) fn every_file_in_every_encoding(server: &Server, folder: &str, site: &Site) {
    let paths = site.paths();
    assert!(paths.len() > 300, "only {} files", paths.len());
    for path in &paths {
        for (accepted, ending, encoding) in ENCODINGS {
            let address = address(folder, path);
            let answer = server.get(&address, &[("Accept-Encoding", accepted)]);
            // What the tests added has no copies.
            let has_copy = site.files.join(format!("{path}{ending}")).is_file();
            let (ending, encoding) = if has_copy { (*ending, *encoding) } else { ("", "") };
            assert_eq!(answer.status, 200, "{address}");
            assert_eq!(answer.header("Content-Type"), expected_type(path), "{address}");
            assert_eq!(answer.header("Content-Encoding"), encoding, "{address} as {accepted}");
            if site.files.join(format!("{path}.br")).is_file() {
                assert_eq!(answer.header("Vary"), "Accept-Encoding", "{address} as {accepted}");
            }
            assert!(answer.body == site.read(&format!("{path}{ending}")), "{address}: other bytes");
        }
    }
}

pub(crate) fn what_is_known_is_not_sent_again(server: &Server, folder: &str, site: &Site) {
    let worker = "sw.js".to_owned();
    let wasm = site.paths().into_iter().find(|path| path.ends_with(".wasm")).unwrap();
    for (path, cache) in [
        ("index.html".to_owned(), "no-cache"),
        ("en/sources/index.html".to_owned(), "no-cache"),
        ("data/observations.csv".to_owned(), "no-cache"),
        ("manifest.webmanifest".to_owned(), "no-cache"),
        (worker, "no-cache"),
        (wasm, "public, max-age=31536000, immutable"),
    ] {
        let address = address(folder, &path);
        for (accepted, ..) in ENCODINGS {
            let first = server.get(&address, &[("Accept-Encoding", accepted)]);
            assert_eq!(first.header("Cache-Control"), cache, "{address}");
            let known = [("Accept-Encoding", *accepted), ("If-None-Match", first.header("ETag"))];
            let again = server.get(&address, &known);
            assert_eq!((again.status, again.body.len()), (304, 0), "{address} as {accepted}");
            assert_eq!(again.header("Cache-Control"), cache, "{address}");
        }
    }
}

pub(crate) fn what_is_not_there_has_its_status_and_its_page(
    server: &Server,
    folder: &str,
    site: &Site,
) {
    for missing in [
        "so/none/",
        "none",
        "index",
        "nhung/none/",
        "assets/",
        "assets/dak-so-0000000000000000.wasm",
        "so-lieu/index.htm",
        "%C4%91",
        ".htaccess",
    ] {
        for (accepted, ending, encoding) in ENCODINGS {
            let address = format!("{folder}{missing}");
            let answer = server.get(&address, &[("Accept-Encoding", accepted)]);
            assert_eq!(answer.status, 404, "{address}");
            assert_eq!(answer.header("Content-Type"), "text/html; charset=utf-8", "{address}");
            assert_eq!(answer.header("Cache-Control"), "no-cache", "{address}");
            assert_eq!(answer.header("Content-Encoding"), *encoding, "{address}");
            assert!(answer.body == site.read(&format!("404.html{ending}")), "{address}");
        }
    }
}

pub(crate) fn a_folder_without_its_slash_leads_to_it(server: &Server, folder: &str) {
    let mut folders = vec![format!("{folder}so-lieu"), format!("{folder}en/sources")];
    folders.extend(folder.strip_suffix('/').filter(|bare| !bare.is_empty()).map(str::to_owned));
    for bare in folders {
        // As a proxy in front of the server passes it on: the port of the server is not known outside.
        let headers = [("Accept-Encoding", "br"), ("Host", "example.vn")];
        let answer = server.get(&bare, &headers);
        assert_eq!(answer.status, 301, "{bare}");
        let location = answer.header("Location");
        let path = location.strip_prefix("http://example.vn").unwrap_or(location);
        assert_eq!(path, format!("{bare}/"));
    }
}
