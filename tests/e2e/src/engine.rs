/// A browser engine that readers have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Of Chromium, and of Chrome on nearly every phone in Vietnam.
    Chromium,
    /// Of Firefox.
    Firefox,
    /// Of WebKitGTK, the nearest to Safari that Debian has. Its driver sets neither screen nor scheme.
    WebKit,
}

impl Engine {
    /// Each.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Those whose screen and scheme can be set, and that tell what went wrong.
    pub const SETTABLE: [Self; 2] = [Self::Chromium, Self::Firefox];
}
