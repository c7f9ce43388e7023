use crate::server::Server;
use crate::site::{PORTAL, Site};

/// Headers that every answer has, whatever it is.
const ALWAYS: &[(&str, &str)] = &[
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Access-Control-Allow-Origin", "*"),
];

pub(crate) fn every_answer_has_all_of_them(server: &Server, folder: &str, site: &Site) {
    let asset = site.paths().into_iter().find(|path| path.ends_with(".wasm")).unwrap();
    for path in ["", "en/sources/", "data/observations.csv", "sw.js", "none", &asset] {
        for accepted in ["", "gzip", "br"] {
            let address = format!("{folder}{path}");
            let answer = server.get(&address, &[("Accept-Encoding", accepted)]);
            for (name, value) in ALWAYS {
                assert_eq!(answer.header(name), *value, "{address}: {name}");
            }
            let permissions = answer.header("Permissions-Policy");
            for feature in ["camera", "geolocation", "microphone"] {
                assert!(permissions.contains(&format!("{feature}=()")), "{permissions}");
            }
            let policy = answer.header("Content-Security-Policy");
            let expected = format!("{}; frame-ancestors 'self' {PORTAL}", site.policy.for_meta());
            assert_eq!(policy, expected, "{address}");
            let etag = answer.header("ETag").to_owned();
            if answer.status == 200 {
                let known = [("Accept-Encoding", accepted), ("If-None-Match", &etag)];
                let again = server.get(&address, &known);
                assert_eq!(again.status, 304, "{address}");
                assert_eq!(again.header("Content-Security-Policy"), expected, "{address}");
            }
        }
    }
}

pub(crate) fn frames(server: &Server, folder: &str) {
    let of_portals = format!("; frame-ancestors 'self' {PORTAL}");
    for (path, ancestors) in [
        ("", of_portals.as_str()),
        ("nguon/", &of_portals),
        ("none/", &of_portals),
        ("nhung/example/", "; frame-ancestors *"),
        ("en/embed/example/", "; frame-ancestors *"),
        // A page that is not there is no page for embedding.
        ("nhung/none/", &of_portals),
        ("en/embed/none/", &of_portals),
    ] {
        let answer = server.get(&format!("{folder}{path}"), &[("Accept-Encoding", "br")]);
        let policy = answer.header("Content-Security-Policy");
        assert!(policy.ends_with(ancestors), "{path}: {policy}");
    }
}

pub(crate) fn https_is_remembered_where_it_is_spoken(server: &Server, folder: &str) {
    let header = "Strict-Transport-Security";
    assert_eq!(server.get(folder, &[]).header(header), "");
    let answer = server.get(folder, &[("X-Forwarded-Proto", "https")]);
    assert_eq!(answer.header(header), "max-age=31536000");
}

pub(crate) fn the_edition_in_one_file_is_kept(server: &Server, folder: &str) {
    for accepted in ["", "br"] {
        let headers = [("Accept-Encoding", accepted)];
        let answer = server.get(&format!("{folder}dak-so.html"), &headers);
        assert_eq!(answer.header("Content-Disposition"), "attachment");
        assert_eq!(server.get(folder, &headers).header("Content-Disposition"), "");
    }
}
