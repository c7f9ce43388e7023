//! The Content-Security-Policy under which every page works.

use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};

/// The policy for pages whose one `<style>` holds `style`. It may be sent as the header
/// `Content-Security-Policy`.
pub(super) fn of(style: &str) -> String {
    let hash = BASE64_STANDARD.encode(Sha256::digest(style));
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'sha256-{hash}'; \
         img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_style_is_named_by_its_hash() {
        // printf %s 'a{}' | openssl dgst -sha256 -binary | base64
        let policy = of("a{}");
        let hash = "style-src 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk=';";
        assert!(policy.contains(hash), "{policy}");
        assert!(!policy.contains("unsafe-inline"), "{policy}");
    }
}
