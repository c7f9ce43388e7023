/// A browser engine that readers have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Of Chromium, and of Chrome on nearly every phone in Vietnam.
    Chromium,
    /// Of Firefox.
    Firefox,
}

impl Engine {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Chromium, Self::Firefox];
}
