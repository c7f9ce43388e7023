//! The Content-Security-Policy under which every page works.

use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};

/// The policy for pages whose one `<style>` holds `style`, and whose one `<script>` without an address
/// holds `first`. It may be sent as the header `Content-Security-Policy`.
pub(super) fn of(style: &[u8], first: &[u8]) -> String {
    let [style, first] = [style, first].map(|text| BASE64_STANDARD.encode(Sha256::digest(text)));
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-{first}'; \
         style-src 'sha256-{style}'; img-src 'self'; connect-src 'self'; base-uri 'none'; \
         form-action 'none'"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_pages_is_named_by_its_hash() {
        // printf %s 'a{}' | openssl dgst -sha256 -binary | base64
        let policy = of(b"a{}", b"a()");
        let style = "style-src 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk=';";
        assert!(policy.contains(style), "{policy}");
        let script = "script-src 'self' 'wasm-unsafe-eval' 'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4=';";
        assert!(policy.contains(script), "{policy}");
        assert!(!policy.contains("unsafe-inline"), "{policy}");
    }
}
