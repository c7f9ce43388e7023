/// Where the site will stand, as far as that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Scheme, host and port: `https://example.vn`.
    pub(crate) origin: Option<String>,
    /// The host without a port.
    pub(crate) host: Option<String>,
    /// The folder on its server, with a slash at both ends.
    pub(crate) folder: String,
}

impl Place {
    /// The place of a site that is told nothing: the root of a server.
    pub fn unknown() -> Self {
        Self { origin: None, host: None, folder: "/".to_owned() }
    }

    /// The place that an absolute address of a folder names, such as `https://example.vn/dak-so/`. The
    /// caller has checked that it is one.
    pub fn at(base_address: &str) -> Self {
        let (scheme, rest) = base_address.split_once("://").unwrap_or(("https", base_address));
        let (authority, folder) = rest.split_once('/').unwrap_or((rest, ""));
        // The colons of an address of IPv6 stand in brackets.
        let host = match authority.rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
            _ => authority,
        };
        Self {
            origin: Some(format!("{}://{authority}", scheme.to_ascii_lowercase())),
            host: Some(host.to_owned()),
            folder: format!("/{folder}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_taken_apart() {
        let check = |address, origin: &str, host: &str, folder: &str| {
            let expected = Place {
                origin: Some(origin.to_owned()),
                host: Some(host.to_owned()),
                folder: folder.to_owned(),
            };
            assert_eq!(Place::at(address), expected, "{address}");
        };
        check("https://example.vn/", "https://example.vn", "example.vn", "/");
        check("HTTPS://a.vn/x/dak-so/", "https://a.vn", "a.vn", "/x/dak-so/");
        check("http://localhost:8080/a/", "http://localhost:8080", "localhost", "/a/");
        check("http://[::1]:80/", "http://[::1]:80", "[::1]", "/");
        check("http://[::1]/", "http://[::1]", "[::1]", "/");
    }
}
