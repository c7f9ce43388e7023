//! What the build writes for static hosts and for a container, read as they read it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "A test that cannot go on has failed.")]

use std::fs;

use deploy::{Place, Policy, Portals, write};

/// A file as it is written for a place.
fn written(file: &str, place: &Place) -> String {
    let (site, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    fs::write(site.path().join("index.html"), "<style>a{}</style>").unwrap();
    let policy = Policy::of_site(site.path(), place).unwrap();
    let portals = Portals::parse("https://portal.example.org").unwrap();
    write(out.path(), &policy, place, &portals).unwrap();
    fs::read_to_string(out.path().join(file)).unwrap()
}

/// The values of a header that an address gets, as Cloudflare Pages has it: every rule that fits adds
/// its headers, and `!` takes away what the rules before have added.
fn values<'a>(rules: &'a str, path: &str, header: &str) -> Vec<&'a str> {
    let mut fits = false;
    let mut values = Vec::new();
    for line in rules.lines().filter(|line| !line.trim_start().starts_with('#')) {
        assert!(line.len() <= 2_000, "longer than such hosts read: {line}");
        let line_of_rule = line.trim();
        if line.starts_with('/') {
            fits = match line.strip_suffix('*') {
                Some(start) => path.starts_with(start),
                None => path == line,
            };
        } else if fits && line_of_rule.strip_prefix("! ") == Some(header) {
            values.clear();
        } else if let Some((name, value)) = line_of_rule.split_once(": ")
            && fits
            && name == header
        {
            values.push(value);
        }
    }
    values
}

#[test]
fn a_static_host_sends_each_header_once() {
    for (address, folder) in
        [("https://example.vn/", "/"), ("https://example.vn/dak-so/", "/dak-so/")]
    {
        let rules = written("_headers", &Place::at(address));
        let of = |path: &str, header| values(&rules, &format!("{folder}{path}"), header);
        let paths = ["", "nguon/", "404.html", "assets/dak-so-1f.wasm", "nhung/coverage/"];
        for path in paths {
            for header in [
                "Content-Security-Policy",
                "Strict-Transport-Security",
                "X-Content-Type-Options",
                "Referrer-Policy",
                "Permissions-Policy",
                "Cross-Origin-Opener-Policy",
                "Cross-Origin-Resource-Policy",
                "Access-Control-Allow-Origin",
            ] {
                assert_eq!(of(path, header).len(), 1, "{folder}{path}: {header}");
            }
        }
        for (path, ancestors) in [
            ("", "; frame-ancestors 'self' https://portal.example.org"),
            ("en/sources/", "; frame-ancestors 'self' https://portal.example.org"),
            ("nhung/coverage/", "; frame-ancestors *"),
            ("en/embed/coverage/", "; frame-ancestors *"),
        ] {
            let policy = of(path, "Content-Security-Policy");
            assert!(
                policy[0].starts_with("default-src 'none'; ") && policy[0].ends_with(ancestors)
            );
        }
        let forever = ["public, max-age=31536000, immutable"];
        assert_eq!(of("assets/dak-so-1f.wasm", "Cache-Control"), forever);
        // Without a word of ours, such hosts have a file asked for each time.
        assert!(of("sw.js", "Cache-Control").is_empty());
        assert_eq!(of("dak-so.html", "Content-Disposition"), ["attachment"]);
    }
}

#[test]
fn the_container_has_each_file_where_nginx_looks_for_it() {
    let place = Place::unknown();
    let container = written("Containerfile", &place);
    let copies = container.lines().filter_map(|line| line.strip_prefix("COPY "));
    let copies: Vec<(&str, &str)> = copies.map(|copy| copy.split_once(' ').unwrap()).collect();
    assert_eq!(copies.len(), 3);
    let (server, location) =
        (written("nginx/dak-so.conf", &place), written("nginx/dak-so-location.conf", &place));
    for (from, to) in copies {
        match from.strip_prefix("dist-deploy/") {
            Some(file) => drop(written(file, &place)),
            None => assert_eq!(from, "dist"),
        }
        let is_read = to.starts_with("/etc/nginx/conf.d/")
            || server.contains(&format!("include {to};"))
            || location.contains(&format!("alias {to}/;"));
        assert!(is_read, "nginx does not look at {to}");
    }
}
